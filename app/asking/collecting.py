"""What a model said about an article, as suggestions; only what stands in the article is kept."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.articles.text import Span
from app.asking.answer import Answer, Argued, Joined, Said
from app.asking.matching import Match, Matcher
from app.asking.pieces import SIZE, Piece
from app.drafting.confidence import Confidence
from app.drafting.keys import digest
from app.drafting.relations import Kindred
from app.drafting.results import Attribution, Contention, Draft, Relation
from app.drafting.speakers import How
from app.drafting.stance import Stance
from app.model.errors import Phrase
from app.model.text import one_line, shortened

NOTHING_FOUND = Phrase("The model found nothing in this text.")
NOTHING_KEPT = Phrase("What the model suggested does not stand in the article, and was left out.")
_RULE = "language model"
_ALL_THERE = Phrase("all its words stand in the article")
_NEARLY = Phrase("have a look: its words stand there more than once, or a little otherwise")
_UNNAMED = Phrase("have a look: the model does not give the words that tell who says it")
_ARGUED = Phrase("the model takes it for what the article argues")
_JOINED = Phrase("the model sees a link between the two")
_MOST_CONTENTIONS = 3
_LONGEST_NAME = 120
_OPENING, _CLOSING = "“„«»「『\"'‘", "”“»«」』\"'’"
_BEFORE_CLOSING = ".,;:!?…"


class Collection:
    """Takes the answers about one article, in the order of its pieces."""

    def __init__(self, text: str, model: str) -> None:
        self._text = text
        self._model = shortened(model, _LONGEST_NAME)
        self._matcher = Matcher(text)
        self._words: Counter[str] = Counter()
        self._seen: set[Hashable] = set()
        self._attributions: list[Attribution] = []
        self._contentions: list[Contention] = []
        self._relations: list[Relation] = []
        self._left_out = 0

    def draft(self) -> Draft:
        """All that was kept, in the order of the text."""
        said = sorted(self._attributions, key=lambda one: (one.content, one.source))
        notice = None
        if not (said or self._contentions or self._relations):
            notice = NOTHING_KEPT if self._left_out else NOTHING_FOUND
        return Draft(
            language="",
            attributions=tuple(nested(said)),
            contentions=tuple(self._contentions[:_MOST_CONTENTIONS]),
            relations=tuple(self._relations),
            notice=notice,
            origin=self._model,
            left_out=self._left_out,
        )

    def take(self, answer: Answer, piece: Piece) -> None:
        """Keep what stands in a piece of the article, and count the rest."""
        for said in answer.attributions:
            self._keep_said(said, piece)
        for argued in answer.contentions:
            self._keep_argued(argued, piece)
        for joined in answer.relations:
            self._keep_joined(joined, piece)

    # One of each kind; it is left out if not all of its words are in the article

    def _keep_said(self, said: Said, piece: Piece) -> None:
        found = [self._matcher.find(words, piece, said.paragraph) for words in said.content]
        content = sorted(match.span for match in found if match)
        if len(content) < len(found) or any(b.start < a.end for a, b in pairwise(content)):
            self._left_out += 1
            return
        around = Span(content[0].start, content[-1].end)
        source, cue = (self._beside(words, piece, around) for words in (said.source, said.cue))
        names = self._names(said, source or ())
        if source is None or cue is None or names is None:
            self._left_out += 1
            return
        exact = all(match.exact for match in (*found, *source, *cue) if match)
        told = bool(source and cue)
        if self._is_new(tuple(content), names):
            one = Attribution(
                key=self._key(_spans(source), _spans(cue), content),
                source=_spans(source),
                cue=_spans(cue),
                content=tuple(content),
                speakers=names,
                told=How.NAME if names else How.NOBODY,
                link=None,
                stance=_stance(said.stance),
                direct=all(self._is_quoted(span) for span in content),
                confidence=Confidence.CHECK if exact and told else Confidence.GUESS,
                rule=_RULE,
                reason=(_ALL_THERE if told else _UNNAMED) if exact else _NEARLY,
            )
            self._attributions.append(one)

    def _keep_argued(self, argued: Argued, piece: Piece) -> None:
        found = self._matcher.find(argued.words, piece, argued.paragraph)
        if found is None:
            self._left_out += 1
        elif self._is_new(found.span):
            one = Contention(
                key=self._key([found.span]),
                span=found.span,
                confidence=Confidence.GUESS,
                reason=_ARGUED,
            )
            self._contentions.append(one)

    def _keep_joined(self, joined: Joined, piece: Piece) -> None:
        begins = self._matcher.find(joined.from_words, piece, joined.from_paragraph)
        ends = self._matcher.find(joined.to_words, piece, joined.to_paragraph)
        cue = self._beside(joined.cue, piece, begins.span) if begins else None
        if begins is None or ends is None or cue is None or joined.kind not in set(Kindred):
            self._left_out += 1
        elif begins.span != ends.span and self._is_new(begins.span, ends.span):
            at = _spans(cue)
            one = Relation(
                key=self._key([begins.span], at, [ends.span]),
                begins=begins.span,
                ends=ends.span,
                kind=Kindred(joined.kind),
                cue=at[0] if at else Span(begins.span.start, begins.span.start),
                confidence=Confidence.GUESS,
                reason=_JOINED,
            )
            self._relations.append(one)

    # Its words

    def _beside(self, words: str | None, piece: Piece, content: Span) -> tuple[Match, ...] | None:
        """Where the source or the cue of some content stands: nowhere if none is named."""
        if not (words or "").strip():
            return ()
        found = self._matcher.nearest(words or "", piece, content)
        return None if found is None else (found,)

    def _names(self, said: Said, source: Sequence[Match]) -> tuple[str, ...] | None:
        """Who says it, through whom, by names in the article; else as the source has it.

        None if somebody is named of whom the article does not know, nor of any other source.
        """
        name = self._name(said.speaker) or " ".join(map(self._said, _spans(source)))
        if not name:
            return None if (said.speaker or "").strip() else ()
        via = self._name(said.via)
        return (name, via) if via and via.casefold() != name.casefold() else (name,)

    def _name(self, words: str | None) -> str:
        """A name as it first stands in the article; nothing if it does not."""
        place = self._matcher.anywhere(words) if words else None
        return shortened(self._said(place), _LONGEST_NAME) if place else ""

    def _said(self, place: Span) -> str:
        return one_line(self._text[slice(*place)])

    def _is_quoted(self, span: Span) -> bool:
        """Whether words stand in quotation marks, which may be a part of them."""
        text, start, end = self._text, *span
        opened = text[start] in _OPENING or text[max(start - 1, 0)] in _OPENING
        while end < len(text) and text[end] in _BEFORE_CLOSING:
            end += 1
        closed = text[span.end - 1] in _CLOSING or text[end : end + 1] in tuple(_CLOSING)
        return opened and closed

    def _key(self, *places: Sequence[Span]) -> str:
        """The same key as the grammar gives to the same words, so that both are decided as one."""
        words = (self._text[slice(*span)] for spans in places for span in spans or [Span(0, 0)])
        return digest("\n".join(words), self._words)

    def _is_new(self, *places: Hashable) -> bool:
        """Whether this is said for the first time."""
        known = places in self._seen
        self._seen.add(places)
        return not known


def nested(said: Sequence[Attribution]) -> list[Attribution]:
    """Let each stand in the smallest other one whose content holds its content and its cue."""
    contents = sorted((span, one.key) for one in said for span in one.content)
    return [replace(one, parent=_around(one, contents)) for one in said]


def _around(one: Attribution, contents: Sequence[tuple[Span, str]]) -> str:
    """The key of the smallest content around another one; no content is longer than a piece."""
    start = min(span.start for span in (*one.content, *one.cue))
    end = max(span.end for span in (*one.content, *one.cue))
    first = bisect_left(contents, start - SIZE, key=_start)
    last = bisect_right(contents, start, key=_start)
    holding = [
        (span.end - span.start, key)
        for span, key in contents[first:last]
        if end <= span.end and span.end - span.start > end - start
    ]
    return min(holding)[1] if holding else ""


def _start(content: tuple[Span, str]) -> int:
    return content[0].start


def _spans(matches: Sequence[Match]) -> tuple[Span, ...]:
    return tuple(match.span for match in matches)


def _stance(name: str | None) -> Stance:
    return Stance(name) if name in set(Stance) else Stance.ASSERTS
