"""Shows work that takes long, with a way to stop it; what takes a moment only is not shown."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.labels import plain_label
from widgets.working import UNKNOWN, Work

_MOMENT = 300  # milliseconds


class WorkingDialog(QDialog):
    """Says what goes on and how far it is; goes with the work, and cancels it with Esc.

    Make it after the work, with the window as its parent; it opens and closes by itself.
    """

    def __init__(self, work: Work, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self.setWindowTitle(self.tr("One moment"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(text)
        self.bar.setTextVisible(False)
        self._show_share(UNKNOWN)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(text, parent=self))
        column.addWidget(self.bar)
        column.addWidget(buttons)
        work.progressed.connect(self._show_share)
        for over in (work.done, work.failed, work.cancelled):
            over.connect(self._leave)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.timeout.connect(self.open)
        self._moment.start(_MOMENT)

    @override
    def reject(self) -> None:
        self._work.cancel()

    def _show_share(self, share: float) -> None:
        self.bar.setRange(0, 0 if share < 0 else 1000)
        self.bar.setValue(round(max(share, 0) * 1000))

    def _leave(self) -> None:
        self._moment.stop()
        self.hide()
        self.deleteLater()
