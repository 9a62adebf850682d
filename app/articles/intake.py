"""Taking in documents: what was understood of them, for a person to look at, and then a source.

A file is only read, nothing in it is carried out, and nothing is fetched. Whatever it holds, it is
read within bounds, and what is wrong with it comes out as one sentence.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from app.articles.encodings import decoded
from app.articles.kinds import kind_of
from app.articles.markdown import read_markdown
from app.articles.page import looks_like_page, page_text, read_page
from app.articles.taken import MOST_CHARACTERS, Kind, Progress, Taken, require_words
from app.articles.titles import title_in, title_of_file
from app.articles.web import Fetched
from app.files import read_bytes
from app.model.errors import FormatError
from app.model.text import clean, one_line, shortened

_MOST_BYTES_OF_TEXT = 4 * MOST_CHARACTERS + 4  # the longest characters, and a mark before them
_MOST_BYTES_OF_PAGE = 10_000_000
_MOST_BYTES = 200_000_000  # of documents that may hold pictures
_PLAIN = {Kind.TEXT: _MOST_BYTES_OF_TEXT, Kind.MARKDOWN: _MOST_BYTES_OF_TEXT}
_LIMITS = {**_PLAIN, Kind.PAGE: _MOST_BYTES_OF_PAGE}


def take_file(
    path: Path,
    *,
    password: str = "",
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Taken:
    """Say what is understood of a file.

    Raises PasswordError if it needs a password, or another one; StoppedError if a long one was
    cancelled; FormatError for anything that is no document, or too long for one.
    """
    try:
        content = read_bytes(path, most=_MOST_BYTES)
        taken = _taken(
            content, path.suffix, password=password, progress=progress, cancelled=cancelled
        )
    except FormatError as error:
        raise error.in_file(path) from error
    return replace(taken, title=taken.title or title_of_file(path), origin=one_line(path.name))


def take_fetched(
    fetched: Fetched,
    *,
    password: str = "",
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Taken:
    """Say what is understood of a document from the web. Raises errors as `take_file` does."""
    path = PurePosixPath(unquote(urlsplit(fetched.address).path))
    suffix = ".html" if "html" in fetched.content_type else path.suffix
    taken = _taken(
        fetched.content,
        suffix,
        password=password,
        charset=fetched.charset,
        progress=progress,
        cancelled=cancelled,
    )
    host = urlsplit(fetched.address).hostname or ""
    return replace(
        taken,
        title=taken.title or (title_of_file(Path(path.name)) if path.name else host),
        outlet=taken.outlet or host.removeprefix("www."),
        address=fetched.address,
    )


def take_text(text: str) -> Taken:
    """Say what is understood of text from the clipboard, which may be a page's source.

    Raises FormatError if it is empty or too long.
    """
    text = clean(text)
    require_words(text)
    taken = _page_or_text(text, Kind.TEXT)
    is_page = taken.kind is Kind.PAGE
    title = taken.title if is_page else title_in(taken.text, markdown=True)
    title = title or shortened(taken.text, 60)
    return replace(taken, title=title, digest=sha256(text.encode()).hexdigest())


def _taken(
    content: bytes,
    suffix: str,
    *,
    password: str,
    charset: str = "",
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Taken:
    kind = kind_of(content, suffix)
    most = _LIMITS.get(kind, _MOST_BYTES)
    if len(content) > most:
        raise FormatError(
            "This file is too big: it has {count:,} bytes, and at most {most:,} can be read.",
            count=len(content),
            most=most,
        )
    if kind is Kind.PDF:
        from app.articles.pdf import read_pdf  # noqa: PLC0415  as in `_read`

        taken = read_pdf(content, password, progress=progress, cancelled=cancelled)
    else:
        taken = _read(kind, content, charset)
    taken = replace(taken, text=clean(taken.text), digest=sha256(content).hexdigest())
    require_words(taken.text)
    return taken


def _read(
    kind: Literal[Kind.TEXT, Kind.MARKDOWN, Kind.PAGE, Kind.WORD, Kind.OPEN_DOCUMENT, Kind.EPUB],
    content: bytes,
    charset: str,
) -> Taken:
    """Read a document of a kind; the readers are only imported where they are needed."""
    match kind:
        case Kind.TEXT | Kind.MARKDOWN:
            return _page_or_text(clean(decoded(content)), kind)
        case Kind.PAGE:
            return read_page(page_text(content, charset))
        case Kind.WORD:
            from app.articles.word import read_word  # noqa: PLC0415

            return read_word(content)
        case Kind.OPEN_DOCUMENT:
            from app.articles.open_document import read_open_document  # noqa: PLC0415

            return read_open_document(content)
        case Kind.EPUB:
            from app.articles.epub import read_epub  # noqa: PLC0415

            return read_epub(content)


def _page_or_text(text: str, kind: Kind) -> Taken:
    """Read what is text: a page's source is one by its first words, whatever it is called."""
    if looks_like_page(text):
        return read_page(text)
    if kind is Kind.MARKDOWN:
        return read_markdown(text)
    return Taken(kind=Kind.TEXT, text=text, title=title_in(text, markdown=False))
