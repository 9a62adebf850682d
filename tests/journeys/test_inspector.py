"""The details of the selection: seen, and changed."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from app.model.elements import Fidelity, Stance
from tests.journeys.driver import Person
from widgets.typing_field import TypingField

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
W_ = TypeVar("W_", bound=QWidget)


def words(person: Person) -> str:
    labels = person.project.view.inspector.findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def field(person: Person, kind: type[W_], name: str = "") -> W_:
    found = person.project.view.inspector.findChildren(kind)
    return next(widget for widget in found if name in {"", widget.accessibleName()})


def test_it_shows_role_target_words_and_company(reader: Person) -> None:
    reader.click_claim("Without Western")
    shown = words(reader)
    for text in (
        "REASON FOR",
        "Putin is unlikely",
        "TOGETHER WITH",
        "There is neither",
        "WORDS IN",
    ):
        assert text in shown
    reader.click_claim("A firmer")
    assert "UNDERCUTS THE STEP TO" in words(reader)
    assert "Nobody has answered this yet." in words(reader)
    reader.click_claim("Putin is unlikely")
    assert "CONTENTION" in words(reader)
    reader.click_empty_map()
    assert "Nothing is selected." in words(reader)


def test_it_shows_a_step_with_its_premises(reader: Person) -> None:
    reader.click_pill_above("Without Western")
    shown = words(reader)
    assert "REASON: THE STEP FROM" in shown
    assert "There is neither Western unity" in shown


def test_words_typed_there_are_kept_and_are_one_step_to_undo(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    before = reader.texts()
    editor = field(reader, TypingField, "Text of the claim")
    editor.setFocus()
    editor.selectAll()
    reader.type("Russia hopes for Trump.")
    reader.bot.waitUntil(lambda: "Russia hopes for Trump." in reader.texts())
    reader.type(" Quietly.")
    reader.view.setFocus()
    assert "Russia hopes for Trump. Quietly." in reader.texts()
    reader.press(Key.Key_Z, ctrl)
    assert reader.texts() == before


def test_words_typed_there_are_kept_when_another_claim_is_selected_at_once(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    editor = field(reader, TypingField, "Note")
    editor.setFocus()
    reader.type("Check this")
    claim = reader.claim("Russia is quietly").id
    reader.click_claim("Putin is unlikely")
    assert reader.map.claim(claim).note == "Check this"


def test_stance_fidelity_tags_and_unstated_are_set(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    claim = reader.claim("Russia is quietly").id
    for name, value in (("Stance", Stance.REPORTS), ("Fidelity", Fidelity.SUMMARY)):
        box = field(reader, QComboBox, name)
        box.setCurrentIndex(box.findData(value.value))
        box.activated.emit(box.currentIndex())
    (saying,) = reader.map.locutions_of(claim)
    assert (saying.stance, saying.fidelity) == (Stance.REPORTS, Fidelity.SUMMARY)
    tags = field(reader, QLineEdit, "Tags")
    tags.setFocus()
    reader.type("election, russia, election")
    reader.press(Key.Key_Return)
    assert reader.map.claim(claim).tags == ("election", "russia")
    field(reader, QCheckBox).click()
    assert reader.map.claim(claim).unstated


def test_speakers_are_set_by_name(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    (saying,) = reader.map.locutions_of(reader.claim("Russia is quietly").id)
    names = field(reader, QLineEdit, "Said by")
    assert names.text() == "The Washington Post"
    names.setFocus()
    names.selectAll()
    reader.type("Officials via The Washington Post")
    reader.press(Key.Key_Return)
    chain = reader.map.locution(saying.id).speakers
    assert [reader.map.speaker(s).name for s in chain] == ["Officials", "The Washington Post"]


def test_a_claim_without_a_speaker_is_given_one(reader: Person) -> None:
    reader.click_claim("A firmer")
    claim = reader.claim("A firmer").id
    field(reader, QLineEdit, "Said by").setFocus()
    reader.type("The author")
    reader.press(Key.Key_Return)
    (saying,) = reader.map.locutions_of(claim)
    assert [reader.map.speaker(s).name for s in saying.speakers] == ["The author"]


def test_its_link_shows_the_words_in_the_article(reader: Person) -> None:
    reader.click_claim("Trump’s approach")
    link = field(reader, QToolButton)
    assert link.text() == "¶6 — show in the article"
    link.click()
    assert QApplication.focusWidget() is reader.article
