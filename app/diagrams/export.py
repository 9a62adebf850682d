"""Writes a map as a diagram: drawn by Graphviz, put on pages, or the DOT source itself."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from math import floor, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from app.diagrams import engine
from app.diagrams.dot import dot_pieces
from app.diagrams.graph import UNITS
from app.diagrams.jobs import sheet_job, showable
from app.diagrams.kinds import PAGED, SUFFIXES
from app.diagrams.options import DiagramOptions, Fit, Paper
from app.diagrams.paging import MARGIN, Frame, Pages, pages_for
from app.diagrams.parts import Drawing, Drawings
from app.diagrams.press import write_job
from app.diagrams.svg import finished, page_font
from app.files import refusal_in, replacing
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.elements import Locution
from app.model.errors import DiagramError, Phrase
from resources.themes import load_theme

__all__ = ["SUFFIXES", "DiagramOptions", "Written", "diagram_source", "export_diagram"]

_MOST_PIXELS_A_SIDE = 32_767  # few programs show bigger pictures
_MOST_PIXELS = 100_000_000  # A3 at 600 dots an inch, and some three seconds to compress
_LEAST_DPI = 36  # below this no word can be read
_INCH = 72
_USUAL = DiagramOptions()


class Written(NamedTuple):
    """The files that were written, and what the person should know about them, if anything."""

    paths: tuple[Path, ...]
    remark: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Watcher:
    """Asks whether to go on, and hears how far things are."""

    cancelled: Callable[[], bool] | None = None
    progress: Callable[[int, int], None] | None = None

    def tell(self, done: int, whole: int) -> None:
        if self.cancelled and self.cancelled():
            raise engine.StoppedError("The export was stopped.")
        if self.progress:
            self.progress(done, whole)


def export_diagram(
    argument_map: ArgumentMap,
    path: Path,
    *,
    options: DiagramOptions = _USUAL,
    program: str = "",
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Write a map as a diagram; the file's ending says as what, and `SUFFIXES` has them all.

    Several pages are one PDF, but several files of any other kind, numbered. Raises DiagramError
    (engine.StoppedError if stopped) with one sentence; files that stood there are then as they
    were. A picture that would be too big gets fewer dots an inch, which is remarked.
    """
    suffix = path.suffix.lower()
    _check(path, suffix, options)
    try:
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        maker = _Maker(argument_map, options, program, Watcher(cancelled, progress))
        made = maker.contents(suffix)
        paths: tuple[Path, ...] = (path,)
        if len(made) > 1:
            paths = tuple(numbered(path, i, len(made)) for i in range(1, len(made) + 1))
        with ExitStack() as files:
            for one, content in zip(paths, made, strict=True):
                files.enter_context(replacing(one)).write_bytes(content)
        return Written(paths, maker.remark)
    except OSError as error:
        reason = refusal_in(error)
        raise DiagramError("The diagram was not written. {reason}", reason=reason) from error


def _check(path: Path, suffix: str, options: DiagramOptions) -> None:
    if suffix not in SUFFIXES:
        raise DiagramError(
            "{file}: diagrams are written as .png, .svg, .pdf, .jpg, .eps or .dot.", file=path.name
        )
    if "\0" in str(path):
        raise DiagramError("This is no name that a file can have.")
    if options.paper is not Paper.FREE and options.fit is Fit.TILES and suffix not in PAGED:
        raise DiagramError("Only PDF and PNG can be spread over several pages.")


def numbered(path: Path, number: int, count: int) -> Path:
    """The name of one file of several.

    >>> str(numbered(Path("map.png"), 3, 12))
    'map-03.png'
    """
    return path.with_name(f"{path.stem}-{number:0{len(str(count))}}{path.suffix}")


def diagram_source(argument_map: ArgumentMap, options: DiagramOptions = _USUAL) -> str:
    """Write a map in DOT, the first sheet of several. Raises DiagramError if nothing is in it."""
    return _Maker(argument_map, options, "", Watcher()).source()


def dpi_that_fits(width: float, height: float, dpi: float) -> float:
    """As many dots an inch as a picture can have, at most `dpi`; the size is in points.

    Raises DiagramError if its words could not be read then.
    """
    inches = max(width, height) / _INCH, width * height / _INCH**2
    fitting = min(dpi, (_MOST_PIXELS_A_SIDE - 1) / inches[0], sqrt(_MOST_PIXELS / inches[1]))
    if fitting < _LEAST_DPI:
        raise DiagramError(
            "This map is too big for a picture that could be read. Export it as SVG or PDF, fit it"
            " on a page, or spread it over several."
        )
    return floor(fitting) if fitting < dpi else dpi


def _then(pieces: Iterable[str], work: Callable[[], object]) -> Iterator[str]:
    """Some pieces, and what is to be done as soon as all of them are taken."""
    yield from pieces
    work()


class _Sheet(NamedTuple):
    """A drawing, and the pages that it needs."""

    drawing: Drawing
    pages: Pages


class _Maker:
    """Makes the contents of the files."""

    def __init__(
        self, argument_map: ArgumentMap, options: DiagramOptions, program: str, watcher: Watcher
    ) -> None:
        self._title = argument_map.project.title
        self._options = options
        self._theme = load_theme(options.theme)
        self._fonts = ShippedFonts()
        self._program = program
        self._watcher = watcher
        self.remark: Phrase | None = None
        self._drawings = Drawings(argument_map, options, self._fonts)
        self._sheets: dict[int, _Sheet] = {}
        self._may_link = any(saying.anchor for saying in argument_map.every(Locution))

    def source(self) -> str:
        return "".join(self._dot(0))

    def contents(self, suffix: str) -> list[bytes]:
        """What each file is to hold."""
        numbers = range(len(self._drawings))
        self._check_sizes(suffix)
        kind = "jpg" if suffix == ".jpeg" else suffix[1:]
        made: list[bytes] = []
        if suffix not in PAGED:
            for number in numbers:
                self._watcher.tell(number, len(numbers))
                made.append(self._drawn(number, kind))
            return made
        pressing = suffix == ".png" or self._may_link or len(numbers) > 1
        with engine.Press(self._watcher.cancelled) as press:
            pdfs: list[bytes] = []
            for number in numbers:
                self._watcher.tell(number, len(numbers) + 1)
                source = self._dot(number, fit=True)
                pdfs.append(self._engine(_then(source, press.start) if pressing else source, "pdf"))
            sheets = [self._sheet(number) for number in numbers]
            if suffix == ".pdf":
                return [self._pressed(press, {}, sheets, pdfs, links=True)]
            for sheet, pdf in zip(sheets, pdfs, strict=True):
                made += self._pictures(press, sheet, pdf)
            return made

    def _check_sizes(self, suffix: str) -> None:
        """Refuse what is too big before anything is drawn.

        The only sheet of a drawing is arranged while the engine starts, and is refused then.
        """
        picture = suffix in {".png", ".jpg", ".jpeg"}
        for number in range(len(self._drawings)) if picture or len(self._drawings) > 1 else ():
            sheet = self._sheet(number)
            if picture:
                self._dpi(sheet.pages.paper)

    def _sheet(self, number: int) -> _Sheet:
        sheet = self._sheets.get(number)
        if sheet is None:
            drawing = self._drawings.drawing(number)
            pages = pages_for(drawing.sheet.page, self._options)
            sheet = self._sheets[number] = _Sheet(drawing, pages)
        return sheet

    def _dot(self, number: int, *, fit: bool = False) -> Iterator[str]:
        """The source of a sheet; `fit` is whether readers of PDF must be able to show it."""
        drawing, pages = self._sheet(number)
        yield from dot_pieces(
            drawing.sheet,
            self._theme,
            measure=self._fonts,
            title=self._title,
            links=drawing.links,
            frame=showable(pages.drawn) if fit else pages.drawn,
        )

    def _engine(self, source: Iterable[str], kind: str, *options: str) -> bytes:
        return engine.draw(
            source,
            kind,
            program=self._program,
            options=options,
            cancelled=self._watcher.cancelled,
        )

    def _drawn(self, number: int, kind: str) -> bytes:
        """A file that Graphviz alone makes."""
        source = self._dot(number)
        if kind in {"dot", "gv"}:
            return "".join(source).encode()
        if kind == "svg":
            drawn = self._engine(source, kind)
            zoom = self._sheet(number).pages.drawn.scale / UNITS
            return finished(drawn, title=self._title, zoom=zoom)
        if kind == "jpg":
            dots = self._dpi(self._sheet(number).pages.drawn)
            return self._engine(source, kind, f"-Gdpi={dots:g}")
        return self._engine(source, kind)

    # PDF and pictures of it

    def _pressed(
        self,
        press: engine.Press,
        job: dict[str, Any],
        sheets: Sequence[_Sheet],
        pdfs: Sequence[bytes],
        *,
        links: bool = False,
    ) -> bytes:
        jobs = [sheet_job(*sheet, links=links) for sheet in sheets]
        around = {
            "paper": sheets[0].pages.paper[:2],
            "margin": MARGIN,
            "ground": self._theme.ground,
            "ink": self._theme.ink.muted,
            "sheets": jobs,
        }
        if any(sheet.pages.tiles for sheet in sheets):
            around["font"] = page_font().hex()
        elif len(pdfs) == 1 and not job and not jobs[0]["links"]:
            return pdfs[0]
        return press.work(write_job({**around, **job}, pdfs))

    def _pictures(self, press: engine.Press, sheet: _Sheet, pdf: bytes) -> list[bytes]:
        """A picture of each page."""
        drawing, pages = sheet
        dots = self._dpi(pages.paper)
        shrunk = showable(pages.paper)
        job = {"dpi": dots * pages.paper.scale / shrunk.scale, "dots": dots}
        if not pages.tiles:
            return [self._pressed(press, job, [sheet], [pdf])]
        tiled = self._pressed(press, {}, [sheet], [pdf])
        whole = _Sheet(drawing, Pages(pages.paper, pages.paper))
        made = []
        for number in range(len(pages.tiles)):
            self._watcher.tell(number, len(pages.tiles) * len(self._drawings))
            page = {**job, "page": number}
            made.append(self._pressed(press, page, [whole], [tiled]))
        return made

    def _dpi(self, frame: Frame) -> float:
        """How many dots an inch a picture of a page gets; remarked if fewer than are wanted."""
        wanted = self._options.dpi
        dots = dpi_that_fits(frame.width, frame.height, wanted)
        if dots < wanted:
            self.remark = Phrase(
                "The picture would be too big with {wanted} dots an inch: it has {dots}.",
                wanted=wanted,
                dots=dots,
            )
        return dots
