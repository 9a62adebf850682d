"""The window with the table of speakers and claims: who says what, and how."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.model.change import Change
from app.model.elements import Inference, SpeakerId, Stance
from widgets.labels import plain_label
from widgets.reading import Reading
from widgets.speakers.choice import SpeakerChoice
from widgets.speakers.table_model import TableModel
from widgets.speakers.words import stance_sign, stance_word
from widgets.translating import number_words

_AFTER = 100  # milliseconds after an edit
_CLAIM, _SPEAKER, _ROW = 320, 132, 28  # pixels of a heading and of a line
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TableWindow(QDialog):
    """Follows the map while it is open."""

    claim_wanted = Signal(str, bool)  # its id; whether the keyboard goes along
    words_wanted = Signal(str)

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(self.tr("Speakers and claims"))
        self.resize(1000, 640)
        self._reading = reading
        self.model = TableModel(reading, self)
        self.table = StanceTable(self.model, self)
        self.choice = SpeakerChoice(reading, self)
        self.disputed = QCheckBox(self.tr("Only claims that are both said and denied"), self)
        self._told = plain_label(name="Muted", parent=self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._catch_up)
        self._lay_out()
        self.choice.changed.connect(self._fill)
        self.disputed.toggled.connect(self._fill)
        self.table.claim_wanted.connect(self.claim_wanted)
        self.table.words_wanted.connect(self.words_wanted)
        reading.changed.connect(self._follow)
        self._catch_up()
        self.table.setFocus()

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.choice)
        halves.addWidget(self.table)
        halves.setSizes([210, 790])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        top = QHBoxLayout()
        top.addWidget(self._told, 1)
        top.addWidget(self.disputed)
        legend = "    ".join(f"{stance_sign(one)} {stance_word(one)}" for one in Stance)
        copy = QPushButton(self.tr("Copy the table"), self)
        copy.setAutoDefault(False)
        copy.setToolTip(
            self.tr("As text with tabs, for a spreadsheet; Ctrl+C copies the selection")
        )
        copy.clicked.connect(self.table.copy_all)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(plain_label(legend, name="Muted", parent=self), 1)
        foot.addWidget(copy)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(halves, 1)
        column.addLayout(foot)

    def _follow(self, change: Change) -> None:
        elements = (*change.before.values(), *change.after.values())
        if not all(isinstance(element, Inference) for element in elements):
            self._timer.start()

    def _catch_up(self) -> None:
        """Show the speakers and claims as they are now."""
        self.choice.fill()
        self._fill()
        self.table.viewport().update()
        self.table.verticalHeader().viewport().update()
        self.table.horizontalHeader().viewport().update()

    def _fill(self) -> None:
        self.model.only_disputed = self.disputed.isChecked()
        self.table.fill(self.choice.chosen())
        claims = number_words(self.model.rowCount(), self.tr("1 claim"), self.tr("{n} claims"))
        speakers = number_words(
            self.model.columnCount(), self.tr("1 speaker"), self.tr("{n} speakers")
        )
        hint = self.tr("Enter shows the claim on the map, Shift+Enter its words")
        self._told.setText(f"{claims} · {speakers} · {hint}")


class StanceTable(QTableView):
    """The table itself."""

    claim_wanted = Signal(str, bool)
    words_wanted = Signal(str)

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Stances")
        self.setAccessibleName(self.tr("Who says which claims, and how"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton)
        if corner:
            corner.setAccessibleName(self.tr("The whole table"))
        self._model = model
        self.setModel(model)
        fixed = QHeaderView.ResizeMode.Fixed
        for header, name in (
            (self.horizontalHeader(), self.tr("Speakers")),
            (self.verticalHeader(), self.tr("Claims")),
        ):
            header.setAccessibleName(name)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultSectionSize(_SPEAKER)
        self.verticalHeader().setSectionResizeMode(fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setFixedWidth(_CLAIM)
        self.doubleClicked.connect(lambda index: self._go(index.row()))
        self.verticalHeader().sectionDoubleClicked.connect(self._go)
        QShortcut(QKeySequence.StandardKey.Copy, self, self._copy).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def fill(self, speakers: list[SpeakerId]) -> None:
        """Show these speakers; the cell where the keyboard is stays, as far as it is there."""
        at = self.currentIndex()
        claim, speaker = self._model.claim(at.row()), self._model.speaker(at.column())
        scrolled = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if self._model.fill(speakers):
            self.verticalScrollBar().setValue(scrolled[0])
            self.horizontalScrollBar().setValue(scrolled[1])
            index = self._model.place_of(claim, speaker)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            first = self._model.index(0, 0)
            self.selectionModel().setCurrentIndex(index if index.isValid() else first, flag)

    def copy_all(self) -> None:
        """Put the whole table on the clipboard, divided by tabs."""
        self._put(range(self._model.rowCount()), range(self._model.columnCount()))

    def _copy(self) -> None:
        chosen = self.selectedIndexes() or [self.currentIndex()]
        if chosen[0].isValid():
            rows = sorted({index.row() for index in chosen})
            columns = sorted({index.column() for index in chosen})
            self._put(rows, columns)

    def _put(self, rows: "range | list[int]", columns: "range | list[int]") -> None:
        QGuiApplication.clipboard().setText(self._model.as_text(rows, columns))

    def _go(self, row: int) -> None:
        claim = self._model.claim(row)
        if claim:
            self.claim_wanted.emit(claim, False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        claim = self._model.claim(self.currentIndex().row())
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif claim and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.words_wanted.emit(claim)
        elif claim:
            self.claim_wanted.emit(claim, False)
