"""Two texts side by side, to be read and to be gone through from difference to difference."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.articles.beside import Beside
from resources.themes import Theme
from widgets.captures.comparison_model import ComparisonModel
from widgets.captures.comparison_painting import ASIDE, GAP, ComparisonPainter

_NEXT, _PREVIOUS = ("F7", "Alt+Down"), ("Shift+F7", "Alt+Up")


class ComparisonView(QFrame):
    """Shows a comparison under the names of the two texts."""

    def __init__(self, names: tuple[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAccessibleName(self.tr("Two texts side by side"))
        self.list = _Rows(theme, self)
        self._names = [QLabel(name, self) for name in names]
        for label in self._names:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setObjectName("Muted")
            label.setMinimumWidth(60)
        row = QHBoxLayout()
        row.setContentsMargins(ASIDE + 8, 7, GAP, 7)
        row.setSpacing(GAP)
        for label in self._names:
            row.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        for keys, by in ((_NEXT, 1), (_PREVIOUS, -1)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self.window())
                shortcut.activated.connect(lambda by=by: self.go(by))

    def show_comparison(self, beside: Beside, names: tuple[str, str]) -> None:
        """Show two texts, with the first difference selected."""
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self.list.show_comparison(beside)
        if self.isVisible():  # only then is known how wide the rows are
            self.go(1)

    def go(self, by: int) -> None:
        """Go to the next difference, or to the one before."""
        self.list.go(by)

    def show_place(self, place: int) -> None:
        """Go to where a place of the newer text stands."""
        self.list.show_place(place)

    def use_theme(self, theme: Theme) -> None:
        self.list.use_theme(theme)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.list.currentIndex().isValid():
            self.go(1)


class _Rows(QListView):
    """The rows; Enter or a click shows what is hidden."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Comparison")
        self.setAccessibleName(self.tr("Both texts, passage by passage"))
        self._theme = theme
        self._rows: ComparisonModel | None = None
        self._painter: ComparisonPainter | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._unfold)
        self._after_resizing = QTimer(self, singleShot=True, interval=0)
        self._after_resizing.timeout.connect(self._keep_in_view)

    def show_comparison(self, beside: Beside) -> None:
        self._rows = ComparisonModel(beside, self)
        self._painter = ComparisonPainter(self._rows, self._theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._painter:
            self._painter.use_theme(theme)

    def go(self, by: int) -> None:
        if self._rows:
            self._show(self._rows.beside_difference(self.currentIndex().row(), by))

    def show_place(self, place: int) -> None:
        if self._rows:
            index = self._rows.index_of(self._rows.beside.row_at(place))
            self._rows.unfold(index)
            self._show(self._rows.index_of(self._rows.beside.row_at(place)))

    def _show(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _unfold(self, index: QModelIndex) -> None:
        if self._rows:
            self._rows.unfold(index)

    def _keep_in_view(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with Enter, which never closes the window from here."""
        entering = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if not entering:
            super().keyPressEvent(event)
        elif self._rows and self.currentIndex().isValid():
            self._rows.unfold(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self._after_resizing.start()
