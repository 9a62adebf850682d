"""A map on the whole screen, told step by step: forward, back, blank, and out again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.model.argument_map import ArgumentMap
from app.model.outline import Step
from app.model.telling import Teller
from resources.themes import Theme
from widgets.alerting import announce
from widgets.labels import plain_label
from widgets.outline.words import telling_words
from widgets.presenting.beside import Beside, has_words
from widgets.presenting.slides import Show, last_claim
from widgets.presenting.stage import Stage

_FORWARD = (
    *(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter),
)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)
_BLANK = (Qt.Key.Key_B, Qt.Key.Key_Period)
_SCROLLING = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}  # pages of the words, with Shift
_LINES = 42  # of type on the screen, from its top to its bottom
_LEAST_TYPE = 14  # pixels


class Presentation(QDialog):
    """Presents a map as it is now; `ended` brings the place of the last claim that was shown."""

    ended = Signal(object)

    def __init__(
        self,
        argument_map: ArgumentMap,
        show: Show,
        theme: Theme,
        parent: QWidget,
        *,
        glides: bool,
    ) -> None:
        """There must be a claim in the map."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(argument_map.project.title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setGeometry(parent.screen().geometry())  # also where no window manager does it
        self.setAccessibleName(self.tr("Presentation"))
        self._slides = show.slides
        self._teller = Teller(show.order, argument_map, telling_words())
        self.number = 0
        self.stage = Stage(show, theme, self, glides=glides)
        self.beside = Beside(argument_map, theme, self)
        self.beside.setVisible(has_words(argument_map, self._slides))
        self._bar = QProgressBar(self)
        self._count = QLabel(self)
        self._hint = plain_label(name="Muted", parent=self)
        self._blank = QWidget(self)
        self._lay_out(len(self._slides))
        self.show_slide(0)

    def _lay_out(self, count: int) -> None:
        self._bar.setRange(0, count)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the presentation is"))
        self._blank.setAccessibleName(self.tr("Blank screen"))
        self._blank.setAutoFillBackground(True)
        black = QPalette()
        black.setColor(QPalette.ColorRole.Window, QColor(Qt.GlobalColor.black))
        self._blank.setPalette(black)
        self._blank.hide()
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.stage, 7)
        top.addWidget(self.beside, 3)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 5, 18, 7)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self._bar)
        column.addLayout(foot)

    # Going through it

    @property
    def told(self) -> str:
        """How far it is."""
        return self._count.text()

    @property
    def _size_of_type(self) -> int:
        """The size of type, in pixels, that can be read from afar."""
        return max(self.height() // _LINES, _LEAST_TYPE)

    @property
    def is_blank(self) -> bool:
        return self._blank.isVisible()

    def show_slide(self, number: int) -> None:
        """Show a slide, or the nearest there is."""
        self.number = min(max(number, 0), len(self._slides) - 1)
        slide = self._slides[self.number]
        self.stage.show_slide(self.number)
        self.beside.show_slide(slide, self._size_of_type)
        self._bar.setValue(self.number + 1)
        self._count.setText(
            self.tr("{n} of {count}").format(n=self.number + 1, count=len(self._slides))
        )
        self._show_hint()
        places = slide.premises if isinstance(slide, Step) and slide.premises else [slide]
        told = "\n".join([self._count.text(), *map(self._teller.describe, places)])
        self.stage.setAccessibleDescription(told)
        announce(self.stage, told)

    def _show_hint(self) -> None:
        """Say at the beginning which keys there are, and where there is more to be read."""
        hints = []
        if self.number == 0:
            keys = self.tr("Space goes on, Backspace goes back, B blanks the screen, Esc ends.")
            hints.append(keys)
        if self.beside.has_more:
            hints.append(self.tr("Shift+Down shows more of the words."))
        self._hint.setText("  ".join(hints))

    def blank(self, *, on: bool) -> None:
        """Show nothing, so that all look at who speaks; or show the map again."""
        self._blank.setGeometry(self.rect())
        self._blank.setVisible(on)
        self._blank.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif self.is_blank:
            self.blank(on=False)
        elif key in _BLANK:
            self.blank(on=True)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _SCROLLING:
            self.beside.turn_pages(_SCROLLING[Qt.Key(key)])
        else:
            self._go(key)

    def _go(self, key: int) -> None:
        """Go to another slide, if a key says so."""
        if key in _FORWARD:
            self.show_slide(self.number + 1)
        elif key in _BACK:
            self.show_slide(self.number - 1)
        elif key == Qt.Key.Key_Home:
            self.show_slide(0)
        elif key == Qt.Key.Key_End:
            self.show_slide(len(self._slides) - 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_blank:
            self.blank(on=False)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.show_slide(self.number + 1)
        elif event.button() is Qt.MouseButton.RightButton:
            self.show_slide(self.number - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._size_of_type
        for label in (self._count, self._hint):
            label.setStyleSheet(f"font-size: {round(size * 0.8)}px;")
        self._blank.setGeometry(self.rect())
        self.beside.show_slide(self._slides[self.number], size)
        self._show_hint()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.ended.emit(last_claim(self._slides[self.number]))
