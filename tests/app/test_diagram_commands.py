"""Diagrams by the command line: their options, and what goes wrong."""

import os
import struct
from pathlib import Path

import pytest

from resources import files
from tests.app.command_line import Run, refusal

SAMPLE = files.SAMPLES / "peace-talks.rejoinder"
pytestmark = pytest.mark.dot


def export(run: Run, path: Path, *options: str) -> list[str]:
    """Export the sample; gives what was said."""
    outcome = run("export", SAMPLE, "-o", path, *options)
    assert outcome.code == 0, outcome.err
    return outcome.out.splitlines()


def test_a_page_and_a_resolution_are_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    assert export(run, path, "--page", "a4-landscape", "--dpi", "100", "--theme", "print") == []
    size = struct.unpack(">II", path.read_bytes()[16:24])
    assert size == pytest.approx((1169, 827), abs=1)


def test_what_is_on_cards_and_around_them_is_chosen(run: Run, tmp_path: Path) -> None:
    bare, full = tmp_path / "bare.dot", tmp_path / "full.dot"
    export(run, bare, "--no-speakers", "--no-badges")
    export(run, full, "--quotations", "--notes", "--legend", "--title", "--orientation", "right")
    assert "speaker_" not in bare.read_text(encoding="utf-8")
    assert "speaker_" in full.read_text(encoding="utf-8")
    assert "Drawn on" in full.read_text(encoding="utf-8")


def test_several_files_are_named(run: Run, tmp_path: Path) -> None:
    said = export(run, tmp_path / "map.png", "--page", "a4", "--tiles", "--dpi", "40")
    files = sorted(str(path) for path in tmp_path.glob("map*.png"))
    assert len(files) > 1
    assert said == files


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--theme", "pink"], "pink"),
        (["--page", "b5"], "There is no page “b5”"),
        (["--page", "a4-sideways"], "There is no page “a4-sideways”"),
        (["--dpi", "9999"], "600"),
        (["--dpi", "many"], "--dpi"),
        (["--card-width", "5"], "60"),
        (["--branch", "nosuch"], "“nosuch”"),
        (["--branch", "a", "--each"], "do not go together"),
        (["--page", "a4", "--tiles"], "Only PDF and PNG"),
        (["--tiles"], "--tiles needs a page"),
        (["--orientation", "left"], "left"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    run: Run, tmp_path: Path, options: list[str], told: str
) -> None:
    assert told in refusal(run("export", SAMPLE, "-o", tmp_path / "map.svg", *options))
    assert not list(tmp_path.glob("map*"))


@pytest.mark.parametrize("name", ['it\'s "quoted".svg', "; rm -rf ~ $(id) `id`.svg", "—ä 政府.svg"])
def test_any_name_is_but_a_name(run: Run, tmp_path: Path, name: str) -> None:
    export(run, tmp_path / name)
    assert name in os.listdir(tmp_path)  # noqa: PTH208


def test_a_name_that_is_too_long_is_told(run: Run, tmp_path: Path) -> None:
    assert "too long" in refusal(run("export", SAMPLE, "-o", tmp_path / f"{'x' * 300}.svg"))
