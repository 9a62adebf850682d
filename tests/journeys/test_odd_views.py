"""Odd orders of looking and editing: a branch alone, neighbours, filters, folds."""

from PySide6.QtCore import QPoint, Qt

from app import edits
from tests.journeys.driver import Person
from tests.journeys.looking import check, only, sees, shown

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
left = Qt.MouseButton.LeftButton


# A branch alone


def test_the_claim_whose_branch_is_shown_alone_is_deleted_and_comes_back(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_Delete)
    assert len(shown(viewer)) == 11
    check(viewer)
    viewer.press(Key.Key_Z, ctrl)
    assert sees(viewer, "The war’s scale")
    check(viewer)
    viewer.press(Key.Key_0, alt)
    assert len(shown(viewer)) == 13
    check(viewer)


def test_a_sibling_of_the_branch_that_is_shown_alone_is_seen(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_Return)
    viewer.write("Something else")
    assert viewer.selected == "Something else"
    assert sees(viewer, "Something else")


def test_a_free_claim_is_seen_though_a_branch_is_shown_alone(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_N)
    viewer.write("Something else")
    assert sees(viewer, "Something else")
    viewer.press(Key.Key_F6, shift)
    check(viewer)


def test_going_up_from_the_branch_that_is_shown_alone_stays(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_Up)
    assert viewer.selected.startswith("The war’s scale")
    check(viewer)


def test_a_step_alone_by_its_pill(viewer: Person) -> None:
    viewer.click_pill_above("There is neither")
    viewer.press(Key.Key_F6)
    assert any(text.startswith("There is neither") for text in shown(viewer))
    assert not any(text.startswith("Putin is unlikely") for text in shown(viewer))
    viewer.press(Key.Key_Delete)
    check(viewer)
    viewer.press(Key.Key_Z, ctrl)
    assert sees(viewer, "There is neither")


def test_the_way_back_does_not_lead_to_what_is_gone(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F6)
    viewer.click_claim("Trump’s approach")
    viewer.press(Key.Key_F6)
    claim = viewer.claim("If advisors").id
    step = viewer.step_of("If advisors").inference.id
    viewer.project.view.performer.do(lambda m: edits.remove(m, element=claim, of=step))
    viewer.press(Key.Key_F6, shift)
    check(viewer)
    assert "Putin is unlikely" in " ".join(shown(viewer))
    viewer.press(Key.Key_F6, shift)
    check(viewer)
    assert not viewer.project.view.scope_bar.isVisible()


def test_the_way_back_does_not_grow_by_going_there_again(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_0, alt)
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_F6, shift)
    assert len(shown(viewer)) == 13
    viewer.press(Key.Key_F6, shift)
    assert len(shown(viewer)) == 13


# Neighbours


def test_neighbours_with_nothing_selected_are_those_of_the_first_claim(viewer: Person) -> None:
    viewer.click_empty_map()
    viewer.press(Key.Key_1, alt)
    check(viewer)
    assert 1 < len(shown(viewer)) < 13
    viewer.press(Key.Key_Delete)
    viewer.press(Key.Key_F6)
    viewer.press(Key.Key_F)
    check(viewer)
    viewer.press(Key.Key_0, alt)
    assert len(shown(viewer)) == 13


def test_deleting_among_the_neighbours(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_1, alt)
    viewer.press(Key.Key_Delete)
    check(viewer)
    assert viewer.selected.startswith("Putin is unlikely")
    viewer.press(Key.Key_Z, ctrl)
    check(viewer)
    assert sees(viewer, "If advisors")


def test_nothing_is_folded_unseen_while_only_some_is_shown(viewer: Person) -> None:
    folded = viewer.project.view.reading.folded
    viewer.click_claim("Putin would exploit")
    viewer.press(Key.Key_2, alt)
    for key, held in (
        (Key.Key_F, ()),
        (Key.Key_F, (shift,)),
        (Key.Key_PageDown, (alt,)),
        (Key.Key_PageUp, (alt,)),
    ):
        viewer.press(key, *held)
        assert "only some" in viewer.advice
        check(viewer)
    viewer.press(Key.Key_0, alt)
    assert viewer.project.view.reading.folded == folded
    assert len(shown(viewer)) == 13


def test_the_badge_of_a_neighbour_leads_on_to_it(viewer: Person) -> None:
    viewer.click_claim("Putin is unlikely")
    viewer.press(Key.Key_1, alt)
    assert not any(text.startswith("Trump’s approach") for text in shown(viewer))
    box = viewer.forest.places_of(viewer.claim("If advisors").id)[0]
    rect = viewer.view.view_rect(box.rect).toRect()
    viewer.view.grab()
    spots = (QPoint(rect.center().x(), y) for y in range(rect.top(), rect.bottom() + 30, 2))
    badge = next(spot for spot in spots if viewer.view.badge_at(spot.toPointF()))
    viewer.bot.mouseClick(viewer.view.viewport(), left, pos=badge)
    assert viewer.selected.startswith("If advisors")
    assert any(text.startswith("Trump’s approach") for text in shown(viewer))


def test_all_is_selected_and_deleted_whatever_is_shown(viewer: Person) -> None:
    for key, held in ((Key.Key_F6, ()), (Key.Key_1, (alt,)), (Key.Key_F, ())):
        before = viewer.map
        viewer.click_claim("If advisors")
        viewer.press(key, *held)
        viewer.press(Key.Key_A, ctrl)
        viewer.press(Key.Key_Delete)
        check(viewer)
        viewer.press(Key.Key_Z, ctrl)
        assert viewer.map == before
        check(viewer)
        viewer.press(Key.Key_0, alt)
    viewer.press(Key.Key_A, ctrl)
    viewer.press(Key.Key_Delete)
    assert viewer.texts() == []
    check(viewer)
    viewer.press(Key.Key_N)
    viewer.write("Anew")
    assert viewer.texts() == ["Anew"]


def test_what_is_hidden_is_not_deleted_unseen(viewer: Person) -> None:
    """What was selected and then left out of sight is selected no more."""
    viewer.click_claim("Financial")
    viewer.project.view.showing.focus_on(viewer.claim("The war’s scale").id)
    check(viewer)
    viewer.press(Key.Key_Delete)
    assert "Financial pressures and pro-Russian leaders divide the allies." in viewer.texts()


# Filters


def test_folding_under_a_filter_does_nothing_odd(viewer: Person) -> None:
    only(viewer, "The Washington Post")
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F)
    check(viewer)
    viewer.project.view.filtering.show_only(None)
    check(viewer)


def test_a_selection_that_a_filter_hides_is_given_up(viewer: Person) -> None:
    viewer.click_claim("It reflects")
    only(viewer, "Thomas Graham")
    check(viewer)
    assert viewer.selected == ""


def test_a_filter_in_a_branch_that_has_nothing_of_it(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    only(viewer, "The Washington Post")
    check(viewer)
    viewer.view.setFocus()
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_F3, Key.Key_F4):
        viewer.press(key)
        check(viewer)
    viewer.press(Key.Key_0, alt)
    assert len(shown(viewer)) == 13


def test_a_claim_is_added_under_a_filter(viewer: Person) -> None:
    only(viewer, "The Washington Post")
    viewer.click_claim("Russia is quietly")
    viewer.press(Key.Key_Tab)
    viewer.write("It hopes for concessions")
    assert sees(viewer, "It hopes")
    viewer.press(Key.Key_Z, ctrl)
    check(viewer)
    viewer.press(Key.Key_Y, ctrl)
    assert sees(viewer, "It hopes")


def test_whose_words_are_the_filter_goes(viewer: Person) -> None:
    only(viewer, "Thomas Graham")
    viewer.view.setFocus()
    viewer.press(Key.Key_A, ctrl)
    viewer.press(Key.Key_Delete)
    check(viewer)
    viewer.press(Key.Key_Z, ctrl)
    check(viewer)


# The arrows begin where something is shown


def test_the_arrows_begin_at_what_is_shown(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F6)
    viewer.click_empty_map()
    viewer.press(Key.Key_Down)
    assert viewer.selected.startswith("If advisors")
    check(viewer)
