"""What a person writes is for that person: no words in logs, no rights for others, no network."""

import logging
import os
import socket
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import IntegrityError

from app import edits
from app.model.change import Change
from app.model.elements import Claim
from app.ports import EntryKind, NewEntry
from app.settings import Settings, save_settings
from storage.library import open_library
from tests.journeys.driver import Person, places_in
from widgets.bugs import BugReporter

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = ("Bread", "buttered", "Marmalade")


@pytest.fixture
def telling_all(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything is logged that anything has to say."""
    caplog.set_level(logging.DEBUG)
    return caplog


def test_no_log_holds_words_of_a_map(
    telling_all: pytest.LogCaptureFixture, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(qtbot, tmp_path)
    library = tmp_path / "library.sqlite"
    with closing(open_library(library)) as made:
        store = made.create(edits.new_map(title=WORDS[0]))
        change = edits.add_claim(store.load(), text=" ".join(WORDS))
        store.commit(NewEntry(EntryKind.DO, change, head=-1, tip=-1))
        (claim,) = change.after.values()
        again = NewEntry(EntryKind.DO, Change.of("Add", new=[claim]), head=-1, tip=-1)
        reporter = BugReporter(person.window)
        reporter.reported.disconnect()
        for wrong in (lambda: store.commit(again), lambda: Claim.model_validate({"text": WORDS})):
            try:
                wrong()
            except (IntegrityError, ValueError) as error:
                reporter.report(type(error), error, error.__traceback__)
    person.window.projects.open(store.project_id)
    person.press(Key.Key_N)
    person.write(" ".join(WORDS))
    person.press(Key.Key_Z, CTRL)
    person.close()
    assert telling_all.text.count("A bug:") == 2
    assert not [word for word in WORDS if word in telling_all.text]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
def test_nobody_else_may_read_what_the_program_keeps(qtbot: QtBot, tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = os.umask(0)
    try:
        save_settings(home / "settings" / "settings.json", Settings())
        person = Person(qtbot, home / "library")
        person.click("Look at the sample")
        library = places_in(home / "library").library
        kept = sorted(Path(library).parent.glob("library.sqlite*"))
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in kept}
    person.close()
    assert modes == dict.fromkeys(
        ("library.sqlite", "library.sqlite-shm", "library.sqlite-wal"), 0o600
    )
    assert stat.S_IMODE((home / "settings").stat().st_mode) == 0o700


def test_starting_opening_and_writing_ask_nothing_of_the_network(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(_socket: object, address: object) -> NoReturn:
        asked.append(address)
        raise OSError("there is no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where: refuse(None, where))
    person = Person(qtbot, tmp_path)
    person.click("Look at the sample")
    person.press(Key.Key_N)
    person.write("Bread is good")
    person.close()
    assert asked == []
