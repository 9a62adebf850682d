"""The start page: finding projects, putting them away, the bin, tags, copies and other titles."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app import edits
from app.model.elements import ProjectId
from app.ports import Miniature
from storage.library import open_library
from tests.journeys.driver import Person, places_in
from widgets.start.cards import Cards
from widgets.start.head import Head
from widgets.start.listing import Order, Shelf
from widgets.start.model import PROJECT
from widgets.start.tags_dialog import TagsDialog

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

TITLES = {"Über die Brücke": 3, "Bread and butter": 1, "Nord Stream 2": 5, "The bridge": 2}
"""The projects, the last one changed last, with how many claims each has."""


@pytest.fixture
def librarian(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody before the start page with four projects."""
    with closing(open_library(places_in(tmp_path).library)) as library:
        for title, count in TITLES.items():
            project = edits.new_map(title=title)
            for number in range(count):
                project = project.apply(edits.add_claim(project, text=f"Claim {number}"))
            library.create(project)
    one = Person(qtbot, tmp_path)
    yield one
    one.close()


def cards(person: Person) -> Cards:
    return person.window.start_page.list


def head(person: Person) -> Head:
    return person.window.start_page.head


def shown(person: Person) -> list[str]:
    """The titles on the page, in their order."""
    return [project.title for project in cards(person).projects]


def chosen(person: Person) -> list[str]:
    return [project.title for project in cards(person).selected]


def shelves(person: Person) -> list[str]:
    bar = head(person).shelves
    return [bar.tabText(place) for place in range(bar.count())]


def note(person: Person) -> str:
    return person.window.start_page.note.text()


def point_of(person: Person, title: str) -> QPoint:
    """The middle of a card."""
    model = cards(person).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (index,) = (index for index in rows if index.data(PROJECT).title == title)
    cards(person).scrollTo(index)
    return cards(person).visualRect(index).center()


def select(person: Person, first: str, *others: str) -> None:
    """Go to a project by the keys that a list has, and click the others with Ctrl."""
    cards(person).select([p.id for p in cards(person).projects if p.title == first])
    for title in others:
        place, button = point_of(person, title), Qt.MouseButton.LeftButton
        person.bot.mouseClick(cards(person).viewport(), button, ctrl, place)
    cards(person).setFocus()


def replies(monkeypatch: pytest.MonkeyPatch, *answers: QMessageBox.StandardButton) -> list[str]:
    """Answer questions; gives what was asked."""
    asked: list[str] = []
    waiting = iter(answers)

    def ask(_parent: object, _title: str, question: str, *_more: object) -> object:
        asked.append(question)
        return next(waiting)

    monkeypatch.setattr(QMessageBox, "question", staticmethod(ask))
    return asked


# Finding


def test_one_types_a_word_without_its_accents_and_enter_opens_the_first(librarian: Person) -> None:
    assert shown(librarian)[0] == "The bridge"
    librarian.type("bruck")
    assert shown(librarian) == ["Über die Brücke"]
    librarian.press(Key.Key_Return)
    assert librarian.map.project.title == "Über die Brücke"


def test_what_matches_nothing_is_said_and_escape_shows_all_again(librarian: Person) -> None:
    librarian.press(Key.Key_F, ctrl)
    librarian.type("bridges & tunnels")
    assert shown(librarian) == []
    assert "bridges & tunnels" in note(librarian)
    librarian.press(Key.Key_Return)
    assert librarian.window.project is None
    librarian.press(Key.Key_Escape)
    assert len(shown(librarian)) == len(TITLES)
    assert note(librarian) == ""
    librarian.press(Key.Key_Escape)
    assert librarian.focus is cards(librarian)


def test_the_order_is_chosen_and_remembered(qtbot: QtBot, librarian: Person) -> None:
    box = head(librarian).order
    for order, titles in (
        (Order.TITLE, ["Bread and butter", "Nord Stream 2", "The bridge", "Über die Brücke"]),
        (Order.CREATED, list(reversed(TITLES))),
        (Order.SIZE, sorted(TITLES, key=lambda title: -TITLES[title])),
    ):
        box.setCurrentIndex(list(Order).index(order))
        box.activated.emit(box.currentIndex())
        assert shown(librarian) == titles
    folder = Path(librarian.window.kept.fileName()).parent
    librarian.close()
    again = Person(qtbot, folder)
    assert shown(again) == sorted(TITLES, key=lambda title: -TITLES[title])
    again.close()


def test_only_projects_in_view_have_their_pictures_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_library(places_in(tmp_path).library)) as library:
        for number in range(120):
            library.create(edits.new_map(title=f"Project {number}"))
    asked: list[str] = []
    person = Person(qtbot, tmp_path)
    picture = cards(person).card.picture

    def ask(key: ProjectId) -> Miniature:
        asked.append(key)
        return picture(key)

    monkeypatch.setattr(cards(person).card, "picture", ask)
    cards(person).scrollToBottom()
    QApplication.processEvents()
    assert shown(person)[-1] == "Project 0"
    assert 0 < len(asked) < 60
    person.close()


# Putting away


def test_projects_are_archived_and_come_back_by_undo_or_by_restoring(librarian: Person) -> None:
    select(librarian, "The bridge", "Nord Stream 2")
    librarian.press(Key.Key_A, ctrl, shift)
    assert shown(librarian) == ["Bread and butter", "Über die Brücke"]
    assert librarian.sees("2 projects are archived")
    assert shelves(librarian) == ["Projects  2", "Archived  2", "Bin"]
    librarian.press(Key.Key_Z, ctrl)
    assert shelves(librarian) == ["Projects  4", "Archived", "Bin"]
    assert not librarian.banner
    select(librarian, "Bread and butter")
    librarian.press(Key.Key_A, ctrl, shift)
    librarian.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shown(librarian) == ["Bread and butter"]
    librarian.press(Key.Key_R, ctrl, shift)
    assert shown(librarian) == []
    assert "Archive a project" in note(librarian)
    assert shelves(librarian) == ["Projects  4", "Archived", "Bin"]


def test_an_archived_project_opens_and_stays_archived(librarian: Person) -> None:
    select(librarian, "Nord Stream 2")
    librarian.press(Key.Key_A, ctrl, shift)
    librarian.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    librarian.press(Key.Key_Return)
    assert librarian.map.project.title == "Nord Stream 2"
    librarian.window.close_project()
    assert shown(librarian) == ["Nord Stream 2"]


def test_delete_puts_into_the_bin_and_the_banner_takes_it_out_again(librarian: Person) -> None:
    select(librarian, "The bridge")
    librarian.press(Key.Key_Delete)
    assert librarian.sees("“The bridge” is in the bin.")
    assert "The bridge" not in shown(librarian)
    librarian.click("Undo")
    assert shown(librarian)[0] == "The bridge"
    librarian.press(Key.Key_Z, ctrl)
    assert "nothing to undo" in librarian.advice


def test_what_is_in_the_bin_is_opened_only_after_it_was_restored(librarian: Person) -> None:
    select(librarian, "The bridge")
    librarian.press(Key.Key_Delete)
    librarian.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert "until you delete it for good" in note(librarian)
    librarian.press(Key.Key_Return)
    assert librarian.window.project is None
    assert librarian.sees("is in the bin")
    QApplication.processEvents()
    librarian.click("Restore and open")
    assert librarian.map.project.title == "The bridge"
    librarian.window.close_project()
    assert shelves(librarian) == ["Projects  4", "Archived", "Bin"]


def test_the_bin_is_emptied_only_after_a_yes(
    librarian: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(librarian, "The bridge", "Nord Stream 2", "Bread and butter")
    librarian.press(Key.Key_Delete)
    librarian.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    buttons = QMessageBox.StandardButton
    asked = replies(monkeypatch, buttons.Cancel, buttons.Yes, buttons.Yes)
    select(librarian, "The bridge")
    librarian.press(Key.Key_Delete)
    assert "“The bridge”" in asked[0]
    assert "cannot be undone" in asked[0]
    assert len(shown(librarian)) == 3
    librarian.press(Key.Key_Delete, shift)
    assert sorted(shown(librarian)) == ["Bread and butter", "Nord Stream 2"]
    librarian.click("Empty the bin…")
    assert "2 projects" in asked[2]
    assert note(librarian) == "The bin is empty."
    with closing(open_library(places_in(tmp_path).library)) as library:
        assert [project.title for project in library.summaries()] == ["Über die Brücke"]
        assert library.in_bin() == []


def test_undo_after_something_else_was_deleted_for_good_is_told(
    librarian: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(librarian, "The bridge")
    librarian.press(Key.Key_Delete)
    librarian.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    replies(monkeypatch, QMessageBox.StandardButton.Yes)
    librarian.press(Key.Key_Delete)
    librarian.press(Key.Key_Z, ctrl)
    assert "nothing to undo" in librarian.advice
    assert len(shown(librarian)) == 0


# Tags


def test_projects_get_tags_and_a_click_on_one_shows_only_those(librarian: Person) -> None:
    select(librarian, "The bridge", "Nord Stream 2")
    librarian.press(Key.Key_T, ctrl)
    dialog = librarian.dialog(TagsDialog)
    librarian.bot.keyClicks(dialog.field, "Europe, energy & gas")
    librarian.bot.keyClick(dialog.field, Key.Key_Return)
    librarian.bot.keyClick(dialog.field, Key.Key_Return)
    librarian.bot.waitUntil(lambda: not dialog.isVisible())
    tagged = {p.title: p.tags for p in cards(librarian).projects if p.tags}
    assert tagged == dict.fromkeys(("The bridge", "Nord Stream 2"), ("Europe", "energy & gas"))
    view = cards(librarian)
    place = view.visualRect(view.index_of(view.projects[0].id))
    librarian.bot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 24, place.bottom() - 24),
    )
    assert librarian.window.project is None
    assert head(librarian).choice.tags == ("Europe",)
    assert shown(librarian) == ["The bridge", "Nord Stream 2"]
    QApplication.processEvents()
    librarian.click("Europe  ×")
    assert len(shown(librarian)) == len(TITLES)
    librarian.window.activateWindow()
    cards(librarian).setFocus()
    librarian.press(Key.Key_Z, ctrl)
    assert not any(project.tags for project in cards(librarian).projects)


def test_a_tag_that_only_some_have_is_left_as_it_is(librarian: Person) -> None:
    commands = librarian.window.projects
    bridge, stream = (p.id for p in cards(librarian).projects[:2])
    commands.say(lambda library: library.keep_tags({bridge: ["a", "b"], stream: ["b"]}))
    select(librarian, "The bridge", "Nord Stream 2")
    librarian.press(Key.Key_T, ctrl)
    dialog = librarian.dialog(TagsDialog)
    assert dialog.box("a").checkState() is Qt.CheckState.PartiallyChecked
    dialog.box("b").click()
    dialog.field.setText("c")
    dialog.accept()
    tags = {project.id: project.tags for project in cards(librarian).projects}
    assert (tags[bridge], tags[stream]) == (("a", "c"), ("c",))


# Copies and titles


def test_a_copy_stands_beside_the_original_and_goes_its_own_way(librarian: Person) -> None:
    select(librarian, "Nord Stream 2")
    for title in ("Copy of Nord Stream 2", "Copy of Nord Stream 2 (2)"):
        select(librarian, "Nord Stream 2")
        librarian.press(Key.Key_D, ctrl)
        assert chosen(librarian) == [title]
    librarian.press(Key.Key_Return)
    assert librarian.map.project.title == "Copy of Nord Stream 2 (2)"
    claim = librarian.claim("Claim 0").id
    librarian.project.view.performer.do(lambda m: edits.set_text(m, claim=claim, text="Otherwise"))
    librarian.window.close_project()
    select(librarian, "Nord Stream 2")
    librarian.press(Key.Key_Return)
    assert librarian.texts() == [f"Claim {number}" for number in range(5)]
    librarian.window.close_project()
    cards(librarian).setFocus()
    librarian.press(Key.Key_Z, ctrl)
    assert "Copy of Nord Stream 2 (2)" not in shown(librarian)


def test_a_project_is_renamed_and_its_own_undo_knows_of_it(
    librarian: Person, answer: Callable[[str | None], None]
) -> None:
    select(librarian, "Bread and butter")
    answer("Of bread")
    librarian.press(Key.Key_F2)
    assert chosen(librarian) == ["Of bread"]
    answer("   ")
    librarian.press(Key.Key_F2)
    assert "needs a title" in librarian.banner
    librarian.press(Key.Key_Return)
    librarian.press(Key.Key_Z, ctrl)
    assert librarian.map.project.title == "Bread and butter"


# By mouse, by menu, and beside others


def test_a_click_opens_and_a_click_with_ctrl_only_selects(librarian: Person) -> None:
    select(librarian, "The bridge", "Bread and butter")
    assert librarian.window.project is None
    assert chosen(librarian) == ["The bridge", "Bread and butter"]
    place = point_of(librarian, "Nord Stream 2")
    librarian.bot.mouseClick(cards(librarian).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert librarian.map.project.title == "Nord Stream 2"


def test_the_menu_offers_what_fits_the_shelf(librarian: Person) -> None:
    offered: list[str] = []

    def look(text: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered[:] = [action.text() for action in menu.actions() if action.text()]
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()

    def choose(text: str) -> None:
        QTimer.singleShot(50, lambda: look(text))
        cards(librarian).customContextMenuRequested.emit(point_of(librarian, "The bridge"))

    select(librarian, "The bridge")
    choose("Put into the bin")
    assert "Archive" in offered
    head(librarian).show_shelf(Shelf.BIN)
    choose("Restore")
    assert offered == ["Restore", "Delete for good…"]
    head(librarian).show_shelf(Shelf.PROJECTS)
    select(librarian, "The bridge")
    choose("Open")
    assert librarian.map.project.title == "The bridge"


def test_what_another_window_does_to_projects_is_soon_seen(
    librarian: Person, tmp_path: Path
) -> None:
    select(librarian, "Nord Stream 2")
    with closing(open_library(places_in(tmp_path).library)) as library:
        bridge = next(p.id for p in library.summaries() if p.title == "The bridge")
        library.put_in_bin(bridge)
        library.create(edits.new_map(title="Made elsewhere"))
    librarian.bot.waitUntil(lambda: "Made elsewhere" in shown(librarian))
    assert "The bridge" not in shown(librarian)
    assert chosen(librarian) == ["Nord Stream 2"]


def test_a_project_that_another_put_into_the_bin_can_still_be_restored_and_opened(
    librarian: Person, tmp_path: Path
) -> None:
    key = cards(librarian).projects[0].id
    with closing(open_library(places_in(tmp_path).library)) as library:
        library.put_in_bin(key)
    librarian.window.projects.open(key)
    assert librarian.sees("is in the bin")
    librarian.click("Restore and open")
    assert librarian.map.project.id == key


def test_what_cannot_be_written_changes_nothing_and_is_said(
    librarian: Person, tmp_path: Path
) -> None:
    select(librarian, "The bridge")
    with closing(open_library(places_in(tmp_path).library)) as other:
        other.delete(cards(librarian).selected[0].id)
        librarian.press(Key.Key_Delete)
    assert librarian.banner
    librarian.press(Key.Key_Z, ctrl)
    assert "nothing to undo" in librarian.advice
