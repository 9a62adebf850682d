"""The preview of a document: how it begins, as its words are set, or the first rows of a table.

It is made in a thread, as the document itself will be; a large one is shown only at its beginning.
"""

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QTextLength, QTextOption, QTextTable
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QTextBrowser, QWidget

from app.documents.kinds import TABLES, Kind
from app.documents.options import Options
from widgets.dialogs.export_rows import RowsModel
from widgets.document_words import document_words
from widgets.translating import number_words
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from app.documents.tables import Row
    from app.documents.words import Words
    from app.model.argument_map import ArgumentMap

_MOST_LINES, _MOST_ROWS = 400, 200
_WIDEST = 320  # pixels of a column at first


class Beginning(NamedTuple):
    """The first lines of a document as Markdown, or the first rows of a table, and its size."""

    text: str = ""
    rows: "tuple[Row, ...]" = ()
    size: int = 0  # words, or rows without the head
    is_all: bool = True


class DocumentPreview(QStackedWidget):
    """Shows how a document begins; `told` says how long it is."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self.setMinimumSize(280, 220)
        self.page = QTextBrowser(self)
        self.page.setObjectName("Document")
        self.page.setAccessibleName(self.tr("Preview"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(22)
        self.page.document().setIndentWidth(26)
        self.page.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.rows = RowsModel(self)
        self.table = QTableView(self)
        self.table.setAccessibleName(self.tr("Preview"))
        self.table.setModel(self.rows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.addWidget(self.page)
        self.addWidget(self.table)
        self.work: Work | None = None

    def show_document(self, argument_map: "ArgumentMap", kind: Kind, options: Options) -> None:
        """Show how another document begins, as soon as it is made."""
        self.stop()
        self.told.emit(self.tr("A moment …"))
        words = document_words()
        begin = _rows if kind in TABLES else _page

        def make(reporter: Reporter) -> Beginning:
            return begin(argument_map, kind, options, words, reporter.cancelled)

        self.work = Work(make, self)
        self.work.done.connect(self._show)
        self.work.failed.connect(self.told)
        self.work.start()

    def stop(self) -> None:
        """Want nothing any more that is still being made."""
        if self.work:
            self.work.cancel()

    def _show(self, beginning: Beginning) -> None:
        number = beginning.size
        if beginning.rows:
            self.rows.fill(beginning.rows)
            self.table.resizeColumnsToContents()
            for column in range(self.rows.columnCount()):
                self.table.setColumnWidth(column, min(self.table.columnWidth(column), _WIDEST))
            said = number_words(number, self.tr("1 row"), self.tr("{n} rows"))
        else:
            place = self.page.verticalScrollBar().value()
            self.page.document().setMarkdown(beginning.text, _FEATURES)
            set_apart(self.page.document())
            self.page.verticalScrollBar().setValue(place)
            said = number_words(number, self.tr("1 word"), self.tr("{n} words"))
        self.setCurrentWidget(self.table if beginning.rows else self.page)
        if not beginning.is_all:
            said = self.tr("{length}; this is how it begins").format(length=said)
        self.told.emit(said)


def set_apart(document: QTextDocument) -> None:
    """Give paragraphs room, which Markdown says nothing of, and tables the width of the page."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        is_heading, is_listed = form.headingLevel() > 0, block.textList() is not None
        form.setTopMargin(14 if is_heading else 0)
        form.setBottomMargin(4 if is_heading or is_listed else 8)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            look.setBottomMargin(10)
            frame.setFormat(look)


_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_FEATURES |= QTextDocument.MarkdownFeature.MarkdownNoHTML


def _page(
    argument_map: "ArgumentMap",
    kind: Kind,
    options: Options,
    words: "Words",
    cancelled: Callable[[], bool],
) -> Beginning:
    from app.documents import markdown  # noqa: PLC0415  takes long to import
    from app.documents.going import Going  # noqa: PLC0415
    from app.documents.pages import pages_of  # noqa: PLC0415

    going = Going(len(argument_map), cancelled=cancelled)
    pages = pages_of(argument_map, kind, options, words=words, going=going)
    text = markdown.written(pages, going)
    lines = text.split("\n")
    begun = "\n".join(lines[:_MOST_LINES])
    return Beginning(begun, size=len(text.split()), is_all=len(lines) <= _MOST_LINES)


def _rows(
    argument_map: "ArgumentMap",
    kind: Kind,
    options: Options,
    words: "Words",
    cancelled: Callable[[], bool],
) -> Beginning:
    from app.documents.going import Going  # noqa: PLC0415  takes long to import
    from app.documents.pages import rows_of  # noqa: PLC0415
    from app.documents.spreadsheet import guarded  # noqa: PLC0415

    going = Going(len(argument_map), cancelled=cancelled)
    rows = rows_of(argument_map, kind, options, words=words, going=going)
    first = [tuple(map(guarded, row)) for row in islice(rows, _MOST_ROWS + 1)]
    more = sum(1 for _ in rows)
    return Beginning(rows=tuple(first), size=len(first) - 1 + more, is_all=not more)
