"""What a card shows, worked out from the map: words, speakers, the place in the source."""

from functools import lru_cache
from typing import NamedTuple

from app.articles.quotations import quotation_faults
from app.layout.look import USUAL, Details
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, Claim, Fidelity, Locution, Speaker, SpeakerId, text_order
from app.model.outline import Card
from app.model.role import Role
from app.model.text import one_line, paragraph_at, shortened

DIFFERS = "!"
"""Stands before the place in a source whose words are not those of the quotation."""

_REFERENCE_LENGTH = 60


class Content(NamedTuple):
    """The words on a card, and what its look depends on. Two equal contents make equal boxes."""

    text: str
    role: Role
    speaker: str = ""
    initials: str = ""
    colour: int | None = None  # of the speaker: a number in the tints of the theme
    via: str = ""
    unstated: bool = False
    unanswered: bool = False
    fidelity: Fidelity | None = None
    full: bool = True
    hidden: int = 0  # how many claims are folded away below it
    tags: str = ""  # all of them, in one line
    corner: str = ""  # what the lower right corner says: confidence, and place in the source
    misquoted: bool = False  # whether it is not what it is said to quote
    quotation: str = ""  # the words it rests on
    note: str = ""

    @property
    def has_foot(self) -> bool:
        """Whether there is a row below the words."""
        return bool(self.corner or self.unanswered or self.tags)


def content_of(
    argument_map: ArgumentMap,
    card: Card,
    *,
    unanswered: bool = False,
    hidden: int = 0,
    details: Details = USUAL,
) -> Content:
    """Work out what a card shows.

    `unanswered` is whether it is a premise of an unanswered objection, which is the same for all
    premises of a step; `hidden` is how many claims are folded away below it.
    """
    claim = argument_map.claim(card.claim)
    if not card.full:
        return Content(shortened(claim.text, _REFERENCE_LENGTH), card.role, full=False)
    saying = first_saying(argument_map, claim)
    content = _whole_content(argument_map, card, claim, saying)
    if unanswered or hidden:
        content = content._replace(unanswered=unanswered, hidden=hidden)
    return content if details is USUAL else _detailed(content, details, claim, saying)


def _detailed(content: Content, details: Details, claim: Claim, saying: Locution | None) -> Content:
    """Leave out what is not wanted, and add what is usually left out."""
    if not details.speakers:
        content = content._replace(speaker="", initials="", colour=None, via="")
    if not details.badges:
        content = content._replace(unanswered=False, tags="", corner="", misquoted=False)
    if details.quotations and saying and saying.anchor:
        content = content._replace(quotation=f"“{saying.anchor.exact.strip()}”")
    if details.notes:
        content = content._replace(note=claim.note.strip())
    return content


def _whole_content(
    argument_map: ArgumentMap, card: Card, claim: Claim, saying: Locution | None
) -> Content:
    sure = "" if claim.confidence is None else f"{claim.confidence} %"
    tags = " ".join(f"#{tag}" for tag in claim.tags) if claim.tags else ""
    if saying is None:
        return Content(
            claim.text,
            card.role,
            unstated=claim.unstated,
            tags=tags,
            corner=sure,
        )
    chain = speaker_chain(argument_map, saying)
    misquoted = bool(quotation_faults(argument_map, saying.id))
    place = f"“ {place_of(argument_map, saying.anchor)}" if saying.anchor else ""
    place = f"{DIFFERS} {place}" if misquoted else place
    return Content(
        text=claim.text,
        role=card.role,
        speaker=chain[0].name if chain else "",
        initials=initials(chain[0].name) if chain else "",
        colour=chain[0].colour if chain else None,
        via=", ".join(speaker.name for speaker in chain[1:]),
        unstated=claim.unstated,
        fidelity=saying.fidelity if saying.anchor else None,
        tags=tags,
        corner=f"{sure}  {place}" if sure and place else sure or place,
        misquoted=misquoted,
    )


def first_saying(argument_map: ArgumentMap, claim: Claim) -> Locution | None:
    """The saying of a claim that its card shows: the one that comes first in its source."""
    sayings = argument_map.locutions_of(claim.id)
    if len(sayings) < 2:  # noqa: PLR2004  as of most claims
        return sayings[0] if sayings else None
    return min(sayings, key=text_order)


def speaker_chain(argument_map: ArgumentMap, saying: Locution | None) -> list[Speaker]:
    """Who says it, and through whom."""
    speakers: tuple[SpeakerId, ...] = saying.speakers if saying else ()
    return [argument_map.speaker(speaker) for speaker in speakers]


def place_of(argument_map: ArgumentMap, anchor: Anchor) -> str:
    """The place of an anchor in its source: the paragraph, counted from 1."""
    return f"¶{paragraph_at(argument_map.source(anchor.source).text, anchor.start)}"


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """One or two letters that stand for a speaker on the chip.

    >>> initials("The Washington Post"), initials("CNN"), initials("analysts")
    ('WP', 'C', 'A')
    """
    words = [word for word in one_line(name).split(" ") if word.casefold() not in {"the", "of"}]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:]) if word).upper()
