"""Asking a language model for a draft: seen before it is sent, decided after."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.app.asking.model_server import ANSWER, ARTICLE, ModelServer, said, serving
from tests.journeys.asker import Asker
from tests.journeys.test_drafting import speakers_of
from widgets.asking.set_up_dialog import SetUpDialog
from widgets.drafting.model import State

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


def test_an_article_is_drafted_by_a_model_into_a_map(asker: Asker, server: ModelServer) -> None:
    person = asker.person
    person.press(Key.Key_5, ctrl)
    asker.panel.start.model.click()
    setting_up = person.dialog(SetUpDialog)
    setting_up.form.address.setText(server.address("good"))
    person.bot.mouseClick(setting_up.form.list, Qt.MouseButton.LeftButton)
    person.bot.waitUntil(lambda: setting_up.form.model.count() == 2)
    setting_up.form.model.setCurrentIndex(1)
    person.bot.keyClick(setting_up, Key.Key_Return)
    assert asker.panel.drafter.model == "small"
    dialog = asker.ask()
    assert server.requests == []
    shown = dialog.field.toPlainText()
    assert dialog.told.text().startswith("46 words go to the model “small” in 1 request.")
    assert "stay on this machine" in dialog.told.text()
    asker.send(dialog)
    instructions, article = (one["content"] for one in server.requests[0]["messages"])
    assert shown == f"{article}\n\n· · ·\n\n{instructions}"
    assert asker.number(State.OPEN) == 4
    assert person.texts() == []  # nothing enters the map by itself
    asker.go_to("The bridge is not safe")
    index = asker.panel.list.currentIndex()
    assert "※ by small" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    person.press(Key.Key_Return)
    assert speakers_of(person, "The bridge is not safe") == ["Peter Holm"]


def test_by_itself_nobody_is_asked(asker: Asker, server: ModelServer) -> None:
    assert not asker.person.window.asking.is_on
    asker.begin()
    assert not asker.panel.drafter.bar.isVisible()
    assert server.requests == []
    asker.set_up(server.address("good"))
    asker.panel.drafter.bar.choice.setCurrentIndex(0)
    asker.begin()
    assert server.requests == []


def test_nothing_is_sent_if_the_person_would_rather_not(asker: Asker, server: ModelServer) -> None:
    asker.set_up(server.address("good"))
    dialog = asker.ask()
    asker.person.bot.keyClick(dialog, Key.Key_Escape)
    assert not asker.panel.drafts.is_running
    assert server.requests == []


def test_cards_of_rules_and_model_stand_beside_each_other_and_none_twice(
    asker: Asker, server: ModelServer
) -> None:
    asker.begin()
    by_rules = set(asker.words)
    assert any(words.startswith("The bridge is not safe") for words in by_rules)
    own = {"paragraph": 4, "content": ["Peter Holm told the council"], "cue": "told"}
    answer = {"attributions": [*ANSWER["attributions"], own]}
    asker.set_up(server.answering(answer))
    asker.send(asker.ask())
    assert by_rules <= set(asker.words)
    (new,) = [one for one in asker.panel.drafts.suggestions if one.origin]
    assert ARTICLE[slice(*new.content[0])] == "Peter Holm told the council"
    assert len(asker.words) == len(set(asker.words))
    assert asker.outcome == "※ small: 1 suggestion."
    asker.set_up(server.answering({"attributions": ANSWER["attributions"][:2]}))
    asker.send(asker.ask())
    assert asker.outcome == "※ small: nothing that is not here already."


def test_what_was_rejected_is_not_suggested_by_a_model_either(
    asker: Asker, server: ModelServer
) -> None:
    answer = said("the bridge is not safe at all", source="Peter Holm", cue="told")
    asker.set_up(server.answering(answer))
    asker.send(asker.ask())
    asker.person.press(Key.Key_X)
    assert asker.number(State.REJECTED) == 1
    asker.send(asker.ask())
    assert (asker.number(State.REJECTED), asker.number(State.OPEN)) == (1, 0)


def test_what_does_not_stand_in_the_article_is_counted(asker: Asker, server: ModelServer) -> None:
    answer = {"attributions": [*ANSWER["attributions"], *said("nothing of it")["attributions"]]}
    asker.set_up(server.answering(answer))
    asker.send(asker.ask())
    assert asker.outcome == (
        "※ small: 3 suggestions, 1 left out since its words are not in the article."
    )
    asker.set_up(server.answering("{}"))
    asker.send(asker.ask())
    asker.panel.drafter.bar.choice.setCurrentIndex(1)
    assert "found nothing" in asker.panel.start.told.text()


def test_a_model_that_never_answers_is_stopped_and_hears_of_it(
    asker: Asker, server: ModelServer
) -> None:
    asker.begin()
    before = asker.words
    asker.set_up(server.address("silent"))
    dialog = asker.ask()
    asker.person.bot.keyClick(dialog.send, Key.Key_Return)
    assert server.asked.wait(10)
    assert asker.panel.working.told.text() == "Asking “small” …"
    asker.person.press(Key.Key_Space)  # on the button that stops it
    assert not asker.panel.drafts.is_running
    assert server.left.wait(10)
    assert asker.words == before


def test_closing_the_window_ends_the_request(asker: Asker, server: ModelServer) -> None:
    asker.set_up(server.address("silent"))
    dialog = asker.ask()
    asker.person.bot.keyClick(dialog.send, Key.Key_Return)
    assert server.asked.wait(10)
    asker.person.close()
    assert server.left.wait(10)


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        ("limited", "try again in 17 seconds"),
        ("locked", "asks for a key"),
        ("page", "no answer of a chat endpoint"),
        ("huge", "over 4 MB"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_costs_nothing(
    asker: Asker, server: ModelServer, manner: str, sentence: str
) -> None:
    asker.set_up(server.address(manner))
    asker.send(asker.ask())
    assert sentence in asker.trouble
    assert asker.person.advice == asker.trouble
    asker.panel.drafter.bar.choice.setCurrentIndex(0)
    asker.begin()
    assert asker.trouble == ""
    before = asker.words
    asker.panel.drafter.bar.choose_model()
    asker.send(asker.ask())
    assert sentence in asker.trouble
    assert asker.words == before


# The key
