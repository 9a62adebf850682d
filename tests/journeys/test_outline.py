"""Working in the outline, which is the same map as a tree."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from app.model.role import Role
from tests.journeys.outliner import ROWS, Outliner
from widgets.canvas.editor import CardEditor

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NOWHERE = QModelIndex()


def test_a_whole_map_is_built_in_the_outline_by_keys(builder: Outliner) -> None:
    person = builder.person
    assert builder.shown() == ROWS
    roles = {text: person.step_of(text).role for text in ROWS[1:]}
    assert list(roles.values()) == [
        *(Role.REASON, Role.REASON, Role.UNDERCUTTER, Role.OBJECTION, Role.REBUTTAL)
    ]
    assert builder.tree.hasFocus()
    assert person.selected == "Toast it"


def test_the_words_of_a_new_claim_are_asked_for_where_the_person_works(builder: Outliner) -> None:
    person = builder.person
    person.press(Key.Key_Tab)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CardEditor)
    assert builder.tree.isAncestorOf(editor)
    person.press(Key.Key_Escape)
    assert builder.shown() == ROWS
    assert builder.tree.hasFocus()
    assert builder.chosen() == ["Toast it"]
    person.click_claim("Toast it")
    person.press(Key.Key_Tab)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CardEditor)
    assert person.view.isAncestorOf(editor)
    person.write("Toast is good")
    assert builder.shown() == [*ROWS, "Toast is good"]


def test_commands_from_the_palette_are_for_the_outline_too(builder: Outliner) -> None:
    person = builder.person
    person.press(Key.Key_K, ctrl)
    person.type("Another of the same kind")
    person.press(Key.Key_Return)
    person.write("Freeze it")
    assert builder.shown() == [*ROWS, "Freeze it"]
    assert builder.tree.hasFocus()


def test_a_new_claim_and_its_words_are_one_step_to_undo(builder: Outliner) -> None:
    builder.person.press(Key.Key_Return)
    builder.person.write("Freeze it")
    assert builder.shown() == [*ROWS, "Freeze it"]
    builder.person.press(Key.Key_Z, ctrl)
    assert builder.shown() == ROWS


def test_words_are_edited_here_and_follow_those_on_the_map(builder: Outliner) -> None:
    person = builder.person
    builder.click("It feeds")
    person.press(Key.Key_F2)
    person.write(" us")
    assert person.claim("It feeds").text == "It feeds us"
    builder.click("Toast it", twice=True)
    person.write("!")
    assert "Toast it!" in person.drawn()
    person.click_claim("Toast it!")
    person.press(Key.Key_F2)
    person.write("!")
    assert builder.shown()[-1] == "Toast it!!"
    builder.click("It grows stale")
    person.type("?")
    person.press(Key.Key_Return)
    assert "It grows stale?" in builder.shown()


def test_keys_change_the_map_as_they_do_there(builder: Outliner) -> None:
    person = builder.person
    builder.click("It grows stale")
    person.press(Key.Key_Up, ctrl)
    assert builder.shown() == [ROWS[0], *ROWS[4:], *ROWS[1:4]]
    person.press(Key.Key_R, alt, shift)
    assert person.step_of("It grows stale").role is Role.REASON
    assert builder.chosen() == ["It grows stale"]
    person.press(Key.Key_Delete, shift)
    assert person.step_of("Toast it").role is Role.OBJECTION
    assert builder.tree.hasFocus()
    builder.click("It feeds")
    person.press(Key.Key_Delete)
    assert "It feeds" not in builder.shown()


def test_arrows_move_from_row_to_row(builder: Outliner) -> None:
    person = builder.person
    builder.click("Bread is good")
    for text in ROWS[1:]:
        person.press(Key.Key_Down)
        assert person.selected == text
    person.press(Key.Key_Left)
    assert person.selected == "It grows stale"
