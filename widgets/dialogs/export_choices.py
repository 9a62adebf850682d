"""The form of an export: what is written, of what part of the map, and how it is to be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.diagrams.options import DiagramOptions, Part
from app.documents.options import Options
from app.model.elements import ClaimId, TargetId
from widgets.dialogs.export_diagram import DiagramChoices
from widgets.dialogs.export_document import DocumentChoices
from widgets.dialogs.export_form import ExportForm
from widgets.export_kinds import KINDS, ExportKind, kind_called
from widgets.export_memory import Remembered
from widgets.labels import plain_label

_LEFT, _RIGHT = 4, 8  # pixels of margin


class ExportChoices(QWidget):
    """Shows what was chosen last and lets it be changed; `changed` comes after each change."""

    changed = Signal()

    def __init__(
        self,
        last: Remembered,
        selected: Sequence[TargetId],
        claims: Sequence[ClaimId],
        parent: QWidget | None = None,
    ) -> None:
        """`selected` are the ids of what is selected, the main one last.

        `claims` are those of claims, which can be blank on a worksheet.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choices"))
        self._selected = tuple(selected)
        self._top = ExportForm(self)
        self._add_kinds(last.kind)
        self._top.add_list("part", self.tr("Of"), self._parts(), last.diagram.part)
        self._told = plain_label(name="Muted", parent=self)
        self._diagram = DiagramChoices(last.diagram, self)
        self._document = DocumentChoices(last.document, tuple(claims), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 4, _RIGHT, 4)
        column.setSpacing(9)
        for widget in (self._top, self._told, self._diagram, self._document):
            column.addWidget(widget)
        column.addStretch(1)
        self._follow()
        self._top.lists["kind"].currentIndexChanged.connect(self._offer_parts)
        for form in (self._top, self._diagram, self._document):
            form.changed.connect(self._follow)

    @property
    def needed(self) -> int:
        """The width that the choices of any kind need."""
        forms = (self._top, self._diagram, self._document)
        widest = max(form.minimumSizeHint().width() for form in forms)
        return widest + _LEFT + _RIGHT

    @property
    def kind(self) -> ExportKind:
        return kind_called(self._top.value("kind"))

    def options(self) -> DiagramOptions:
        """What is chosen now, if it is to be a diagram."""
        part = Part(self._top.value("part"))
        elements = self._elements(part)
        drawn = date.today()  # noqa: DTZ011  the day it is here
        return self._diagram.options().changed(part=part, elements=elements, drawn=drawn)

    def document(self) -> Options:
        """What is chosen now, if it is to be a document."""
        return replace(
            self._document.options(), branches=self._elements(Part(self._top.value("part")))
        )

    def _elements(self, part: Part) -> tuple[TargetId, ...]:
        """The claims and steps that a part goes by."""
        if part is Part.BRANCH:
            return self._selected[-1:]
        return self._selected if part is Part.SELECTION else ()

    # The form

    def _add_kinds(self, kind: str) -> None:
        box = self._top.add_list(
            "kind", self.tr("What"), [(one.name, one.words) for one in KINDS], kind
        )
        box.setMaxVisibleItems(len(KINDS) + 1)
        first = next(n for n, one in enumerate(KINDS) if one.document)
        box.insertSeparator(first)

    def _parts(self) -> list[tuple[str, str]]:
        parts = [(Part.WHOLE, self.tr("The whole map"))]
        if self.kind.document:
            if self._selected:
                parts.append((Part.BRANCH, self.tr("The selected branch")))
            if len(self._selected) > 1:
                parts.append((Part.SELECTION, self.tr("The selected branches")))
        else:
            if self._selected:
                parts.append((Part.BRANCH, self.tr("The selected branch")))
                parts.append((Part.SELECTION, self.tr("What is selected")))
            parts.append((Part.EACH, self.tr("Each contention on its own")))
        return [(str(part), words) for part, words in parts]

    def _offer_parts(self) -> None:
        """Offer the parts that there are of another kind, with the same one chosen if it is there.

        They stand in the order of `Part`, and differ only by what is left out.
        """
        box, before = self._top.lists["part"], self._top.value("part")
        box.blockSignals(True)
        box.clear()
        for part, words in self._parts():
            box.addItem(words, part)
        box.setCurrentIndex(max(box.findData(before), 0))
        box.blockSignals(False)
        self._follow()

    def _follow(self) -> None:
        """Show only what has an effect."""
        kind = self.kind
        self._told.setText(kind.told)
        self._told.setVisible(bool(kind.told))
        self._diagram.setVisible(kind.document is None)
        self._document.setVisible(kind.document is not None)
        if kind.document:
            self._document.show_kind(kind.document)
        self.changed.emit()
