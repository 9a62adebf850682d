"""PDF, read with PDFium: its words in the order that the file gives, as paragraphs.

Left out: pictures, forms, notes, and the words of pages that are pictures only. A file that is cut
off or partly damaged is read as far as PDFium can mend it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from app.articles.pdf_paragraphs import (
    Line,
    largest_at_top,
    paragraphs_of,
    without_running_lines,
)
from app.articles.taken import (
    MOST_CHARACTERS,
    Kind,
    PasswordError,
    Progress,
    StoppedError,
    Taken,
)
from app.articles.titles import LONGEST_TITLE, title_in, worthy_title
from app.model.errors import FormatError, Phrase
from app.model.text import one_line, shortened

if TYPE_CHECKING:
    import pypdfium2

_LINE = re.compile(
    "[^\r\n\x02\ufffe]*(?:\r?\n|[\x02\ufffe](?:\r?\n)?|\r|$)"
)  # PDFium joins divided words
_CATALOG = re.compile(rb"\b(\d{1,10})\s+0\s+obj\s*<<[^>]{0,2000}?/Type\s*/Catalog\b")
_MOST_PAGES = 3_000
_TAIL = 2_048  # in so many bytes at its end, a whole file says that it ends
_MOST_NAMED = 8


def read_pdf(
    content: bytes,
    password: str = "",
    *,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Taken:
    """Read a PDF; `progress` hears of its pages.

    Raises PasswordError if it needs a password, or another one; FormatError if it is damaged
    throughout or has no words; StoppedError if it was cancelled.
    """
    with closing(_opened(content, password)) as document:
        count = len(document)
        pages, unread = _pages(document, progress, cancelled)
        said = document.get_metadata_dict()
    if not any(pages):
        if len(unread) == len(pages):
            raise FormatError("No page of this PDF can be read: it is damaged.")
        raise FormatError(
            "This PDF has no text, only pictures: have a program for text recognition (OCR) "
            "make words of them first."
        )
    text = "\n\n".join(paragraphs_of(without_running_lines(pages)))
    return Taken(
        kind=Kind.PDF,
        text=text,
        title=worthy_title(said.get("Title", ""))
        or shortened(largest_at_top(pages[0]), LONGEST_TITLE)
        or title_in(text, markdown=False),
        author=one_line(said.get("Author", "")),
        missing=tuple(_missing(content, pages, unread, count)),
    )


def _opened(content: bytes, password: str) -> "pypdfium2.PdfDocument":
    import pypdfium2  # noqa: PLC0415  third-party, and only for PDF

    try:
        return pypdfium2.PdfDocument(content, password=password or None)
    except pypdfium2.PdfiumError as error:
        if "password" not in str(error).lower():
            return _mended(content, error)
        if password:
            raise PasswordError("This is not its password.") from error
        raise PasswordError("This PDF needs a password.") from error


def _mended(content: bytes, error: Exception) -> "pypdfium2.PdfDocument":
    """Open a file whose end is missing, where it says what its pages are before that."""
    import pypdfium2  # noqa: PLC0415  third-party, and only for PDF

    if found := _CATALOG.search(content):
        content += b"\ntrailer << /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n" % found[1]
        with suppress(pypdfium2.PdfiumError):
            return pypdfium2.PdfDocument(content)
    raise FormatError("This PDF is damaged: nothing in it can be read.") from error


def _pages(
    document: "pypdfium2.PdfDocument", progress: Progress, cancelled: Callable[[], bool]
) -> tuple[list[list[Line]], list[int]]:
    """The lines of the pages, up to as many as a source may hold, and which were damaged."""
    import pypdfium2  # noqa: PLC0415  third-party, and only for PDF

    pages: list[list[Line]] = []
    unread: list[int] = []
    characters = 0
    count = min(len(document), _MOST_PAGES)
    for number in range(count):
        if cancelled():
            raise StoppedError("This was not read to its end.")
        progress(number, count)
        try:
            pages.append(_lines(document, number))
        except pypdfium2.PdfiumError:
            pages.append([])
            unread.append(number)
        characters += sum(len(line.text) for line in pages[-1])
        if characters > MOST_CHARACTERS:
            break
    return pages, unread


def _lines(document: "pypdfium2.PdfDocument", number: int) -> list[Line]:
    lines: list[Line] = []
    with closing(document[number]) as page, closing(page.get_textpage()) as words:
        text = words.get_text_range()
        place = 0
        for part in _LINE.findall(text):
            if line := part.strip():
                first = place + _units(part) - _units(part.lstrip())
                lines.append(_placed(words, line, first, first + _units(line) - 1))
            place += _units(part)
    return lines


def _placed(words: "pypdfium2.PdfTextPage", line: str, first: int, last: int) -> Line:
    """A line with its place, which its first and last characters tell."""
    from pypdfium2 import raw  # noqa: PLC0415  third-party, and only for PDF

    count = words.count_chars()
    boxes = [
        words.get_charbox(
            min(max(raw.FPDFText_GetCharIndexFromTextIndex(words, at), 0), count - 1), True
        )
        for at in (first, last)
    ]
    return Line(
        text=line,
        left=min(box[0] for box in boxes),
        bottom=min(box[1] for box in boxes),
        right=max(box[2] for box in boxes),
        top=max(box[3] for box in boxes),
    )


def _units(text: str) -> int:
    """How long PDFium thinks that a text is: it counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _missing(
    content: bytes, pages: Sequence[Sequence[Line]], unread: Sequence[int], count: int
) -> Iterable[Phrase]:
    if len(pages) < count:
        yield Phrase(
            "Only the first {read:,} of {count:,} pages were read.", read=len(pages), count=count
        )
    if unread:
        yield Phrase("Damaged, and so left out: {pages}.", pages=_named(unread))
    empty = [number for number, page in enumerate(pages) if not page and number not in unread]
    if empty:
        yield Phrase("Without text, perhaps only pictures: {pages}.", pages=_named(empty))
    if b"%%EOF" not in content[-_TAIL:]:
        yield Phrase("The file is cut off or damaged at its end: pages may be missing.")


def _named(pages: Sequence[int]) -> Phrase:
    numbers = ", ".join(str(number + 1) for number in pages[:_MOST_NAMED])
    if len(pages) > _MOST_NAMED:
        more = len(pages) - _MOST_NAMED
        return Phrase("pages {numbers} and {more} more", numbers=numbers, more=more)
    if len(pages) == 1:
        return Phrase("page {numbers}", numbers=numbers)
    return Phrase("pages {numbers}", numbers=numbers)
