"""Arranging a whole map at once, as exports need it."""

from collections.abc import Mapping

from app.layout.blocks import BlockMaker
from app.layout.boxes import Arrangement
from app.layout.forest import Forest
from app.layout.look import ROOMY, Look
from app.layout.text import Measure
from app.layout.viewing import arrangement
from app.model.argument_map import ArgumentMap
from app.model.elements import ElementId
from app.model.outline import Outline
from app.model.role import Role

WORDS: Mapping[Role, str] = {
    Role.REASON: "because",
    Role.OBJECTION: "but",
    Role.REBUTTAL: "however",
    Role.UNDERCUTTER: "does not follow",
}


class Arranger:
    """Arranges maps in one look and one set of words."""

    def __init__(
        self, measure: Measure, *, look: Look = ROOMY, words: Mapping[Role, str] = WORDS
    ) -> None:
        self._maker = BlockMaker(measure, look, words)

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
    ) -> Forest:
        """Arrange a map that is going to be worked on."""
        return Forest(self._maker, argument_map, outline, folded)
