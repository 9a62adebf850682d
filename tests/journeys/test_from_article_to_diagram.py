"""The main story: somebody builds the map of an article, comes back, and exports it."""

from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.model.elements import Fidelity, Polarity
from app.model.role import Role
from resources.files import SAMPLES
from tests.journeys.driver import Person
from tests.journeys.exporting import export

CONTENTION = (
    "Russian leader Vladimir Putin is unlikely to enter peace negotiations to end the war in "
    "Ukraine, regardless of who wins the U.S. presidential election"
)
DYSFUNCTION = "Putin would aim to exploit perceived U.S. political dysfunction"
GRAHAM = "Putin has no reason to reconsider his actions in Ukraine"
LOUGH = "Trump’s stance toward Putin may shift"
ROOTING = "Russia is quietly rooting for Trump’s victory"
APPROACH = (
    "his potential approach to ending the Ukraine war may ultimately be unacceptable to Moscow"
)
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """Answer the system's file dialogs with a path."""
    answer = staticmethod(lambda *_args, **_more: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def build_map(person: Person) -> None:
    """Build the map with words of the article, by keys and by the floating bar, and by typing."""
    person.select_words(CONTENTION)
    person.say_who("CNN")
    person.press(Qt.Key.Key_Return)
    person.click_claim("Russian leader")

    person.select_words(DYSFUNCTION)
    person.say_who("Analysts via CNN")
    person.press(Qt.Key.Key_R)

    person.select_words(GRAHAM)
    person.say_who("Thomas Graham via CNN")
    person.click("Reason", floating=True)

    person.click_claim("Putin has no reason")
    person.press(Qt.Key.Key_C)
    person.write("There is no Western unity.")
    person.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier, shift)

    person.click_claim("Russian leader")
    person.select_words(LOUGH)
    person.say_who("John Lough")
    person.press(Qt.Key.Key_O)
    person.select_words(ROOTING)
    person.say_who("The Washington Post")
    person.click("Objection", floating=True)

    person.click_claim("Russia is quietly")
    person.select_words(APPROACH)
    person.say_who("the washington post")
    person.press(Qt.Key.Key_O)

    person.click_claim("Trump’s stance")
    person.press(Qt.Key.Key_U)
    person.write("A firmer Washington does not bring Moscow to the table.")


def check_map(person: Person) -> None:
    built = person.map
    speakers = {speaker.name for speaker in built.speakers()}
    assert speakers == {"CNN", "Analysts", "Thomas Graham", "John Lough", "The Washington Post"}
    assert person.step_of("Putin would aim").role is Role.REASON
    assert person.step_of("Putin has no").inference.polarity is Polarity.SUPPORT
    assert len(person.step_of("Putin has no").premises) == 2
    assert person.claim("There is no").unstated
    assert person.step_of("Trump’s stance").role is Role.OBJECTION
    assert person.step_of("His potential").role is Role.REBUTTAL
    assert person.step_of("A firmer").role is Role.UNDERCUTTER
    (saying,) = built.locutions_of(person.claim("Putin has no").id)
    assert [built.speaker(s).name for s in saying.speakers] == ["Thomas Graham", "CNN"]
    assert saying.anchor
    assert saying.anchor.exact == GRAHAM
    assert saying.fidelity is Fidelity.QUOTATION


def test_a_map_is_built_from_the_article_kept_and_exported(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(qtbot, tmp_path)
    choose(monkeypatch, SAMPLES / "article.txt")
    person.click("Open an article…")
    person.take_in()
    build_map(person)

    built = person.map
    check_map(person)
    person.close()

    again = Person(qtbot, tmp_path)
    again.press(Qt.Key.Key_Return)  # the first project of the start page
    assert again.map == built

    again.press(Qt.Key.Key_Z, ctrl)  # undo reaches back before the restart
    assert "A firmer Washington does not bring Moscow to the table." not in again.texts()
    again.press(Qt.Key.Key_Z, ctrl, shift)
    assert again.map == built

    for name in ("map.png", "map.svg"):
        choose(monkeypatch, tmp_path / name)
        export(again)
        qtbot.waitUntil(partial(again.sees, f"Saved {name}"), timeout=30_000)
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    words = " ".join("".join(ET.parse(tmp_path / "map.svg").getroot().itertext()).split())  # noqa: S314  our own file
    for text in ("Thomas Graham", "because", "however", "does not follow", "rooting"):
        assert text in words
    again.close()


def test_the_last_edit_is_there_after_the_window_was_never_closed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(qtbot, tmp_path)
    choose(monkeypatch, SAMPLES / "article.txt")
    person.click("Open an article…")
    person.take_in()
    person.view.setFocus()
    person.press(Qt.Key.Key_N)
    person.write("Half a thought")
    other = Person(qtbot, tmp_path)
    other.press(Qt.Key.Key_Return)
    assert other.texts() == ["Half a thought"]
    other.close()
    person.close()
