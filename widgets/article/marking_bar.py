"""The small bar that floats over selected words and makes claims of them."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.model.role import Role
from resources.themes import Theme
from widgets.icons import role_icon
from widgets.translating import via


def chain_of(text: str) -> list[str]:
    """The speakers named in "John Lough via CNN": who said it, then through whom.

    >>> chain_of("John Lough via CNN")
    ['John Lough', 'CNN']
    >>> chain_of("John Lough VIA CNN via ")
    ['John Lough', 'CNN']
    """
    words = "|".join(re.escape(word) for word in ("via", via()))
    names = re.split(rf"(?<!\S)(?:{words})(?!\S)", text, flags=re.IGNORECASE)
    return [name.strip() for name in names if name.strip()]


def names_of(speakers: Iterable[str]) -> str:
    """Name speakers as they are named in a field: who said it, then through whom."""
    return f" {via()} ".join(speakers)


class MarkingBar(QFrame):
    """Buttons for what selected words can become, and a field for who says them."""

    claim_wanted = Signal()
    reason_wanted = Signal()
    objection_wanted = Signal()
    done = Signal()  # the speaker is set; back to the words

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("MarkingBar")
        self.setAccessibleName(self.tr("Make a claim of the selected words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 4, 5, 4)
        row.setSpacing(2)
        self._buttons: list[tuple[QToolButton, Role]] = []
        for role, text, tip, signal in (
            (Role.CONTENTION, self.tr("Claim"), self.tr("New claim (Enter)"), self.claim_wanted),
            (
                Role.REASON,
                self.tr("Reason"),
                self.tr("Reason for the selected claim (R)"),
                self.reason_wanted,
            ),
            (
                Role.OBJECTION,
                self.tr("Objection"),
                self.tr("Objection to the selected claim (O)"),
                self.objection_wanted,
            ),
        ):
            row.addWidget(self._button(role, text, tip, signal))
        self._speaker = QLineEdit(self)
        self._speaker.setAccessibleName(self.tr("Who says it"))
        self._speaker.setPlaceholderText(self.tr("Who says it?  (S)"))
        self._speaker.setToolTip(self.tr("A name, or a name via another: John Lough via CNN"))
        self._speaker.setMinimumWidth(150)
        self._speaker.installEventFilter(self)
        row.addWidget(self._speaker, 1)
        self.use_theme(theme)
        self.hide()

    def _button(self, role: Role, text: str, tip: str, wanted: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"mark_{role.value}")
        button.setText(text)
        button.setToolTip(tip)
        button.setIconSize(QSize(11, 11))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: wanted.emit())  # noqa: PLW0108  not with `checked`
        self._buttons.append((button, role))
        return button

    def use_theme(self, theme: Theme) -> None:
        for button, role in self._buttons:
            button.setIcon(role_icon(role, theme))

    def offer(self, *, bears: bool, names: Sequence[str]) -> None:
        """Say whether a claim is selected that words can bear on, and which speakers are known."""
        for button, role in self._buttons:
            button.setEnabled(bears or role is Role.CONTENTION)
        completer = QCompleter(list(names), self._speaker)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._speaker.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)
        # Later, for the field takes the name over only as long as it has the focus.
        completer.activated.connect(self._take_choice, Qt.ConnectionType.QueuedConnection)

    def show_below(self, corner: QPoint, widget: QWidget) -> None:
        """Show the bar below a point of a widget, or as near as it fits."""
        point = widget.mapTo(self._pane, corner) + QPoint(-60, 8)
        self.adjustSize()
        room = self._pane.size()
        width = min(self.sizeHint().width(), room.width() - 8)
        self.resize(width, self.sizeHint().height())
        x = min(max(point.x(), 4), room.width() - width - 4)
        y = point.y() if point.y() + self.height() < room.height() else point.y() - 70
        self.move(x, max(y, 4))
        self.show()
        self.raise_()

    @property
    def speakers(self) -> list[str]:
        return chain_of(self._speaker.text())

    def clear(self) -> None:
        """Go away, and forget who says it."""
        self._speaker.clear()
        if self._speaker.hasFocus():
            self.done.emit()
        self.hide()

    def _take_choice(self) -> None:
        self.done.emit()

    def ask_speaker(self) -> None:
        self._speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._speaker.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        popup = self._speaker.completer().popup()
        entering = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        leaving = entering | {Qt.Key.Key_Escape}
        in_field = watched is self._speaker and event.key() in leaving
        # While the names are shown, their list gets the keys; it keeps Enter on one of them.
        unchosen = watched is popup and event.key() in entering and not _has_choice(popup)
        if in_field or unchosen:
            if popup is not None:
                popup.hide()
            self.done.emit()
            return True
        return super().eventFilter(watched, event)


def _has_choice(popup: QAbstractItemView | None) -> bool:
    return popup is not None and popup.currentIndex().isValid()
