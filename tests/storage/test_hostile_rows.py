"""Rows that somebody has made by hand: told or left out, but never a crash or a hang."""

import json
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from app.document import Document
from app.model.elements import ProjectId
from app.model.errors import StoreError
from app.ports import Miniature
from storage.library import open_library
from tests.storage.builders import added, full_map

EVERYTHING = ProjectId("everything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one project, in which two edits were done."""
    path = tmp_path / "library.db"
    with closing(open_library(path)) as library:
        document = Document(library.create(full_map()))
        document.do(added(document.map))
        document.do(added(document.map))
    return path


def spoil(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(statement, values)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal SET parent = number",
        "UPDATE journal SET parent = 2 WHERE number = 1",
        "UPDATE journal SET parent = 3",
        "UPDATE journal SET parent = 'x'",
        "UPDATE journal SET parent = 0.5",
        "UPDATE journal SET label = x'00ff'",
        "UPDATE journal SET grp = x'00ff'",
        "UPDATE journal SET change = x'00ff'",
        "UPDATE journal SET change = 5",
        "UPDATE journal SET at = 5",
        "UPDATE journal SET at = x'00'",
        "UPDATE journal SET at = '9999-12-31 23:00:00-05:00'",
        "UPDATE project SET head = 'x'",
        "UPDATE project SET tip = x'01', head = NULL",
        "UPDATE project SET title = x'00ff'",
        "UPDATE project_view SET folded = 5",
        "UPDATE project_view SET view = 5",
        "UPDATE project_view SET view = x'ff'",
        "UPDATE project_view SET view = '[]'",
        'UPDATE project_view SET view = \'{"orientation": "inwards"}\'',
        "UPDATE project_view SET view = '{\"text_size\": 1e999}'",
        'UPDATE project_view SET view = \'{"filter": {"trait": "tag"}}\'',
        "UPDATE claim SET confidence = 101",
        "UPDATE claim SET confidence = 0.5",
        "UPDATE claim SET confidence = x'01'",
        "UPDATE claim SET tags = 5",
        "UPDATE claim SET same_as = 5",
        "UPDATE claim SET same_as = 'nowhere'",
        "UPDATE claim SET same_as = '[{}]'",
        'UPDATE claim SET same_as = \'[{"project": "../..", "claim": "x"}]\'',
        "UPDATE claim SET text = x'ff'",
        "UPDATE source SET published = 5",
        "UPDATE speaker SET aliases = x'ff'",
        "UPDATE speaker SET colour = 8",
        "UPDATE source SET captured = 'noon'",
        "UPDATE source SET captured = 5",
        "UPDATE source SET capture_of = 'nowhere'",
        "UPDATE source SET capture_of = id",
        "UPDATE source SET capture_of = 'earlier' WHERE id = 'article'",
        "UPDATE locution SET former = 5",
        "UPDATE locution SET former = '{}'",
        "UPDATE locution SET former = x'ff'",
        "UPDATE locution SET former = replace(former, 'article', 'earlier')",
        "UPDATE locution SET former = replace(former, 'article', 'nowhere')",
    ],
)
@pytest.mark.parametrize("grouped", [False, True])
def test_a_project_that_cannot_be_is_told_on_opening(
    path: Path, damage: str, *, grouped: bool
) -> None:
    if grouped:
        spoil(path, "UPDATE journal SET grp = 'g'")
    spoil(path, damage)
    with closing(open_library(path)) as library, pytest.raises(StoreError, match="damaged"):
        Document(library.open(EVERYTHING))


def test_what_is_nested_too_deeply_is_told(path: Path) -> None:
    spoil(path, "UPDATE claim SET tags = ?", "[" * 200_000)
    with closing(open_library(path)) as library, pytest.raises(StoreError, match="damaged"):
        library.open(EVERYTHING).load()


def test_a_label_is_one_line_and_not_too_long(path: Path) -> None:
    spoil(path, "UPDATE journal SET label = ?", "Add\n\x1b[2J a " + "claim " * 100_000)
    with closing(open_library(path)) as library:
        label = Document(library.open(EVERYTHING)).undo_label
    assert label.startswith("Add [2J a claim claim")
    assert len(label) <= 200


@pytest.mark.parametrize(
    "miniature",
    [
        {"aspect": 1.0, "cards": [[0, 0, 1, 1, "king"]]},
        {"aspect": 1.0, "cards": [[0, 0, 1, 1, 5]]},
        {"aspect": 1.0, "cards": [[0, 0, float("nan"), 1, "reason"]]},
        {"aspect": 1.0, "cards": [[0, float("inf"), 1, 1, "reason"]]},
        {"aspect": 1.0, "cards": [[0, 0, 1e300, 1, "reason"]]},
        {"aspect": 1.0, "cards": [[-5, 0, 1, 1, "reason"]]},
        {"aspect": 1.0, "cards": [[0, 0, 1, 1]]},
        {"aspect": 1.0, "cards": [[0, 0, 1, 1, "reason"]] * 100_000},
        {"aspect": float("nan"), "cards": []},
        {"aspect": float("inf"), "cards": []},
        {"aspect": 0, "cards": []},
        {"aspect": -1, "cards": []},
        {"aspect": 1e300, "cards": []},
        {"aspect": "wide", "cards": 5},
    ],
    ids=(str(number) for number in count()),
)
def test_a_picture_that_cannot_be_drawn_is_left_out(
    path: Path, miniature: dict[str, object]
) -> None:
    spoil(path, "UPDATE project_view SET miniature = ?", json.dumps(miniature))
    with closing(open_library(path)) as library:
        assert library.summaries()[0].miniature == Miniature()


@pytest.mark.parametrize(
    "kept",
    [5, 0.5, b"\xff", "{", "[" * 200_000, "9" * 5_000],
    ids=["number", "fraction", "bytes", "no JSON", "nested", "long number"],
)
def test_a_picture_that_is_none_is_left_out(path: Path, kept: object) -> None:
    spoil(path, "UPDATE project_view SET miniature = ?", kept)
    with closing(open_library(path)) as library:
        assert library.summaries()[0].miniature == Miniature()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE project SET changed = 5",
        "UPDATE project SET created = x'00'",
        "UPDATE project SET changed = 'noon'",
        "UPDATE project SET changed = '0001-01-01 00:00:00+05:00'",
        "UPDATE project SET changed = '9999-12-31 23:00:00-05:00'",
        "UPDATE project SET title = x'00ff'",
        "UPDATE project SET claims = 'many'",
    ],
)
def test_a_summary_that_cannot_be_is_told(path: Path, damage: str) -> None:
    spoil(path, damage)
    with closing(open_library(path)) as library, pytest.raises(StoreError, match="damaged"):
        library.summaries()
