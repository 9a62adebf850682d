"""Drafting: what was found in an article, decided one by one, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.articles.quotations import quotation_faults
from app.model.elements import (
    Claim,
    Fidelity,
    Inference,
    Locution,
    Polarity,
    SpeakerKind,
    Stance,
)
from resources.files import ROOT
from tests.journeys.driver import Person
from widgets.drafting.model import State
from widgets.drafting.suggestions import Sort, Suggestion
from widgets.intake.preview import Preview

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier
alt = Qt.KeyboardModifier.AltModifier

QUARREL = """The town argues about its bridge.

“The bridge is safe,” said Anna Lind, the mayor of the town. “It will stand for years.”

However, Peter Holm told the council that the bridge is not safe at all.
Holm denies that it was ever checked. He wants the council to close it at once.
"""
GREEK = "Η Άννα λέει ότι ο άρτος είναι καλός. Ο Πέτρος όμως λέει ότι δεν είναι. " * 5


class Drafter:
    """Somebody at the Draft tab."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.panel = person.project.view.draft

    def begin(self) -> None:
        """Draft from the article, and wait for what comes of it."""
        self.person.press(Key.Key_D, ctrl, shift)
        self.person.bot.waitUntil(lambda: not self.panel.drafts.is_running, timeout=20_000)

    @property
    def words(self) -> list[str]:
        """What is listed, with the headings."""
        model = self.panel.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    @property
    def current(self) -> Suggestion:
        one = self.panel.list.current()
        assert one
        return one

    @property
    def said(self) -> str:
        """The words of the card that the list is at."""
        return str(self.panel.list.currentIndex().data())

    @property
    def tab(self) -> str:
        left = self.person.project.view.left
        return left.tabText(left.indexOf(self.panel))

    def go_to(self, start: str, sort: Sort = Sort.SAYING) -> None:
        """Go to a card by keys, from the first on."""
        self.person.press(Key.Key_Home)
        for _ in range(self.panel.model.rowCount()):
            if self.said.startswith(start) and self.current.sort is sort:
                return
            self.person.press(Key.Key_J)
        pytest.fail(f"no card begins with {start!r}: {self.words}")

    def number(self, state: State) -> int:
        return self.panel.drafts.number(state)


def open_article(qtbot: QtBot, folder: Path, path: Path) -> Person:
    person = Person(qtbot, folder, path)
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Preview)))
    person.take_in()
    qtbot.waitUntil(lambda: person.window.project is not None)
    return person


@pytest.fixture
def read(qtbot: QtBot, tmp_path: Path) -> Callable[[str], Drafter]:
    """Take a text in as an article of a new project."""

    def taken(text: str) -> Drafter:
        path = tmp_path / "bridge.txt"
        path.write_text(text, encoding="utf-8")
        return Drafter(open_article(qtbot, tmp_path, path))

    return taken


@pytest.fixture
def sampler(qtbot: QtBot, tmp_path: Path) -> Drafter:
    """Somebody with the sample article and an empty map."""
    path = ROOT / "samples" / "article.txt"
    return Drafter(open_article(qtbot, tmp_path, path))


def has_focus(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


def sayings_of(person: Person, start: str) -> list[Locution]:
    return person.map.locutions_of(person.claim(start).id)


def speakers_of(person: Person, start: str) -> list[str]:
    (saying,) = sayings_of(person, start)
    return [person.map.speaker(one).name for one in saying.speakers]


def test_the_sample_article_becomes_a_map_by_keys_alone(sampler: Drafter) -> None:
    person = sampler.person
    assert sampler.tab == "Draft"
    sampler.begin()
    assert person.texts() == []  # nothing enters the map by itself
    assert has_focus(sampler.panel.list)
    assert sampler.current.sort is Sort.CONTENTION
    assert sampler.tab == f"Draft · {sampler.number(State.OPEN)}"
    person.press(Key.Key_Return)
    contention = "Russian leader Vladimir Putin is unlikely"
    assert person.selected.startswith(contention)
    assert speakers_of(person, contention) == ["CNN"]
    sampler.go_to("Without Western unity")
    person.press(Key.Key_R)
    assert speakers_of(person, "Without Western unity") == ["Thomas Graham", "CNN"]
    assert person.step_of("Without Western unity").inference.polarity is Polarity.SUPPORT
    sampler.go_to("If advisors clarify")
    person.press(Key.Key_O)
    assert speakers_of(person, "If advisors clarify") == ["John Lough"]
    assert person.step_of("If advisors clarify").inference.polarity is Polarity.ATTACK
    assert person.selected.startswith(contention)
    (saying,) = sayings_of(person, "If advisors clarify")
    source = person.article.source
    assert source
    assert saying.anchor
    assert source.text[saying.anchor.start :].startswith("if advisors clarify")
    assert not any(words.startswith("If advisors") for words in sampler.words)


def test_undo_brings_a_card_back_and_redo_takes_it_again(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    sampler.go_to("Any concessions would be viewed")
    before = sampler.words
    person.press(Key.Key_Return)
    assert person.texts() == [
        "Any concessions would be viewed by Beijing as a sign of U.S. weakness"
    ]
    person.press(Key.Key_Z, ctrl)
    assert person.map.every(Claim) == []
    assert person.map.speakers() == []  # all came in one step
    assert sampler.words == before
    assert sampler.said.startswith("Any concessions would be viewed")
    person.press(Key.Key_Z, ctrl, shift)
    assert len(person.map.every(Claim)) == 1
    assert sampler.words != before


def test_what_is_rejected_stays_so_when_the_project_is_opened_again(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    sampler.go_to("The war’s scale")
    person.press(Key.Key_X)
    assert not any(words.startswith("The war’s scale") for words in sampler.words)
    assert sampler.panel.foot.told.text() == "1 rejected"
    person.window.open_again()
    again = Drafter(person)
    again.begin()
    assert not any(words.startswith("The war’s scale") for words in again.words)
    again.panel.foot.rejected.click()
    assert again.words[-2:][0] == "Rejected"
    again.panel.list.setFocus()
    person.press(Key.Key_End)
    person.press(Key.Key_Delete)
    assert again.panel.foot.told.text() == ""
    again.go_to("The war’s scale")


def test_a_rejection_is_taken_back_by_undo_before_any_edit_is(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    person.press(Key.Key_Return)
    sampler.go_to("The war’s scale")
    person.press(Key.Key_X)
    person.press(Key.Key_Z, ctrl)
    assert sampler.said.startswith("The war’s scale")
    assert len(person.texts()) == 1
    person.press(Key.Key_Z, ctrl)
    assert person.texts() == []


def test_words_and_speaker_are_set_right_before_it_is_accepted(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    sampler.go_to("Ukraine is already strained")
    person.press(Key.Key_Left, alt, shift)
    assert sampler.said.endswith("endure high")
    person.press(Key.Key_Right, alt, shift)
    assert sampler.said.endswith("endure high casualties")
    person.press(Key.Key_E)
    assert has_focus(person.article)
    person.select_words_by_keys("Ukraine is already strained")
    person.press(Key.Key_Return)
    assert has_focus(sampler.panel.list)
    assert sampler.said == "Ukraine is already strained"
    person.press(Key.Key_S)
    person.type("Reuters via CNN")
    person.press(Key.Key_Return)
    assert has_focus(sampler.panel.list)
    person.press(Key.Key_Return)
    assert speakers_of(person, "Ukraine is already strained") == ["Reuters", "CNN"]
    assert "Ukraine is already strained" not in sampler.words


def test_selecting_other_words_and_another_name_can_be_left_off(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    sampler.go_to("Ukraine is already strained")
    before = sampler.said
    person.press(Key.Key_E)
    person.press(Key.Key_Escape)
    person.press(Key.Key_S)
    person.type("Nobody")
    person.press(Key.Key_Escape)
    assert has_focus(sampler.panel.list)
    assert sampler.said == before
    assert sampler.current.speakers == ("CNN",)
    person.press(Key.Key_Return)
    assert person.texts() == [before]


def test_a_reason_needs_a_claim_that_it_is_for(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    person.press(Key.Key_R)
    assert person.texts() == []
    assert person.advice == "Select the claim that it bears on first, on the map."


def test_all_that_is_likely_is_accepted_in_one_step(
    sampler: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    person = sampler.person
    sampler.begin()
    likely = len(sampler.panel.drafts.likely())
    assert likely > 5
    person.project.actions_by_name["accept_likely"].trigger()
    assert asked == [f"Accept {likely} likely suggestions as claims of their own?"]
    assert len(person.texts()) == likely
    assert sampler.panel.drafts.likely() == []
    person.press(Key.Key_Z, ctrl)
    assert person.texts() == []


def test_a_quotation_in_two_pieces_is_one_claim(read: Callable[[str], Drafter]) -> None:
    drafter = read(QUARREL)
    drafter.begin()
    drafter.go_to("The bridge is safe")
    drafter.person.press(Key.Key_Return)
    assert drafter.person.texts() == ["The bridge is safe … It will stand for years."]
    (saying,) = sayings_of(drafter.person, "The bridge is safe")
    assert saying.anchor
    assert saying.anchor.exact.startswith("“The bridge is safe,” said Anna Lind")
    assert quotation_faults(drafter.person.map, saying.id) == ()
    assert saying.fidelity is Fidelity.QUOTATION
    assert saying.stance is Stance.ASSERTS


def test_what_a_speaker_denies_is_taken_over_as_denied(read: Callable[[str], Drafter]) -> None:
    drafter = read(QUARREL)
    drafter.begin()
    drafter.go_to("It was ever checked")
    drafter.person.press(Key.Key_Return)
    (saying,) = sayings_of(drafter.person, "It was ever checked")
    assert saying.stance is Stance.DENIES
    assert speakers_of(drafter.person, "It was ever checked") == ["Peter Holm"]


def test_how_two_accepted_claims_hang_together_is_asked(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    relation = next(
        one
        for one in sampler.panel.drafts.suggestions
        if one.sort is Sort.RELATION and one.kind == "rebuts"
    )
    assert sampler.panel.drafts.states[relation.key] is State.WAITING
    for start, end in relation.content:
        person.article.select_span(start, end)
        person.article.setFocus()
        person.press(Key.Key_Return)
        person.project.view.article.bar.clear()
    assert "How they hang together" in sampler.words
    sampler.panel.list.setFocus()
    person.press(Key.Key_End)
    assert sampler.current.key == relation.key
    assert person.view.ghost == sampler.panel.drafts.ends(relation)
    person.press(Key.Key_Return)
    (step,) = person.map.every(Inference)
    assert step.polarity is Polarity.ATTACK
    assert "How they hang together" not in sampler.words
    assert person.view.ghost is None
    person.press(Key.Key_Z, ctrl)
    assert "How they hang together" in sampler.words


def test_a_text_that_is_not_english_is_told_so(read: Callable[[str], Drafter]) -> None:
    drafter = read(GREEK)
    drafter.begin()
    assert "English" in drafter.panel.start.told.text()
    assert drafter.panel.start.isVisible()
    assert drafter.tab == "Draft"


def test_a_long_run_is_stopped(read: Callable[[str], Drafter]) -> None:
    drafter = read(QUARREL * 4_000)
    person = drafter.person
    person.press(Key.Key_D, ctrl, shift)
    assert drafter.panel.working.isVisible()
    person.press(Key.Key_Space)  # on the button that stops it
    assert not drafter.panel.drafts.is_running
    assert drafter.panel.start.isVisible()
    assert drafter.panel.model.rowCount() == 0


def test_a_draft_is_gone_with_the_text_it_was_made_from(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    source = person.article.source
    assert source
    text = source.text.replace("CNN", "The BBC")
    person.project.view.performer.do(
        lambda m: edits.correct_text(m, source=source.id, text=text, found={})
    )
    assert sampler.panel.start.isVisible()
    assert sampler.tab == "Draft"


def test_a_draft_goes_with_its_article_and_comes_back_with_it(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    before = sampler.tab
    source = person.article.source
    assert source
    person.project.view.performer.do(lambda m: edits.remove_source(m, source=source.id))
    assert sampler.tab == "Draft"
    assert not sampler.panel.start.button.isVisible()
    person.press(Key.Key_D, ctrl, shift)
    assert person.advice == "There is no article yet."
    person.press(Key.Key_Z, ctrl)
    sampler.begin()
    assert sampler.tab == before


def test_cards_are_decided_only_where_they_are_seen(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    person.press(Key.Key_Escape)
    assert has_focus(person.view)
    person.press(Key.Key_1, ctrl)
    person.project.actions_by_name["accept_draft"].trigger()
    assert person.texts() == []
    assert has_focus(sampler.panel.list)
    person.project.actions_by_name["accept_draft"].trigger()
    assert len(person.texts()) == 1


def test_the_text_stands_above_the_cards_and_goes_back_to_its_tab(sampler: Drafter) -> None:
    person = sampler.person
    sampler.begin()
    assert person.article.isVisible()
    assert person.article.parentWidget() is sampler.panel.home
    person.press(Key.Key_1, ctrl)
    assert person.article.parentWidget() is person.project.view.article.home
    assert person.article.isVisible()
    person.press(Key.Key_5, ctrl)
    assert has_focus(sampler.panel.list)
    assert person.article.parentWidget() is sampler.panel.home


def test_guesses_are_folded_away_until_they_are_wanted(read: Callable[[str], Drafter]) -> None:
    drafter = read(f"{QUARREL}\nHis fear that the bridge might fall is well known.\n")
    drafter.begin()
    guess = "The bridge might fall"
    button = drafter.panel.foot.guesses
    assert guess not in drafter.words
    assert "guess" in button.text()
    button.click()
    assert guess in drafter.words
    drafter.person.window.open_again()
    again = Drafter(drafter.person)
    again.begin()
    assert guess in again.words  # remembered with the project
    again.panel.foot.guesses.click()
    assert guess not in again.words


def test_new_speakers_have_the_sort_that_the_article_tells(
    read: Callable[[str], Drafter],
) -> None:
    drafter = read("Analysts quoted by Reuters say that the bridge is not safe. It is old.\n")
    drafter.begin()
    drafter.go_to("The bridge is not safe")
    drafter.person.press(Key.Key_Return)
    sorts = {one.name: one.sort for one in drafter.person.map.speakers()}
    assert sorts == {"Analysts": SpeakerKind.UNNAMED, "Reuters": SpeakerKind.PUBLICATION}
