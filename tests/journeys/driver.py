"""A person at the window: what the hands do, and what the eyes see."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.layout.boxes import CardBox, StepBox
from app.layout.forest import Forest
from app.layout.viewing import arrangement
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from app.model.outline import Step
from app.places import Places
from app.window import make_window
from widgets.article.article_text import ArticleText
from widgets.canvas.editor import CardEditor
from widgets.canvas.map_view import MapView
from widgets.fonts import load_fonts
from widgets.intake.preview import Preview
from widgets.project_window import ProjectWindow

if TYPE_CHECKING:
    from widgets.main_window import MainWindow


D_ = TypeVar("D_", bound=QDialog)


def places_in(folder: Path) -> Places:
    return Places(
        settings=folder / "settings.json",
        window=folder / "window.ini",
        library=folder / "library.sqlite",
        logs=folder / "logs",
    )


class Person:
    """Works one main window with mouse and keys."""

    def __init__(self, qtbot: QtBot, folder: Path, path: Path | None = None) -> None:
        load_fonts()
        self.bot = qtbot
        self.window: MainWindow = make_window(places_in(folder), path)
        qtbot.addWidget(self.window)
        self.window.resize(1500, 940)
        with qtbot.waitSignal(self.window.painted, timeout=10_000):
            self.window.show()
        qtbot.waitUntil(lambda: self.window.status.place.text() != "" or bool(self.banner))

    # What is seen

    @property
    def project(self) -> ProjectWindow:
        assert self.window.project
        return self.window.project

    @property
    def map(self) -> ArgumentMap:
        return self.project.view.reading.map

    @property
    def forest(self) -> Forest:
        return self.project.view.reading.forest

    def drawn(self) -> dict[str, CardBox]:
        """The cards that are drawn, by what their claims say; one of each."""
        cards = arrangement(self.forest).cards.values()
        return {self.map.claim(card.claim).text: card for card in cards}

    @property
    def view(self) -> MapView:
        return self.project.view.canvas.view

    @property
    def article(self) -> ArticleText:
        return self.project.view.article.text

    @property
    def banner(self) -> str:
        return self.window.banner.text if self.window.banner.isVisible() else ""

    @property
    def advice(self) -> str:
        return self.window.status.advice.text()

    def sees(self, text: str) -> bool:
        """Whether the banner says this."""
        return text in self.banner

    def texts(self) -> list[str]:
        return sorted(claim.text for claim in self.map.every(Claim))

    def claim(self, start: str) -> Claim:
        (found,) = (c for c in self.map.every(Claim) if c.text.startswith(start))
        return found

    def step_of(self, start: str) -> Step:
        """The step whose premise a claim is, where it stands in full."""
        above = self.project.view.reading.outline.cards[self.claim(start).id].above
        assert above
        return above

    @property
    def selected(self) -> str:
        claim = self.project.view.selection.claim(self.map)
        return self.map.claim(claim).text if claim else ""

    @property
    def focus(self) -> QWidget:
        """What has the focus, where keys go."""
        if QApplication.focusWidget() is None:
            self._look_at_window()
        widget = QApplication.focusWidget()
        assert widget, "nothing has the focus"
        return widget

    def dialog(self, kind: type[D_]) -> D_:
        """Wait until a dialog of some kind is on the screen."""

        def shown() -> list[D_]:
            return [one for one in self.window.findChildren(kind) if one.isVisible()]

        self.bot.waitUntil(lambda: bool(shown()))
        (dialog,) = shown()
        dialog.activateWindow()
        self.bot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    # What is done

    def settle(self) -> None:
        """Look at the details: they show what is selected now, as they do by themselves soon."""
        project = self.window.project
        if project and project.view.inspector.is_stale:
            project.view.inspector.show_selection()

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key wherever the focus is."""
        widget = self.focus
        self.bot.keyClick(widget, key, self._together(*held))
        self.settle()

    def type(self, text: str) -> None:
        widget = self.focus
        for letter in text:
            if letter.isascii():
                self.bot.keyClicks(widget, letter)
            else:  # QTest knows only keys of plain letters
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    held = Qt.KeyboardModifier.NoModifier
                    QApplication.sendEvent(widget, QKeyEvent(kind, 0, held, letter))
            widget = QApplication.focusWidget() or widget  # the first letter may open an editor

    def write(self, text: str) -> None:
        """Type into the editor that is open on the map, and leave it with Enter."""
        assert isinstance(QApplication.focusWidget(), CardEditor)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def click_claim(self, start: str, *, twice: bool = False) -> None:
        box = self._box(start)
        self.view.ensure_visible(box.key)  # a person scrolls there
        self._click(self.view.viewport(), self.view.view_rect(box.rect).center(), twice=twice)

    def click_pill_above(self, start: str) -> None:
        step = self.forest.box(self.step_of(start).key)
        assert isinstance(step, StepBox)
        self.view.ensure_visible(step.key)
        self._click(self.view.viewport(), self.view.view_rect(step.pill).center())

    def click_empty_map(self, *, twice: bool = False) -> None:
        corner = QPointF(self.view.viewport().width() / 2, self.view.viewport().height() - 8)
        self._click(self.view.viewport(), corner, twice=twice)

    def select_words(self, words: str) -> None:
        """Click before the first word and Shift-click behind the last, as one selects by mouse."""
        source = self.article.source
        assert source
        start = source.text.index(words)
        self.article.show_span(start)
        first = self._point_before(start)
        last = self._point_before(start + len(words))
        self.bot.mouseClick(self.article.viewport(), Qt.MouseButton.LeftButton, pos=first)
        shift = Qt.KeyboardModifier.ShiftModifier
        self.bot.mouseClick(self.article.viewport(), Qt.MouseButton.LeftButton, shift, last)

    def select_words_by_keys(self, words: str) -> None:
        """Go to the last word by word and letter, and from there select back to the first."""
        source = self.article.source
        assert source
        start = source.text.index(words)
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self._go_by_keys(start + len(words))
        self._go_by_keys(start, Qt.KeyboardModifier.ShiftModifier)

    def _go_by_keys(self, to: int, *held: Qt.KeyboardModifier) -> None:
        """Move the text cursor of the article by whole words while that is not too far."""
        text = self.article
        place = text.document_position(to)
        word = Qt.KeyboardModifier.ControlModifier
        way = 1 if text.textCursor().position() < place else -1
        big = Qt.Key.Key_Right if way > 0 else Qt.Key.Key_Left
        small = Qt.Key.Key_Left if way > 0 else Qt.Key.Key_Right
        while (place - text.textCursor().position()) * way > 0:
            self.bot.keyClick(text, big, self._together(word, *held))
        while text.textCursor().position() != place:
            self.bot.keyClick(text, small, self._together(*held))

    @staticmethod
    def _together(*held: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        return modifiers

    def say_who(self, names: str) -> None:
        """Set the speaker of the selected words with the key S."""
        self.press(Qt.Key.Key_S)
        self.type(names)
        QApplication.processEvents()  # the list of names that popped up may be gone again
        self._look_at_window()
        self.press(Qt.Key.Key_Return)

    def click(self, text: str, *, floating: bool = False) -> None:
        """Click the visible button with this text, in the window or on the floating bar."""
        home: QWidget = self.project.view.article.bar if floating else self.window
        kinds = (QPushButton, QToolButton)
        buttons: list[QWidget] = [b for kind in kinds for b in home.findChildren(kind)]
        (button,) = (
            b
            for b in buttons
            if isinstance(b, QPushButton | QToolButton) and b.isVisible() and b.text() == text
        )
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()  # a person waits to see what comes of it

    def take_in(self) -> None:
        """Look at what was understood of a document, and accept it with Enter."""
        preview = self.dialog(Preview)
        self.bot.keyClick(preview, Qt.Key.Key_Return)
        QApplication.processEvents()

    def take_in_by_mouse(self) -> None:
        """Look at what was understood of a document, and accept it with its button."""
        preview = self.dialog(Preview)
        self.bot.mouseClick(preview.go_on, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def close(self) -> None:
        self.window.close()

    def _box(self, start: str) -> CardBox | StepBox:
        return self.forest.places_of(self.claim(start).id)[0]

    def _click(self, widget: QWidget, point: QPointF, *, twice: bool = False) -> None:
        place = QPoint(round(point.x()), round(point.y()))
        assert widget.rect().contains(place), "it is out of view"
        self._look_at_window()
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        if twice:
            self.bot.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def _look_at_window(self) -> None:
        """Make the window the active one again: the offscreen platform forgets it after a popup."""
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            self.bot.waitUntil(lambda: QApplication.activeWindow() is self.window)

    def _point_before(self, position: int) -> QPoint:
        cursor = QTextCursor(self.article.document())
        cursor.setPosition(self.article.document_position(position))
        return self.article.cursorRect(cursor).center()
