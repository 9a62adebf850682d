"""What the journeys share: a person at an open sample, and one at an empty map."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.app.asking.model_server import ARTICLE
from tests.journeys.asker import Asker
from tests.journeys.driver import Person
from tests.journeys.librarian import fill
from tests.journeys.outliner import Outliner
from tests.journeys.test_drafting import open_article

Key = Qt.Key


@pytest.fixture(autouse=True)
def _soon_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that another program holds is waited for but a moment."""
    monkeypatch.setattr("storage.driver.WAIT", 0.1)


@pytest.fixture(autouse=True)
def _soon_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What others do is looked for more often than people need."""
    monkeypatch.setattr("widgets.in_step.LOOK", 100)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody before the start page of an empty library."""
    one = Person(qtbot, tmp_path)
    yield one
    one.close()


@pytest.fixture
def reader(person: Person) -> Person:
    """Somebody who looks at the sample."""
    person.click("Look at the sample")
    return person


@pytest.fixture
def viewer(reader: Person) -> Person:
    """Somebody who sees the whole sample, and for whom nothing glides."""
    reader.project.use_motion(on=False)
    reader.press(Key.Key_F3)
    return reader


@pytest.fixture
def mapper(person: Person, answer: Callable[[str | None], None]) -> Person:
    """Somebody before an empty map."""
    answer("Of bread and butter")
    person.click("New empty map")
    person.view.setFocus()
    return person


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Answer the next questions for a line of text."""

    def with_line(line: str | None) -> None:
        for module in ("widgets.main_window", "widgets.project_window", "widgets.start.commands"):
            monkeypatch.setattr(f"{module}.ask_line", lambda *_args: line)

    return with_line


@pytest.fixture
def outliner(mapper: Person) -> Outliner:
    """Somebody before an empty map, with the outline at hand."""
    return Outliner(mapper)


@pytest.fixture
def builder(outliner: Outliner) -> Outliner:
    """Somebody who has built a small map in the outline alone."""
    person = outliner.person
    for key, text in (
        (Key.Key_N, "Bread is good"),
        (Key.Key_Tab, "It feeds"),
        (Key.Key_C, "What feeds is good"),
        (Key.Key_U, "So does sugar"),
    ):
        person.press(key)
        person.write(text)
    outliner.click("Bread is good")
    for key, text in ((Key.Key_O, "It grows stale"), (Key.Key_O, "Toast it")):
        person.press(key)
        person.write(text)
    return outliner


@pytest.fixture
def asker(qtbot: QtBot, tmp_path: Path) -> Asker:
    """Somebody with an article, an empty map, and no model yet."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return Asker(open_article(qtbot, tmp_path, path))


@pytest.fixture
def librarian(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody before the start page with four projects."""
    fill(tmp_path)
    one = Person(qtbot, tmp_path)
    yield one
    one.close()
