"""On the start page projects are put away, tagged, copied and given other titles."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.errors import StoreError
from storage.library import SqlLibrary, open_library
from storage.project_store import SqlProjectStore
from tests.journeys.driver import Person, places_in
from tests.journeys.librarian import (
    TITLES,
    cards,
    chosen,
    head,
    note,
    replies,
    select,
    shelves,
    shown,
)
from widgets.start.tags_dialog import TagsDialog

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def test_when_the_disk_is_full_the_copies_that_were_made_can_be_taken_back(
    librarian: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    create, room = SqlLibrary.create, iter([True])

    def create_one(library: SqlLibrary, copy: ArgumentMap) -> SqlProjectStore:
        if not next(room, False):
            raise StoreError("The disk is full.")
        return create(library, copy)

    monkeypatch.setattr(SqlLibrary, "create", create_one)
    select(librarian, "The bridge", "Nord Stream 2")
    librarian.press(Key.Key_D, ctrl)
    assert librarian.sees("disk is full")
    librarian.bot.waitUntil(lambda: "Copy of The bridge" in shown(librarian))
    librarian.press(Key.Key_Z, ctrl)
    assert sorted(shown(librarian)) == sorted(TITLES)


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
