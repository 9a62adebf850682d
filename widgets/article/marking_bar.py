"""The small bar that floats over selected words and makes claims of them."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from app.model.role import Role
from resources.themes import Theme
from widgets.icons import role_icon
from widgets.performing import Performer
from widgets.speakers.chains import chain_of
from widgets.speakers.names_field import NamesField


class MarkingBar(QFrame):
    """Buttons for what selected words can become, and a field for who says them."""

    claim_wanted = Signal()
    reason_wanted = Signal()
    objection_wanted = Signal()
    done = Signal()  # the speaker is set; back to the words

    def __init__(self, performer: Performer, theme: Theme, parent: QWidget) -> None:
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
        self._speaker = _Speaker("", performer, self)
        self._speaker.setAccessibleName(self.tr("Who says it"))
        self._speaker.setPlaceholderText(self.tr("Who says it?  (S)"))
        self._speaker.setToolTip(self.tr("A name, or a name via another: John Lough via CNN"))
        self._speaker.setMinimumWidth(150)
        self._speaker.installEventFilter(self)
        self._speaker.offered.connect(self._watch_offers)
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

    def offer(self, *, bears: bool) -> None:
        """Say whether a claim is selected that words can bear on."""
        for button, role in self._buttons:
            button.setEnabled(bears or role is Role.CONTENTION)

    def _watch_offers(self) -> None:
        """Go back to the words once one of the names is chosen that the field offers."""
        completer = self._speaker.completer()
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


class _Speaker(NamesField):
    """The field for who says it; says when it begins to offer names."""

    offered = Signal()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        before = self.completer()
        super().focusInEvent(event)
        if self.completer() is not before:
            self.offered.emit()
