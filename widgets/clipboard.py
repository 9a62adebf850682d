"""Branches on the clipboard: in full for Rejoinder, and as a list for any other program."""

from contextlib import suppress

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.formats import branch_json, indented
from app.model.branch import Branch
from app.model.errors import FormatError

KIND = "application/x-rejoinder-branch+json"


def put(branch: Branch) -> None:
    """Put a branch on the clipboard; without the list where that would be too long."""
    content = QMimeData()
    content.setData(KIND, branch_json.write(branch).encode())
    with suppress(FormatError):
        content.setText(indented.write(branch))
    QGuiApplication.clipboard().setMimeData(content)


def take() -> Branch | None:
    """The branch on the clipboard, made of text if need be; None if there is neither.

    Raises FormatError for what no branch can be made of.
    """
    content = QGuiApplication.clipboard().mimeData()
    if content.hasFormat(KIND):
        return branch_json.read(bytes(content.data(KIND).data()).decode(errors="replace"))
    return indented.read(content.text()) if content.text().strip() else None
