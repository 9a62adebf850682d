"""The window around the map: projects, themes, zoom, panes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app import edits
from app.layout.boxes import CardBox
from app.model.elements import Polarity
from app.settings import load_settings
from storage.shared import write_shared_project
from tests.journeys.driver import Person
from tests.journeys.sharing import choosing, share
from tests.make_sample import build_sample

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier


def test_projects_are_listed_with_size_and_age_and_opened_by_mouse(
    reader: Person,
) -> None:
    reader.press(Key.Key_W, ctrl)
    page = reader.window.start_page
    index = page.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Putin and peace talks"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "13 claims · today"
    QAbstractItemModelTester(page.list.model(), page)
    QApplication.processEvents()
    place = page.list.visualRect(index).center()
    reader.bot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.map.project.title == "Putin and peace talks"


def test_the_sample_is_put_into_the_library_once(reader: Person) -> None:
    reader.press(Key.Key_W, ctrl)
    reader.click("Look at the sample")
    reader.press(Key.Key_W, ctrl)
    assert reader.window.start_page.list.model().rowCount() == 1


def test_a_shared_project_opens_in_place(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "shared.rejoinder"
    write_shared_project(build_sample(), path)
    person = Person(qtbot, tmp_path, path)
    assert person.map.project.title == "Putin and peace talks"
    assert person.window.status.place.text() == "Shared file: shared"
    person.view.setFocus()
    person.press(Key.Key_N)
    person.write("An afterthought")
    person.close()
    again = Person(qtbot, tmp_path, path)
    assert "An afterthought" in again.texts()
    again.close()


def test_an_article_named_at_the_start_begins_a_project(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bread.md"
    path.write_text("# On bread\n\nBread is good.", encoding="utf-8")
    person = Person(qtbot, tmp_path, path)
    person.take_in()
    assert person.map.project.title == "On bread"
    person.close()


def test_a_copy_to_share_gets_its_ending(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, tmp_path / "copy")
    share(reader)
    assert (tmp_path / "copy.rejoinder").is_file()


def test_a_project_is_renamed_and_that_can_be_undone(
    reader: Person, answer: Callable[[str | None], None]
) -> None:
    answer("Peace talks")
    reader.project.actions_by_name["rename_project"].trigger()
    assert reader.window.windowTitle() == "Peace talks — Rejoinder"
    reader.press(Key.Key_Z, ctrl)
    assert reader.window.windowTitle() == "Putin and peace talks — Rejoinder"


def test_the_chosen_theme_is_used_and_kept(reader: Person, tmp_path: Path) -> None:
    reader.window.actions_by_name["theme_dark"].trigger()
    ground = reader.view.grab().toImage().pixelColor(3, 3)
    assert ground.lightness() < 60
    assert load_settings(tmp_path / "settings.json").theme == "dark"
    reader.window.actions_by_name["theme_light"].trigger()
    assert reader.view.grab().toImage().pixelColor(3, 3).lightness() > 200
    reader.window.actions_by_name["theme_system"].trigger()
    assert load_settings(tmp_path / "settings.json").theme == "system"


def test_zooming_keeps_what_is_in_the_middle(reader: Person) -> None:
    view = reader.view
    middle = view.exposed().center
    reader.press(Key.Key_Plus, ctrl)
    reader.press(Key.Key_Minus, ctrl)
    assert abs(view.exposed().center.x - middle.x) < 3
    reader.press(Key.Key_0, ctrl)
    assert view.zoom == 1
    reader.press(Key.Key_F3)
    bounds = reader.forest.bounds
    assert view.exposed().united(bounds) == view.exposed()
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_F4)
    assert view.zoom > 1


def test_the_wheel_scrolls_and_with_ctrl_zooms_about_the_pointer(reader: Person) -> None:
    view = reader.view
    place = QPointF(300, 200)
    here = view.scene_point(place)
    turn(view.viewport(), place, 120, ctrl)
    after = view.scene_point(place)
    assert abs(here.x - after.x) + abs(here.y - after.y) < 3
    before = view.verticalScrollBar().value()
    turn(view.viewport(), place, -120)
    assert view.verticalScrollBar().value() > before


def turn(
    widget: object,
    place: QPointF,
    by: int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    event = QWheelEvent(
        place,
        place,
        QPoint(0, 0),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)  # type: ignore[arg-type]


def test_dragging_the_ground_moves_the_map(reader: Person) -> None:
    view = reader.view
    x = view.horizontalScrollBar().value()
    port = view.viewport()
    ground = QPoint(port.width() // 2, port.height() - 20)
    reader.bot.mousePress(port, Qt.MouseButton.LeftButton, pos=ground)
    reader.bot.mouseMove(port, ground + QPoint(-50, -10))
    reader.bot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=ground + QPoint(-50, -10))
    assert view.horizontalScrollBar().value() == x + 50


def test_the_small_map_goes_where_it_is_clicked(reader: Person) -> None:
    reader.press(Key.Key_0, ctrl)
    minimap = reader.project.view.canvas.minimap
    reader.bot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(20, 50))
    left = reader.view.exposed().center.x
    reader.bot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(110, 50))
    assert reader.view.exposed().center.x > left
    assert not minimap.grab().isNull()


def test_double_click_edits_a_card_and_makes_a_claim_on_the_ground(reader: Person) -> None:
    reader.click_claim("Russia is quietly", twice=True)
    reader.write(" Perhaps.")
    assert "Russia is quietly rooting for Trump’s victory. Perhaps." in reader.texts()
    reader.click_empty_map(twice=True)
    reader.write("Something else")
    assert "Something else" in reader.texts()


def test_panes_fold_away(reader: Person) -> None:
    view = reader.project.view
    reader.press(Key.Key_1, ctrl)
    reader.press(Key.Key_2, ctrl)
    assert not view.article.isVisible()
    assert not view.inspector.isVisible()
    reader.press(Key.Key_1, ctrl)
    assert view.article.isVisible()


def test_a_claim_that_is_used_again_is_drawn_once_and_referred_to(reader: Person) -> None:
    claim = reader.claim("Russia is quietly").id
    lough = reader.claim("If advisors").id
    reader.project.view.performer.do(
        lambda m: edits.add_step(m, target=lough, polarity=Polarity.ATTACK, premise=claim)
    )
    boxes = reader.forest.places_of(claim)
    contents = [box.shape.content for box in boxes if isinstance(box, CardBox)]
    assert [content.full for content in contents] == [True, False]
    reader.click_claim("Russia is quietly")
    assert not reader.view.grab().isNull()


def test_a_text_too_long_for_its_card_is_shown_when_pointed_at(
    mapper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _w: shown.append(text))
    mapper.project.view.performer.do(lambda m: edits.add_claim(m, text="<b>word</b> " * 600))
    mapper.press(Key.Key_F3)
    (box,) = mapper.drawn().values()
    assert box.shape.cut
    assert box.shape.lines[-1].endswith("…")
    point_at(mapper, mapper.view.view_rect(box.rect).center())
    assert shown
    assert "&lt;b&gt;word" in shown[0]


def point_at(person: Person, place: QPointF) -> None:
    spot = QPoint(round(place.x()), round(place.y()))
    event = QHelpEvent(QEvent.Type.ToolTip, spot, person.view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(person.view.viewport(), event)


def test_the_place_of_the_window_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    first = Person(qtbot, tmp_path)
    first.window.resize(1111, 777)
    first.close()
    second = Person(qtbot, tmp_path)
    second.close()
    assert (tmp_path / "window.ini").read_text(encoding="utf-8").startswith("[General]")


def test_a_far_away_map_is_painted_as_blocks(reader: Person) -> None:
    reader.view.set_zoom(0.2)
    assert not reader.view.grab().isNull()
    reader.click_claim("Russia is quietly")
    assert reader.selected.startswith("Russia")
