"""Asking for the password of a locked document."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from widgets.labels import plain_label


class PasswordDialog(QDialog):
    """Says why a password is needed, and asks for it; it is kept nowhere."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A locked document"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go_on = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setEnabled(False)
        self.field.textChanged.connect(lambda text: go_on.setEnabled(bool(text)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (plain_label(sentence, parent=self), self.field, buttons):
            column.addWidget(widget)
