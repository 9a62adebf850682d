"""The buttons of a dialog whose text takes Enter for itself."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def going_on_by_ctrl_enter(dialog: QDialog, text: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Cancel, and the button that accepts the dialog, which Ctrl+Enter presses too."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    button = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(key), dialog).activated.connect(button.click)
    return buttons, button
