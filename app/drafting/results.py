"""What drafting suggests: who says what, what it argues, and what speaks for or against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.articles.text import Span
from app.drafting.confidence import Confidence
from app.drafting.relations import Kindred
from app.drafting.sorts import SpeakerSort
from app.drafting.speakers import How
from app.drafting.stance import Stance
from app.model.errors import Phrase


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something. All places are in the text that was drafted from.

    `key` stays the same while the words do, wherever they stand. `speakers` names who says it,
    then via whom, and `sorts` tells the sort of each, or nothing; `told` says how the first was
    known, and `link` by which words. `parent` is the key of the attribution whose content this one
    stands in, or "". `reason` says in one line why, for a window to translate.
    """

    key: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    told: How
    link: Span | None
    stance: Stance
    direct: bool
    confidence: Confidence
    rule: str
    reason: Phrase = field(compare=False, repr=False)
    parent: str = ""
    sorts: tuple[SpeakerSort, ...] = ()


@dataclass(frozen=True, slots=True)
class Contention:
    """What the article may argue; `attribution` is the key of the one that says it, or ""."""

    key: str
    span: Span
    confidence: Confidence
    reason: Phrase = field(compare=False, repr=False)
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one piece of the text does to another, by the words at `cue`."""

    key: str
    begins: Span
    ends: Span
    kind: Kindred
    cue: Span
    confidence: Confidence
    reason: Phrase = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was found in a text; `notice` says in a sentence why there is nothing.

    `origin` is the name of the model that found it, or "" for the rules of grammar; `left_out` is
    how much that suggested of which the words do not stand in the text.
    """

    language: str
    attributions: tuple[Attribution, ...] = ()
    contentions: tuple[Contention, ...] = ()
    relations: tuple[Relation, ...] = ()
    notice: Phrase | None = None
    origin: str = ""
    left_out: int = 0

    def by_speaker(self) -> Mapping[str, tuple[Attribution, ...]]:
        """The attributions that stand in no other, by who speaks, in the order of the text."""
        found: dict[str, list[Attribution]] = {}
        for attribution in self.attributions:
            if not attribution.parent:
                name = attribution.speakers[0] if attribution.speakers else ""
                found.setdefault(name, []).append(attribution)
        return {name: tuple(them) for name, them in found.items()}

    def within(self, key: str) -> tuple[Attribution, ...]:
        """The attributions that stand in the content of another."""
        return tuple(one for one in self.attributions if one.parent == key)
