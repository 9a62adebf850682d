"""The kinds of diagram there are, for whoever asks for a file; imports nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".png": "PNG picture",
        ".svg": "SVG drawing",
        ".pdf": "PDF document",
        ".dot": "Graphviz source",
        ".gv": "Graphviz source",
    }
)
"""What can be written, by the ending of the file's name."""
