"""Asking for one line of text."""

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget


def ask_line(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """Ask a question that a line answers; None if the person would rather not."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.resize(440, dialog.sizeHint().height())
    return dialog.textValue() if dialog.exec() == QDialog.DialogCode.Accepted else None
