"""Checking quotations word for word against the words of the article.

What editors do is no fault: other quotation marks and dashes, another case of the first letter, an
ellipsis for words that were left out, and [square brackets] around words that were put in.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from app.articles.text import Span
from app.model.argument_map import ArgumentMap
from app.model.elements import Fidelity, LocutionId

_WORD = re.compile(r"\w+(?:['’.,‐‑-]\w+)*")
_SAID = re.compile(rf"(?:\[\w{{1,3}}\])?{_WORD.pattern}")  # with a letter in brackets before it
_QUOTED = re.compile(
    r"“([^”]+)”|„([^“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』"
)
_PUT_IN = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\[[^\[\]]*\](?!\w)|…|\.\.\.")
_AT_ENDS = ".,;:!? "
_EDITED = re.compile(r"[“”„«»\"「」『』\[\]…]|\.\.\.")
_ALIKE = str.maketrans("’‘ʼ‐‑", "'''--")


class Fault(NamedTuple):
    """Words of a quotation that are not those of the article.

    Without `words` they were left out in silence, at `place`; without `source` they were added.
    """

    words: str
    source: str
    place: Span


class _Word(NamedTuple):
    said: str
    place: Span


def quotation_faults(argument_map: ArgumentMap, locution: LocutionId) -> tuple[Fault, ...]:
    """Tell where a claim is not what it is said to quote, by places in the text of the claim.

    What is no quotation, or is not marked in an article, has no faults.
    """
    saying = argument_map.locution(locution)
    if saying.fidelity is not Fidelity.QUOTATION or saying.anchor is None:
        return ()
    return faults_in(argument_map.claim(saying.claim).text, saying.anchor.exact)


def faults_in(text: str, source: str) -> tuple[Fault, ...]:
    """Compare a quotation with the words that it quotes, or those of its parts in quotation marks.

    >>> faults_in("Putin has “no good reason [to talk]”", "“Putin has no reason,” he said")
    (Fault(words='good', source='', place=Span(start=14, end=18)),)
    """
    if _is_word_for_word(text, source):  # as most are; told a hundred times sooner
        return ()
    words = [_Word(m.group().translate(_ALIKE), Span(*m.span())) for m in _WORD.finditer(source)]
    found: list[Fault] = []
    for part in _quoted_parts(text):
        behind = 0
        for segment in _segments(text, part):
            faults, behind = _compared(text, segment, source, words, behind)
            found += faults
    return tuple(found)


def _is_word_for_word(text: str, source: str) -> bool:
    """Whether all of a text stands in the source, but for the case of its first letter."""
    bare = text.strip(_AT_ENDS)
    place = source.find(bare[1:], 1) - 1 if len(bare) > 1 else -1
    if place < 0 or source[place].casefold() != bare[0].casefold():
        return False
    around = source[place - 1 : place] + source[place + len(bare) : place + len(bare) + 1]
    return not any(letter.isalnum() for letter in around) and not _EDITED.search(bare)


def _quoted_parts(text: str) -> list[Span]:
    """The parts of a text in quotation marks, or all of it if there are none."""
    parts = [Span(*match.span(match.lastindex or 0)) for match in _QUOTED.finditer(text)]
    return parts or [Span(0, len(text))]


def _segments(text: str, part: Span) -> list[list[_Word]]:
    """The words of a quotation, apart where editors put something in or left something out."""
    ends = [match.span() for match in _PUT_IN.finditer(text, *part)]
    starts = [part.start, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), part.end]
    segments = [
        [
            _Word(match.group().translate(_ALIKE), Span(*match.span()))
            for match in _SAID.finditer(text, start, stop)
        ]
        for start, stop in zip(starts, stops, strict=True)
    ]
    return [segment for segment in segments if segment]


def _compared(
    text: str, segment: list[_Word], source: str, words: list[_Word], behind: int
) -> tuple[list[Fault], int]:
    """Compare a run of words with what the source says behind a word; also where the run ends."""
    there = words[behind:]
    said, stands = [_folded(word) for word in segment], [_folded(word) for word in there]
    whole = next((i for i in range(len(stands)) if stands[i : i + len(said)] == said), None)
    pairs = _aligned(said, stands) if whole is None else [(n, whole + n) for n in range(len(said))]
    if not pairs:
        return [_fault(text, segment, source, [], segment[0].place.start)], behind
    faults: list[Fault] = []
    missing = max(0, pairs[0][1] - pairs[0][0])
    ends = [(-1, missing - 1), *pairs, (len(said), min(len(there), _after(pairs, len(said))))]
    for (i, j), (k, n) in pairwise(ends):
        if k - i > 1 or n - j > 1:
            place = segment[k - 1].place.end if k else segment[0].place.start
            faults.append(_fault(text, segment[i + 1 : k], source, there[j + 1 : n], place))
        if k < len(said) and not _is_same(segment[k], there[n], first=k == 0):
            faults.append(_fault(text, [segment[k]], source, [there[n]], 0))
    return faults, behind + pairs[-1][1] + 1


def _aligned(said: list[str], stands: list[str]) -> list[tuple[int, int]]:
    """Which words said are which words of the source."""
    return [
        pair
        for code in Indel.opcodes(said, stands)
        if code.tag == "equal"
        for pair in zip(
            range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True
        )
    ]


def _after(pairs: list[tuple[int, int]], length: int) -> int:
    """Behind which word of the source a run ends: as many words behind the last as were said."""
    return pairs[-1][1] + length - pairs[-1][0]


def _fault(text: str, said: list[_Word], source: str, stands: list[_Word], place: int) -> Fault:
    where = Span(said[0].place.start, said[-1].place.end) if said else Span(place, place)
    words = source[stands[0].place.start : stands[-1].place.end] if stands else ""
    return Fault(text[where.start : where.end], words, where)


def _folded(word: _Word) -> str:
    return word.said.replace("[", "").replace("]", "").casefold()


def _is_same(word: _Word, stands: _Word, *, first: bool) -> bool:
    """Whether a word is that of the source, letter for letter but for a first one in brackets."""
    said = word.said.replace("[", "").replace("]", "")
    if first or said != word.said:
        return said[1:] == stands.said[1:]
    return said == stands.said
