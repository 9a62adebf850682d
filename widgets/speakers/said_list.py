"""All that a speaker says, to be read, with ways to each claim and its words."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from resources.themes import Theme
from widgets.labels import breakable
from widgets.row_ground import paint_ground
from widgets.speakers.said import Kind, SaidModel
from widgets.theme import colour

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SIDE = 8  # pixels
_AIR = 5
_SMALL = 11
_FAR = 100_000
_WRAP = Qt.TextFlag.TextWordWrap


class SaidList(QListView):
    """Shows what a speaker says; a click or Enter leads to the claim, with Shift to its words."""

    claim_wanted = Signal(str, bool)  # its id; whether the keyboard goes along
    words_wanted = Signal(str)  # the id of the saying, or of the claim if it is about none
    back_wanted = Signal()

    def __init__(self, model: SaidModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Speakers")
        self.setAccessibleName(self.tr("All that the speaker says"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(150)
        self._model = model
        self._painter = SaidPainter(model, theme, self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.clicked.connect(lambda index: self._go(index, keyboard=False))

    def use_theme(self, theme: Theme) -> None:
        self._painter.use_theme(theme)
        self.viewport().update()

    def enter(self) -> None:
        """Take the keyboard, at the row where it was or the first."""
        self.setFocus()
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def show_conflicts(self) -> None:
        """Go to the first claim that does not go together with another."""
        index = self._model.index(self._model.first_conflict + 1)
        self.setFocus()
        self.setCurrentIndex(index)
        sentence = self._model.index(self._model.first_conflict)
        self.scrollTo(sentence, QAbstractItemView.ScrollHint.PositionAtTop)

    def _go(self, index: QModelIndex, *, keyboard: bool) -> None:
        row = self._model.row(index)
        if row and row.kind is not Kind.SENTENCE:
            self.claim_wanted.emit(row.claim, keyboard)

    def _go_to_words(self) -> None:
        row = self._model.row(self.currentIndex())
        if row:
            self.words_wanted.emit(row.saying.locution if row.saying else row.claim)

    @override
    def event(self, event: QEvent) -> bool:
        """Claim Enter, which is a command of the map elsewhere in the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and shift:
            self._go_to_words()
        elif event.key() in _ENTER:
            self._go(self.currentIndex(), keyboard=True)
        elif event.key() == Qt.Key.Key_Escape or event.key() == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class SaidPainter(QStyledItemDelegate):
    """Paints a small line on how it is said, the words of the claim, and where it is said."""

    def __init__(self, model: SaidModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.use_theme(theme)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width() - 2 * _SIDE
        lines = self._lines(option.font, index, width)
        return QSize(0, sum(height for _, _, _, height in lines) + 2 * _AIR)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        room = option.rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        if row.kind is Kind.CLAIM:
            bar = QRect(room.x(), room.y() + 1, 3, room.height() - 2)
            painter.fillRect(bar, colour(self._theme.ink.warning))
        top = room.y()
        for text, font, ink, height in self._lines(option.font, index, room.width()):
            left = room.x() + (_SIDE if row.kind is Kind.CLAIM else 0)
            painter.setFont(font)
            painter.setPen(colour(ink))
            painter.drawText(QRect(left, top, room.right() - left, height), _WRAP, text)
            top += height
        painter.restore()

    def _lines(
        self, plain: QFont, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> list[tuple[str, QFont, str, int]]:
        """What is painted, in which font and colour, and how high that is."""
        row, told = self._model.row(index), self._model.told(index)
        small = QFont(plain)
        small.setPixelSize(_SMALL)
        ink, muted, warning = (getattr(self._theme.ink, n) for n in ("text", "muted", "warning"))
        is_sentence = row is not None and row.kind is Kind.SENTENCE
        if row is not None and row.kind is Kind.CLAIM:
            width -= _SIDE
        parts = (
            (told.above, small, muted),
            (told.words, small if is_sentence else plain, warning if is_sentence else ink),
            (told.below, small, muted),
        )
        return [
            (words, font, shade, _height(words, font, width))
            for text, font, shade in parts
            if (words := breakable(text))
        ]


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width, 40), _FAR)
    return QFontMetrics(font).boundingRect(room, _WRAP, text).height() + 1
