"""What a document is taken in for: the words of the windows that ask about it."""

from enum import Enum

from PySide6.QtCore import QCoreApplication


class Purpose(Enum):
    """What becomes of a document once the person has looked at what was understood of it."""

    BEGIN = "begin"
    ADD = "add"
    NEWER = "newer"

    @property
    def button(self) -> str:
        """What the button that goes on says."""
        return {
            Purpose.BEGIN: tr("Begin a project"),
            Purpose.ADD: tr("Add to the project"),
            Purpose.NEWER: tr("Use as the newer text"),
        }[self]

    @property
    def title(self) -> str:
        """What the window is called that shows a document."""
        return {
            Purpose.BEGIN: tr("A new project from this article"),
            Purpose.ADD: tr("Add this article to the project"),
            Purpose.NEWER: tr("A newer text of the article"),
        }[self]


def tr(text: str) -> str:
    return QCoreApplication.translate("purposes", text)
