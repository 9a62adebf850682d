"""The question what is to become of an edit that others were faster with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.model.text import shortened

_LONGEST = 300  # characters of a claim


class ConflictBox(QMessageBox):
    """Says what others have changed; `decided` comes with whether one's own edit is to be made."""

    decided = Signal(bool)

    def __init__(self, sentence: str, words: str, lost: str, parent: QWidget) -> None:
        """Ask; `words` are what the claim says now, if it is a claim and still there.

        If it is not, `lost` are those that the person has written for it.
        """
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
        again = self.tr("Do mine again")
        if lost:
            yours = self.tr("You have written: “{words}”").format(words=shortened(lost, _LONGEST))
            self.setInformativeText(yours)
            again = self.tr("Keep my words as a claim")
        theirs = self.addButton(self.tr("Leave it so"), QMessageBox.ButtonRole.RejectRole)
        self.mine = self.addButton(again, QMessageBox.ButtonRole.AcceptRole)
        self.theirs = theirs
        self.setDefaultButton(theirs)
        self.setEscapeButton(theirs)
        self.finished.connect(lambda: self.decided.emit(self.clickedButton() is self.mine))
