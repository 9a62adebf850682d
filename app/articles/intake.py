"""Taking in articles: plain text and Markdown, the latter as the text that it is.

The file is only read. Whatever it holds, it is read within bounds, and what is wrong with it comes
out as one sentence.
"""

import re
from pathlib import Path

from app.articles.encodings import decoded
from app.files import read_bytes
from app.model.elements import Source, SourceId, new_id
from app.model.errors import FormatError
from app.model.text import clean, one_line, shortened

MOST_CHARACTERS = 2_000_000
_MOST_BYTES = 4 * MOST_CHARACTERS + 4  # the longest characters there are, and a mark before them
_HEAD = 20_000  # where a title stands, if anywhere
_LONGEST_TITLE = 120

_FRONT_MATTER_TITLE = re.compile(r"\A---\n(?:(?!---\n).*\n)*?title:(.+)\n")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t](.+)$|^(\S.*)\n===")
_NO_TITLE_ENDS = (".", ",", ";", ":", "。")
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def read_article(path: Path) -> Source:
    """Take in a file. Raises FormatError for anything that is no article, or too long for one."""
    try:
        text = clean(decoded(read_bytes(path, most=_MOST_BYTES)))
        _check(text)
    except FormatError as error:
        raise error.in_file(path) from error
    title = _title_in(text, markdown=path.suffix.lower() in _MARKDOWN) or _title_of(path)
    return Source(id=SourceId(new_id()), title=title, text=text)


def paste_article(text: str, title: str = "") -> Source:
    """Take in text from the clipboard. Raises FormatError if it is empty or too long."""
    text = clean(text)
    _check(text)
    title = one_line(title) or _title_in(text, markdown=True) or shortened(text, 60)
    return Source(id=SourceId(new_id()), title=title, text=text)


def _check(text: str) -> None:
    if not text.strip():
        raise FormatError("This is empty: there are no words in it to read.")
    if len(text) > MOST_CHARACTERS:
        raise FormatError(
            "This is too long: it has {count:,} characters, and at most {most:,} can be taken in.",
            count=len(text),
            most=MOST_CHARACTERS,
        )


def _title_in(text: str, *, markdown: bool) -> str:
    """The first heading, or a first line that is short and no sentence; else nothing."""
    head = text[:_HEAD]
    if markdown and (found := _FRONT_MATTER_TITLE.search(head) or _HEADING.search(head)):
        words = one_line(found[found.lastindex or 0]).strip("\"'*_# ")
        return shortened(words, _LONGEST_TITLE)
    first, *others = head.strip().split("\n", 1)
    line = one_line(first)
    is_title = others and len(line) <= _LONGEST_TITLE and any(map(str.isalpha, line))
    return line if is_title and not line.endswith(_NO_TITLE_ENDS) else ""


def _title_of(path: Path) -> str:
    """The name of a file in words.

    >>> _title_of(Path("what_speaks-against it.txt"))
    'What speaks against it'
    """
    words = one_line(re.sub(r"[_\-.\s]+", " ", path.stem))
    return words[:1].upper() + words[1:] if words else "Article"
