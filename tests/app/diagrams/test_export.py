"""Diagrams as files: all kinds, and never half a one."""

import errno
import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from app.diagrams import engine
from app.diagrams.export import SUFFIXES, diagram_source, dpi_that_fits, export_diagram
from app.diagrams.options import DiagramOptions, Fit, Paper
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from app.model.errors import DiagramError
from tests.app.diagrams.conftest import MakeProgram
from tests.app.diagrams.maps import arranged, full_map, map_of
from tests.benchmarks.maps import made_map

pytestmark = pytest.mark.dot
STARTS = {
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".pdf": b"%PDF",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
    ".eps": b"%!PS",
    ".dot": b"// ",
    ".gv": b"// ",
}
DARK = DiagramOptions(theme="dark")


@pytest.fixture(scope="module")
def a_map() -> ArgumentMap:
    return full_map()


def pixels(path: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_kind_is_written_by_its_ending(
    a_map: ArgumentMap, tmp_path: Path, suffix: str, program: str
) -> None:
    path = tmp_path / f"A map{suffix.upper()}"
    export_diagram(a_map, path, program=program)
    assert path.read_bytes().startswith(STARTS[suffix])
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208


def test_a_source_is_written_as_it_is_made(a_map: ArgumentMap, tmp_path: Path) -> None:
    path = tmp_path / "map.gv"
    export_diagram(a_map, path, options=DARK, program="/no/program/needed")
    assert path.read_text(encoding="utf-8") == diagram_source(a_map, DARK)


def test_the_map_as_a_picture_is_as_big_as_on_the_screen_times_the_resolution(
    a_map: ArgumentMap, tmp_path: Path, program: str
) -> None:
    path = tmp_path / "map.png"
    export_diagram(a_map, path, options=DiagramOptions(dpi=192), program=program)
    arrangement = arranged(a_map)
    page = arrangement.bounds.grown(arrangement.look.margin)
    assert pixels(path) == pytest.approx((2 * page.width, 2 * page.height), abs=2)


@pytest.mark.parametrize("name", ["map.webp", "map", "map.svgz", ".svg.txt"])
def test_any_other_ending_is_refused_with_those_there_are(
    a_map: ArgumentMap, tmp_path: Path, name: str
) -> None:
    with pytest.raises(DiagramError, match=r"\.png, \.svg, \.pdf, \.jpg, \.eps or \.dot"):
        export_diagram(a_map, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_an_empty_map_is_refused(tmp_path: Path) -> None:
    empty = ArgumentMap.of(map_of([]).project)
    with pytest.raises(DiagramError, match="nothing to draw yet"):
        export_diagram(empty, tmp_path / "map.png")
    with pytest.raises(DiagramError, match="nothing to draw yet"):
        diagram_source(empty)


def test_a_file_that_is_there_is_replaced_and_keeps_its_mode(
    a_map: ArgumentMap, tmp_path: Path
) -> None:
    path = tmp_path / "map.svg"
    path.write_text("old")
    path.chmod(0o640)
    export_diagram(a_map, path)
    assert path.read_bytes().startswith(b"<?xml")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "lines",
    [
        "sys.exit(3)",
        "",
        "print('half')",
        "sys.stdout.write('<?xml'); sys.exit(1)",
        "sys.stdout.write('<?xml version=\"1.0\"?><svg><g>')",
    ],
)
def test_a_failing_export_leaves_the_old_file_alone(
    a_map: ArgumentMap, tmp_path: Path, fake_program: MakeProgram, lines: str
) -> None:
    path = tmp_path / "folder" / "map.svg"
    path.parent.mkdir()
    path.write_text("old")
    with pytest.raises(DiagramError):
        export_diagram(a_map, path, program=fake_program(lines))
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path]


def test_a_stopped_export_writes_nothing(
    a_map: ArgumentMap, tmp_path: Path, fake_program: MakeProgram
) -> None:
    path = tmp_path / "map.svg"
    with pytest.raises(engine.StoppedError):
        export_diagram(a_map, path, program=fake_program("time.sleep(99)"), cancelled=lambda: True)
    assert not path.exists()


def test_a_name_that_no_file_can_have_is_refused(a_map: ArgumentMap, tmp_path: Path) -> None:
    with pytest.raises(DiagramError, match="no name that a file can have"):
        export_diagram(a_map, tmp_path / "a\0b.svg")
    assert not list(tmp_path.iterdir())


def test_a_folder_in_its_place_is_named(a_map: ArgumentMap, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.mkdir()
    with pytest.raises(DiagramError, match=r"map\.svg: it is a folder"):
        export_diagram(a_map, path)


def test_a_missing_folder_is_named(a_map: ArgumentMap, tmp_path: Path) -> None:
    with pytest.raises(DiagramError, match=r"no such folder: there is no such file or folder"):
        export_diagram(a_map, tmp_path / "no such folder" / "map.svg")


def test_a_folder_where_nothing_may_be_written_is_told(
    a_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.gv"

    def refuse(self: Path, _content: bytes) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)  # the tests may run as root, who may all
    with pytest.raises(DiagramError, match=r"map\.gv: you have no permission"):
        export_diagram(a_map, path)
    assert not list(tmp_path.iterdir())


# Sizes


def test_a_picture_gets_as_many_dots_as_it_can_have() -> None:
    assert dpi_that_fits(1000, 800, 192) == 192
    assert dpi_that_fits(30_000, 800, 192) == 78  # 32,500 pixels
    assert dpi_that_fits(14_000, 14_000, 192) == 51  # a hundred million pixels


def test_a_picture_whose_words_could_not_be_read_is_refused() -> None:
    with pytest.raises(DiagramError, match="SVG or PDF"):
        dpi_that_fits(80_000, 800, 192)


def test_a_wide_map_becomes_a_picture_of_fewer_dots_and_a_page_that_can_be_shown(
    tmp_path: Path,
) -> None:
    wide = map_of([f"Reason {i}" for i in range(140)])
    export_diagram(wide, tmp_path / "wide.png")
    export_diagram(wide, tmp_path / "wide.pdf")
    width, height = pixels(tmp_path / "wide.png")
    assert 32_000 < width <= 32_767
    assert height > 100
    box = tmp_path.joinpath("wide.pdf").read_bytes().split(b"/MediaBox [")[1].split(b"]")[0]
    assert 14_300 < float(box.split()[2]) <= 14_400


def test_long_claims_and_names_are_drawn_in_full(tmp_path: Path) -> None:
    path = tmp_path / "long.svg"
    export_diagram(map_of(["word " * 3000], "A title " * 3000), path)
    assert path.read_text(encoding="utf-8").count("word") == 3000


def test_nothing_heavy_is_imported_before_something_is_drawn() -> None:
    heavy = ["graphviz", "pygraphviz", "fontTools", "PySide6", "uniseg"]
    code = f"import sys, app.diagrams.export; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert told.stdout.strip() == b"[]"


def test_an_eps_takes_its_fonts_along(a_map: ArgumentMap, tmp_path: Path, program: str) -> None:
    path = tmp_path / "map.eps"
    export_diagram(a_map, path, program=program)
    content = path.read_bytes()
    assert b"/FontType" in content
    assert b"Noto Sans,DejaVu Sans" not in content  # no PostScript program can read such a name


@pytest.mark.slow
def test_of_ten_thousand_claims_each_is_drawn_or_the_person_is_told_what_to_do(
    tmp_path: Path,
) -> None:
    huge = made_map(10_000)
    paper = DiagramOptions(paper=Paper.A4)
    for name, options, told in (
        ("map.png", DiagramOptions(), "Export it as SVG or PDF"),
        ("map.pdf", paper, "let the page be as big as the diagram"),
        ("map.pdf", paper.changed(fit=Fit.TILES), "Let the page be as big as the diagram"),
    ):
        with pytest.raises(DiagramError, match=told):
            export_diagram(huge, tmp_path / name, options=options)
    assert not list(tmp_path.iterdir())
    path = tmp_path / "map.svg"
    export_diagram(huge, path)
    drawn = set(re.findall(rb'id="claim_([^"]*)"', path.read_bytes()))
    assert {claim.id.encode() for claim in huge.every(Claim)} <= drawn
