"""Pictures painted by Qt say every word of a map, as those that Graphviz draws do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.diagrams.options import DiagramOptions
from app.model.argument_map import ArgumentMap
from tests.app.diagrams.maps import EVERYTHING
from tests.app.diagrams.test_every_word import (
    MAPS,
    NARROW,
    missing,
)
from widgets.fonts import load_fonts
from widgets.picturing import PictureWriter
from widgets.sheet_painting import wording


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("options", [EVERYTHING, NARROW], ids=["usual", "narrow"])
@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
@pytest.mark.parametrize("make", MAPS.values(), ids=MAPS)
def test_every_word_is_in_what_qt_paints(
    tmp_path: Path, suffix: str, options: DiagramOptions, make: Callable[[], ArgumentMap]
) -> None:
    load_fonts()
    argument_map = make()
    path = tmp_path / f"map{suffix}"
    PictureWriter(argument_map, options, wording()).write(path)
    assert missing(argument_map, path, as_seen=True) == []
