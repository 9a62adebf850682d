"""What a document is called, when it does not say so apart from its text."""

import re
from pathlib import Path

from app.model.text import one_line, shortened

LONGEST_TITLE = 120
_HEAD = 20_000  # where a title stands, if anywhere
_FRONT_MATTER_TITLE = re.compile(r"\A---\n(?:(?!---\n).*\n)*?title:(.+)\n")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t](.+)$|^(\S.*)\n===")
_NO_TITLE_ENDS = (".", ",", ";", ":", "。")
_NO_TITLE = re.compile(
    r"(?:untitled|document|word document|microsoft word|title|\W*)\d*"
    r"|.*\.(?:docx?|pdf|indd|odt|rtf|tex|dvi)",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r"\A(Microsoft Word|PowerPoint Presentation) - ", re.IGNORECASE)


def title_in(text: str, *, markdown: bool) -> str:
    """The first heading, or a first line that is short and no sentence; else nothing."""
    head = text[:_HEAD]
    if markdown and (found := _FRONT_MATTER_TITLE.search(head) or _HEADING.search(head)):
        words = one_line(found[found.lastindex or 0]).strip("\"'*_# ")
        return shortened(words, LONGEST_TITLE)
    first, *others = head.strip().split("\n", 1)
    line = one_line(first)
    is_title = others and len(line) <= LONGEST_TITLE and any(map(str.isalpha, line))
    return line if is_title and not line.endswith(_NO_TITLE_ENDS) else ""


def title_of_file(path: Path) -> str:
    """The name of a file in words.

    >>> title_of_file(Path("what_speaks-against it.txt"))
    'What speaks against it'
    """
    words = one_line(re.sub(r"[_\-.\s]+", " ", path.stem))
    return words[:1].upper() + words[1:] if words else "Article"


def worthy_title(title: str) -> str:
    """A title that a program has kept beside a text, or nothing if it says nothing of the text.

    >>> worthy_title("Microsoft Word - Peace")
    'Peace'
    >>> worthy_title("draft7.docx")
    ''
    """
    title = _MADE_BY.sub("", one_line(title))
    return "" if _NO_TITLE.fullmatch(title) else title
