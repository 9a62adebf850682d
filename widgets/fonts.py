"""The shipped fonts, in Qt: for the window, and to measure what the canvas shows."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app.layout.text import Font
from resources import files

SANS = "Noto Sans"
SERIF = "Noto Serif"


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; needs a QApplication, and may be done again."""
    paths = [files.font(), files.font(bold=True), files.font(italic=True)]
    for path in [*paths, files.serif(), files.serif(bold=True)]:
        QFontDatabase.addApplicationFont(str(path))


@cache
def qfont(font: Font) -> QFont:
    """The Qt font for a cut of the sans serif family, with the same widths at every zoom."""
    made = QFont(SANS)
    made.setPixelSize(font.size)
    made.setBold(font.bold)
    made.setItalic(font.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class QtMeasure:
    """Measures text by Qt, in whatever fonts it falls back on; remembers words."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Font], float] = {}
        self._metrics: dict[Font, QFontMetricsF] = {}

    def width(self, text: str, font: Font) -> float:
        width = self._known.get((text, font))
        if width is None:
            metrics = self._metrics.get(font)
            if metrics is None:
                metrics = self._metrics[font] = QFontMetricsF(qfont(font))
            width = self._known[text, font] = metrics.horizontalAdvance(text)
        return width
