"""The words of all claims as they are compared: to find one by typing, and to notice repeats."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject
from rapidfuzz import fuzz, process

from app.analysis.words import folded
from app.model.change import Change
from app.model.elements import Claim, ClaimId
from widgets.reading import Reading

_LEAST = 55  # of 100: how like its words what was typed must be
_SAME = 90  # of 100: how like another a claim must be to say the same
_SHORTEST = 12  # characters of a claim that is compared with others


class ClaimTexts(QObject):
    """Follows the map, once it was asked for the first time."""

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._texts: dict[ClaimId, str] | None = None
        reading.changed.connect(self._follow)

    def like(self, typed: str, most: int) -> list[ClaimId]:
        """The claims whose words are most like what was typed; if that is nothing, the first."""
        words = folded(typed)
        if not words:
            return list(islice(self._reading.outline.cards, most))
        found = process.extract(
            words, self._known(), scorer=fuzz.WRatio, score_cutoff=_LEAST, limit=most
        )
        return [key for _, _, key in found]

    def repeat_of(self, claim: ClaimId, text: str) -> ClaimId | None:
        """Another claim that says nearly the same, in the same order."""
        words = folded(text)
        if len(words) < _SHORTEST:
            return None
        texts = self._known()
        own = texts.pop(claim, None)
        found = process.extractOne(words, texts, scorer=fuzz.ratio, score_cutoff=_SAME)
        if own is not None:
            texts[claim] = own
        return found[2] if found else None

    def _known(self) -> dict[ClaimId, str]:
        if self._texts is None:
            self._texts = {}
            self._take(self._reading.map.every(Claim))
        return self._texts

    def _take(self, claims: Iterable[Claim]) -> None:
        if self._texts is not None:
            self._texts.update((claim.id, folded(claim.text)) for claim in claims)

    def _follow(self, change: Change) -> None:
        if self._texts is None:
            return
        for key in change.before.keys() - change.after.keys():
            self._texts.pop(ClaimId(key), None)
        self._take(element for element in change.after.values() if isinstance(element, Claim))
