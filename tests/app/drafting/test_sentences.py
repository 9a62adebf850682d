"""Sentences of our own and who says what in them; a file for each way to report or kind of text.

A sentence stands at the head of a line, ¶ where a paragraph ends; beneath it, set in, each
attribution that is to be found: source | cue | content | rule, with - for a source not named.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.drafting.saying import Said, said_in

_FOLDER = Path(__file__).parent / "sentences"


def _sentences() -> Iterator[tuple[str, list[Said]]]:
    for file in sorted(_FOLDER.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
            text, *said = block.replace(" ¶ ", "\n\n").split("\n    ")
            yield text, [_said(line) for line in said]


def _said(line: str) -> Said:
    source, cue, content, rule = line.split(" | ")
    return Said("" if source == "-" else source, cue, content, rule)


@pytest.mark.parametrize(("text", "said"), list(_sentences()))
def test_who_says_what_in_a_sentence(text: str, said: list[Said]) -> None:
    assert said_in(text) == said
