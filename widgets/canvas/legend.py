"""The legend in the corner of the map: what the tints stand for, and what alone is shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.analysis.criteria import NOTHING
from app.model.view_state import Criterion, Trait
from resources.themes import Theme
from widgets.filtering import Filtering
from widgets.icons import picture_icon, tint_icon
from widgets.labels import as_button_text, as_tooltip, heading, plain_label
from widgets.trait_words import trait_name, value_name

_WIDEST = 230  # pixels
_ROOM = 400  # pixels of the map below which there is no room for words
_AROUND = 56  # pixels of a line beside its words


class Legend(QFrame):
    """Hidden unless claims are tinted or only some are shown."""

    def __init__(self, filtering: Filtering, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Legend")
        self.setAccessibleName(self.tr("Legend"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._filtering = filtering
        self._theme = theme
        self._parts: list[QWidget] = []
        self._titles: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 6, 6)
        self._column.setSpacing(1)
        parent.installEventFilter(self)
        filtering.changed.connect(self._fill)
        self._fill()

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    def _place(self) -> None:
        """Stand in the upper right corner of what it lies on; without words if that is narrow."""
        home = self.parentWidget()
        if home is None:
            return
        brief = home.width() < _ROOM
        for title in self._titles:
            title.setVisible(not brief)
        for line in self.lines():
            line.ensurePolished()
            line.fit(0 if brief else min(_WIDEST, home.width() // 3))
        self.adjustSize()
        self.move(home.width() - self.width() - 14, 12)

    def lines(self) -> "list[LegendLine]":
        """The lines that can be clicked."""
        return [part for part in self._parts if isinstance(part, LegendLine)]

    # Filling

    def _fill(self) -> None:
        focused = self._place_of_focus()
        self._clear()
        tint, criterion = self._filtering.tint, self._filtering.criterion
        if tint:
            self._add_head(trait_name(tint), self.tr("No tint"), self._end_tint)
            self._add_entries(tint)
        if criterion:
            self._add_head(self.tr("Showing only"), self.tr("Show all claims"), self._end_filter)
            name, sign = self._filtering.name_of(criterion), picture_icon("filter", self._theme)
            self._add_line(criterion, name, self._filtering.count, sign)
        self.setVisible(bool(tint or criterion))
        self._place()
        if focused is not None and self.lines():
            self.lines()[min(focused, len(self.lines()) - 1)].setFocus()

    def _place_of_focus(self) -> int | None:
        places = (i for i, line in enumerate(self.lines()) if line.hasFocus())
        return next(places, None)

    def _clear(self) -> None:
        """Let go of all lines, of which one may have been clicked just now."""
        for part in self._parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts, self._titles = [], []

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()

    def _add_head(self, title: str, tip: str, end: Callable[[], None]) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(3, 0, 0, 0)
        words = heading(title)
        self._titles.append(words)
        line.addWidget(words, 1)
        cross = QToolButton(row)
        cross.setIcon(picture_icon("close", self._theme))
        cross.setIconSize(QSize(11, 11))
        cross.setToolTip(tip)
        cross.setAccessibleName(tip)
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.clicked.connect(end)
        line.addWidget(cross)
        self._add(row)

    def _add_entries(self, trait: Trait) -> None:
        """Add a line for each value with a colour, one for none at all, and one for the rest."""
        others = []
        for value, mark in self._filtering.legend:
            if mark or value.value == NOTHING:
                criterion = Criterion(trait=trait, value=value.value)
                sign = tint_icon(mark, self._theme)
                self._add_line(criterion, value.name, value.claims, sign)
            else:
                others.append(value)
        if others:
            text = self.tr("and {n} more").format(n=len(others))
            label = plain_label(text, name="Muted", parent=self)
            label.setContentsMargins(28, 1, 0, 2)
            self._titles.append(label)
            self._add(label)

    def _add_line(self, criterion: Criterion, name: str, count: int, sign: QIcon) -> None:
        words = value_name(criterion.trait, criterion.value, name)
        line = LegendLine(words, count, sign, self)
        chosen = criterion == self._filtering.criterion
        line.setChecked(chosen)
        line.clicked.connect(lambda: self._filtering.show_only(None if chosen else criterion))
        self._add(line)

    def _end_tint(self) -> None:
        self._filtering.tint_by(None)

    def _end_filter(self) -> None:
        self._filtering.show_only(None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)


class LegendLine(QPushButton):
    """What a tint stands for and how many claims have it; a click shows only these, or all."""

    def __init__(self, name: str, count: int, sign: QIcon, parent: QWidget) -> None:
        super().__init__(sign, "", parent)
        self.setObjectName("LegendLine")
        self.setCheckable(True)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name, self._count = name, count
        self.setAccessibleName(f"{name}, {count}")
        tip = self.tr("Show only these claims, or all again: {name}").format(name=name)
        self.setToolTip(as_tooltip(tip))

    def fit(self, width: int) -> None:
        """Show as much of the name as there is room for; with none, only the count."""
        metrics = self.fontMetrics()
        tail = f"  {self._count}"
        room = width - _AROUND - metrics.horizontalAdvance(tail)
        side = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(self._name, side, room) if width else ""
        self.setText(as_button_text((name + tail).strip()))
