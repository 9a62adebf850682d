"""The choices about a document: its paper, what is said in it, and the blanks of a worksheet."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtWidgets import QWidget

from app.documents.kinds import TABLES, Kind
from app.documents.options import PARTS, BlankRule, Blanks, Options
from app.documents.paper import Paper
from app.model.elements import ClaimId
from widgets.dialogs.export_form import ExportForm
from widgets.labels import heading

_CHOSEN = "chosen"
_USUAL = tuple(part for part in PARTS if part != "key")
_SHOWN: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.WORKSHEET: PARTS,
        Kind.SPEAKERS: tuple(part for part in _USUAL if part != "speakers"),
        **dict.fromkeys(TABLES, ()),
    }
)
"""Which parts can be left out, where it is not all but the key."""


class DocumentChoices(ExportForm):
    """Shows what is to be in a document, but not of what part of the map."""

    def __init__(
        self, options: Options, selected: tuple[ClaimId, ...], parent: QWidget | None = None
    ) -> None:
        """`selected` are claims that can be blank."""
        super().__init__(parent)
        self._selected = selected
        self._kind = Kind.BRIEF
        self._page = heading(self.tr("Page"))
        self.form.addRow(self._page)
        self._add_paper(options.paper)
        self._blank = heading(self.tr("Blank cards"))
        self.form.addRow(self._blank)
        self._add_blanks(options.blanks)
        self._say = heading(self.tr("Show"))
        self.form.addRow(self._say)
        named = (
            ("speakers", self.tr("Speakers")),
            ("quotations", self.tr("Quotations")),
            ("notes", self.tr("Notes")),
            ("confidence", self.tr("How sure one is")),
            ("tags", self.tr("Tags")),
            ("key", self.tr("The key, on a page of its own")),
        )
        self.add_boxes((name, words, getattr(options, name)) for name, words in named)
        self.changed.connect(self._follow)
        self._follow()

    def options(self) -> Options:
        """What is chosen now, of the whole map."""
        rule, ticks = self.value("rule"), self.ticks()
        every = self.numbers["every"].value()
        if rule == _CHOSEN:
            blanks = Blanks(chosen=frozenset(self._selected), every=every)
        else:
            blanks = Blanks(rule=BlankRule(rule), every=every)
        parts: dict[str, Any] = ticks
        return Options(blanks=blanks, paper=Paper(self.value("paper")), **parts)

    def show_kind(self, kind: Kind) -> None:
        """Offer what there is to choose about a kind of document."""
        self._kind = kind
        self._follow()

    def _add_paper(self, paper: Paper) -> None:
        papers = [(Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))]
        box = self.add_list("paper", self.tr("Paper"), papers, paper)
        box.setToolTip(self.tr("Of Word documents, and of web pages when they are printed"))

    def _add_blanks(self, blanks: Blanks) -> None:
        rules = [
            (BlankRule.EVERY, self.tr("One in every few")),
            (BlankRule.REASONS, self.tr("Reasons")),
            (BlankRule.OBJECTIONS, self.tr("Objections")),
            (BlankRule.UNSTATED, self.tr("What nobody voiced")),
        ]
        entries = [(str(rule), words) for rule, words in rules]
        if self._selected:
            entries.append((_CHOSEN, self.tr("The selected claims")))
        self.add_list("rule", self.tr("Which"), entries, blanks.rule)
        self.add_number("every", self.tr("One in every"), (1, 99), blanks.every)

    def _follow(self) -> None:
        """Show only what has an effect."""
        is_worksheet = self._kind is Kind.WORKSHEET
        shown = _SHOWN.get(self._kind, _USUAL)
        for row in (self._page, self.lists["paper"]):
            self.form.setRowVisible(row, self._kind not in TABLES)
        for row in (self._blank, self.lists["rule"]):
            self.form.setRowVisible(row, is_worksheet)
        counted = is_worksheet and self.value("rule") == BlankRule.EVERY
        self.form.setRowVisible(self.numbers["every"], counted)
        self.form.setRowVisible(self._say, bool(shown))
        for name, box in self.boxes.items():
            self.form.setRowVisible(box, name in shown)
