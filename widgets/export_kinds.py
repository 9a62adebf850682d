"""The kinds of export that the dialog offers; a further kind is a further line in `KINDS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.diagrams.kinds import SUFFIXES
from app.diagrams.options import DiagramOptions
from app.documents import kinds as documents
from app.documents.kinds import TITLES, Kind, kinds_for
from app.documents.options import Options

if TYPE_CHECKING:
    from app.diagrams.export import Written
    from app.model.argument_map import ArgumentMap


_USUAL_FIRST = (".docx", ".html", ".md", ".csv")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and where; the last two are asked and told in another thread.

    `options` are those of a diagram, `document` those of a document.
    """

    argument_map: "ArgumentMap"
    path: Path
    options: DiagramOptions
    document: Options = Options()  # noqa: RUF009  frozen
    program: str = ""
    cancelled: Callable[[], bool] | None = None
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class ExportKind:
    """A kind of export: what it is called, the endings of its files, and what writes them.

    Without a `document` it is a diagram.
    """

    name: str
    text: str
    suffixes: Mapping[str, str]
    write: "Callable[[Order], Written]"
    about: str = ""  # what is in it
    document: Kind | None = None

    @property
    def words(self) -> str:
        """What it is called in the language of the window."""
        return _translated(self.text)

    @property
    def told(self) -> str:
        """What is in it, in the language of the window."""
        return _translated(self.about) if self.about else ""

    @property
    def endings(self) -> dict[str, str]:
        """The endings of its files, with what such files are in the language of the window."""
        return {ending: _translated(text) for ending, text in self.suffixes.items()}


def _translated(text: str) -> str:
    return QCoreApplication.translate("exports", text)


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


def _document(kind: Kind) -> ExportKind:
    """The kind of export that writes a kind of document."""

    def write(order: Order) -> "Written":
        from app.diagrams.export import Written  # noqa: PLC0415  takes long to import
        from app.documents.export import export_document  # noqa: PLC0415  takes long to import
        from widgets.document_words import document_words  # noqa: PLC0415

        progress = order.progress
        export_document(
            order.argument_map,
            order.path,
            kind=kind,
            options=order.document,
            words=document_words(),
            progress=(lambda share: progress(round(share * 100), 100)) if progress else None,
            cancelled=order.cancelled,
        )
        return Written((order.path,))

    name, _, about = TITLES[kind].partition(": ")
    suffixes = {
        suffix: documents.SUFFIXES[suffix] for suffix in _USUAL_FIRST if kind in kinds_for(suffix)
    }
    return ExportKind(kind.value, name, suffixes, write, about[:1].upper() + about[1:], kind)


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
    *map(_document, Kind),
)


def kind_called(name: str) -> ExportKind:
    """The kind of a name; the first if there is none."""
    return next((kind for kind in KINDS if kind.name == name), KINDS[0])
