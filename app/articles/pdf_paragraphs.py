"""Making paragraphs again of the lines that a PDF is drawn in.

Heads, feet and numbers of pages are dropped, and words joined that a hyphen divides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"""[\W_]* (?:(?:page|seite|p\.?)\s*)? (?:\d{1,4}|[ivxl]{1,6})
    (?: \s* (?:/|of|von|sur|de) \s* \d{1,4} )? [\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
_EDGE = 2  # so many lines at the top and at the bottom of a page may be heads and feet
_END = re.compile(r"""[.!?:。！？][)\]"'”’»]*(?:\[?\d{1,3}\]?)?\Z""")
_BULLET = re.compile(r"(?:[•▪‣◦●■–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_DIVIDED = re.compile("([^\\W\\d_]+)([-\u00ad\u2010\x02\ufffe])\\Z")
_BEGUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BIGGER = 1.12  # times as big: another kind of text
_WIDER = 1.25  # times as far apart as lines mostly are: another paragraph
_SHORT = 0.88  # of the width that lines have: the last one of a paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn; in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """How high its letters are, with what they reach below the line."""
        return self.top - self.bottom


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without edges that come again on other pages."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = min(3, max(2, len(pages) // 2 + 1))

    def runs(line: Line) -> bool:
        is_number = len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)
        return bool(is_number) or seen[_key(line)] >= often

    kept = []
    for page in pages:
        dropped = {id(line) for line in _edges(page) if runs(line)}
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Join lines to paragraphs, also over the ends of columns and pages."""
    words = Counter(word.lower() for line in _all(pages) for word in _WORD.findall(line.text))
    blocks: list[list[Line]] = []
    for page in pages:
        pitch, margin = _pitch(page), _right_margin(page)
        for place, line in enumerate(page):
            before = page[place - 1] if place else None
            if blocks and (
                _goes_over(blocks[-1][-1], line)
                if before is None or line.bottom > before.bottom + before.size
                else _goes_on(before, line, pitch, margin)
            ):
                blocks[-1].append(line)
            else:
                blocks.append([line])
    return [_joined([line.text for line in block], words) for block in blocks]


def largest_at_top(page: Sequence[Line]) -> str:
    """The first words on a page that are clearly bigger than its text; nothing if none are."""
    usual = _usual_size([page])
    big = [place for place, line in enumerate(page) if line.size > 1.2 * usual]
    if not big or not page:
        return ""
    first = page[big[0]]
    found = [first.text]
    for line in page[big[0] + 1 : big[0] + 4]:
        if abs(line.size - first.size) > 0.05 * first.size:
            break
        found.append(line.text)
    return " ".join(found)


def _goes_on(before: Line, line: Line, pitch: float, margin: float) -> bool:
    """Whether a line under another one belongs to the same paragraph."""
    if _differ(before, line) or _BULLET.match(line.text):
        return False
    apart = before.bottom - line.bottom
    if pitch and apart > _WIDER * pitch:
        return False
    if abs(apart) < before.size / 2:  # on one height: parts of one line
        return True
    ended = bool(_END.search(before.text))
    is_short = before.right - before.left < _SHORT * (margin - before.left)
    indent = line.left - before.left
    if is_short and (ended or not line.text[:1].islower()):
        return False
    return not (ended and before.size < indent < 6 * before.size)


def _goes_over(before: Line, line: Line) -> bool:
    """Whether a line at the top of a column goes on with the paragraph that the last one held."""
    return (
        not _differ(before, line)
        and not _END.search(before.text)
        and (line.text[:1].islower() or bool(_DIVIDED.search(before.text)))
    )


def _differ(before: Line, line: Line) -> bool:
    return max(before.size, line.size) > _BIGGER * min(before.size, line.size)


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        divided, begun = _DIVIDED.search(text), _BEGUN.match(line)
        if divided and begun and begun[0][0].islower():
            whole = f"{divided[1]}{begun[0]}".lower()
            with_hyphen = f"{divided[1]}-{begun[0]}".lower()
            stays = words[with_hyphen] > words[whole]
            text = text[:-1] + ("-" if stays else "") + line
        elif divided and begun:
            text = f"{text[:-1]}-{line}"
        else:
            text = f"{text} {line}"
    return re.sub("[\x02\ufffe]", "-", text)


def _pitch(page: Sequence[Line]) -> float:
    """How far lines that follow each other mostly are apart."""
    apart = [a.bottom - b.bottom for a, b in pairwise(page)]
    near = [
        one
        for (a, _), one in zip(pairwise(page), apart, strict=True)
        if a.size / 2 < one < 3 * a.size
    ]
    return median(near) if near else 0.0


def _right_margin(page: Sequence[Line]) -> float:
    """How far to the right lines reach, but for a few."""
    return sorted(line.right for line in page)[int(0.9 * (len(page) - 1))] if page else 0.0


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for line in _all(pages):
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _all(pages: Iterable[Iterable[Line]]) -> Iterable[Line]:
    return (line for page in pages for line in page)
