"""An article in pieces of a bounded size, so that each fits into what a model can read."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from app.articles.text import Span, paragraphs, sentences, trimmed
from app.model.text import one_line

SIZE = 5_000  # characters of a piece: with instructions and answer, below 4,096 tokens in English
LEAST = 800  # characters below which a piece is not halved any more


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or as much of one as fits; `number` is that of the paragraph, from 1."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Parts of an article, in the order of the text; never without any."""

    parts: tuple[Part, ...]

    @property
    def span(self) -> Span:
        """From where to where it goes."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def size(self) -> int:
        """How many characters it has."""
        return self.span.end - self.span.start

    def said(self, text: str) -> str:
        """Its words as they are sent: a line for each part, after the number of its paragraph."""
        return "\n".join(f"[{p.number}] {one_line(text[slice(*p.span)])}" for p in self.parts)

    def paragraph(self, number: int) -> Span | None:
        """What of a paragraph is in it; None if nothing is."""
        there = [part.span for part in self.parts if part.number == number]
        return Span(there[0].start, there[-1].end) if there else None


def pieces_of(text: str, within: Span | None = None, *, size: int = SIZE) -> tuple[Piece, ...]:
    r"""Divide a text, or a place in it, at paragraphs; within one at sentences, if it is too long.

    >>> [piece.span for piece in pieces_of("One two.\n\nThree. Four.", size=8)]
    [Span(start=0, end=8), Span(start=10, end=16), Span(start=17, end=22)]
    """
    made: list[Piece] = []
    parts: list[Part] = []
    for part in _parts(text, within or Span(0, len(text)), size):
        if parts and part.span.end - parts[0].span.start > size:
            made.append(Piece(tuple(parts)))
            parts = []
        parts.append(part)
    return (*made, Piece(tuple(parts))) if parts else tuple(made)


def halved(text: str, piece: Piece) -> tuple[Piece, ...]:
    """Divide a piece into two or three smaller ones; none if it is small already."""
    if piece.size < 2 * LEAST:
        return ()
    return pieces_of(text, piece.span, size=piece.size // 2 + 1)


def _parts(text: str, within: Span, size: int) -> Iterator[Part]:
    for number, paragraph in enumerate(paragraphs(text), 1):
        span = _common(text, paragraph, within)
        if span.end - span.start <= size:
            yield from [Part(number, span)] if span.start < span.end else []
            continue
        for sentence in _sentences(text, span):
            yield from (Part(number, cut) for cut in _cuts(text, sentence, size))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    every = sentences(text)
    first = bisect_right(every, paragraph.start, key=lambda span: span.end)
    for sentence in every[first:]:
        if sentence.start >= paragraph.end:
            return
        yield _common(text, sentence, paragraph)


def _cuts(text: str, span: Span, size: int) -> Iterator[Span]:
    """A place in lengths that fit, cut between words where there are any."""
    start = span.start
    while span.end - start > size:
        end = text.rfind(" ", start, start + size + 1)
        end = end if end > start else start + size
        yield trimmed(text, start, end)
        start = end
    if text[start : span.end].strip():
        yield trimmed(text, start, span.end)


def _common(text: str, one: Span, other: Span) -> Span:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return trimmed(text, start, end) if start < end else Span(start, start)
