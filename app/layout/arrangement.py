"""Arranging a whole map at once, as exports need it."""

from app.layout.blocks import BlockMaker
from app.layout.boxes import Arrangement
from app.layout.forest import Forest
from app.layout.look import ROOMY, Look
from app.layout.scope import EVERYTHING, Scope
from app.layout.text import Measure
from app.layout.viewing import arrangement
from app.layout.words import ENGLISH, Words
from app.model.argument_map import ArgumentMap
from app.model.elements import ElementId
from app.model.outline import Outline


class Arranger:
    """Arranges maps in one set of words; what it has measured it knows for as long as it lives."""

    def __init__(self, measure: Measure, *, look: Look = ROOMY, words: Words = ENGLISH) -> None:
        self._measure = measure
        self._look = look
        self._words = words
        self._makers: dict[Look, BlockMaker] = {}

    def arrange(
        self,
        argument_map: ArgumentMap,
        outline: Outline,
        *,
        folded: frozenset[ElementId] = frozenset(),
    ) -> Arrangement:
        """Say where everything goes; what hangs below a folded claim goes nowhere."""
        return arrangement(self.forest(argument_map, outline, folded=folded))

    def forest(
        self,
        argument_map: ArgumentMap,
        outline: Outline,
        *,
        folded: frozenset[ElementId] = frozenset(),
        scope: Scope = EVERYTHING,
    ) -> Forest:
        """Arrange a map that is going to be worked on."""
        return Forest(self.maker(self._look), argument_map, outline, folded, scope)

    def maker(self, look: Look) -> BlockMaker:
        """What makes blocks in a look, for `Forest.show`."""
        if look not in self._makers:
            self._makers[look] = BlockMaker(self._measure, look, self._words)
        return self._makers[look]
