"""What kind of document some bytes are, by what stands in them, then by the ending of the name."""

from app.articles.archives import Archive
from app.articles.taken import Kind
from app.model.errors import FormatError

_PDF, _ZIP, _OLD_OFFICE, _RTF = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_PDF_WITHIN = 1_024
_MIMETYPES = {
    b"application/epub+zip": Kind.EPUB,
    b"application/vnd.oasis.opendocument.text": Kind.OPEN_DOCUMENT,
}
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})


def kind_of(content: bytes, suffix: str) -> Kind:
    """Tell the kind of a document. Raises FormatError for kinds that cannot be read."""
    if _PDF in content[:_PDF_WITHIN]:
        return Kind.PDF
    if content.startswith(_ZIP):
        return _kind_of_archive(content)
    if content.startswith(_OLD_OFFICE):
        raise FormatError(
            "This is a document in the form of old Word, or locked with a password: open it there, "
            "and save it as .docx without a password."
        )
    if content.startswith(_RTF):
        raise FormatError("This is rich text (RTF): save it as .docx, and open that.")
    if suffix.lower() in PAGES:
        return Kind.PAGE
    return Kind.MARKDOWN if suffix.lower() in _MARKDOWN else Kind.TEXT


def _kind_of_archive(content: bytes) -> Kind:
    archive = Archive(content)
    if "word/document.xml" in archive:
        return Kind.WORD
    if "mimetype" in archive:
        for mimetype, kind in _MIMETYPES.items():
            if archive.read("mimetype").strip() == mimetype:
                return kind
    raise FormatError(
        "This is an archive of files, not a document: unpack it, and open one of them."
    )
