"""The details of the selection: seen, and changed."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app import edits
from app.model.elements import Fidelity, Stance
from resources.schemes import load_schemes
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


def link_named(person: Person, text: str) -> QToolButton:
    links = person.project.view.inspector.findChildren(QToolButton)
    (link,) = (one for one in links if one.isVisible() and one.text() == text)
    return link


def said_by(person: Person) -> QLineEdit:
    """The one field for speakers that is seen."""
    fields = person.project.view.inspector.findChildren(QLineEdit)
    (one,) = (f for f in fields if f.isVisible() and f.accessibleName() == "Said by")
    return one


def speakers_of(person: Person, start: str) -> list[list[str]]:
    """The speakers of each saying of a claim."""
    sayings = person.map.locutions_of(person.claim(start).id)
    return [[person.map.speaker(s).name for s in saying.speakers] for saying in sayings]


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


# Schemes and confidence


def scheme_box(person: Person) -> QComboBox:
    return field(person, QComboBox, "Scheme of the step")


def name_scheme(person: Person, words: str) -> None:
    """Type a scheme into its field and press Enter."""
    box = scheme_box(person)
    box.setFocus()
    line = box.lineEdit()
    assert line
    line.selectAll()
    person.type(words)
    person.press(Key.Key_Return)


def test_a_common_scheme_is_named_and_brings_its_questions(reader: Person) -> None:
    reader.click_claim("Without Western")
    step = reader.step_of("Without Western").inference.id
    name_scheme(reader, "expert")  # the rest of the name comes by itself
    assert reader.map.inference(step).scheme == "expert opinion"
    assert "Somebody who knows the field says so." in words(reader)
    assert "– Do other experts agree?" in words(reader)
    assert scheme_box(reader).currentText() == "expert opinion"
    assert scheme_box(reader).hasFocus()


def test_any_words_can_name_a_scheme(reader: Person) -> None:
    reader.click_claim("Without Western")
    step = reader.step_of("Without Western").inference.id
    name_scheme(reader, "modus  ponens")
    assert reader.map.inference(step).scheme == "modus ponens"
    assert "Do other experts agree?" not in words(reader)
    scheme_box(reader).setFocus()
    scheme_box(reader).clearEditText()
    reader.view.setFocus()  # leaving the field keeps it too
    assert reader.map.inference(step).scheme == ""
    reader.press(Key.Key_Z, ctrl)
    assert reader.map.inference(step).scheme == "modus ponens"


def test_a_scheme_is_chosen_from_the_list(reader: Person) -> None:
    reader.click_claim("Without Western")
    box = scheme_box(reader)
    for name in load_schemes():
        assert box.findText(name) > 0
    box.setCurrentIndex(box.findText("sign"))
    box.activated.emit(box.currentIndex())
    reader.settle()
    assert reader.step_of("Without Western").inference.scheme == "sign"
    assert "What else could account for the sign?" in words(reader)


def test_a_claim_at_the_top_has_no_scheme(reader: Person) -> None:
    reader.click_claim("Putin is unlikely")
    boxes = reader.project.view.inspector.findChildren(QComboBox)
    assert "Scheme of the step" not in [box.accessibleName() for box in boxes]


def test_the_arrow_keys_say_how_sure_one_is_as_one_step_to_undo(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    claim = reader.claim("Russia is quietly").id
    assert field(reader, QSpinBox, "Confidence").text() == "not said"
    field(reader, QSpinBox, "Confidence").setFocus()
    for expected in (50, 55, 60):
        reader.press(Key.Key_Up)
        assert reader.map.claim(claim).confidence == expected
    assert field(reader, QSpinBox, "Confidence").hasFocus()
    assert field(reader, QSpinBox, "Confidence").text() == "60 %"
    reader.view.setFocus()
    reader.press(Key.Key_Z, ctrl)
    assert reader.map.claim(claim).confidence is None


def test_confidence_is_typed_and_taken_back_below_zero(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    claim = reader.claim("Russia is quietly").id
    box = field(reader, QSpinBox, "Confidence")
    box.setFocus()
    box.selectAll()
    reader.type("3")
    reader.press(Key.Key_Return)
    assert reader.map.claim(claim).confidence == 3
    reader.press(Key.Key_Down)
    assert reader.map.claim(claim).confidence == 0
    reader.press(Key.Key_Down)
    assert reader.map.claim(claim).confidence is None
    reader.press(Key.Key_Down)
    assert reader.map.claim(claim).confidence is None


def test_typed_confidence_is_kept_when_another_claim_is_selected_at_once(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    claim = reader.claim("Russia is quietly").id
    box = field(reader, QSpinBox, "Confidence")
    box.setFocus()
    box.selectAll()
    reader.type("80")
    reader.click_claim("Putin is unlikely")
    assert reader.map.claim(claim).confidence == 80
    assert field(reader, QSpinBox, "Confidence").text() == "not said"


def test_a_box_that_is_ticked_keeps_the_focus(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    field(reader, QCheckBox, "").setFocus()
    reader.press(Key.Key_Space)
    assert reader.claim("Russia is quietly").unstated
    assert field(reader, QCheckBox, "").hasFocus()
