"""Suggestions as the window has them: from a draft of an article, with the words of their claims.

The engine that found them is not needed to show them, nor does the window wait for it to be loaded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from app.articles.text import Span
from widgets.translating import why

if TYPE_CHECKING:
    from app.drafting.results import Attribution, Draft
    from widgets.working import Reporter

ASSERTS = "asserts"
_PERSON = "person"
_LEAD = re.compile(r"that[\s,]+(?=\S)", re.IGNORECASE)
_LEFT_OUT = " … "
_QUOTES, _ENDS = "“”‘’\"'«»„ ", " ,;:"


class Sort(Enum):
    """What is suggested."""

    CONTENTION = "contention"
    SAYING = "saying"
    RELATION = "relation"

    @property
    def is_pair(self) -> bool:
        """Whether its content are two things that hang together, not one."""
        return self is Sort.RELATION


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may enter the map if the person wants it; places are in the text of the article.

    The `content` of a relation is where it begins and where it ends; its `kind` and `stance` are
    as the draft calls them. `speakers` are who says it, then through whom; `sorts` has the sort of
    those that are known, by name. `parent` is the key of the saying that it stands in, or that a
    contention is. `origin` is the language model that it comes from, or "" if it was found by the
    rules of grammar.
    """

    key: str
    sort: Sort
    content: tuple[Span, ...]
    confidence: str
    why: str
    speakers: tuple[str, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    stance: str = ASSERTS
    direct: bool = False
    parent: str = ""
    kind: str = ""
    sorts: tuple[tuple[str, str], ...] = ()
    origin: str = ""

    @property
    def start(self) -> int:
        """Where its content begins in the text."""
        return min(span.start for span in self.content)

    @property
    def is_twin(self) -> bool:
        """Whether the same is suggested as a saying too."""
        return self.sort is Sort.CONTENTION and bool(self.parent)

    @property
    def is_guess(self) -> bool:
        """Whether it is less sure than most, and no answer to what the article argues."""
        return self.confidence == "guess" and self.sort is not Sort.CONTENTION

    def with_words(self, span: Span) -> "Suggestion":
        """The same with other words as its content."""
        return replace(self, content=(span,), direct=False)

    def with_speakers(self, names: tuple[str, ...]) -> "Suggestion":
        """The same, said by somebody else."""
        return replace(self, speakers=names)


@dataclass(frozen=True, slots=True)
class Drafted:
    """All that was suggested for a text; `notice` says why the last run gave nothing.

    `origin` is the model that was asked in the last run, or "" for the rules; `count` is how many
    claims that suggested which were not there, and `left_out` how many suggestions it had in words
    that do not stand in the text.
    """

    suggestions: tuple[Suggestion, ...]
    notice: str = ""
    origin: str = ""
    count: int = 0
    left_out: int = 0


def drafted(text: str, reporter: "Reporter") -> Drafted:
    """Draft from a text by rules; takes long, and is done beside the window."""
    from app.drafting.drafting import draft  # noqa: PLC0415  loaded when it is wanted

    return taken(draft(text, progress=reporter.share_done, cancelled=reporter.cancelled))


def taken(draft: "Draft") -> Drafted:
    """The suggestions of a draft: contentions, who says what, and how it hangs together."""
    said = {one.key: one for one in draft.attributions}
    those = (*_contentions(draft, said), *_sayings(said), *_relations(draft))
    if draft.origin:
        those = tuple(replace(one, origin=draft.origin) for one in those)
    notice = why(draft.notice) if draft.notice else ""
    return Drafted(those, notice, draft.origin, left_out=draft.left_out)


def _contentions(draft: "Draft", said: "dict[str, Attribution]") -> Iterator[Suggestion]:
    for one in draft.contentions:
        whose = said.get(one.attribution)
        speakers = _chain(whose, said) if whose else ()
        yield Suggestion(
            key=one.key,
            sort=Sort.CONTENTION,
            content=(one.span,),
            confidence=one.confidence.value,
            why=why(one.reason),
            speakers=speakers,
            sorts=_sorts(whose, said) if whose else (),
            source=whose.source if whose else (),
            cue=whose.cue if whose else (),
            parent=one.attribution,
        )


def _sayings(said: "dict[str, Attribution]") -> Iterator[Suggestion]:
    for one in said.values():
        yield Suggestion(
            key=one.key,
            sort=Sort.SAYING,
            content=one.content,
            confidence=one.confidence.value,
            why=why(one.reason),
            speakers=_chain(one, said),
            sorts=_sorts(one, said),
            source=one.source,
            cue=one.cue,
            stance=one.stance.value,
            direct=one.direct,
            parent=one.parent,
        )


def _chain(one: "Attribution", said: "dict[str, Attribution]") -> tuple[str, ...]:
    """Who says it, and through whom; what is nested comes through those around it."""
    return tuple(dict(_sorts(one, said)))


def _sorts(one: "Attribution", said: "dict[str, Attribution]") -> tuple[tuple[str, str], ...]:
    """The names of a chain, each with the sort of speaker that it is for."""
    names = dict(_named(one))
    seen = {one.key}
    while names and one.parent in said and one.parent not in seen:
        one = said[one.parent]
        seen.add(one.key)
        for name, sort in _named(one):
            names.setdefault(name, sort)
    return tuple(names.items())


def _named(one: "Attribution") -> Iterator[tuple[str, str]]:
    """Its speakers with their sorts; persons where those are not known."""
    sorts = [sort.value for sort in one.sorts] or [_PERSON] * len(one.speakers)
    yield from zip(one.speakers, sorts, strict=True)


def _relations(draft: "Draft") -> Iterator[Suggestion]:
    for one in draft.relations:
        yield Suggestion(
            key=one.key,
            sort=Sort.RELATION,
            content=(one.begins, one.ends),
            confidence=one.confidence.value,
            why=why(one.reason),
            cue=(one.cue,) if one.cue.start < one.cue.end else (),
            kind=one.kind.value,
        )


def marked_span(text: str, one: Suggestion) -> Span:
    """The words that its claim rests on; of a quotation in pieces, all from the first to the last.

    A "that" before them is left out.
    """
    start, end = one.start, max(span.end for span in one.content)
    lead = None if one.direct else _LEAD.match(text, start, end)
    return Span(lead.end() if lead else start, end)


def words_of(text: str, one: Suggestion) -> str:
    """The words of its claim; between the pieces of a quotation stands an ellipsis."""
    start, _ = marked_span(text, one)
    pieces = (text[max(span.start, start) : span.end] for span in one.content)
    if len(one.content) == 1:
        return next(pieces)
    strip = _QUOTES + _ENDS if one.direct else _ENDS
    return _LEFT_OUT.join(piece.strip(strip) for piece in pieces)
