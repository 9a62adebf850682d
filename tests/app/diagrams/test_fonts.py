"""The shipped fonts are found and used, whatever the system has."""

import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from app.diagrams.export import export_diagram
from app.diagrams.fonts import configuration, findable_fonts
from resources.files import FONTS
from tests.app.diagrams.maps import full_map
from tests.app.diagrams.reading import xml_of

EMPTY = '<?xml version="1.0"?><fontconfig></fontconfig>'


def test_the_configuration_is_there_while_it_is_needed() -> None:
    with findable_fonts({"HOME": "/home"}) as environment:
        file = Path(environment["FONTCONFIG_FILE"])
        assert str(FONTS) in file.read_text(encoding="utf-8")
        assert environment["HOME"] == "/home"
    assert not file.parent.exists()


def test_the_systems_configuration_is_included(tmp_path: Path) -> None:
    chosen = tmp_path / "fonts & more.conf"
    chosen.write_text(EMPTY)
    with findable_fonts({"FONTCONFIG_FILE": str(chosen)}) as environment:
        text = Path(environment["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    include = xml_of(text).findtext("include")
    assert include == str(chosen)


def test_a_folder_of_configurations_is_looked_into(tmp_path: Path) -> None:
    tmp_path.joinpath("fonts.conf").write_text(EMPTY)
    with findable_fonts({"FONTCONFIG_PATH": str(tmp_path)}) as environment:
        text = Path(environment["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert str(tmp_path / "fonts.conf") in text


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("linux", "/usr/share/fonts"), ("win32", "WINDOWSFONTDIR"), ("darwin", "/Library/Fonts")],
)
def test_without_a_configuration_the_systems_folders_are_named(
    monkeypatch: pytest.MonkeyPatch, platform: str, folder: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    folders = [d.text for d in xml_of(configuration(None)).iter("dir")]
    assert folders[0] == str(FONTS)
    assert folder in folders


@pytest.mark.dot
def test_a_pdf_is_set_in_the_shipped_fonts_on_a_system_without_any(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bare.conf"
    bare.write_text(EMPTY)
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    path = tmp_path / "map.pdf"
    export_diagram(full_map(), path, program=program)
    names = fonts_of(path)
    assert {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"} == names


def fonts_of(path: Path) -> set[str]:
    """The fonts in a PDF, without the tags of their subsets."""
    if shutil.which("pdffonts"):
        told = subprocess.run(["pdffonts", path], capture_output=True, check=True).stdout.decode()  # noqa: S607
        return {line.split()[0].split("+")[-1] for line in told.splitlines()[2:]}
    plain = path.read_bytes()
    for piece in plain.split(b"stream\n")[1:]:
        try:
            plain += zlib.decompressobj().decompress(piece)
        except zlib.error:
            continue
    names = plain.split(b"/FontName /")[1:]
    return {name.split()[0].decode().split("+")[-1] for name in names}
