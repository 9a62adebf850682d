"""How well documents are taken in: python -m tests.benchmarks.intake_score FOLDER.

FOLDER holds documents, in folders or not, and an `expected.json` with what a right reader finds in
each. A title is right if it is the one that is expected; strings are compared without blanks. Where
the expected file names no forbidden strings, those below are: menus and notices around the article,
what pages hide, front matter, and comments.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from app.articles.intake import take_file
from app.articles.taken import Taken
from app.model.errors import FormatError

_WIKIPEDIA = ("Jump to", "Edit links", "Privacy policy", "[edit]", "Mobile view", "Esperanto")
_FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "001.html": ("Your browser is", "Flattr this", "Tweet at me", "Photography", "I take photos"),
    "ebb-org.html": ("Résumé", "cow-orking", "Pump.io", "advocacy"),
    "mozilla-1.html": ("Developer Edition", "Find My Device", "Esperanto", "Do Not Track"),
    "visibility-hidden.html": ("sed do eiusmod", "Iframe fallback test"),
    "wikipedia.html": _WIKIPEDIA,
    "wikipedia-3.html": _WIKIPEDIA,
    "mammoth-comments.docx": ("A tachyon walks into a bar.",),
    "python-docx-comments-rich-para.docx": ("Text with hyperlink", "inline image"),
}
_FORBIDDEN_IN = {".md": ("layout:", "excerpt:"), ".docx": ("w:t", "HYPERLINK", "PAGE")}
_NOTE_MARK = re.compile(r"\[\d+\]")


class Score(NamedTuple):
    """What was right of a document: of the titles, required and forbidden strings, and figures."""

    title: tuple[int, int]
    required: tuple[int, int]
    forbidden: tuple[int, int]
    figures: tuple[int, int]


def main() -> None:
    """Take in all documents, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    expected = json.loads((folder / "expected.json").read_text())
    _say(_line("document", ("title", "required", "absent", "figures", "ms")))
    total = Score((0, 0), (0, 0), (0, 0), (0, 0))
    for path in sorted(folder.rglob("*")):
        if path.name not in expected:
            continue
        began = time.perf_counter()
        taken = _taken(path)
        spent = 1_000 * (time.perf_counter() - began)
        score = _score(path, taken, expected[path.name])
        total = Score(*(_sum(*both) for both in zip(total, score, strict=True)))
        _say(_line(path.name, (*map(_shown, score), f"{spent:.0f}")))
    _say(_line("all", tuple(map(_shown, total))))
    _say(_line("", tuple(f"{100 * right / max(most, 1):.1f} %" for right, most in total)))


def _taken(path: Path) -> Taken | None:
    try:
        return take_file(path)
    except FormatError as error:
        _say(f"  {error}")
        return None


def _score(path: Path, taken: Taken | None, expected: Mapping[str, object]) -> Score:
    text = _squeezed(_NOTE_MARK.sub("", taken.text)) if taken else ""
    title = expected.get("expected_title", expected.get("title"))
    required = [*_listed(expected.get("must_contain")), *_texts(expected)]
    forbidden = _listed(expected.get("must_not_contain")) or [
        *_FORBIDDEN.get(path.name, ()),
        *_FORBIDDEN_IN.get(path.suffix, ()),
    ]
    figures = [is_right(taken) for is_right in _figures(expected)]
    return Score(
        (int(_is_title(taken, title)), 1) if isinstance(title, str) else (0, 0),
        (sum(_squeezed(words) in text for words in required), len(required)),
        (sum(_squeezed(words) not in text for words in forbidden), len(forbidden)),
        (sum(figures), len(figures)),
    )


def _is_title(taken: Taken | None, title: str) -> bool:
    """Where a document has no title, any that its name gives is right."""
    return taken is not None and title.strip("\"' ") in ("", taken.title)


def _texts(expected: Mapping[str, object]) -> list[str]:
    keys = ("first_paragraph_start", "last_paragraph_end", "first_words")
    return [words for key in keys if isinstance(words := expected.get(key), str) and words]


def _figures(expected: Mapping[str, object]) -> list[Callable[[Taken | None], bool]]:
    """Whether author, outlet, day, language and length are as expected, where these are given."""
    found: list[Callable[[Taken | None], bool]] = []
    if byline := expected.get("expected_byline"):
        found.append(
            lambda taken: taken is not None and taken.author in str(byline) and taken.author != ""
        )
    if outlet := expected.get("expected_siteName"):
        found.append(lambda taken: taken is not None and taken.outlet == outlet)
    if day := expected.get("expected_publishedTime"):
        found.append(lambda taken: taken is not None and str(taken.published) == str(day)[:10])
    if language := expected.get("expected_lang"):
        found.append(lambda taken: taken is not None and taken.language == language)
    length = _length(expected)
    if length > 99:  # of a few words, the lengths say little
        found.append(lambda taken: taken is not None and _is_near(len(taken.text), length))
    return found


def _length(expected: Mapping[str, object]) -> int:
    for key in ("article_characters", "body_characters", "text_characters", "characters"):
        match expected.get(key):
            case int(length):
                return length
            case [*lengths]:
                return sum(length for length in lengths if isinstance(length, int))
            case _:
                pass
    return 0


def _is_near(length: int, expected: int) -> bool:
    return abs(length - expected) <= 0.1 * expected


def _listed(words: object) -> list[str]:
    return [str(one) for one in words] if isinstance(words, list) else []


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _shown(share: tuple[int, int]) -> str:
    return f"{share[0]}/{share[1]}" if share[1] else ""


def _line(name: str, cells: tuple[str, ...]) -> str:
    return f"{name:48}" + "".join(f"{cell:>10}" for cell in cells)


if __name__ == "__main__":
    main()
