"""Which claims say something else than what they are said to quote."""

from app.articles.quotations import quotation_faults
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ClaimId, Locution, LocutionId


class Misquoted:
    """The sayings whose quotation differs from its article; follows at the cost of a change."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Check all quotations of a map; takes time with how many marks there are."""
        self._found: dict[LocutionId, ClaimId] = {}
        for source in argument_map.sources():
            for saying in argument_map.marks_in(source.id):
                self._check(argument_map, saying)

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """The claims that they are sayings of, each once; those found last come last."""
        return tuple(dict.fromkeys(self._found.values()))

    def follow(self, argument_map: ArgumentMap, change: Change) -> None:
        """Check anew what a change touched."""
        for gone in change.before:
            self._found.pop(LocutionId(gone), None)
        for element in change.after.values():
            if isinstance(element, Locution):
                self._check(argument_map, element)
            elif isinstance(element, Claim):
                for saying in argument_map.locutions_of(element.id):
                    self._check(argument_map, saying)

    def _check(self, argument_map: ArgumentMap, saying: Locution) -> None:
        if quotation_faults(argument_map, saying.id):
            self._found[saying.id] = saying.claim
        else:
            self._found.pop(saying.id, None)
