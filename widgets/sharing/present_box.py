"""The question what is to become of a shared project that the library has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.model.elements import Claim
from app.model.text import shortened
from widgets.moments import moment_in_words
from widgets.translating import number_words

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap
    from app.ports import ProjectSummary

_LONGEST = 80  # characters of a title


class PresentBox(QMessageBox):
    """Asks whether to replace the project of the library, keep both, or leave all as it is."""

    replacing_wanted = Signal()
    both_wanted = Signal()

    def __init__(self, copy: ArgumentMap, mine: ProjectSummary | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Take into my library"))
        title = shortened(copy.project.title, _LONGEST)
        self.setText(self.tr("Your library has “{title}” already.").format(title=title))
        self.setInformativeText("\n\n".join(filter(None, (self._facts(copy, mine), self._ways()))))
        roles = QMessageBox.ButtonRole
        cancel = self.addButton(self.tr("Cancel"), roles.RejectRole)
        self.both = self.addButton(self.tr("Keep both"), roles.ActionRole)
        self.replace = self.addButton(self.tr("Replace mine"), roles.AcceptRole)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        self.finished.connect(self._decide)

    def _facts(self, copy: ArgumentMap, mine: ProjectSummary | None) -> str:
        if mine is None:
            return ""
        one, many = self.tr("1 claim"), self.tr("{n} claims")
        said = self.tr("Yours has {mine} and was last changed on {when}. The file has {theirs}.")
        return said.format(
            mine=number_words(mine.claims, one, many),
            when=moment_in_words(mine.changed),
            theirs=number_words(len(copy.every(Claim)), one, many),
        )

    def _ways(self) -> str:
        return self.tr(
            "Replacing is one edit of your project: its history and your notes stay, and undo"
            " brings it back. Keeping both puts the file’s beside it, with its own history."
        )

    def _decide(self) -> None:
        if self.clickedButton() is self.both:
            self.both_wanted.emit()
        elif self.clickedButton() is self.replace:
            self.replacing_wanted.emit()
