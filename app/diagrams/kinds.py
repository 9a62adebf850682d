"""The kinds of diagram there are, for whoever asks for a file; imports nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".png": "PNG picture",
        ".svg": "SVG drawing",
        ".pdf": "PDF document",
        ".jpg": "JPEG picture",
        ".jpeg": "JPEG picture",
        ".eps": "EPS drawing",
        ".dot": "Graphviz source",
        ".gv": "Graphviz source",
    }
)
"""What can be written, by the ending of the file's name."""

PAGED: Final = frozenset({".png", ".pdf"})
"""What can be spread over several pages."""
