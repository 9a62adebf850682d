"""The form of an export: what is written, and how a diagram is to look."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from app.diagrams.options import (
    LEAST_DPI,
    MOST_DPI,
    NARROWEST,
    WIDEST,
    DiagramOptions,
    Direction,
    Fit,
    Paper,
    Part,
    Turn,
)
from widgets.export_kinds import KINDS, ExportKind, kind_called
from widgets.labels import heading

Entries = Sequence[tuple[str, str]]  # a value, and the words for it


class ExportChoices(QWidget):
    """Shows options and lets them be changed; `changed` comes after each change."""

    changed = Signal()

    def __init__(
        self,
        kind: str,
        options: DiagramOptions,
        selected: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`selected` are the ids of the selected claims and steps, the main one last."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choices"))
        self._selected = tuple(selected)
        self._lists: dict[str, QComboBox] = {}
        self._numbers: dict[str, QSpinBox] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setVerticalSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 8, 4)
        column.addLayout(self._form)
        column.addStretch(1)
        self._add_what(kind, options)
        self._add_look(options)
        self._add_page(options)
        self._add_content(options)
        self._follow()

    # What is chosen

    @property
    def kind(self) -> ExportKind:
        return kind_called(self._lists["kind"].currentData())

    def options(self) -> DiagramOptions:
        """What is chosen now."""
        chosen = {name: one.currentData() for name, one in self._lists.items()}
        part = Part(chosen["part"])
        elements: tuple[str, ...] = ()
        if part is Part.BRANCH:
            elements = self._selected[-1:]
        elif part is Part.SELECTION:
            elements = self._selected
        numbers: dict[str, Any] = {name: one.value() for name, one in self._numbers.items()}
        ticks = {name: one.isChecked() for name, one in self._boxes.items()}
        return DiagramOptions(
            theme=chosen["theme"],
            direction=Direction(chosen["direction"]),
            paper=Paper(chosen["paper"]),
            turn=Turn(chosen["turn"]),
            fit=Fit(chosen["fit"]),
            part=part,
            elements=elements,
            drawn=date.today(),  # noqa: DTZ011  the day it is here
            **numbers,
            **ticks,
        )

    # The form

    def _add_what(self, kind: str, options: DiagramOptions) -> None:
        self._add_list("kind", self.tr("What"), [(k.name, k.words) for k in KINDS], kind)
        parts = [(Part.WHOLE, self.tr("The whole map"))]
        if self._selected:
            parts += [
                (Part.BRANCH, self.tr("The selected branch")),
                (Part.SELECTION, self.tr("What is selected")),
            ]
        parts.append((Part.EACH, self.tr("Each contention on its own")))
        self._add_list("part", self.tr("Of"), parts, options.part)

    def _add_look(self, options: DiagramOptions) -> None:
        self._form.addRow(heading(self.tr("Look")))
        themes = [
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("print", self.tr("Greys, for printing")),
            ("contrast", self.tr("High contrast")),
        ]
        self._add_list("theme", self.tr("Colours"), themes, options.theme)
        directions = [
            (Direction.DOWN, self.tr("Hang down")),
            (Direction.RIGHT, self.tr("Lead to the right")),
            (Direction.UP, self.tr("Stand upwards")),
        ]
        self._add_list("direction", self.tr("Arguments"), directions, options.direction)
        width = self._add_number(
            "card_width", self.tr("Width of cards"), (NARROWEST, WIDEST), options.card_width
        )
        width.setSuffix(self.tr(" %"))
        width.setSingleStep(10)

    def _add_page(self, options: DiagramOptions) -> None:
        self._form.addRow(heading(self.tr("Page")))
        papers = [
            (Paper.FREE, self.tr("As big as the diagram")),
            (Paper.A4, self.tr("A4")),
            (Paper.A3, self.tr("A3")),
            (Paper.LETTER, self.tr("Letter")),
        ]
        self._add_list("paper", self.tr("Paper"), papers, options.paper)
        turns = [
            (Turn.AUTO, self.tr("Whichever fits")),
            (Turn.PORTRAIT, self.tr("Upright")),
            (Turn.LANDSCAPE, self.tr("Across")),
        ]
        self._add_list("turn", self.tr("Sides"), turns, options.turn)
        fits = [
            (Fit.PAGE, self.tr("Fit on one page")),
            (Fit.TILES, self.tr("Spread over pages")),
        ]
        self._add_list("fit", self.tr("Size"), fits, options.fit)
        dots = self._add_number("dpi", self.tr("Dots an inch"), (LEAST_DPI, MOST_DPI), options.dpi)
        dots.setSingleStep(12)
        dots.setToolTip(self.tr("Of pictures only: 96 for the screen, 300 for print"))

    def _add_content(self, options: DiagramOptions) -> None:
        self._form.addRow(heading(self.tr("Show")))
        for name, words in (
            ("speakers", self.tr("Speakers")),
            ("quotations", self.tr("Quotations")),
            ("notes", self.tr("Notes")),
            ("badges", self.tr("Tags, confidence, places")),
            ("legend", self.tr("Legend")),
            ("title", self.tr("Title, sources and date")),
        ):
            box = QCheckBox(words, self)
            box.setChecked(getattr(options, name))
            box.toggled.connect(self._follow)
            self._boxes[name] = box
            self._form.addRow(box)

    def _add_list(self, name: str, words: str, entries: Entries, chosen: str) -> None:
        box = QComboBox(self)
        for value, text in entries:
            box.addItem(text, str(value))
        box.setAccessibleName(words)
        box.setCurrentIndex(max(box.findData(str(chosen)), 0))
        box.currentIndexChanged.connect(self._follow)
        self._lists[name] = box
        self._form.addRow(words, box)

    def _add_number(self, name: str, words: str, limits: tuple[int, int], value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*limits)
        box.setValue(value)
        box.setAccessibleName(words)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._follow)
        self._numbers[name] = box
        self._form.addRow(words, box)
        return box

    def _follow(self) -> None:
        """Show only what has an effect."""
        is_diagram = self.kind.is_diagram
        for row in range(1, self._form.rowCount()):
            self._form.setRowVisible(row, is_diagram)
        is_paper = self._lists["paper"].currentData() != Paper.FREE
        for name in ("turn", "fit"):
            self._form.setRowVisible(self._lists[name], is_diagram and is_paper)
        self.changed.emit()
