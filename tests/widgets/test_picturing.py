"""Pictures painted by Qt say every word of a map, as those that Graphviz draws do."""

from pathlib import Path

import pytest

from app.diagrams.options import DiagramOptions
from tests.app.diagrams.maps import EVERYTHING
from tests.app.diagrams.test_every_word import (
    NARROW,
    missing,
    overlong_map,
    told_by_pdf,
    told_by_svg,
)
from widgets.fonts import load_fonts
from widgets.picturing import PictureWriter
from widgets.sheet_painting import wording

TOLD = {".svg": told_by_svg, ".pdf": told_by_pdf}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("options", [EVERYTHING, NARROW], ids=["usual", "narrow"])
@pytest.mark.parametrize("suffix", TOLD)
def test_every_word_is_in_what_qt_paints(
    tmp_path: Path, suffix: str, options: DiagramOptions
) -> None:
    load_fonts()
    argument_map = overlong_map()
    path = tmp_path / f"map{suffix}"
    PictureWriter(argument_map, options, wording()).write(path)
    assert missing(argument_map, TOLD[suffix](path)) == []
