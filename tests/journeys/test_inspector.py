"""The details of the selection: seen, and changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
)

from app import edits
from app.model.elements import Fidelity, Stance
from tests.journeys.details import field, link_named, said_by, speakers_of, words
from tests.journeys.driver import Person
from widgets.typing_field import TypingField

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier


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
    link_named(reader, "¶6 — show in the article").click()
    assert QApplication.focusWidget() is reader.article


def test_a_name_just_given_can_be_corrected_and_taken_back(reader: Person) -> None:
    reader.click_claim("A firmer")
    said_by(reader).setFocus()
    for name in ("Jon", "John", "John via CNN"):
        said_by(reader).selectAll()
        reader.type(name)
        reader.press(Key.Key_Return)
        assert speakers_of(reader, "A firmer") == [name.split(" via ")]
    said_by(reader).clear()
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "A firmer") == []
    reader.type("Jane")
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "A firmer") == [["Jane"]]


def test_a_saying_without_words_goes_with_its_last_speaker(reader: Person) -> None:
    claim = reader.claim("A firmer").id
    reader.project.view.performer.do(lambda m: edits.say(m, claim=claim, speakers=["Jon"]))
    reader.click_claim("A firmer")
    said_by(reader).setFocus()
    said_by(reader).clear()
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "A firmer") == []
    assert QApplication.focusWidget() is said_by(reader)
    reader.type("John")
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "A firmer") == [["John"]]


def test_a_saying_with_words_stays_when_its_speaker_is_cleared(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    said_by(reader).setFocus()
    said_by(reader).clear()
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "Russia is quietly") == [[]]


def test_a_saying_is_removed_with_its_mark_and_undo_brings_it_back(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    before, marks = speakers_of(reader, "Russia is quietly"), len(reader.article.marks)
    link_named(reader, "Remove").click()
    reader.settle()
    assert speakers_of(reader, "Russia is quietly") == []
    assert len(reader.article.marks) == marks - 1
    assert said_by(reader).text() == ""
    reader.view.setFocus()
    reader.press(Key.Key_Z, ctrl)
    assert speakers_of(reader, "Russia is quietly") == before


def test_it_follows_by_itself_soon_after_the_map(reader: Person) -> None:
    inspector = reader.project.view.inspector
    cards = reader.project.view.reading.outline.cards
    reader.project.view.selection.set(cards[reader.claim("Russia is quietly").id].key)
    assert inspector.is_stale
    reader.bot.waitUntil(lambda: not inspector.is_stale)
    assert "OBJECTION TO" in words(reader)
