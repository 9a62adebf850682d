"""The page with all keys, made from the table of actions."""

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from widgets.action_spec import Scope
from widgets.action_table import SPECS
from widgets.actions import tr


class KeysPage(QDialog):
    """Lists the keys by where they work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 640)
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("Keys"))
        page.setOpenLinks(False)
        headings = {
            Scope.MAP: self.tr("On the map"),
            Scope.ARTICLE: self.tr("In the article, with words selected"),
            Scope.SPEAKERS: self.tr("In the list of speakers"),
            Scope.DRAFT: self.tr("In the list of suggestions"),
            Scope.WINDOW: self.tr("Anywhere"),
            Scope.START: self.tr("On the start page"),
            Scope.PROJECTS: self.tr("Among its projects"),
        }
        page.setHtml("".join(_section(scope, text) for scope, text in headings.items()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


def _section(scope: Scope, heading: str) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        f"<tr><td width='330'>{escape(tr(spec.text))}</td><td><b>"
        + escape(", ".join(QKeySequence(key).toString(native) for key in spec.keys))
        + "</b></td></tr>"
        for spec in SPECS
        if spec.scope is scope and spec.keys
    ]
    return f"<h3>{escape(heading)}</h3><table cellpadding='3'>{''.join(rows)}</table>"
