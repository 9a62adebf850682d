"""Edits of an article's text, and of the marks that this moves, changes or loses.

A mark that no longer holds just the words that were marked keeps these in its saying, until the
person accepts what became of it or marks other words; so nothing is lost without being seen.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from app.articles.anchors import anchor_at
from app.articles.fates import Fate, Found
from app.articles.reanchoring import marks_found_again
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    AnyElement,
    Locution,
    LocutionId,
    MarkState,
    Source,
    SourceId,
    new_id,
)
from app.model.errors import EditError
from app.model.text import clean


def correct_text(
    argument_map: ArgumentMap,
    *,
    source: SourceId,
    text: str,
    found: Mapping[LocutionId, Found] | None = None,
) -> Change:
    """Correct the text of an article; each mark is found again, or needs a look from then on.

    `found` is what `app.articles.reanchoring.marks_found_again` told of this text; without it, the
    marks are looked for here. Raises EditError if a mark was made since.
    """
    old = _of_today(argument_map, source)
    new = changed(old, text=_some(text))
    sayings = _sayings(argument_map, source)
    return Change.of(
        "Correct the text",
        old=[old, *sayings],
        new=[new, *_marked_again(argument_map, new, sayings, found)],
    )


def replace_text(  # noqa: PLR0913  what there is to know about the text
    argument_map: ArgumentMap,
    *,
    source: SourceId,
    text: str,
    captured: datetime | None = None,
    origin: str = "",
    digest: str = "",
    found: Mapping[LocutionId, Found] | None = None,
) -> Change:
    """Put a newer text of an article in the place of its text, which is kept as an earlier one.

    Marks and `found` are as in `correct_text`.
    """
    old = _of_today(argument_map, source)
    new = changed(old, text=_some(text), captured=captured, origin=origin, digest=digest)
    if new.text == old.text:
        return Change.of("Take in a newer text", old=[old], new=[new])
    sayings = _sayings(argument_map, source)
    earlier = changed(old, id=SourceId(new_id()), capture_of=source)
    again: list[AnyElement] = [*_marked_again(argument_map, new, sayings, found)]
    return Change.of("Take in a newer text", old=[old, *sayings], new=[new, earlier, *again])


def accept_mark(argument_map: ArgumentMap, *, locution: LocutionId) -> Change:
    """Accept what became of a mark: other words or another place, or that it is lost.

    Without its mark, a saying that nobody is named for says nothing any more, and goes.
    """
    old = argument_map.locution(locution)
    return Change.of("Accept a mark", old=[old], new=_accepted(old))


def accept_marks(argument_map: ArgumentMap, *, locutions: Collection[LocutionId]) -> Change:
    """Accept what became of several marks, as `accept_mark` does."""
    old = [argument_map.locution(locution) for locution in dict.fromkeys(locutions)]
    new = [saying for each in old for saying in _accepted(each)]
    return Change.of("Accept marks", old=old, new=new)


def mark_anew(argument_map: ArgumentMap, *, locution: LocutionId, anchor: Anchor) -> Change:
    """Let a saying rest on other words than before."""
    old = argument_map.locution(locution)
    new = changed(old, anchor=anchor, former=None)
    return Change.of("Mark words anew", old=[old], new=[new])


def adjust_mark(argument_map: ArgumentMap, *, locution: LocutionId, start: int, end: int) -> Change:
    """Let a mark begin and end elsewhere in its article. Raises EditError if it held no word."""
    old = argument_map.locution(locution)
    if old.anchor is None:
        raise EditError("This saying is not marked in an article; mark its words first.")
    anchor = anchor_at(argument_map.source(old.anchor.source), start, end)
    new = changed(old, anchor=anchor, former=None)
    return Change.of("Adjust a mark", old=[old], new=[new])


def _accepted(saying: Locution) -> list[Locution]:
    if saying.former and not saying.anchor and not saying.speakers:
        return []
    return [changed(saying, former=None)]


def _of_today(argument_map: ArgumentMap, source: SourceId) -> Source:
    found = argument_map.source(source)
    if found.capture_of:
        raise EditError("This is an earlier text of an article, kept as it was.")
    return found


def _some(text: str) -> str:
    text = clean(text)
    if not text.strip():
        raise EditError("An article needs some words.")
    return text


def _sayings(argument_map: ArgumentMap, source: SourceId) -> list[Locution]:
    """All sayings that are, or were, marked in a source."""
    sayings = (*argument_map.marks_in(source), *argument_map.marks_to_check(source))
    return list({saying.id: saying for saying in sayings}.values())


def _marked_again(
    argument_map: ArgumentMap,
    source: Source,
    sayings: list[Locution],
    found: Mapping[LocutionId, Found] | None,
) -> list[Locution]:
    if found is None:
        found = marks_found_again(argument_map, source.id, source.text)
    if any(saying.id not in found for saying in sayings):
        raise EditError("Words were marked in the meantime; look for the marks once more.")
    return [_as_found(saying, found[saying.id]) for saying in sayings]


def _as_found(saying: Locution, found: Found) -> Locution:
    if found.fate in {Fate.KEPT, Fate.MOVED} and found.anchor:
        return changed(saying, anchor=found.anchor, former=_still_open(saying, found.anchor))
    return changed(saying, anchor=found.anchor, former=saying.former or saying.anchor)


def _still_open(saying: Locution, anchor: Anchor) -> Anchor | None:
    """What the person has still to look at: nothing if the words are back that were marked."""
    if saying.former and saying.mark_state is not MarkState.UNSURE:
        return None if anchor.exact.split() == saying.former.exact.split() else saying.former
    return saying.former
