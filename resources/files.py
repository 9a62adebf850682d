"""Where the files that ship with the program lie."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
FONTS: Final = ROOT / "fonts"
ICONS: Final = ROOT / "icons"
THEMES: Final = ROOT / "themes"
SAMPLES: Final = ROOT / "samples"
TRANSLATIONS: Final = ROOT / "translations"


def font(*, bold: bool = False, italic: bool = False) -> Path:
    """The file of a cut of the sans serif family; there is no bold italic, bold goes first."""
    cut = "Bold" if bold else "Italic" if italic else "Regular"
    return FONTS / f"NotoSans-{cut}.ttf"


def serif(*, bold: bool = False) -> Path:
    """The file of a cut of the serif family that articles are set in."""
    return FONTS / f"NotoSerif-{'Bold' if bold else 'Regular'}.ttf"
