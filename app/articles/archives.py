"""Reading parts of zipped documents, and their XML, within bounds; no entities."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from app.model.errors import FormatError

if TYPE_CHECKING:
    from lxml import etree

_MOST_PARTS = 20_000
_MOST_BYTES_OF_PART = 40_000_000
_MOST_BYTES = 100_000_000
_SMALL = 1_000_000
_MOST_TIMES = 300  # as big as it was packed; text comes out some ten times as big


class Archive:
    """The parts of a zipped document, each read only when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Raise FormatError if this is no archive."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged() from error
        if len(self._zip.filelist) > _MOST_PARTS:
            raise FormatError(
                "This file has more than {most:,} parts: it is no document.", most=_MOST_PARTS
            )
        self._read = 0

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Unpack a part. Raises FormatError if it is not there, damaged, or far too big."""
        try:
            entry = self._zip.getinfo(name)
            with self._zip.open(entry) as part:
                content = part.read(_MOST_BYTES_OF_PART + 1)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, ValueError, OSError) as error:
            raise _damaged() from error
        except (RuntimeError, NotImplementedError) as error:  # packed with a password, or strangely
            raise FormatError(
                "This document is locked or packed in a way that cannot be read."
            ) from error
        self._read += len(content)
        if len(content) > _MOST_BYTES_OF_PART or self._read > _MOST_BYTES:
            raise FormatError("This document is too big when it is unpacked.")
        if len(content) > _SMALL and len(content) > _MOST_TIMES * entry.compress_size:
            raise FormatError(
                "This file grows out of all proportion when it is unpacked: it is no document."
            )
        return content


def parsed_xml(content: bytes) -> tuple["etree._Element", bool]:
    """Parse XML, and say whether it is whole; of broken XML all is given that can be read.

    Nothing is fetched and no entity replaced. Raises FormatError if it defines entities or holds
    nothing.
    """
    from lxml import etree  # noqa: PLC0415  third-party, and only for such documents

    def parse(*, recover: bool) -> "etree._Element":
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, recover=recover
        )
        return etree.fromstring(content, parser)

    try:
        root, whole = parse(recover=False), True
    except etree.XMLSyntaxError:
        try:
            root, whole = parse(recover=True), False
        except etree.XMLSyntaxError as error:
            raise _damaged() from error
    if root is None:
        raise _damaged()
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError("This document defines entities of its own, which no document needs.")
    return root, whole


def local_name(element: "etree._Element") -> str:
    """The name of an element without its namespace; nothing for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "etree._Element", name: str) -> str:
    """An attribute by its name without namespace; nothing if it is not there."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def _damaged() -> FormatError:
    return FormatError("This document is damaged: it cannot be unpacked.")
