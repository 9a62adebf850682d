"""Maps laid out in a thread, for previews, for paper and for presenting; stopped when asked."""

from typing import TYPE_CHECKING

from typing_extensions import override

from app.diagrams.options import DiagramOptions
from app.diagrams.parts import Drawing, Drawings, Wording
from app.layout.text import Font
from app.model.errors import RejoinderError
from widgets.fonts import QtMeasure
from widgets.working import Reporter

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap


class LayingStoppedError(RejoinderError):
    """Nobody wants the map any more that was being laid out."""


class StoppableMeasure(QtMeasure):
    """Measures text for work in a thread, as long as that was not cancelled.

    Laying out takes its time with measuring, so it ends soon when this raises LayingStoppedError.
    """

    def __init__(self, reporter: Reporter) -> None:
        super().__init__()
        self._reporter = reporter

    @override
    def width(self, text: str, font: Font) -> float:
        if self._reporter.cancelled():
            raise LayingStoppedError("The map was not laid out: it was stopped.")
        return super().width(text, font)


def drawings_of(
    argument_map: "ArgumentMap",
    options: DiagramOptions,
    said: Wording,
    reporter: Reporter,
    most: int | None = None,
) -> list[Drawing]:
    """Lay out the sheets of a diagram, at most so many. Raises DiagramError if there are none."""
    drawings = Drawings(argument_map, options, StoppableMeasure(reporter), said)
    count = min(len(drawings), most or len(drawings))
    made: list[Drawing] = []
    for number in range(count):
        reporter.progress(number, count if count > 1 else None)
        made.append(drawings.drawing(number))
    return made
