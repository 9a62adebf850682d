"""Taking in articles: plain text and Markdown, the latter as the text that it is.

The file is only read. Whatever it holds, it is read within bounds, and what is wrong with it comes
out as one sentence.
"""

import codecs
import re
from pathlib import Path

from app.files import read_bytes
from app.model.elements import Source, SourceId, new_id
from app.model.errors import FormatError
from app.model.text import clean, one_line, shortened

MOST_CHARACTERS = 2_000_000
_MOST_BYTES = 4 * MOST_CHARACTERS + 4  # the longest characters there are, and a mark before them
_SAMPLE = 200_000
_LONGEST_TITLE = 120

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1a\x1b"))
_FRONT_MATTER_TITLE = re.compile(r"\A---\n(?:(?!---\n).*\n)*?title:(.+)\n")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t](.+)$|^(\S.*)\n===")
_NO_TITLE_ENDS = (".", ",", ";", ":", "。")
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def read_article(path: Path) -> Source:
    """Take in a file. Raises FormatError for anything that is no article, or too long for one."""
    try:
        text = clean(_decoded(read_bytes(path, most=_MOST_BYTES)))
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
            f"This is too long: it has {len(text):,} characters, "
            f"and at most {MOST_CHARACTERS:,} can be taken in."
        )


def _decoded(content: bytes) -> str:
    """Make text of bytes in whatever encoding they are."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded_as(encoding, content)
    if b"\0" in content or 50 * len(content.translate(None, _CONTROLS)) < 49 * len(content):
        raise _not_text()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_as(_guessed_encoding(content), content)


def _decoded_as(encoding: str, content: bytes) -> str:
    try:
        return content.decode(encoding, "strict" if encoding.startswith("utf") else "replace")
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _guessed_encoding(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  seldom needed, and slow to import

    sample = content[:_SAMPLE]
    if len(sample) < len(content):  # do not cut a character in two
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(sample).best()
    if best is None:
        raise _not_text()
    return best.encoding


def _not_text() -> FormatError:
    return FormatError(
        "This is not text: save it as plain text, or copy its words and paste them here."
    )


def _title_in(text: str, *, markdown: bool) -> str:
    """The first heading, or a first line that is short and no sentence; else nothing."""
    head = text[:_SAMPLE]
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
