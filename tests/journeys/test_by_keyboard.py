"""Building and changing a map with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.elements import Polarity
from app.model.role import Role
from tests.journeys.driver import Person
from widgets.canvas.editor import CardEditor

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def build(person: Person) -> None:
    """A contention, a reason of two premises, an objection, its rebuttal, and an undercutter."""
    person.press(Key.Key_N)
    person.write("Bread is good")
    person.press(Key.Key_Tab)
    person.write("It feeds")
    person.press(Key.Key_C)
    person.write("What feeds is good")
    person.press(Key.Key_U)
    person.write("So does sugar")
    person.press(Key.Key_Up)
    person.press(Key.Key_Up)
    person.press(Key.Key_O)
    person.write("It grows stale")
    person.press(Key.Key_O)
    person.write("Toast it")


def test_a_whole_map_is_built_without_the_mouse(mapper: Person) -> None:
    build(mapper)
    roles = {text: mapper.step_of(text).role for text in mapper.texts() if text != "Bread is good"}
    assert roles == {
        "It feeds": Role.REASON,
        "What feeds is good": Role.REASON,
        "So does sugar": Role.UNDERCUTTER,
        "It grows stale": Role.OBJECTION,
        "Toast it": Role.REBUTTAL,
    }
    assert mapper.step_of("It feeds") is mapper.step_of("What feeds is good")


def test_a_claim_and_its_words_are_one_step_to_undo(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.texts() == []
    mapper.press(Key.Key_Y, ctrl)
    assert mapper.texts() == ["Bread is good"]


def test_a_new_claim_left_without_words_is_taken_back(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.press(Key.Key_Escape)
    assert mapper.texts() == []
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.press(Key.Key_Tab)
    mapper.press(Key.Key_Escape)
    assert mapper.texts() == ["Bread is good"]


def test_enter_adds_siblings_of_the_same_kind_in_their_place(mapper: Person) -> None:
    build(mapper)
    mapper.click_claim("It grows stale")
    mapper.press(Key.Key_Return, ctrl)
    mapper.write("It is dear")
    mapper.press(Key.Key_Return)
    mapper.write("It is plain")
    contention = mapper.claim("Bread is good").id
    texts = [
        (i.polarity, mapper.map.claim(i.premises[0]).text)
        for i in mapper.map.inferences_on(contention)
    ]
    assert texts == [
        (Polarity.SUPPORT, "It feeds"),
        (Polarity.ATTACK, "It is dear"),
        (Polarity.ATTACK, "It is plain"),
        (Polarity.ATTACK, "It grows stale"),
    ]


def test_enter_at_the_top_adds_another_free_claim(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.press(Key.Key_Return)
    mapper.write("Butter is better")
    assert mapper.texts() == ["Bread is good", "Butter is better"]


def test_the_arrows_follow_the_argument(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_Up)
    assert mapper.selected == "It grows stale"
    mapper.press(Key.Key_Up)
    assert mapper.selected == "Bread is good"
    mapper.press(Key.Key_Up)
    assert mapper.selected == "Bread is good"
    mapper.press(Key.Key_Down)
    assert mapper.selected == "It feeds"
    mapper.press(Key.Key_Right)
    assert mapper.selected == "What feeds is good"
    mapper.press(Key.Key_Left)
    mapper.press(Key.Key_Left)
    assert mapper.selected == "It feeds"


def test_the_arrows_begin_at_the_contention(mapper: Person) -> None:
    build(mapper)
    mapper.click_empty_map()
    assert mapper.selected == ""
    mapper.press(Key.Key_Down)
    assert mapper.selected == "Bread is good"


def test_delete_takes_what_hangs_below_and_goes_up(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_Up)
    mapper.press(Key.Key_Delete)
    assert mapper.selected == "Bread is good"
    assert mapper.texts() == ["Bread is good", "It feeds", "So does sugar", "What feeds is good"]
    mapper.press(Key.Key_Z, ctrl)
    assert "Toast it" in mapper.texts()


def test_shift_delete_keeps_what_hangs_below(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_Up)
    mapper.press(Key.Key_Delete, shift)
    assert "It grows stale" not in mapper.texts()
    step = mapper.step_of("Toast it")
    assert step.inference.target == mapper.claim("Bread is good").id
    assert step.inference.polarity is Polarity.SUPPORT


def test_a_reason_is_turned_into_an_objection_and_back(mapper: Person) -> None:
    build(mapper)
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_O, alt, shift)
    assert mapper.step_of("It feeds").role is Role.OBJECTION
    mapper.press(Key.Key_R, alt, shift)
    assert mapper.step_of("It feeds").role is Role.REASON


def test_siblings_change_places(mapper: Person) -> None:
    build(mapper)
    contention = mapper.claim("Bread is good").id
    mapper.click_claim("It grows stale")
    before = [i.id for i in mapper.map.inferences_on(contention)]
    mapper.press(Key.Key_Up, ctrl)
    assert [i.id for i in mapper.map.inferences_on(contention)] == before[::-1]
    mapper.press(Key.Key_Down, ctrl)
    assert [i.id for i in mapper.map.inferences_on(contention)] == before


def test_f2_changes_the_words_and_shift_enter_breaks_the_line(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_F2)
    mapper.press(Key.Key_Return, shift)
    mapper.write("quickly")
    assert mapper.claim("Toast").text == "Toast it\nquickly"


def test_just_typing_goes_on_with_the_words(mapper: Person) -> None:
    build(mapper)
    mapper.type("X")
    assert isinstance(QApplication.focusWidget(), CardEditor)
    mapper.press(Key.Key_Escape)
    assert mapper.claim("Toast").text == "Toast itX"


def test_folding_hides_what_hangs_below_and_says_how_much(mapper: Person) -> None:
    build(mapper)
    mapper.click_claim("It grows stale")
    mapper.press(Key.Key_F)
    assert "Toast it" not in mapper.drawn()
    assert mapper.drawn()["It grows stale"].shape.content.hidden == 1
    mapper.press(Key.Key_F)
    assert "Toast it" in mapper.drawn()
    assert mapper.drawn()["It grows stale"].shape.content.hidden == 0


def test_what_cannot_be_done_is_said_in_a_sentence(mapper: Person) -> None:
    mapper.press(Key.Key_Tab)
    assert mapper.advice == "Select the claim that it bears on first."
    for key in (Key.Key_C, Key.Key_U):
        mapper.press(key)
        assert mapper.advice == "Select a reason or an objection first."
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_F):
        mapper.press(key)
    assert mapper.texts() == []


def test_undo_and_redo_say_in_the_menu_what_they_do(mapper: Person) -> None:
    actions = mapper.project.actions_by_name
    assert not actions["undo"].isEnabled()
    build(mapper)
    mapper.press(Key.Key_Delete)
    assert actions["undo"].text() == "Undo: Delete"
    mapper.press(Key.Key_Z, ctrl)
    assert actions["redo"].text() == "Redo: Delete"
    assert mapper.selected == "Toast it"


def test_a_step_is_selected_by_its_pill_and_backed_or_deleted(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_F3)
    mapper.click_pill_above("It feeds")
    assert mapper.selected == ""
    mapper.press(Key.Key_Tab)
    mapper.write("Hunger is bad")
    assert (
        mapper.step_of("Hunger is bad").inference.target == mapper.step_of("It feeds").inference.id
    )
    mapper.press(Key.Key_F3)
    mapper.click_pill_above("It grows stale")
    mapper.press(Key.Key_Delete)
    assert "Toast it" not in mapper.texts()


def test_all_is_folded_and_shown_again_level_by_level(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_F, shift)
    assert set(mapper.drawn()) == {"Bread is good"}
    mapper.press(Key.Key_PageDown, alt)
    assert "Toast it" not in mapper.drawn()
    assert "It grows stale" in mapper.drawn()
    mapper.press(Key.Key_PageDown, alt)
    assert "Toast it" in mapper.drawn()
    mapper.press(Key.Key_PageUp, alt)
    assert "Toast it" not in mapper.drawn()
    mapper.press(Key.Key_F, shift)
    assert len(mapper.drawn()) == 6


def test_what_is_added_below_a_folded_claim_is_shown(mapper: Person) -> None:
    build(mapper)
    mapper.press(Key.Key_F, shift)
    mapper.click_claim("Bread is good")
    mapper.press(Key.Key_Tab)
    mapper.write("It smells well")
    assert "It smells well" in mapper.drawn()
    mapper.press(Key.Key_F, shift)
    mapper.press(Key.Key_Z, ctrl)
    mapper.press(Key.Key_Y, ctrl)
    assert "It smells well" in mapper.drawn()
