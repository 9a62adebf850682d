"""An open project: the article, the map and the details side by side, and what they share."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.document import Document
from app.layout.arrangement import Arranger
from app.model.elements import LocutionId
from resources.themes import Theme
from widgets.article.article_pane import ArticlePane
from widgets.canvas.canvas_pane import CanvasPane
from widgets.commands import MapCommands
from widgets.fonts import QtMeasure
from widgets.inspector import Inspector
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class ProjectView(QWidget):
    """Joins the views of one document."""

    advice = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.reading = Reading(document, Arranger(QtMeasure()), self)
        self.selection = Selection(self)
        self.performer = Performer(document, self)
        self.commands = MapCommands(self.reading, self.selection, self.performer, self)
        shared = (self.reading, self.selection, self.performer)
        self.article = ArticlePane(*shared, theme, self)
        self.canvas = CanvasPane(*shared, self.commands, theme, self)
        self.inspector = Inspector(*shared, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        for pane in (self.article, self.canvas, self.inspector):
            self.splitter.addWidget(pane)
        for i, share in enumerate((7, 19, 5)):
            self.splitter.setStretchFactor(i, share)
        self.splitter.setSizes([350, 950, 250])
        self.splitter.setCollapsible(1, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.commands.advice.connect(self.advice)
        self.article.advice.connect(self.advice)
        self.article.claim_made.connect(self.canvas.view.ensure_visible)
        self.inspector.words_wanted.connect(self._show_locution)

    def show_words(self) -> None:
        """Go from the selected claim to its words in the article."""
        claim = self.selection.claim(self.reading.map)
        if claim and not self.article.show_words(claim):
            self.advice.emit(self.tr("This claim rests on no words of an article."))

    def show_claim(self) -> None:
        """Go from the words under the text cursor to their claim on the map."""
        self.article.show_claim()
        self.canvas.view.setFocus()

    def use_theme(self, theme: Theme) -> None:
        self.article.use_theme(theme)
        self.canvas.use_theme(theme)

    def settle(self) -> bool:
        """Keep what is being typed anywhere; whether the library took it all."""
        return self.canvas.leave_editor() and self.inspector.keep()

    def close_document(self) -> None:
        """Stop following the document."""
        self.reading.close()

    def _show_locution(self, locution: str) -> None:
        self.article.show_words(self.reading.map.locution(LocutionId(locution)).claim)
