"""Documents made for tests, by hand."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

from docx import Document
from docx.document import Document as WordDocument

_ID = bytes(16)
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
WORDS = (
    "Both sides said on Monday that they were ready to talk, "
    "but neither would name a day or a place."
)
MORE = (
    "Diplomats in three capitals, however, doubted that anything would come of it "
    "before the spring."
)


def page(body: str, head: str = "<title>No peace in sight for anyone | The Paper</title>") -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode()
    )


def word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def word_xml(body: str, **parts: str) -> bytes:
    """A Word document with such a body, and such notes."""
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    others = {f"word/{n}.xml": f"<w:{n} {space}>{x}</w:{n}>" for n, x in parts.items()}
    return archive({"word/document.xml": document, **others})


def pdf(*pages: Sequence[str], title: str = "", password: str = "") -> bytes:
    """A PDF with such lines on its pages; a line that is empty leaves a gap."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    lock = _Lock(password) if password else None
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = 5 + 2 * number
        drawn = "\n".join(f"({line}) Tj T*" if line else "T*" for line in lines)
        stream = f"BT /F1 11 Tf 72 760 Td 14 TL\n{drawn}\nET".encode("cp1252")
        stream = lock.locked(stream, content) if lock else stream
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % content,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    objects.append(lock.written if lock else f"<< /Title ({title}) >>".encode())
    return _assembled(objects, b"/Encrypt" if lock else b"/Info")


def _assembled(objects: Sequence[bytes], last: bytes) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects)
    trailer = b"trailer << /Size %d /Root 1 0 R %s %d 0 R /ID [<%s> <%s>] >>" % (
        *(count + 1, last, count),
        *(_ID.hex().encode(), _ID.hex().encode()),
    )
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count + 1, table, trailer)
    return content + b"\nstartxref\n%d\n%%%%EOF\n" % start


class _Lock:
    """The standard security handler of PDF, in its first revision."""

    def __init__(self, password: str) -> None:
        padded = (password.encode() + _PAD)[:32]
        owner = _rc4(hashlib.md5(padded).digest()[:5], padded)  # noqa: S324  as the format has it
        allowed = (-4).to_bytes(4, "little", signed=True)
        self._key = hashlib.md5(padded + owner + allowed + _ID).digest()[:5]  # noqa: S324
        user = _rc4(self._key, _PAD)
        self.written = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
            owner.hex().encode(),
            user.hex().encode(),
        )

    def locked(self, content: bytes, number: int) -> bytes:
        salted = self._key + number.to_bytes(3, "little") + bytes(2)
        return _rc4(hashlib.md5(salted).digest()[:10], content)  # noqa: S324


def _rc4(key: bytes, content: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
