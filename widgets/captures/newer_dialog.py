"""What a newer text of an article brings, to be seen before it is taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from app.articles.beside import Beside
from app.articles.fates import Fate, Found
from app.model.argument_map import ArgumentMap
from app.model.elements import LocutionId, Source
from resources.themes import Theme
from widgets.captures.claims_list import ClaimsList, Concerned
from widgets.captures.comparison_view import ComparisonView
from widgets.dialogs.buttons import going_on_by_ctrl_enter
from widgets.labels import plain_label
from widgets.mark_words import fate_words, fates_told, kinds_told

_GRAVEST_FIRST = (Fate.LOST, Fate.UNSURE, Fate.REWORDED, Fate.MOVED, Fate.KEPT)


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer text compared with the one of today, and what becomes of each mark in it."""

    beside: Beside
    found: Mapping[LocutionId, Found]


class NewerDialog(QDialog):
    """Shows what appears, disappears and is reworded, and what becomes of the marks."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        source: Source,
        newer: Newer,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._map = argument_map
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A newer text of “{title}”").format(title=source.title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(1080, 720)
        fates = fates_told(found.fate for found in newer.found.values())
        told = " ".join(filter(None, (kinds_told(newer.beside.counts), fates)))
        self.told = plain_label(told, parent=self)
        self.told.setAccessibleName(self.tr("What differs"))
        names = (self.tr("Today’s text"), self.tr("The newer text"))
        self.comparison = ComparisonView(names, theme, self)
        self.comparison.show_comparison(newer.beside, names)
        self.marks = ClaimsList(self.tr("What becomes of the marks"), self)
        self.marks.place_wanted.connect(self.comparison.show_place)
        self.marks.show_claims(self._concerned(newer.found))
        self._lay_out(has_marks=bool(newer.found))
        self.comparison.list.setFocus()

    def _lay_out(self, *, has_marks: bool) -> None:
        below = QWidget(self)
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addWidget(plain_label(self.tr("What becomes of the marks:"), parent=self))
        rows.addWidget(self.marks)
        below.setVisible(has_marks)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.comparison)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        hint = self.tr(
            "Today’s text is kept as an earlier one, and undo brings it back. "
            "F7 and Shift+F7 go from difference to difference; Ctrl+Enter takes the text in."
        )
        buttons, self.button = going_on_by_ctrl_enter(self, self.tr("Use the newer text"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(splitter, 1)
        column.addWidget(plain_label(hint, name="Muted", parent=self))
        column.addWidget(buttons)

    def _concerned(self, found: Mapping[LocutionId, Found]) -> Iterator[Concerned]:
        """The claims with what becomes of their marks, the gravest first, as in the text."""
        for fate in _GRAVEST_FIRST:
            sign, word = fate_words(fate)
            for key, one in found.items():
                if one.fate is fate:
                    claim = self._map.claim(self._map.locution(key).claim)
                    place = one.anchor.start if one.anchor else None
                    yield Concerned(claim.id, claim.text, sign, word, place)
