"""The question what is to become of an edit that others were faster with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.model.text import shortened

_LONGEST = 300  # characters of a claim


class ConflictBox(QMessageBox):
    """Says what others have changed; `decided` comes with whether one's own edit is to be made."""

    decided = Signal(bool)

    def __init__(self, sentence: str, words: str, parent: QWidget) -> None:
        """Ask; `words` are what the claim says now, if it is a claim and still there."""
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Others were first"))
        self.setText(sentence)
        if words:
            said = self.tr("It reads now: “{claim}”").format(claim=shortened(words, _LONGEST))
            self.setInformativeText(said)
        theirs = self.addButton(self.tr("Leave it so"), QMessageBox.ButtonRole.RejectRole)
        self.mine = self.addButton(self.tr("Do mine again"), QMessageBox.ButtonRole.AcceptRole)
        self.theirs = theirs
        self.setDefaultButton(theirs)
        self.setEscapeButton(theirs)
        self.finished.connect(lambda: self.decided.emit(self.clickedButton() is self.mine))
