"""Puts PDF on pages, and makes pictures of it.

It is a program of its own, since PDFium is not made for threads.

It reads a job from the standard input: a line of JSON, then the PDFs that Graphviz has drawn; what
it makes goes to the standard output. A fault is one line on the standard error, with exit code 1.
"""

import ctypes
import json
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil
from typing import IO, TYPE_CHECKING, Any, Final

from app.diagrams.leaving import leave

if TYPE_CHECKING:
    import pypdfium2
    import pypdfium2.raw as pdfium

Job = dict[str, Any]

_BAND_BYTES = 24_000_000  # as much of a picture is in memory at once
_OVERLAP = 8  # rows beyond a band that are painted too, since edges at its end come out otherwise
_LEVEL = 3  # of compression; the next one takes far longer, for little
_METRE = 39.3701  # inches
_MARK = 11.0  # how long crop marks are, in points
_LABEL = 7.5  # the size of a page's number, in points
_LINK: Final = 2  # FPDF_ANNOT_LINK
_SQUARE: Final = 5  # FPDF_ANNOT_SQUARE
_LOCKED: Final = 128 | 512  # FPDF_ANNOT_FLAG_LOCKED, and the flag of locked contents


def main() -> int:
    """Do one job; gives the exit code."""
    import pypdfium2.raw  # noqa: F401, PLC0415  while the drawing is still being made

    try:
        job, documents = read_job(sys.stdin.buffer)
        made = pdf_of(job, documents)
        if "dpi" in job:
            write_png(made, job, sys.stdout.buffer)
        else:
            sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
    except (OSError, ValueError, KeyError, MemoryError, RuntimeError) as error:
        print(f"Error: {error}", file=sys.stderr)  # noqa: T201  this is a program
        return 1
    return 0


def write_job(job: Job, documents: Sequence[bytes]) -> bytes:
    """Put a job into the form that the program reads."""
    head = json.dumps({**job, "sizes": [len(one) for one in documents]})
    return b"\n".join([head.encode(), b"".join(documents)])


def read_job(file: IO[bytes]) -> tuple[Job, list[bytes]]:
    """Read a job: what is to be done, and the PDFs."""
    job: Job = json.loads(file.readline())
    return job, [file.read(size) for size in job["sizes"]]


# Pages


def pdf_of(job: Job, documents: Sequence[bytes]) -> bytes:
    """Join the pages of some PDFs, each spread over tiles if it is to be, and put in the links.

    For each document, `job["sheets"]` has its tiles, if any, and its links.
    """
    if len(documents) == 1 and not (job["sheets"][0]["tiles"] or job["sheets"][0]["links"]):
        return documents[0]
    import pypdfium2  # noqa: PLC0415  only to work with

    made = pypdfium2.PdfDocument.new()
    for sheet, content in zip(job["sheets"], documents, strict=True):
        drawn = pypdfium2.PdfDocument(content)
        first = len(made)
        if sheet["tiles"]:
            _add_tiles(made, drawn, sheet, job)
        else:
            made.import_pages(drawn)
        _add_links(made, first, sheet)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _add_tiles(
    made: "pypdfium2.PdfDocument", drawn: "pypdfium2.PdfDocument", sheet: Job, job: Job
) -> None:
    import pypdfium2  # noqa: PLC0415

    width, height = job["paper"]
    drawing = drawn.page_as_xobject(0, made)
    tall = drawn[0].get_height() * sheet["scale"]
    font = _font(made, job)
    for tile in sheet["tiles"]:
        page = made.new_page(width, height)
        _fill(page, 0, 0, width, height, job["ground"])
        placed = drawing.as_pageobject()
        scale = sheet["scale"]
        lift = height - tile["y"] - tall
        placed.set_matrix(pypdfium2.PdfMatrix(scale, 0, 0, scale, tile["x"], lift))
        page.insert_obj(placed)
        _add_marks(page, job)
        _write(made, page, tile["label"], font, job)
        page.gen_content()


def _fill(
    page: "pypdfium2.PdfPage", x: float, y: float, width: float, height: float, colour: str
) -> None:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    rect = pdfium.FPDFPageObj_CreateNewRect(x, y, width, height)
    pdfium.FPDFPageObj_SetFillColor(rect, *_rgb(colour), 255)
    pdfium.FPDFPath_SetDrawMode(rect, pdfium.FPDF_FILLMODE_WINDING, 0)
    pdfium.FPDFPage_InsertObject(page, rect)


def _add_marks(page: "pypdfium2.PdfPage", job: Job) -> None:
    """Marks at the corners of what is to be cut out."""
    (width, height), margin = job["paper"], job["margin"]
    half = 0.25
    for x, out in ((margin, -1), (width - margin, 1)):
        for y, down in ((margin, -1), (height - margin, 1)):
            far = min(_MARK, margin * 0.6)
            start = x if out > 0 else x - far
            _fill(page, start + out * 3, y - half, far, 2 * half, job["ink"])
            start = y if down > 0 else y - far
            _fill(page, x - half, start + down * 3, 2 * half, far, job["ink"])


def _font(document: "pypdfium2.PdfDocument", job: Job) -> "pdfium.FPDF_FONT":
    """The font of page numbers, which all tiles of a sheet share."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    data = bytes.fromhex(job["font"])
    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    return pdfium.FPDFText_LoadFont(document, buffer, len(data), pdfium.FPDF_FONT_TRUETYPE, 1)


def _write(
    document: "pypdfium2.PdfDocument",
    page: "pypdfium2.PdfPage",
    label: str,
    font: "pdfium.FPDF_FONT",
    job: Job,
) -> None:
    """Say which page it is."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    text = pdfium.FPDFPageObj_CreateTextObj(document, font, _LABEL)
    words = (label + "\0").encode("utf-16-le")
    pdfium.FPDFText_SetText(
        text, ctypes.cast(ctypes.create_string_buffer(words), pdfium.FPDF_WIDESTRING)
    )
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    width, y = right.value - left.value, job["margin"] / 2 - _LABEL / 2
    x = (job["paper"][0] - width) / 2
    _fill(page, x - 4, y - 3, width + 8, _LABEL + 5, job["ground"])
    pdfium.FPDFPageObj_SetFillColor(text, *_rgb(job["ink"]), 255)
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, x, y)
    pdfium.FPDFPage_InsertObject(page, text)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _add_links(document: "pypdfium2.PdfDocument", first: int, sheet: Job) -> None:
    """Put in links where they are on each page; a tile says where the drawing begins on it.

    What leads nowhere is a remark on an unseen square, whose words readers show like a link's.
    """
    places = sheet["tiles"] or [{"x": sheet["x"], "y": sheet["y"]}]
    for number, place in enumerate(places if sheet["links"] else ()):
        page = document[first + number]
        width, height = page.get_size()
        for link in sheet["links"]:
            x, y, across, down = (value * sheet["pixel"] for value in link["rect"])
            x, top = x + place["x"], height - y - place["y"]
            if x < width and x + across > 0 and top > 0 and top - down < height:
                _add_link(page, (x, top, x + across, top - down), link)


def _add_link(page: "pypdfium2.PdfPage", box: tuple[float, float, float, float], link: Job) -> None:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    address = link["address"]
    note = pdfium.FPDFPage_CreateAnnot(page, _LINK if address else _SQUARE)
    pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(*box))
    pdfium.FPDFAnnot_SetBorder(note, 0, 0, 0)
    words = (link["words"] + "\0").encode("utf-16-le", "replace")
    said = ctypes.cast(ctypes.create_string_buffer(words), pdfium.FPDF_WIDESTRING)
    pdfium.FPDFAnnot_SetStringValue(note, b"Contents", said)
    if address:
        pdfium.FPDFAnnot_SetURI(note, address.encode("ascii"))
    else:
        pdfium.FPDFAnnot_SetFlags(note, _LOCKED)
    pdfium.FPDFPage_CloseAnnot(note)


# Pictures


def write_png(content: bytes, job: Job, file: IO[bytes]) -> None:
    """Write one page of a PDF as a PNG that says how many dots an inch it has."""
    import pypdfium2  # noqa: PLC0415

    page, dpi = pypdfium2.PdfDocument(content)[job.get("page", 0)], job["dpi"]
    width, height = (max(round(side * dpi / 72), 1) for side in page.get_size())
    file.write(b"\x89PNG\r\n\x1a\n")
    _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    dots = round(job["dots"] * _METRE)
    _chunk(file, b"pHYs", struct.pack(">IIB", dots, dots, 1))
    packer = zlib.compressobj(_LEVEL)
    for rows in _bands(page, width, height, job["ground"]):
        packed = packer.compress(rows)
        if packed:
            _chunk(file, b"IDAT", packed)
    _chunk(file, b"IDAT", packer.flush())
    _chunk(file, b"IEND", b"")


def _bands(page: "pypdfium2.PdfPage", width: int, height: int, ground: str) -> Iterator[bytes]:
    """The rows of pixels from the top down, some at a time, each as a PNG wants it: unfiltered."""
    import pypdfium2  # noqa: PLC0415
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    most = max(_BAND_BYTES // (width * 3), 1)
    rows = ceil(height / ceil(height / most))
    for top in range(0, height, rows):
        count = min(rows, height - top)
        tall = count + 2 * _OVERLAP
        band = pypdfium2.PdfBitmap.new_native(width, tall, pdfium.FPDFBitmap_BGR)
        band.fill_rect((*_rgb(ground), 255), 0, 0, width, tall)
        pdfium.FPDF_RenderPageBitmap(
            band, page, 0, _OVERLAP - top, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER
        )
        pixels, stride = memoryview(band.buffer).cast("B"), band.stride
        yield b"".join(
            [
                b"\0" + bytes(pixels[i * stride : i * stride + width * 3])
                for i in range(_OVERLAP, _OVERLAP + count)
            ]
        )


def _chunk(file: IO[bytes], kind: bytes, content: bytes) -> None:
    check = zlib.crc32(content, zlib.crc32(kind))
    file.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check))


if __name__ == "__main__":
    leave(main())
