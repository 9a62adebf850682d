"""Schemes of steps and confidence in claims, in the details."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSpinBox,
)

from resources.schemes import load_schemes
from tests.journeys.details import field, words
from tests.journeys.driver import Person

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier


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
