"""Branches that travel by the clipboard: within a map, between projects, and to other programs."""

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from app.model.elements import Polarity
from app.model.role import Role
from tests.journeys.driver import Person
from widgets.clipboard import KIND

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def clean_clipboard(mapper: Person) -> None:  # noqa: ARG001  there is one only with a window
    QGuiApplication.clipboard().setText("")


def build(person: Person) -> None:
    person.press(Key.Key_N)
    person.write("Bread is good")
    person.press(Key.Key_Tab)
    person.write("It feeds")
    person.press(Key.Key_C)
    person.write("What feeds is good")
    person.press(Key.Key_U)
    person.write("So does sugar")
    person.click_empty_map()
    person.press(Key.Key_N)
    person.write("Cake is good")


def test_a_copied_step_is_pasted_below_another_claim(mapper: Person) -> None:
    build(mapper)
    before = mapper.map
    mapper.press(Key.Key_F3)
    mapper.click_pill_above("It feeds")
    mapper.press(Key.Key_C, ctrl)
    mapper.click_claim("Cake is good")
    mapper.press(Key.Key_V, ctrl)

    (step,) = mapper.map.inferences_on(mapper.claim("Cake is good").id)
    assert [mapper.map.claim(p).text for p in step.premises] == ["It feeds", "What feeds is good"]
    assert len(mapper.map.inferences_on(step.id)) == 1
    assert mapper.selected == "It feeds"
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.map == before


def test_pasting_as_objections_turns_the_roots_alone(mapper: Person) -> None:
    build(mapper)
    mapper.click_claim("So does sugar")
    mapper.press(Key.Key_C, ctrl)
    mapper.click_claim("Cake is good")
    mapper.press(Key.Key_V, ctrl, alt)

    (step,) = mapper.map.inferences_on(mapper.claim("Cake is good").id)
    assert step.polarity is Polarity.ATTACK


def test_cut_and_paste_moves_a_branch_and_each_is_one_step_to_undo(mapper: Person) -> None:
    build(mapper)
    before = mapper.map
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_Right, shift)
    mapper.press(Key.Key_X, ctrl)
    after_cut = mapper.map
    assert mapper.texts() == ["Bread is good", "Cake is good"]
    mapper.click_claim("Cake is good")
    mapper.press(Key.Key_V, ctrl)
    assert mapper.step_of("So does sugar").role is Role.UNDERCUTTER
    assert mapper.step_of("It feeds").inference.target == mapper.claim("Cake is good").id

    mapper.press(Key.Key_Z, ctrl)
    assert mapper.map == after_cut
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.map == before


def test_other_programs_get_a_list(mapper: Person) -> None:
    build(mapper)
    mapper.click_claim("Bread is good")
    mapper.press(Key.Key_C, ctrl)

    assert QGuiApplication.clipboard().text() == (
        "Bread is good\n\tbecause: It feeds\n\tand: What feeds is good\n"
        "\t\tdoes not follow: So does sugar\n"
    )


def test_a_list_of_another_program_becomes_a_branch(mapper: Person) -> None:
    before = mapper.map
    QGuiApplication.clipboard().setText("• Bread is good\n\t◦ It feeds\n\t◦ But: it grows stale\n")
    mapper.press(Key.Key_V, ctrl)

    assert mapper.selected == "Bread is good"
    assert mapper.step_of("it grows stale").role is Role.OBJECTION
    mapper.click_claim("It feeds")
    QGuiApplication.clipboard().setText("- one\n- two\n")
    mapper.press(Key.Key_V, ctrl)
    assert len(mapper.map.inferences_on(mapper.claim("It feeds").id)) == 2
    mapper.press(Key.Key_Z, ctrl)
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.map == before


def test_a_branch_goes_into_another_project_with_its_words_and_speakers(mapper: Person) -> None:
    mapper.press(Key.Key_W, ctrl)
    mapper.click("Look at the sample")
    sample = mapper.map
    mapper.press(Key.Key_Down)
    top = mapper.selected
    mapper.press(Key.Key_C, ctrl)
    mapper.press(Key.Key_W, ctrl)
    mapper.click("New empty map")
    mapper.view.setFocus()
    mapper.press(Key.Key_V, ctrl)

    assert mapper.selected == top
    assert mapper.map.project.id != sample.project.id
    assert mapper.map.marks_in(mapper.map.sources()[0].id)
    names = {speaker.name for speaker in sample.speakers()}
    assert {speaker.name for speaker in mapper.map.speakers()} <= names
    mapper.press(Key.Key_Z, ctrl)
    assert len(mapper.map) == 1


def test_what_hangs_below_a_selected_claim_is_not_copied_twice(mapper: Person) -> None:
    build(mapper)
    before = len(mapper.texts())
    mapper.click_claim("Bread is good")
    mapper.press(Key.Key_Down, shift)
    mapper.press(Key.Key_C, ctrl)
    mapper.click_empty_map()
    mapper.press(Key.Key_V, ctrl)

    assert len(mapper.texts()) == before + 4
    assert [c.text for c in mapper.map.top_claims()] == [
        *("Bread is good", "Cake is good", "Bread is good"),
    ]


def test_nothing_and_nonsense_are_answered_with_a_sentence(mapper: Person) -> None:
    mapper.press(Key.Key_V, ctrl)
    assert "no branch and no text" in mapper.advice
    for key in (Key.Key_C, Key.Key_X):
        mapper.press(key, ctrl)
        assert "copied first" in mapper.advice
    for content in (b"\xff", json.dumps({"format": "rejoinder branch", "roots": []}).encode()):
        broken = QMimeData()
        broken.setData(KIND, content)
        QGuiApplication.clipboard().setMimeData(broken)
        mapper.press(Key.Key_V, ctrl)
        assert mapper.texts() == []
    assert "version must be 1" in mapper.advice
    QGuiApplication.clipboard().setText("x\n" * 10_001)
    mapper.press(Key.Key_V, ctrl)
    assert "too long" in mapper.advice


def test_while_a_claim_is_edited_the_keys_are_the_editors(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_F2)
    mapper.press(Key.Key_A, ctrl)
    mapper.press(Key.Key_C, ctrl)
    mapper.press(Key.Key_Escape)

    assert QGuiApplication.clipboard().text() == "Cake is good"
    assert not QGuiApplication.clipboard().mimeData().hasFormat(KIND)
