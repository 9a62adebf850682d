"""Writes a map as a diagram: PNG, SVG and PDF drawn by Graphviz, or the DOT source itself."""

import errno
import os
from collections.abc import Callable
from math import floor, sqrt
from pathlib import Path

from app.diagrams import engine
from app.diagrams.dot import POINTS, UNITS, dot_source, page_of
from app.diagrams.kinds import SUFFIXES
from app.diagrams.svg import finished
from app.files import refusal_in, replacing
from app.layout.arrangement import Arranger
from app.layout.look import Look
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.errors import DiagramError
from app.model.outline import outline
from resources.themes import load_theme

__all__ = ["SUFFIXES", "diagram_source", "dpi_that_fits", "export_diagram"]

_MOST_PIXELS_A_SIDE = 32_767  # cairo makes no bigger pictures
_MOST_PIXELS = 64_000_000  # a quarter of a gigabyte, and some three seconds to compress
_LEAST_DPI = 36  # below this no word can be read
_MOST_POINTS = 14_400  # PDF readers show no longer pages
_INCH = 72


def export_diagram(
    argument_map: ArgumentMap,
    path: Path,
    *,
    theme: str = "light",
    program: str = "",
    dpi: int = 192,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a map as a diagram; the file's ending says as what, and `SUFFIXES` has them all.

    Raises DiagramError (engine.StoppedError if stopped) with one sentence; a file that stood there
    is then as it was. A PNG that would be too big gets fewer dots an inch.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise DiagramError(
            "{file}: diagrams are written as .png, .svg, .pdf or .dot.", file=path.name
        )
    try:
        with replacing(path) as beside:
            if not path.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
            drawing = _Drawing(argument_map, theme)
            beside.write_bytes(drawing.content(suffix[1:], program, dpi, cancelled))
    except OSError as error:
        reason = refusal_in(error)
        raise DiagramError("The diagram was not written. {reason}", reason=reason) from error


def diagram_source(argument_map: ArgumentMap, *, theme: str = "light") -> str:
    """Write a map in DOT. Raises DiagramError if there is nothing in it."""
    return _Drawing(argument_map, theme).source()


def dpi_that_fits(width: float, height: float, dpi: float) -> float:
    """As many dots an inch as a PNG can have, at most `dpi`; the size is in points.

    Raises DiagramError if its words could not be read then.
    """
    inches = max(width, height) / _INCH, width * height / _INCH**2
    fitting = min(dpi, (_MOST_PIXELS_A_SIDE - 1) / inches[0], sqrt(_MOST_PIXELS / inches[1]))
    if fitting < _LEAST_DPI:
        raise DiagramError(
            "This map is too big for a PNG picture that could be read. Export it as SVG or PDF."
        )
    return floor(fitting) if fitting < dpi else dpi


class _Drawing:
    """A map, arranged in full: no card is cut short, none is folded away."""

    def __init__(self, argument_map: ArgumentMap, theme: str) -> None:
        self._title = argument_map.project.title
        self._theme = load_theme(theme)
        self._fonts = ShippedFonts()
        arranger = Arranger(self._fonts, look=Look(most_lines=0))
        self._arrangement = arranger.arrange(argument_map, outline(argument_map))
        if not self._arrangement.cards:
            raise DiagramError("There is nothing to draw yet: this map has no claims.")

    def source(self, *, points: float = POINTS) -> str:
        return dot_source(
            self._arrangement, self._theme, measure=self._fonts, title=self._title, points=points
        )

    def content(
        self, kind: str, program: str, dpi: float, cancelled: Callable[[], bool] | None
    ) -> bytes:
        """What the file is to hold."""
        page = page_of(self._arrangement)
        if kind == "svg":
            drawn = engine.draw(self.source(), kind, program=program, cancelled=cancelled)
            return finished(drawn, title=self._title, zoom=POINTS / UNITS)
        if kind == "png":
            fitting = dpi_that_fits(page.width * POINTS, page.height * POINTS, dpi)
            options = [f"-Gdpi={fitting:g}"]
            return engine.draw(
                self.source(), kind, program=program, options=options, cancelled=cancelled
            )
        if kind == "pdf":
            points = min(POINTS, _MOST_POINTS / max(page.width, page.height))
            source = self.source(points=points)
            return engine.draw(source, kind, program=program, cancelled=cancelled)
        return self.source().encode()
