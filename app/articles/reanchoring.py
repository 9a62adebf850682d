"""Finding marks again in a text that was corrected, or in a newer one of the same article.

A mark is never said to be kept or moved unless it is sure: words that stand in several places are
told apart by what stands around them, and if that does not tell, they are unsure.
"""

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Postfix, Prefix

from app.articles.fates import LOST, Fate, Found, found_at, tells
from app.articles.occurrences import Occurrences
from app.articles.passages import Flat
from app.articles.searching import Search
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, LocutionId, SourceId
from app.model.errors import RejoinderError

_LONG = 24  # characters that agree, with those around the words; hardly by chance
_STEP = 50  # marks between two reports of progress


class StoppedError(RejoinderError):
    """The person has stopped the search."""


def found_again(
    old: str,
    new: str,
    anchors: Sequence[Anchor],
    *,
    progress: Callable[[int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Found]:
    """Find marks of the old text again in the new one, each at its place in the list.

    `progress` hears how many are done. Raises StoppedError as soon as `cancelled` says so.
    """
    search = Search(old, new)
    found: list[Found] = []
    for number, anchor in enumerate(anchors):
        if number % _STEP == 0:
            if progress:
                progress(number)
            if cancelled and cancelled():
                raise StoppedError("The marks were not looked for to the end; nothing has changed.")
        found.append(search.find(anchor))
    if progress:
        progress(len(anchors))
    return found


def marks_found_again(
    argument_map: ArgumentMap,
    source: SourceId,
    text: str,
    *,
    progress: Callable[[int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> dict[LocutionId, Found]:
    """Find all marks of a source again in another text of it, those too that were lost before.

    A mark that was reworded or lost, and whose first words are there again, is kept.
    """
    marks = {saying.id: saying.anchor for saying in argument_map.marks_in(source) if saying.anchor}
    old = argument_map.source(source).text
    again = found_again(old, text, list(marks.values()), progress=progress, cancelled=cancelled)
    found = dict(zip(marks, again, strict=True))
    for saying in argument_map.marks_to_check(source):
        first = found_by_context(text, saying.former) if saying.former else LOST
        if first.is_sure or saying.id not in found:
            found[saying.id] = first
    return found


def place_after(old: str, new: str, place: int) -> int:
    """Where about in a new text a place of the old one is, if what changed lies close together.

    >>> place_after("One. Two. Three.", "One. And two. Three.", 12)
    16
    """
    if place <= Prefix.similarity(old, new):
        return place
    return max(place + len(new) - len(old), 0)


def found_by_context(text: str, anchor: Anchor) -> Found:
    """Find a mark in a text by its words and those around them alone."""
    flat = Flat(text)
    words = " ".join(anchor.exact.split())
    prefix, suffix = (Flat(part).text for part in (anchor.prefix, anchor.suffix))
    places = Occurrences(flat.text).of(words, 0, len(flat.text), (True, True))
    if not places:
        return LOST
    scores = [
        Postfix.similarity(prefix, flat.text[max(0, place - len(prefix)) : place])
        + Prefix.similarity(suffix, flat.text[place + len(words) :][: len(suffix)])
        for place in places
    ]
    best = max(range(len(places)), key=scores.__getitem__)
    others = [score for index, score in enumerate(scores) if index != best]
    alone = not others and len(words) + scores[best] >= _LONG
    if alone or tells(scores[best], others):
        place = (places[best], places[best] + len(words))
        return found_at(Fate.KEPT, anchor, place, flat, text)
    return LOST
