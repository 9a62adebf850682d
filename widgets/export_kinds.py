"""The kinds of export that the dialog offers; a further kind is a further line in `KINDS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.diagrams.kinds import SUFFIXES
from app.diagrams.options import DiagramOptions

if TYPE_CHECKING:
    from app.diagrams.export import Written
    from app.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and where; the last two are asked and told in another thread."""

    argument_map: "ArgumentMap"
    path: Path
    options: DiagramOptions
    program: str = ""
    cancelled: Callable[[], bool] | None = None
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class ExportKind:
    """A kind of export: what it is called, the endings of its files, and what writes them.

    The options of diagrams are offered, and a preview, only if it is a diagram.
    """

    name: str
    text: str
    suffixes: Mapping[str, str]
    write: "Callable[[Order], Written]"
    is_diagram: bool = True

    @property
    def words(self) -> str:
        """What it is called in the language of the window."""
        return QCoreApplication.translate("exports", self.text)


def _by_graphviz(order: Order) -> "Written":
    from app.diagrams.export import export_diagram  # noqa: PLC0415  takes long to import

    return export_diagram(
        order.argument_map,
        order.path,
        options=order.options,
        program=order.program,
        cancelled=order.cancelled,
        progress=order.progress,
    )


def _by_qt(order: Order) -> "Written":
    from widgets.picturing import PictureWriter  # noqa: PLC0415  takes long to import
    from widgets.sheet_painting import wording  # noqa: PLC0415

    writer = PictureWriter(
        order.argument_map,
        order.options,
        wording(),
        cancelled=order.cancelled,
        progress=order.progress,
    )
    return writer.write(order.path)


KINDS: Final = (
    ExportKind("graphviz", "Diagram drawn by Graphviz", SUFFIXES, _by_graphviz),
    ExportKind(
        "screen",
        "Diagram as on the screen",
        {
            ".png": "PNG picture",
            ".svg": "SVG drawing",
            ".pdf": "PDF document",
            ".jpg": "JPEG picture",
            ".jpeg": "JPEG picture",
            ".webp": "WebP picture",
        },
        _by_qt,
    ),
)


def kind_called(name: str) -> ExportKind:
    """The kind of a name; the first if there is none."""
    return next((kind for kind in KINDS if kind.name == name), KINDS[0])
