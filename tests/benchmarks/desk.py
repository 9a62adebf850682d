"""A person at the window with a map of some size: keys and wheel in, painted frames out."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId
from app.model.outline import PlaceKey
from app.places import Places
from app.window import make_window
from storage.library import open_library
from tests.benchmarks.commits import Recorder
from tests.benchmarks.figures import once
from tests.benchmarks.maps import made_map

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
_LONGEST = 10_000  # rounds of events until something is painted


class Frames(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self._widget = widget
        widget.installEventFilter(self)

    def next(self) -> None:
        """Let events run until the widget is painted anew, and that is on the window."""
        before = self.count
        self._widget.update()
        for _ in range(_LONGEST):
            QApplication.processEvents()
            if self.count > before:
                return
        raise AssertionError("nothing was painted")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class Desk:
    """The real window on a real library, with one project open in it; its commits are noted."""

    def __init__(self, claims: int, folder: Path, its_map: ArgumentMap | None = None) -> None:
        folder = folder / f"desk{claims}"  # a window begins with the library that was last open
        folder.mkdir()
        self.library = folder / "library.sqlite"
        library = open_library(self.library)
        project = library.create(its_map or made_map(claims)).project_id
        library.close()
        places = Places(folder / "settings.json", folder / "w.ini", self.library, folder / "logs")
        self.recorder = Recorder()
        self.window = make_window(places)
        self.window.resize(1600, 940)
        self.window.show()
        while not self.window.status.place.text():
            QApplication.processEvents()
        self.window.projects.open(project)
        self.recorder.close()
        assert self.window.project
        self.project = self.window.project
        self.view = self.project.view
        self.canvas = self.view.canvas.view
        self._frames = Frames(self.canvas.viewport())
        QApplication.processEvents()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    # What is measured

    def frame(self) -> None:
        """Let events run until the map is painted anew."""
        self._frames.next()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> float:
        """Press a key wherever the focus is; the seconds until the map is painted."""
        widget = QApplication.focusWidget()
        assert widget, "nothing has the focus"

        def work() -> None:
            QTest.keyClick(widget, key, held)
            self.frame()

        return once(work)

    def pan(self, dx: int, dy: int = 0) -> float:
        def work() -> None:
            self.canvas.scroll_by(dx, dy)
            self.frame()

        return once(work)

    def wheel(self, notches: int) -> float:
        """Turn the wheel for zoom, with the pointer a little off the middle of the map."""
        at = QPointF(self.canvas.viewport().rect().center()) + QPointF(60, 30)
        turned = QWheelEvent(
            at,
            self.canvas.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

        def work() -> None:
            QApplication.sendEvent(self.canvas.viewport(), turned)
            self.frame()

        return once(work)

    # What is not

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget, "nothing has the focus"
        QTest.keyClicks(widget, text)

    def settle(self) -> None:
        """Let everything that follows an edit after a moment come to its end."""
        self.canvas.glide.finish()
        if self.view.inspector.is_stale:
            self.view.inspector.show_selection()
        QApplication.processEvents()
        self.canvas.glide.finish()

    def unfold(self) -> None:
        self.view.reading.fold(frozenset())
        self.settle()

    def key_of(self, claim: int) -> PlaceKey:
        return self.view.reading.outline.cards[ClaimId(f"c{claim}")].key

    def select(self, claim: int) -> None:
        """Select a claim by its number, in view and at a zoom at which it can be read."""
        self.canvas.setFocus()
        self.view.selection.set(self.key_of(claim))
        self.settle()

    def center_on(self, claim: int) -> None:
        box = self.view.reading.forest.box(self.key_of(claim))
        assert box
        self.canvas.center_on(box.rect.center)
        self.frame()
        self.settle()
