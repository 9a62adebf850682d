"""Reads back what a PDF carries besides what is drawn: its remarks, links and fonts."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Note(NamedTuple):
    """A remark on a page: where it leads ("" for nowhere), what it says, and what it covers."""

    address: str
    words: str
    covered: str


class Face(NamedTuple):
    """A font that words are set in."""

    name: str
    is_embedded: bool


@contextmanager
def pages_of(path: Path) -> Iterator[list[pypdfium2.PdfPage]]:
    with pypdfium2.PdfDocument(path) as document:
        yield [*document]


def notes_in(path: Path) -> list[list[Note]]:
    """The remarks on each page."""
    with pages_of(path) as pages:
        return [[*_notes_on(page)] for page in pages]


def _notes_on(page: pypdfium2.PdfPage) -> Iterator[Note]:
    drawn = page.get_textpage()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(note))
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        address = create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf, action, address, length)
        size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
        words = create_string_buffer(size)
        pdfium.FPDFAnnot_GetStringValue(note, b"Contents", cast(words, POINTER(c_ushort)), size)
        said = words.raw.decode("utf-16-le").rstrip("\0")
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(note, rect)
        covered = drawn.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top)
        yield Note(address.value.decode(), said, covered)


def faces_in(path: Path) -> set[Face]:
    """The fonts of all words on all pages, those on tiles too."""
    with pages_of(path) as pages:
        return {
            _face(thing)
            for page in pages
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5)
        }


def _face(thing: pypdfium2.PdfObject) -> Face:
    font = pdfium.FPDFTextObj_GetFont(thing)
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    name = create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, name, size)
    return Face(name.value.decode().split("+")[-1], pdfium.FPDFFont_GetIsEmbedded(font) == 1)
