"""Stories of presenting a map: forward, back, blank, and where one is afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.layout.arrangement import Arranger
from app.layout.geometry import Rect
from app.model.elements import Claim, Inference
from app.model.outline import Place, Step
from tests.benchmarks.maps import made_map
from tests.journeys.driver import Person
from tests.widgets.scenes import put_into_library
from widgets.laying_out import LayingStoppedError, StoppableMeasure
from widgets.presenting.presentation import Presentation
from widgets.presenting.slides import claims_on, reading_of, show_of, sight_of, slides_of
from widgets.working import Reporter

Key = Qt.Key


@pytest.fixture
def present(viewer: Person) -> Callable[..., Presentation]:
    """Begin to present, by key."""

    def begin(*held: Qt.KeyboardModifier) -> Presentation:
        viewer.press(Key.Key_F5, *held)
        return viewer.dialog(Presentation)

    return begin


def press(shown: Presentation, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(shown, key)


def unseen(shown: Presentation, slides: list[Place]) -> list[int]:
    """The slides that are not on the screen yet."""
    return [n for n, slide in enumerate(slides) if shown.stage.fade(slide.key) == 1]


def test_a_map_is_told_step_by_step(viewer: Person, present: Callable[..., Presentation]) -> None:
    shown = present()
    assert shown.isFullScreen()
    slides = slides_of(reading_of(viewer.map, None))
    assert len(slides) == 12
    told = []
    for n in range(len(slides)):
        assert shown.told == f"{n + 1} of 12"
        assert unseen(shown, slides) == [*range(n + 1, 12)]
        assert shown.stage.fade(slides[n].key) == 0
        told.append(shown.stage.accessibleDescription())
        press(shown, Key.Key_Space)
    assert shown.told == "12 of 12"
    claims = [claim.text for claim in viewer.map.every(Claim)]
    assert all(any(claim in text for text in told) for claim in claims)
    press(shown, Key.Key_Backspace, Key.Key_PageUp, Key.Key_Left)
    assert shown.told == "9 of 12"
    press(shown, Key.Key_Home)
    assert (shown.told, unseen(shown, slides)) == ("1 of 12", [*range(1, 12)])
    press(shown, Key.Key_Up, Key.Key_End, Key.Key_Right, Key.Key_Return)
    assert shown.told == "12 of 12"
    shown.close()


def test_afterwards_the_last_claim_is_selected(
    viewer: Person, present: Callable[..., Presentation]
) -> None:
    viewer.project.actions_by_name["fold_all"].trigger()
    before = viewer.map
    shown = present()
    press(shown, *[Key.Key_PageDown] * 9, Key.Key_Escape)
    assert viewer.selected.startswith("Trump’s approach")
    key = viewer.project.view.selection.key
    assert key
    assert viewer.forest.box(key)
    assert viewer.map is before


def test_the_words_of_the_article_stand_beside_the_claim(
    viewer: Person, present: Callable[..., Presentation]
) -> None:
    shown = present()
    press(shown, *[Key.Key_Space] * 4)
    text = shown.beside.toPlainText()
    assert "Thomas Graham" in text
    assert "via CNN" in text
    assert "told CNN that without Western unity" in text
    assert "5 Nov 2024" in text
    assert "nobody voiced it" in text
    assert text.startswith("A reason for “Putin is unlikely")
    assert viewer.project
    shown.close()


def test_of_many_words_the_first_are_seen_and_the_rest_can_be_scrolled_to(
    present: Callable[..., Presentation],
) -> None:
    shown = present()
    shown.showNormal()
    shown.resize(760, 320)
    QApplication.processEvents()
    bar = shown.beside.verticalScrollBar()
    press(shown, *[Key.Key_Space] * 4)
    assert (bar.value(), shown.beside.has_more) == (0, True)
    text = shown.beside.toPlainText()
    assert "without Western unity" in text
    assert "told CNN that" not in text  # what stands around the words has no room
    QTest.keyClick(shown, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() > 0
    QTest.keyClick(shown, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.value(), shown.told) == (0, "5 of 12")
    shown.close()


def test_only_a_branch_is_presented_from_the_selected_claim(
    viewer: Person, present: Callable[..., Presentation]
) -> None:
    viewer.project.view.selection.set(None)
    viewer.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert "Select the claim" in viewer.advice
    viewer.click_claim("Trump’s approach")
    shown = present(Qt.KeyboardModifier.ShiftModifier)
    assert shown.told == "1 of 2"
    press(shown, Key.Key_Space)
    assert "Russia is quietly rooting" in shown.stage.accessibleDescription()
    press(shown, Key.Key_Backspace, Key.Key_Escape)
    assert viewer.selected.startswith("Trump’s approach")
    step = viewer.step_of("Trump’s approach")
    viewer.project.view.selection.set(step.key)
    shown = present(Qt.KeyboardModifier.ShiftModifier)
    assert shown.told == "1 of 2"
    assert shown.beside.toPlainText().startswith("An objection to “If advisors")
    shown.close()


def test_the_screen_can_be_blank(viewer: Person, present: Callable[..., Presentation]) -> None:
    shown = present()
    press(shown, Key.Key_B)
    assert shown.is_blank
    assert shown.grab().toImage().pixelColor(200, 200).lightness() == 0
    press(shown, Key.Key_Space)
    assert (shown.is_blank, shown.told) == (False, "1 of 12")
    press(shown, Key.Key_Period)
    viewer.bot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert (shown.is_blank, shown.told) == (False, "1 of 12")
    press(shown, Key.Key_B, Key.Key_Escape)
    assert not shown.isVisible()


def test_the_mouse_goes_forward_and_back(
    viewer: Person, present: Callable[..., Presentation]
) -> None:
    shown = present()
    for button, told in (
        (Qt.MouseButton.LeftButton, "2 of 12"),
        (Qt.MouseButton.LeftButton, "3 of 12"),
        (Qt.MouseButton.RightButton, "2 of 12"),
    ):
        viewer.bot.mouseClick(shown.stage.viewport(), button, pos=QPoint(40, 40))
        assert shown.told == told
    shown.close()


def test_what_is_told_is_in_view_and_what_is_to_come_is_not_painted(
    viewer: Person, present: Callable[..., Presentation]
) -> None:
    shown = present()
    before = shown.stage.grab().toImage()
    press(shown, Key.Key_Space)
    assert shown.stage.grab().toImage() != before
    press(shown, Key.Key_Home)
    assert shown.stage.grab().toImage() == before
    shown.resize(800, 500)
    QApplication.processEvents()
    slides = slides_of(reading_of(viewer.map, None))
    for n, slide in enumerate(slides):
        shown.show_slide(n)
        card = slide.premises[0] if isinstance(slide, Step) else slide
        box = shown.stage.box(card)
        assert box
        room = shown.stage.viewport().rect()
        assert room.contains(shown.stage.view_rect(box).toRect())
    shown.close()


def test_the_map_glides_from_step_to_step(reader: Person) -> None:
    reader.press(Key.Key_F5)
    shown = reader.dialog(Presentation)
    press(shown, Key.Key_Space)
    begun = shown.stage.exposed().center
    reader.bot.waitUntil(lambda: not shown.stage.is_gliding)
    assert shown.stage.exposed().center != begun
    shown.close()


def test_a_large_map_is_laid_out_beside_the_window(person: Person, tmp_path: Path) -> None:
    large = made_map(2_000)
    put_into_library(tmp_path, large)
    person.window.projects.open(large.project.id)
    person.press(Key.Key_F5)
    person.press(Key.Key_F5)  # once is enough
    shown = person.dialog(Presentation)
    assert shown.told == f"1 of {len(slides_of(reading_of(large, None)))}"
    press(shown, Key.Key_Space, Key.Key_Escape)
    assert person.selected
    person.press(Key.Key_F5)
    person.window.close_project()
    QApplication.processEvents()
    assert not person.window.findChildren(Presentation)


def test_nobody_waits_for_a_map_that_is_not_wanted_any_more(qapp: QApplication) -> None:
    assert qapp
    reporter = Reporter()
    reporter.stopped.set()
    with pytest.raises(LayingStoppedError):
        show_of(made_map(10), None, Arranger(StoppableMeasure(reporter)))


def test_an_empty_map_says_so(mapper: Person) -> None:
    mapper.press(Key.Key_F5)
    assert "nothing to present" in mapper.advice


def test_every_claim_and_step_of_a_large_map_is_on_a_slide() -> None:
    large = made_map(2_000)
    slides = slides_of(reading_of(large, None))
    steps = [slide.inference.id for slide in slides if isinstance(slide, Step)]
    assert sorted(steps) == sorted(one.id for one in large.every(Inference))
    shown = {claim for slide in slides for claim in claims_on(slide)}
    assert shown == {claim.id for claim in large.every(Claim)}
    seen: set[str] = set()
    for slide in slides:  # nothing bears on what was not shown yet
        above = slide.above
        assert above is None or set(claims_on(above)) & seen
        seen |= set(claims_on(slide))


sides = st.floats(10, 3_000)
places = st.builds(Rect, st.floats(-50_000, 50_000), st.floats(-900, 900), sides, sides)


@given(places, st.none() | places, st.tuples(st.floats(200, 4_000), st.floats(200, 2_200)))
def test_what_is_looked_at_is_always_in_view(
    now: Rect, bears_on: Rect | None, room: tuple[float, float]
) -> None:
    zoom, middle = sight_of(now, bears_on, room)
    across, down = room[0] / zoom / 2 + 0.01, room[1] / zoom / 2 + 0.01
    assert middle.x - across <= now.x
    assert now.right <= middle.x + across
    assert middle.y - down <= now.y
    assert now.bottom <= middle.y + down
