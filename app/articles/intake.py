"""Taking in documents: what was understood of them, for a person to look at, and then a source.

A file is only read, nothing in it is carried out, and nothing is fetched. Whatever it holds, it is
read within bounds, and what is wrong with it comes out as one sentence.
"""

from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from app.articles.encodings import decoded
from app.articles.kinds import kind_of
from app.articles.markdown import read_markdown
from app.articles.page import looks_like_page, page_text, read_page
from app.articles.taken import MOST_CHARACTERS, Kind, Taken, as_source, require_words
from app.articles.titles import title_in, title_of_file
from app.articles.web import Fetched
from app.files import read_bytes
from app.model.elements import Source
from app.model.errors import FormatError
from app.model.text import clean, one_line, shortened

_MOST_BYTES_OF_TEXT = 4 * MOST_CHARACTERS + 4  # the longest characters, and a mark before them
_MOST_BYTES_OF_PAGE = 10_000_000
_MOST_BYTES = 200_000_000  # of documents that may hold pictures
_PLAIN = {Kind.TEXT: _MOST_BYTES_OF_TEXT, Kind.MARKDOWN: _MOST_BYTES_OF_TEXT}
_LIMITS = {**_PLAIN, Kind.PAGE: _MOST_BYTES_OF_PAGE}


def take_file(path: Path, *, password: str = "") -> Taken:
    """Say what is understood of a file.

    Raises PasswordError if it needs a password, or another one; FormatError for anything that is no
    document, or too long for one.
    """
    try:
        content = read_bytes(path, most=_MOST_BYTES)
        taken = _taken(content, path.suffix, password=password)
    except FormatError as error:
        raise error.in_file(path) from error
    return replace(taken, title=taken.title or title_of_file(path))


def take_fetched(fetched: Fetched, *, password: str = "") -> Taken:
    """Say what is understood of a document from the web. Raises errors as `take_file` does."""
    path = PurePosixPath(unquote(urlsplit(fetched.address).path))
    suffix = ".html" if "html" in fetched.content_type else path.suffix
    taken = _taken(fetched.content, suffix, password=password, charset=fetched.charset)
    host = urlsplit(fetched.address).hostname or ""
    return replace(
        taken,
        title=taken.title or (title_of_file(Path(path.name)) if path.name else host),
        outlet=taken.outlet or host.removeprefix("www."),
        address=fetched.address,
    )


def take_text(text: str, title: str = "") -> Taken:
    """Say what is understood of text from the clipboard, which may be a page's source.

    Raises FormatError if it is empty or too long.
    """
    text = clean(text)
    require_words(text)
    taken = _page_or_text(text, Kind.TEXT)
    named = one_line(title) or taken.title or title_in(taken.text, markdown=True)
    return replace(taken, title=named or shortened(taken.text, 60))


def read_article(path: Path) -> Source:
    """Take in a file as it is understood. Raises errors as `take_file` does."""
    return as_source(take_file(path))


def paste_article(text: str, title: str = "") -> Source:
    """Take in text from the clipboard as it is. Raises FormatError if it is empty or too long."""
    text = clean(text)
    require_words(text)
    title = one_line(title) or title_in(text, markdown=True) or shortened(text, 60)
    return as_source(Taken(kind=Kind.TEXT, title=title, text=text))


def _taken(content: bytes, suffix: str, *, password: str = "", charset: str = "") -> Taken:
    kind = kind_of(content, suffix)
    most = _LIMITS.get(kind, _MOST_BYTES)
    if len(content) > most:
        raise FormatError(
            "This file is too big: it has {count:,} bytes, and at most {most:,} can be read.",
            count=len(content),
            most=most,
        )
    taken = _read(kind, content, password=password, charset=charset)
    taken = replace(taken, text=clean(taken.text))
    require_words(taken.text)
    return taken


def _read(kind: Kind, content: bytes, *, password: str, charset: str) -> Taken:
    """Read a document of a kind; the readers are only imported where they are needed."""
    match kind:
        case Kind.TEXT | Kind.MARKDOWN:
            return _page_or_text(clean(decoded(content)), kind)
        case Kind.PAGE:
            return read_page(page_text(content, charset))
        case Kind.PDF:
            from app.articles.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(content, password)
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
