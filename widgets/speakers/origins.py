"""On whom a claim rests in the end, when it is said more than once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.analysis.sayings import VOUCHED, independent_sources
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId
from app.model.text import shortened
from widgets.labels import breakable, heading, plain_label, spaced
from widgets.speakers.words import sayings_told
from widgets.translating import number_words

_LONGEST = 80  # characters of a name
_MOST = 12  # origins that are named


class Origins(QWidget):
    """Hidden unless at least two sayings stand for the claim."""

    def __init__(self, argument_map: ArgumentMap, claim: ClaimId) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Independent sources"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        sayings = [one for one in argument_map.locutions_of(claim) if one.stance in VOUCHED]
        origins = independent_sources(argument_map, claim)
        if len(sayings) <= 1 or not origins:
            self.hide()
            return
        column.addWidget(spaced(heading(self.tr("Rests on"))))
        names = [shortened(origin.name, _LONGEST) for origin in origins]
        if len(origins) == 1:
            words = self.tr("All {n} sayings rest on one source: {name}.")
            text = words.format(n=len(origins[0].sayings), name=names[0])
            column.addWidget(plain_label(breakable(text)))
            return
        count = number_words(len(origins), "", self.tr("{n} independent sources"))
        column.addWidget(plain_label(count))
        for origin, name in zip(origins[:_MOST], names, strict=False):
            told = f"– {name} · {sayings_told(len(origin.sayings))}"
            column.addWidget(plain_label(breakable(told), name="Muted"))
        if len(origins) > _MOST:
            more = self.tr("and {n} more").format(n=len(origins) - _MOST)
            column.addWidget(plain_label(more, name="Muted"))
