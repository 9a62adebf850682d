"""What each command does, and what it says when it cannot."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from app.formats import rejoinder_json
from app.places import LIBRARY_VARIABLE
from storage.library import open_library
from tests.app.builders import Draft
from tests.app.command_line import Keep, Run, refusal
from tests.app.formats.golden import GOLDEN, golden_map

# Projects


def test_projects_are_listed_with_id_title_claims_and_change(run: Run, keep: Keep) -> None:
    draft = Draft("War and peace")
    draft.reason(draft.claim())
    key = keep(draft.map)
    head, row = run("projects").out.splitlines()

    assert head.split() == ["id", "title", "claims", "changed", "tags"]
    assert row.startswith(f"{key}  War and peace  2 ")


def test_archived_projects_are_listed_apart_and_those_in_the_bin_not_at_all(
    run: Run, keep: Keep, tmp_path: Path
) -> None:
    bread, wine, salt = (keep(Draft(title).map) for title in ("Bread", "Wine", "Salt"))
    with closing(open_library(tmp_path / "library.sqlite")) as library:
        library.archive(wine)
        library.put_in_bin(salt)
        library.keep_tags({bread: ["food", "two words"]})
    _, row, blank, heading, archived = run("projects").out.splitlines()

    assert row.startswith(f"{bread}  Bread  0 ")
    assert row.endswith("  food, two words")
    assert (blank, heading) == ("", "Archived:")
    assert archived.startswith(f"{wine}  Wine   0 ")
    assert "There is no project" in refusal(run("export", "Salt", "-o", "a.json"))


def test_a_library_that_is_named_must_be_there(run: Run) -> None:
    assert "there is none at this place" in refusal(run("projects"))
    assert "there is none at this place" in refusal(run("--library", "x.sqlite", "projects"))


def test_a_start_without_data_has_no_projects(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LIBRARY_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", "nowhere")

    assert run("--temp", "projects").out == "id  title  claims  changed  tags\n"
    assert "There is no project" in refusal(run("--temp", "export", "x", "-o", "a.json"))


@pytest.mark.parametrize("content", [b"", b"no library at all, but some text" * 99, None])
def test_what_is_no_library_is_left_as_it_was(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "thing"
    path.mkdir() if content is None else path.write_bytes(content)

    refusal(run("--library", path, "projects"))
    assert path.is_dir() if content is None else path.read_bytes() == content


# Schema and conversion


def test_the_schema_is_printed(run: Run) -> None:
    outcome = run("schema")

    assert json.loads(outcome.out) == rejoinder_json.schema()
    assert outcome.code == 0


def test_json_becomes_a_shared_project_and_the_same_json_again(run: Run, tmp_path: Path) -> None:
    shared, back = tmp_path / "a.rejoinder", tmp_path / "b.JSON"

    assert run("convert", GOLDEN, shared)[:3] == (0, "", "")
    assert run("convert", shared, back)[:3] == (0, "", "")
    assert back.read_bytes() == GOLDEN.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"a.rejoinder", "b.JSON"}


def test_converting_replaces_what_is_there(run: Run, tmp_path: Path) -> None:
    shared = tmp_path / "a.rejoinder"
    for _ in range(2):
        assert run("convert", GOLDEN, shared).code == 0

    with closing(open_library(shared, create=False)) as library:
        (summary,) = library.summaries()
        assert library.open(summary.id).load() == golden_map()


@pytest.mark.parametrize(
    ("source", "output", "sentence"),
    [
        ("gone.json", "b.rejoinder", "gone.json: This file cannot be read: there is no such file"),
        ("gone.rejoinder", "b.json", "gone.rejoinder could not be opened: there is none"),
        ("bad.json", "b.rejoinder", "bad.json, line 1, column 2: This is not JSON: expecting"),
        ("bad.rejoinder", "b.json", "bad.rejoinder could not be opened"),
        ("good.json", "b.txt", "The name of what to write must end in .json or .rejoinder."),
        ("good.json", "gone/b.json", "gone: there is no such file or folder."),
        ("good.json", "gone/b.rejoinder", "gone: there is no such file or folder."),
        ("good.json", "folder.json", "folder.json: it is a folder."),
    ],
)
def test_what_cannot_be_converted_is_one_line_and_leaves_nothing(
    run: Run, tmp_path: Path, source: str, output: str, sentence: str
) -> None:
    (tmp_path / "bad.json").write_text("{x}")
    (tmp_path / "bad.rejoinder").write_text("{x}" * 999)
    (tmp_path / "good.json").write_bytes(GOLDEN.read_bytes())
    (tmp_path / "folder.json").mkdir()
    before = set(tmp_path.rglob("*"))

    assert sentence in refusal(run("convert", source, output))
    assert set(tmp_path.rglob("*")) == before


# Export


@pytest.mark.parametrize("by", ["title", "TITLE", "id", "path", "json"])
def test_a_project_is_exported_by_whatever_it_is_called(
    run: Run, tmp_path: Path, keep: Keep, by: str
) -> None:
    keep(golden_map())
    run("convert", GOLDEN, tmp_path / "shared.rejoinder")
    title = golden_map().project.title
    names = {
        "title": title,
        "TITLE": title.upper(),
        "id": golden_map().project.id,
        "path": str(tmp_path / "shared.rejoinder"),
        "json": str(GOLDEN),
    }

    assert run("export", names[by], "-o", "out.json")[:3] == (0, "", "")
    assert (tmp_path / "out.json").read_bytes() == GOLDEN.read_bytes()


def test_a_title_may_be_longer_than_the_name_of_any_file(run: Run, keep: Keep) -> None:
    keep(Draft("War " * 200).map)

    assert run("export", ("war " * 200).strip(), "-o", "out.json").code == 0


def test_of_projects_with_the_same_title_the_ids_are_named(run: Run, keep: Keep) -> None:
    keys = {keep(Draft("Twins").map) for _ in range(2)}
    line = refusal(run("export", "twins", "-o", "out.json"))

    assert line.startswith("2 projects have the title “twins”; give the id of one instead: ")
    assert all(key in line for key in keys)


def test_a_file_to_export_must_hold_one_project(run: Run, tmp_path: Path, keep: Keep) -> None:
    with closing(open_library(tmp_path / "empty.sqlite")):
        pass
    assert "has no project in it" in refusal(run("export", "empty.sqlite", "-o", "out.json"))

    for title in ("One", "Two"):
        keep(Draft(title).map)
    assert "2 projects are in library.sqlite" in refusal(
        run("export", "library.sqlite", "-o", "out.json")
    )


def test_a_project_that_is_not_there_is_told_so(run: Run) -> None:
    run("convert", GOLDEN, "library.sqlite")

    assert "none at this place" in refusal(run("export", "Nothing", "-o", "out.json"))
    assert refusal(run("--temp", "export", "Nothing", "-o", "out.json")) == (
        "There is no project and no file “Nothing”; rejoinder projects lists the projects."
    )


def test_nothing_is_written_under_a_name_of_no_known_kind(run: Run, tmp_path: Path) -> None:
    assert ".png, .svg, .pdf, .jpg" in refusal(run("export", GOLDEN, "-o", "out.gif"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.dot
@pytest.mark.parametrize(
    ("suffix", "begins"),
    [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), (".dot", b"digraph")],
)
def test_a_diagram_is_of_the_kind_that_its_name_says(
    run: Run, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    light, dark = tmp_path / f"light{suffix}", tmp_path / f"dark{suffix}"

    assert run("export", GOLDEN, "-o", light)[:3] == (0, "", "")
    assert run("export", GOLDEN, "-o", dark, "--theme", "dark")[:3] == (0, "", "")
    assert begins in light.read_bytes()[:200]
    assert light.read_bytes() != dark.read_bytes()
    assert set(tmp_path.iterdir()) == {light, dark}


# Rescue


def test_a_damaged_library_is_rescued_into_a_new_one(run: Run, keep: Keep, tmp_path: Path) -> None:
    draft = Draft("War and peace")
    draft.claim()
    keep(draft.map)
    damaged = (tmp_path / "library.sqlite").read_bytes()[:-5_000]
    (tmp_path / "library.sqlite").write_bytes(damaged)
    outcome = run("rescue", "library.sqlite")

    assert outcome.code == 0
    assert outcome.out.startswith("War and peace: ")
    assert (tmp_path / "library.sqlite").read_bytes() == damaged
    assert "War and peace" in run("--library", "library.rescued.sqlite", "projects").out
    assert "there is a file of that name" in refusal(run("rescue", "library.sqlite"))
