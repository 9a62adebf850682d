"""The choices about a diagram: look, page, and what is shown."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.diagrams.options import (
    LEAST_DPI,
    MOST_DPI,
    NARROWEST,
    WIDEST,
    DiagramOptions,
    Direction,
    Fit,
    Paper,
    Turn,
)
from widgets.dialogs.export_form import ExportForm
from widgets.labels import heading


class DiagramChoices(ExportForm):
    """Shows how a diagram is to look, but not of what part of the map."""

    def __init__(self, options: DiagramOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._add_look(options)
        self._add_page(options)
        self._add_content(options)
        self.changed.connect(self._follow)
        self._follow()

    def options(self) -> DiagramOptions:
        """What is chosen now, of the whole map."""
        numbers: dict[str, Any] = {name: one.value() for name, one in self.numbers.items()}
        ticks: dict[str, Any] = self.ticks()
        return DiagramOptions(
            theme=self.value("theme"),
            direction=Direction(self.value("direction")),
            paper=Paper(self.value("paper")),
            turn=Turn(self.value("turn")),
            fit=Fit(self.value("fit")),
            **numbers,
            **ticks,
        )

    def _add_look(self, options: DiagramOptions) -> None:
        self.form.addRow(heading(self.tr("Look")))
        themes = [
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("print", self.tr("Greys, for printing")),
            ("contrast", self.tr("High contrast")),
        ]
        self.add_list("theme", self.tr("Colours"), themes, options.theme)
        directions = [
            (Direction.DOWN, self.tr("Hang down")),
            (Direction.RIGHT, self.tr("Lead to the right")),
            (Direction.UP, self.tr("Stand upwards")),
        ]
        self.add_list("direction", self.tr("Arguments"), directions, options.direction)
        limits = (NARROWEST, WIDEST)
        width = self.add_number("card_width", self.tr("Width of cards"), limits, options.card_width)
        width.setSuffix(self.tr(" %"))
        width.setSingleStep(10)

    def _add_page(self, options: DiagramOptions) -> None:
        self.form.addRow(heading(self.tr("Page")))
        papers = [
            (Paper.FREE, self.tr("As big as the diagram")),
            (Paper.A4, self.tr("A4")),
            (Paper.A3, self.tr("A3")),
            (Paper.LETTER, self.tr("Letter")),
        ]
        self.add_list("paper", self.tr("Paper"), papers, options.paper)
        turns = [
            (Turn.AUTO, self.tr("Whichever fits")),
            (Turn.PORTRAIT, self.tr("Upright")),
            (Turn.LANDSCAPE, self.tr("Across")),
        ]
        self.add_list("turn", self.tr("Sides"), turns, options.turn)
        fits = [
            (Fit.PAGE, self.tr("Fit on one page")),
            (Fit.TILES, self.tr("Spread over pages")),
        ]
        self.add_list("fit", self.tr("Size"), fits, options.fit)
        dots = self.add_number("dpi", self.tr("Dots an inch"), (LEAST_DPI, MOST_DPI), options.dpi)
        dots.setSingleStep(12)
        dots.setToolTip(self.tr("Of pictures only: 96 for the screen, 300 for print"))

    def _add_content(self, options: DiagramOptions) -> None:
        self.form.addRow(heading(self.tr("Show")))
        named = (
            ("speakers", self.tr("Speakers")),
            ("quotations", self.tr("Quotations")),
            ("notes", self.tr("Notes")),
            ("badges", self.tr("Tags, confidence, places")),
            ("legend", self.tr("Legend")),
            ("title", self.tr("Title, sources and date")),
        )
        self.add_boxes((name, words, getattr(options, name)) for name, words in named)

    def _follow(self) -> None:
        """Show only what has an effect."""
        is_paper = self.value("paper") != Paper.FREE
        for name in ("turn", "fit"):
            self.form.setRowVisible(self.lists[name], is_paper)
