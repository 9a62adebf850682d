"""EPUB books, versions 2 and 3: their chapters in reading order, without pictures and styles."""

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from app.articles.archives import Archive, local_name, parsed_xml
from app.articles.page import chapter_texts
from app.articles.taken import MOST_CHARACTERS, Kind, Taken
from app.model.errors import FormatError, Phrase
from app.model.text import one_line

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"


def read_epub(content: bytes) -> Taken:
    """Read a book. Raises FormatError if it is damaged or its words are locked."""
    archive = Archive(content)
    if "META-INF/encryption.xml" in archive and "META-INF/rights.xml" in archive:
        raise FormatError("This book is locked (DRM): only its shop's program can read it.")
    opf = _rootfile(archive)
    root, _ = parsed_xml(archive.read(opf))
    texts: list[str] = []
    unread = characters = 0
    for name in _spine(root):
        try:
            blocks = chapter_texts(archive.read(normpath(join(dirname(opf), name))))
        except FormatError:
            unread += 1
            continue
        texts += blocks
        characters += sum(map(len, blocks))
        if characters > MOST_CHARACTERS:
            break
    return Taken(
        kind=Kind.EPUB,
        text="\n\n".join(texts),
        title=_said(root, "title"),
        author=_said(root, "creator"),
        outlet=_said(root, "publisher"),
        language=_said(root, "language"),
        missing=(Phrase("Of the book’s chapters, {count} could not be read.", count=unread),)
        if unread
        else (),
    )


def _rootfile(archive: Archive) -> str:
    root, _ = parsed_xml(archive.read(_CONTAINER))
    file = root.find(".//{*}rootfile")
    return "" if file is None else file.get("full-path") or ""


def _spine(root: "etree._Element") -> list[str]:
    """The names of the chapters, in reading order."""
    files = {
        item.get("id"): unquote((item.get("href") or "").partition("#")[0])
        for item in root.iterfind("{*}manifest/{*}item")
        if "html" in (item.get("media-type") or "")
    }
    order = [item.get("idref") for item in root.iterfind("{*}spine/{*}itemref")]
    return [files[one] for one in order if one in files]


def _said(root: "etree._Element", name: str) -> str:
    values = (
        one_line(one.text or "")
        for one in root.iterfind("{*}metadata/*")
        if local_name(one) == name
    )
    return next(filter(None, values), "")
