"""PDF on pages, and pictures of it."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from app.diagrams import press
from app.diagrams.export import export_diagram
from app.diagrams.options import DiagramOptions, Direction, Fit, Paper, Part
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from tests.app.diagrams.maps import EVERYTHING, full_map, map_of

pytestmark = pytest.mark.dot
TILED = DiagramOptions(paper=Paper.A4, fit=Fit.TILES)
A4 = (595.28, 841.89)


def exported(
    tmp_path: Path, name: str, options: DiagramOptions, a_map: ArgumentMap | None = None
) -> list[Path]:
    return [*export_diagram(a_map or full_map(), tmp_path / name, options=options).paths]


def chunks(png: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + content)
        found[kind] = found.get(kind, b"") + content
        at += 12 + length
    return found


def words_in(path: Path) -> list[str]:
    """What stands on each page of a PDF."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("dpi", [72, 300])
def test_a_picture_says_how_many_dots_an_inch_it_has(tmp_path: Path, dpi: int) -> None:
    (path,) = exported(tmp_path, "map.png", DiagramOptions(dpi=dpi))
    parts = chunks(path.read_bytes())
    across, down, unit = struct.unpack(">IIB", parts[b"pHYs"])
    assert unit == 1
    assert across == down == round(dpi / 0.0254)


def test_all_pixels_are_there_however_little_memory_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = exported(tmp_path, "map.pdf", DiagramOptions())
    job = {"dpi": 50, "dots": 50, "ground": "#ffffff"}
    pixels = []
    for size in (10**9, 20_000, 2_000):
        monkeypatch.setattr(press, "_BAND_BYTES", size)
        file = BytesIO()
        press.write_png(path.read_bytes(), job, file)
        parts = chunks(file.getvalue())
        width, height = struct.unpack(">II", parts[b"IHDR"][:8])
        pixels.append(zlib.decompress(parts[b"IDAT"]))
        assert len(pixels[-1]) == height * (width * 3 + 1)
    assert len(set(pixels[0])) > 20  # it is not blank
    for other in pixels[1:]:  # but for a rounding here and there
        differing = [a for a, b in zip(pixels[0], other, strict=True) if abs(a - b) > 8]
        assert len(differing) < len(other) / 10_000


def test_a_dark_picture_is_dark_to_its_edges(tmp_path: Path) -> None:
    options = DiagramOptions(theme="dark", paper=Paper.A4, dpi=40)
    (path,) = exported(tmp_path, "map.png", options)
    rows = zlib.decompress(chunks(path.read_bytes())[b"IDAT"])
    assert rows[1:4] == rows[-3:] == bytes.fromhex("17191c")


def test_a_page_has_the_size_of_its_paper_in_every_format(tmp_path: Path) -> None:
    options = DiagramOptions(paper=Paper.A4, dpi=72)
    (pdf,) = exported(tmp_path, "map.pdf", options)
    size = pypdfium2.PdfDocument(pdf.read_bytes())[0].get_size()
    assert sorted(size) == pytest.approx(sorted(A4), abs=1)
    (png,) = exported(tmp_path, "map.png", options)
    pixels = struct.unpack(">II", chunks(png.read_bytes())[b"IHDR"][:8])
    assert sorted(pixels) == pytest.approx(sorted(A4), abs=2)


def test_tiles_are_pages_of_one_pdf_with_their_numbers_and_all_words(tmp_path: Path) -> None:
    (path,) = exported(tmp_path, "map.pdf", TILED)
    pages = words_in(path)
    assert len(pages) > 1
    assert all(f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1))
    words = set(" ".join(pages).split())
    for claim in full_map().every(Claim):
        assert set(claim.text.split()) <= words


def test_all_tiles_share_their_fonts(tmp_path: Path) -> None:
    wide = map_of([f"Reason number{i}" for i in range(40)])
    (path,) = exported(tmp_path, "map.pdf", TILED, wide)
    assert len(words_in(path)) > 4
    assert 1 < path.read_bytes().count(b"/FontFile2") <= 4  # the cuts, and that of page numbers


def test_tiles_are_several_pictures(tmp_path: Path) -> None:
    paths = exported(tmp_path, "map.png", TILED.changed(dpi=40))
    assert len(paths) > 1
    assert [path.name for path in paths] == [f"map-{n}.png" for n in range(1, len(paths) + 1)]
    assert sorted(tmp_path.iterdir()) == paths
    assert len({path.read_bytes() for path in paths}) == len(paths)


@pytest.mark.parametrize(("suffix", "files"), [("pdf", 1), ("png", 2), ("svg", 2), ("dot", 2)])
def test_each_contention_has_a_page_or_a_file(tmp_path: Path, suffix: str, files: int) -> None:
    options = EVERYTHING.changed(part=Part.EACH, dpi=40)
    paths = exported(tmp_path, f"map.{suffix}", options)
    assert len(paths) == files
    if suffix == "pdf":
        first, second = words_in(paths[0])
        assert "Nothing bears on this yet." in second
        assert "Nothing bears on this yet." not in first
        assert "Putin and peace talks" in first
        assert "Putin and peace talks" in second


def test_a_very_wide_map_is_spread_over_pages_at_its_full_size(tmp_path: Path) -> None:
    wide = map_of([f"Reason number{i}" for i in range(140)])
    (path,) = exported(tmp_path, "map.pdf", TILED, wide)
    words = set(" ".join(words_in(path)).split())
    assert {f"number{i}" for i in range(140)} <= words


def test_a_picture_that_is_too_big_has_fewer_dots_and_says_so(tmp_path: Path) -> None:
    wide = map_of([f"Reason {i}" for i in range(40)])
    written = export_diagram(wide, tmp_path / "map.png", options=DiagramOptions(dpi=600))
    assert "600 dots an inch" in str(written.remark)
    width, _ = struct.unpack(">II", chunks((tmp_path / "map.png").read_bytes())[b"IHDR"][:8])
    assert 32_000 < width <= 32_767


@pytest.mark.parametrize("direction", Direction)
def test_every_word_is_in_the_pdf_whichever_way_it_leads(
    tmp_path: Path, direction: Direction
) -> None:
    (path,) = exported(tmp_path, "map.pdf", EVERYTHING.changed(direction=direction))
    (words,) = words_in(path)
    for claim in full_map().every(Claim):
        assert set(claim.text.split()) <= set(words.split())
    for said in (
        "Compare what the Post wrote in October.",
        "“unacceptable to Moscow”",
        "an objection",
    ):
        assert set(said.split()) <= set(words.split())
