"""Asking a language model for a draft: set up by hand, seen before it is sent, decided after."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings import load_settings
from tests.app.asking.model_server import ANSWER, ARTICLE, SECRET, ModelServer, said, serving
from tests.fakes.memory_keyring import memory_keyring
from tests.journeys.driver import places_in
from tests.journeys.test_drafting import Drafter, open_article, speakers_of
from widgets.asking.sending_dialog import SendingDialog
from widgets.asking.set_up_dialog import SetUpDialog
from widgets.drafting.model import State

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


class Asker(Drafter):
    """Somebody at the Draft tab who asks a model."""

    def set_up(self, address: str, key: str = "", model: str = "small") -> None:
        """Fill in the form by keys, and save it."""
        self.person.project.actions_by_name["set_up_model"].trigger()
        dialog = self.person.dialog(SetUpDialog)
        for field, text in ((dialog.form.address, address), (dialog.form.key, key)):
            field.setFocus()
            field.selectAll()
            self.person.bot.keyClicks(field, text)
        dialog.form.model.setEditText(model)
        self.person.bot.keyClick(dialog.save, Key.Key_Return)
        self.person.bot.waitUntil(lambda: not self.person.window.findChildren(SetUpDialog))

    def ask(self) -> SendingDialog:
        """Begin to draft, which shows what would be sent."""
        self.person.press(Key.Key_D, ctrl, shift)
        return self.person.dialog(SendingDialog)

    def send(self, dialog: SendingDialog) -> None:
        """Agree to it, and wait for what comes of it."""
        self.person.bot.keyClick(dialog.send, Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.person.bot.waitUntil(lambda: not self.panel.drafts.is_running, timeout=20_000)

    @property
    def trouble(self) -> str:
        """What the tab says went wrong."""
        labels = (self.panel.start.trouble, self.panel.head.trouble)
        return " ".join(label.text() for label in labels if label.isVisible())

    @property
    def outcome(self) -> str:
        label = self.panel.head.outcome
        return label.text() if label.isVisible() else ""


@pytest.fixture
def asker(qtbot: QtBot, tmp_path: Path) -> Asker:
    """Somebody with an article, an empty map, and no model yet."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return Asker(open_article(qtbot, tmp_path, path))


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


def test_the_question_can_be_left_off_for_an_address_and_comes_back_for_another(
    asker: Asker, server: ModelServer
) -> None:
    asker.set_up(server.address("good"))
    dialog = asker.ask()
    dialog.again.setChecked(True)
    asker.send(dialog)
    asker.begin()  # without a question
    assert len(server.requests) == 2
    asker.set_up(server.address("plain"))
    asker.ask().reject()
    assert len(server.requests) == 2


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


def test_settings_that_somebody_has_spoilt_send_nothing(asker: Asker) -> None:
    asker.person.window.asking.choose(
        asking=True, asking_address="http://example.org/v1", asking_model="small"
    )
    asker.panel.drafter.bar.choose_model()
    asker.person.press(Key.Key_D, ctrl, shift)
    assert "could be read on the way" in asker.trouble
    assert not asker.person.window.findChildren(SendingDialog)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "no address on the web"),
        ("http://192.168.0.7/v1", "could be read on the way"),
        ("https://me:secret@example.org/v1", "a name or a password"),
        ("javascript:alert(1)", "http or https"),
    ],
)
def test_an_address_that_is_not_safe_is_not_saved(
    asker: Asker, address: str, sentence: str
) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    dialog.form.address.setText(address)
    dialog.form.model.setEditText("small")
    for try_it in (dialog.save.click, dialog.trial.click, dialog.form.list.click):
        try_it()
        assert sentence in dialog.trouble.text()
        assert dialog.trouble.isVisible()
    dialog.reject()
    assert not asker.person.window.asking.is_on


def test_another_machine_is_asked_in_the_open_only_if_that_is_ticked(asker: Asker) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    assert not dialog.form.unencrypted.isVisible()
    dialog.form.address.setText("http://192.168.0.7/v1")
    assert dialog.form.unencrypted.isVisible()
    dialog.form.unencrypted.setChecked(True)
    dialog.form.model.setEditText("small")
    dialog.accept()
    sending = asker.ask()
    assert "They leave this machine" in sending.told.text()
    asker.person.press(Key.Key_Return)  # pressed too soon, it sends nothing
    assert not sending.isVisible()
    assert not asker.panel.drafts.is_running


def tells(dialog: SetUpDialog, words: str) -> bool:
    """Whether a dialog says what came of a trial."""
    return words in dialog.told.text() + dialog.trouble.text()


def test_a_model_is_tried_before_it_is_saved(asker: Asker, server: ModelServer) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    sentence = said("that the dam must close because its steel is weak", source="Ana Paz")
    for address, outcome in (
        (server.answering(sentence), "It works, in 1 second."),
        (server.answering("{}"), "does not find who says what"),
        (server.address("status"), "try again later"),
    ):
        dialog.form.address.setText(address)
        dialog.form.model.setEditText("503")
        dialog.trial.click()
        asker.person.bot.waitUntil(partial(tells, dialog, outcome))
    assert all(ARTICLE[:20] not in str(request) for request in server.requests)
    dialog.form.address.setText(server.address("silent"))
    server.asked.clear()
    dialog.trial.click()
    assert server.asked.wait(10)
    dialog.reject()  # ends the trial, not the dialog
    assert dialog.isVisible()
    assert server.left.wait(10)
    dialog.reject()


# The key


def test_a_key_is_in_the_keyring_and_nowhere_else(
    asker: Asker, server: ModelServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with memory_keyring() as ring:
        asker.set_up(server.address("locked"), SECRET)
        assert list(ring.kept.values()) == [SECRET]
        asker.send(asker.ask())
        assert server.keys == [f"Bearer {SECRET}"]
        assert asker.number(State.OPEN) == 4
        asker.person.press(Key.Key_Return)
        asker.person.window.open_again()
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        assert dialog.form.key.text() == ""
        assert dialog.form.key.placeholderText() == "Kept in the keyring"
        dialog.reject()
        asker.person.close()
    settings = load_settings(places_in(tmp_path).settings)
    assert settings.asking_key
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"settings.json", "library.sqlite"} <= {path.name for path in files}
    assert [path.name for path in files if SECRET.encode() in path.read_bytes()] == []
    assert SECRET not in caplog.text


def test_a_key_that_can_be_none_is_told_before_it_is_kept(
    asker: Asker, server: ModelServer
) -> None:
    with memory_keyring() as ring:
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        dialog.form.address.setText(server.address("good"))
        dialog.form.model.setEditText("small")
        dialog.form.key.setText(f"Bearer {SECRET}")
        for try_it in (dialog.save.click, dialog.trial.click, dialog.form.list.click):
            try_it()
            assert "copy it again" in dialog.trouble.text()
        dialog.reject()
        assert ring.kept == {}
    assert server.keys == []


def test_a_kept_key_is_not_taken_along_into_the_open(asker: Asker) -> None:
    with memory_keyring():
        asker.set_up("https://api.example.org/v1", SECRET)
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        assert dialog.form.key.placeholderText() == "Kept in the keyring"
        dialog.form.unencrypted.setChecked(True)
        dialog.form.address.setText("http://api.example.org/v1")
        assert dialog.form.key.placeholderText() == "None yet"
        dialog.accept()
        assert not asker.person.window.asking.settings.asking_key


def test_a_key_can_be_forgotten(asker: Asker, server: ModelServer) -> None:
    with memory_keyring() as ring:
        asker.set_up(server.address("locked"), SECRET)
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        dialog.form.forget.click()
        asker.person.bot.waitUntil(lambda: dialog.told.text() == "The key is forgotten.")
        assert ring.kept == {}
        dialog.accept()
        asker.send(asker.ask())
        assert "asks for a key" in asker.trouble


def test_without_a_keyring_the_key_lasts_until_the_window_is_closed(
    asker: Asker, server: ModelServer
) -> None:
    asker.set_up(server.address("locked"), SECRET)
    assert asker.person.advice.startswith("There is no keyring here")
    assert not asker.person.window.asking.settings.asking_key
    asker.send(asker.ask())
    assert asker.number(State.OPEN) == 4


def test_a_key_is_not_sent_to_another_server(asker: Asker, server: ModelServer) -> None:
    with memory_keyring(), serving() as other:
        asker.set_up(server.address("locked"), SECRET)
        asker.set_up(other.address("good"))
        asker.send(asker.ask())
        assert other.keys == [""]
