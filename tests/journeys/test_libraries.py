"""Several libraries: made, opened, listed by when they were used, and missed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.places import Places
from app.window import make_window
from tests.journeys.driver import Person, places_in
from tests.journeys.sharing import choose_library, choosing, listed, look_at, place
from widgets.libraries.popup import LibraryPopup

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def teacher(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody who has made a second library and is in it."""
    choosing(monkeypatch, tmp_path / "Teaching")
    choose_library(person, "new")
    return person


def test_a_new_library_is_made_and_is_empty(teacher: Person, tmp_path: Path) -> None:
    assert place(teacher) == "Library: Teaching"
    assert (tmp_path / "Teaching.sqlite").is_file()
    assert teacher.window.start_page.list.model().rowCount() == 0


def test_one_goes_back_to_the_library_before_by_its_name(
    teacher: Person, answer: Callable[..., None]
) -> None:
    answer("Of bread")
    teacher.click("New empty map")
    assert listed(teacher)["Teaching"] == "open now"
    choose_library(teacher, "libr")
    assert place(teacher) == "Library: library"
    assert teacher.window.project is None
    look_at(teacher)
    teacher.bot.mouseClick(teacher.window.status.place, Qt.MouseButton.LeftButton)
    choose_library(teacher, "teach")
    assert teacher.window.start_page.list.model().rowCount() == 1


def test_what_is_being_written_is_kept_when_one_goes_to_another_library(
    teacher: Person, answer: Callable[..., None]
) -> None:
    answer("Of bread")
    teacher.click("New empty map")
    teacher.view.setFocus()
    teacher.press(Key.Key_N)
    teacher.type("Bread is good")
    teacher.window.libraries.use(Path(teacher.window.libraries.last[1]))
    assert place(teacher) == "Library: library"
    teacher.window.libraries.use(Path(teacher.window.libraries.last[1]))
    teacher.window.start_page.list.setFocus()
    teacher.press(Key.Key_Return)
    assert teacher.texts() == ["Bread is good"]


def test_the_library_used_last_opens_at_the_next_start(
    teacher: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    teacher.close()
    again = Person(qtbot, tmp_path)
    assert place(again) == "Library: Teaching"
    assert list(listed(again))[:2] == ["Teaching", "library"]
    again.close()


def test_a_library_that_was_named_opens_whatever_was_used_last(
    teacher: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    teacher.close()
    usual = places_in(tmp_path)
    named = Places(usual.settings, usual.window, usual.library, usual.logs, is_named=True)
    window = make_window(named)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.status.place.text() == "Library: library"
    window.close()


def test_a_library_that_is_gone_is_missed_and_the_usual_one_opens(
    teacher: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    teacher.close()
    away, here = tmp_path / "away.sqlite", tmp_path / "Teaching.sqlite"
    here.rename(away)
    again = Person(qtbot, tmp_path)
    assert place(again) == "Library: library"
    assert "Teaching.sqlite is not there" in again.banner
    assert not here.exists(), "none is made in its place"
    assert listed(again)["Teaching"] == "not there"
    again.click("Look again")
    assert "is not there" in again.banner
    away.rename(here)
    again.click("Look again")
    assert place(again) == "Library: Teaching"
    again.close()


def test_a_library_that_is_gone_can_be_taken_off_the_list(teacher: Person, tmp_path: Path) -> None:
    choose_library(teacher, "libr")
    (tmp_path / "Teaching.sqlite").unlink()
    choose_library(teacher, "teach")
    teacher.click("Take it off the list")
    assert "Teaching" not in listed(teacher)
    assert place(teacher) == "Library: library"


def test_a_library_that_is_there_is_opened_and_not_made_anew(
    teacher: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_library(teacher, "libr")
    choosing(monkeypatch, tmp_path / "Teaching.sqlite")
    choose_library(teacher, "new")
    assert "is there already" in teacher.banner
    teacher.click("Open it")
    assert place(teacher) == "Library: Teaching"


def test_what_is_no_library_leaves_the_one_that_is_open(
    teacher: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "list.sqlite"
    wrong.write_text("bread, butter", encoding="utf-8")
    for path in (wrong, tmp_path / "nowhere.sqlite"):
        choosing(monkeypatch, path)
        choose_library(teacher, "open another")
        assert path.name in teacher.banner
        assert place(teacher) == "Library: Teaching"
    assert not (tmp_path / "nowhere.sqlite").exists()
    assert "list" not in listed(teacher)


def test_the_list_can_be_left(teacher: Person) -> None:
    listed(teacher)
    assert not [p for p in teacher.window.findChildren(LibraryPopup) if p.isVisible()]
    choose_library(teacher, "teach")  # the one that is open
    assert place(teacher) == "Library: Teaching"


def test_a_guest_is_no_library_of_the_list(
    teacher: Person, tmp_path: Path, answer: Callable[..., None]
) -> None:
    answer("Of bread")
    teacher.click("New empty map")
    path = tmp_path / "bread.rejoinder"
    teacher.window.projects.save_copy(teacher.map, path)
    teacher.window.beginning.open_file(path)
    assert place(teacher) == "Shared file: bread"
    assert "bread" not in listed(teacher)


def test_without_a_library_there_are_no_backups_to_show(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").mkdir()
    person = Person(qtbot, tmp_path)
    person.window.actions_by_name["backups"].trigger()
    assert "No library is open" in person.advice
    person.close()
