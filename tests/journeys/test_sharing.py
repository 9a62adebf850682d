"""A project shared, mailed, opened in place, worked on, and taken into a library."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.model.elements import Claim
from storage.shared import read_shared_project
from tests.journeys.driver import Person
from tests.journeys.sharing import choosing, look_at, place, share
from tests.journeys.test_rescue_from_the_window import damage
from tests.journeys.test_several_documents import drop
from widgets.application import Application
from widgets.sharing.present_box import PresentBox
from widgets.sharing.share_dialog import ShareDialog
from widgets.upkeep.rescue_dialog import RescueDialog

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = "ask Anna before this goes out"


@pytest.fixture
def baker(mapper: Person) -> Person:
    """Somebody with a small map, a note of their own, and a claim that was removed."""
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.press(Key.Key_Tab)
    mapper.write("It feeds")
    claim = mapper.claim("Bread").id
    mapper.project.view.performer.do(lambda m: edits.set_note(m, claim=claim, note=NOTE))
    mapper.press(Key.Key_N)
    mapper.write("Never mind")
    mapper.press(Key.Key_Delete)
    return mapper


@pytest.fixture
def friend(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody else, with a library of their own."""
    one = Person(qtbot, folder_of_friend(tmp_path))
    yield one
    one.close()


def folder_of_friend(tmp_path: Path) -> Path:
    folder = tmp_path / "friend"
    folder.mkdir(exist_ok=True)
    return folder


def mailed(sender: Person, folder: Path, monkeypatch: pytest.MonkeyPatch, *parts: str) -> Path:
    """What a friend gets when a copy is saved and mailed."""
    path = folder / "out" / "bread.rejoinder"
    path.parent.mkdir(exist_ok=True)
    choosing(monkeypatch, path)
    share(sender, *parts)
    return Path(shutil.copy(path, folder_of_friend(folder) / "bread.rejoinder"))


def add(person: Person, text: str) -> None:
    look_at(person)
    person.view.setFocus()
    person.press(Key.Key_N)
    person.write(text)


def open_in_place(person: Person, path: Path) -> None:
    look_at(person)
    person.window.beginning.open_file(path)


def take(person: Person) -> None:
    person.click("Take into my library")
    person.bot.waitUntil(lambda: person.sees("in your library now"))


def bar(person: Person) -> str:
    shown = person.window.guests.bar
    return shown.words.text() if shown.isVisible() else ""


def test_a_copy_is_mailed_worked_on_in_place_and_taken_in(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    held = path.read_bytes()
    assert NOTE.encode() not in held
    assert b"Never mind" not in held
    open_in_place(friend, path)
    assert friend.texts() == ["Bread is good", "It feeds"]
    assert place(friend) == "Shared file: bread"
    assert "bread.rejoinder" in bar(friend)
    add(friend, "Butter is better")
    take(friend)
    assert place(friend) == "Library: library"
    assert bar(friend) == ""
    friend.press(Key.Key_Z, ctrl)
    assert friend.texts() == ["Bread is good", "It feeds"]
    friend.press(Key.Key_Z, ctrl, shift)
    add(friend, "Jam, too")
    assert "Jam, too" not in {c.text for c in read_shared_project(path).every(Claim)}
    assert "Butter is better" in {c.text for c in read_shared_project(path).every(Claim)}


def test_a_copy_with_its_history_can_be_undone_by_the_friend(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch, "history")
    assert NOTE.encode() not in path.read_bytes()
    open_in_place(friend, path)
    take(friend)
    friend.press(Key.Key_Z, ctrl)
    assert "Never mind" in friend.texts()


def test_what_goes_along_is_remembered(
    baker: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, tmp_path / "a.rejoinder")
    share(baker, "notes")
    assert NOTE.encode() in (tmp_path / "a.rejoinder").read_bytes()
    baker.press(Key.Key_S, ctrl, shift)
    dialog = baker.dialog(ShareDialog)
    assert dialog.boxes["notes"].isChecked()
    assert not dialog.boxes["history"].isChecked()
    baker.bot.keyClick(dialog, Key.Key_Escape)


@pytest.mark.parametrize("way", ["replace", "both", "cancel"])
def test_a_copy_that_comes_back_replaces_mine_stands_beside_it_or_waits(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    open_in_place(friend, path)
    add(friend, "Butter is better")
    friend.press(Key.Key_W, ctrl)
    mine = baker.map.project.id
    open_in_place(baker, path)
    baker.click("Take into my library")
    box = baker.dialog(PresentBox)
    assert "already" in box.text()
    if way == "cancel":
        baker.bot.keyClick(box, Key.Key_Escape)
        assert place(baker) == "Shared file: bread"
        return
    (box.replace if way == "replace" else box.both).click()
    baker.bot.waitUntil(lambda: place(baker) == "Library: library")
    assert "Butter is better" in baker.texts()
    if way == "replace":
        assert baker.map.project.id == mine
        assert baker.claim("Bread").note == NOTE
        baker.window.activateWindow()
        baker.view.setFocus()
        baker.press(Key.Key_Z, ctrl)
        assert baker.texts() == ["Bread is good", "It feeds"]
        baker.press(Key.Key_Z, ctrl)
        assert "Never mind" in baker.texts(), "its own history stays"
    else:
        assert baker.map.project.id != mine
        assert baker.map.project.title == "Of bread and butter — shared copy"
        baker.window.projects.open(mine)
        assert baker.texts() == ["Bread is good", "It feeds"]


def test_a_copy_of_what_is_in_the_bin_takes_that_out_again(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    open_in_place(friend, path)
    add(friend, "Butter is better")
    friend.press(Key.Key_W, ctrl)
    baker.window.close_project()
    baker.window.activateWindow()
    baker.bot.waitUntil(lambda: QApplication.activeWindow() is baker.window)
    baker.window.start_page.list.setFocus()
    baker.press(Key.Key_Delete)
    assert baker.sees("in the bin")
    open_in_place(baker, path)
    baker.click("Take into my library")
    box = baker.dialog(PresentBox)
    assert "in the bin" in box.text()
    box.replace.click()
    baker.bot.waitUntil(lambda: place(baker) == "Library: library")
    assert "Butter is better" in baker.texts()
    baker.window.close_project()
    assert [project.binned for project in baker.window.start_page.projects] == [None]


def test_the_same_copy_taken_over_again_changes_nothing(
    baker: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    open_in_place(baker, path)
    baker.click("Take into my library")
    baker.dialog(PresentBox).replace.click()
    assert baker.sees("was as in the shared file already")
    assert baker.claim("Bread").note == NOTE


def test_a_file_that_can_only_be_read_is_shown_and_can_be_taken_in(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    monkeypatch.setattr("storage.shared.may_write", lambda _path: False)  # root may always
    open_in_place(friend, path)
    assert "can only be read" in bar(friend)
    held = path.read_bytes()
    friend.view.setFocus()
    friend.press(Key.Key_F)  # looking around is no edit
    assert friend.banner == ""
    friend.project.view.performer.do(lambda m: edits.add_claim(m, text="Jam"))
    assert "reading only" in friend.banner
    friend.click("Close")
    take(friend)
    assert path.read_bytes() == held
    add(friend, "Jam, too")
    assert "Jam, too" in friend.texts()


def test_a_damaged_file_is_rescued_in_place(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(80):
        make = partial(edits.add_claim, text=f"Claim {number} " * 20)
        baker.project.view.performer.do(make)
    path = mailed(baker, tmp_path, monkeypatch)
    damage(path)
    held = path.read_bytes()
    open_in_place(friend, path)
    assert "damaged" in friend.banner
    ways = [button.text() for button in friend.window.banner.findChildren(QAbstractButton)]
    assert "Go back to a backup…" not in ways, "a shared file has none"
    friend.click("Rescue what can be read…")
    report = friend.dialog(RescueDialog)
    assert "claims" in report.report.toPlainText()
    report.close()
    assert place(friend) == "Shared file: bread"
    assert friend.texts()
    (aside,) = path.parent.glob("bread*damaged*")
    assert aside.read_bytes() == held
    take(friend)
    assert place(friend) == "Library: library"


def test_a_file_that_is_no_project_leaves_the_library_open(baker: Person, tmp_path: Path) -> None:
    for name, held, why in (
        ("empty", b"", "is empty"),
        ("list", b"bread, butter" * 99, "not a Rejoinder library"),
    ):
        path = tmp_path / f"{name}.rejoinder"
        path.write_bytes(held)
        open_in_place(baker, path)
        assert path.name in baker.banner
        assert why in baker.banner
        assert place(baker) == "Library: library"
        assert path.read_bytes() == held
        assert baker.texts(), "what was open stays open"


def test_a_file_that_vanishes_is_told_of_and_a_copy_can_be_saved(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    open_in_place(friend, path)
    path.unlink()
    friend.project.view.performer.do(lambda m: edits.add_claim(m, text="Jam"))
    assert "moved, deleted or replaced" in friend.banner
    friend.window.actions_by_name["take_in"].trigger()
    friend.bot.waitUntil(lambda: friend.sees("could not be opened"))
    friend.project.view.performer.do(lambda m: edits.add_claim(m, text="Jam"))
    choosing(monkeypatch, tmp_path / "again.rejoinder")
    QApplication.processEvents()  # a person waits until it is shown
    friend.click("Save a copy elsewhere…")
    assert read_shared_project(tmp_path / "again.rejoinder") == friend.map


def test_one_file_in_two_windows_stays_in_step(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    open_in_place(friend, path)
    open_in_place(baker, path)
    add(baker, "Butter is better")
    friend.bot.waitUntil(lambda: "Butter is better" in friend.texts())
    open_in_place(friend, path)  # once more, in the same window
    assert "Butter is better" in friend.texts()


@pytest.mark.parametrize("where", ["start page", "map", "article"])
def test_a_file_that_is_dropped_opens_in_place(
    baker: Person, friend: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    if where == "start page":
        drop(friend.window.start_page, [path])
    else:
        friend.click("Look at the sample")
        view = friend.project.view
        drop(view.article if where == "article" else view.canvas.view.viewport(), [path])
    assert place(friend) == "Shared file: bread"
    assert "Bread is good" in friend.texts()


def test_a_file_that_the_desktop_hands_over_opens_in_place(
    baker: Person, qapp: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    assert place(baker) == "Library: library", "too early"
    qapp.hand_files_to(baker.window.beginning.open_file)
    assert place(baker) == "Shared file: bread"
    baker.window.close_project()
    QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    assert place(baker) == "Shared file: bread"


def test_the_own_library_opened_as_a_file_is_no_guest(baker: Person, tmp_path: Path) -> None:
    open_in_place(baker, tmp_path / "library.sqlite")
    assert place(baker) == "Library: library"
    assert bar(baker) == ""
    assert baker.window.start_page.list.model().rowCount() == 1


def test_there_is_nothing_to_take_in_at_home(baker: Person) -> None:
    action = baker.window.actions_by_name["take_in"]
    assert not action.isEnabled()
    baker.window.close_project()
    assert not action.isEnabled()


def test_without_a_library_it_cannot_be_taken_in_and_that_is_said(
    qtbot: QtBot, baker: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailed(baker, tmp_path, monkeypatch)
    (folder_of_friend(tmp_path) / "library.sqlite").mkdir()
    person = Person(qtbot, folder_of_friend(tmp_path))
    open_in_place(person, path)
    person.click("Take into my library")
    assert "No library is open" in person.banner
    person.close()


def test_a_copy_that_cannot_be_read_from_the_library_is_told_and_tried_again(
    baker: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").write_text("in the way", encoding="utf-8")
    choosing(monkeypatch, tmp_path / "gone" / "a.rejoinder")
    baker.press(Key.Key_S, ctrl, shift)
    baker.dialog(ShareDialog)._order()
    baker.bot.waitUntil(lambda: baker.sees("could not be"))
    (tmp_path / "gone").unlink()
    baker.click("Try again")
    baker.bot.waitUntil(lambda: baker.sees("Saved a.rejoinder"))
