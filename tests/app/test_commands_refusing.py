"""What the commands read and write, and what they leave alone."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.model.elements import Project, ProjectId
from storage.library import open_library
from storage.shared import read_shared_project, write_shared_project
from tests.app.builders import Draft
from tests.app.command_line import Keep, Run, refusal
from tests.app.formats.golden import GOLDEN, golden_map
from tests.storage.conftest import guarded_folder as guarded_folder  # noqa: PLC0414  a fixture

APART = "is the file to be read: give another name for what to write."


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A folder with one project, as JSON and to be shared."""
    (tmp_path / "a.json").write_bytes(GOLDEN.read_bytes())
    write_shared_project(golden_map(), tmp_path / "a.rejoinder")
    return tmp_path


@pytest.mark.parametrize("name", ["a.json", "a.rejoinder"])
@pytest.mark.parametrize("link", [None, Path.symlink_to, Path.hardlink_to])
def test_a_file_is_not_converted_onto_itself(
    run: Run, both: Path, name: str, link: Callable[[Path, Path], None] | None
) -> None:
    output = both / (f"link-{name}" if link else name)
    if link:
        link(output, both / name)
    before = contents(both)

    assert refusal(run("convert", name, output)) == f"{output.name} {APART}"
    assert contents(both) == before


def test_a_file_is_not_exported_onto_itself(run: Run, both: Path) -> None:
    before = contents(both)

    assert APART in refusal(run("export", "a.json", "-o", "./a.json"))
    assert contents(both) == before


def test_a_project_is_not_exported_onto_its_library(run: Run, tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "lib.json")) as library:
        library.create(golden_map())
    before = contents(tmp_path)

    title = golden_map().project.title
    assert APART in refusal(run("--library", "lib.json", "export", title, "-o", "lib.json"))
    assert contents(tmp_path) == before


def test_converting_does_not_replace_other_projects(run: Run, tmp_path: Path) -> None:
    write_shared_project(Draft("Mine").map, tmp_path / "mine.rejoinder")
    before = contents(tmp_path)

    line = refusal(run("convert", GOLDEN, "mine.rejoinder"))
    assert "other projects in it" in line
    assert contents(tmp_path) == before


def test_reading_leaves_no_trace(run: Run, both: Path, keep: Keep) -> None:
    keep(golden_map())
    before = contents(both)
    for source in ("a.rejoinder", golden_map().project.title):
        assert run("export", source, "-o", "out.json")[:3] == (0, "", "")
    assert run("projects").code == 0
    assert run("convert", "a.rejoinder", "out.JSON").code == 0
    (both / "out.json").unlink()
    (both / "out.JSON").unlink(missing_ok=True)

    assert contents(both) == before


def test_an_ending_in_capitals_is_the_same(run: Run, tmp_path: Path) -> None:
    assert run("convert", GOLDEN, "A.REJOINDER").code == 0
    assert run("convert", "A.REJOINDER", "B.JSON").code == 0
    assert run("export", "A.REJOINDER", "-o", "C.JSON").code == 0

    assert read_shared_project(tmp_path / "A.REJOINDER") == golden_map()
    assert (tmp_path / "B.JSON").read_bytes() == GOLDEN.read_bytes()


def test_a_file_in_a_folder_that_may_not_be_entered_is_told(run: Run, guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir()
    (closed / "a.json").write_bytes(GOLDEN.read_bytes())
    closed.chmod(0o000)
    try:
        line = refusal(run("export", closed / "a.json", "-o", guarded_folder / "b.json"))
    finally:
        closed.chmod(0o777)
    assert line == f"{closed / 'a.json'}: you have no permission to use it."


@pytest.fixture(params=["UTC+12", "UTC-12", "UTC"])
def _anywhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_anywhere")
@pytest.mark.parametrize(
    ("changed", "shown"),
    [("0001-01-01 00:00:00", "0001-01-01 "), ("9999-12-31 23:59:59", "9999-12-31 ")],
)
def test_a_moment_beyond_the_calendar_is_listed(
    run: Run, tmp_path: Path, keep: Keep, changed: str, shown: str
) -> None:
    keep(golden_map())
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as other, other:
        other.execute("UPDATE project SET changed = ?", [changed])
    outcome = run("projects")

    assert (outcome.code, outcome.err) == (0, "")
    assert shown in outcome.out


@pytest.mark.parametrize(
    "damage", ["changed = 5", "title = x'ff'", "changed = '0001-01-01 00:00:00+05:00'"]
)
def test_a_project_that_cannot_be_listed_is_one_line(
    run: Run, tmp_path: Path, keep: Keep, damage: str
) -> None:
    keep(golden_map())
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as other, other:
        other.execute(f"UPDATE project SET {damage}")  # noqa: S608  of ours

    assert "damaged" in refusal(run("projects"))


def test_titles_give_the_terminal_no_commands(run: Run, tmp_path: Path, keep: Keep) -> None:
    keep(golden_map())
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as other, other:
        other.execute("UPDATE project SET title = ?", ["a\n\x1b[2J\x9b2J\x07 b"])
    outcome = run("projects")

    assert "a [2J2J b" in outcome.out
    assert outcome.out.count("\n") == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["x" * 200],
        ["export", "x " * 5000, "-o", "a.json"],
        ["export", "x", "-o", "a.png", "--theme", "y" * 5000],
        ["--" + "x" * 5000],
        ["projects", "x" * 5000],
    ],
    ids=["path", "title", "choice", "option", "argument"],
)
def test_what_was_given_is_not_told_in_full_length(run: Run, keep: Keep, argv: list[str]) -> None:
    keep(golden_map())
    assert len(refusal(run(*argv))) < 250


def test_not_all_ids_are_told(run: Run, tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "library.sqlite")) as library:
        for number in range(20):
            project = Project(id=ProjectId(f"key{number}"), title="Twins")
            library.create(type(golden_map()).of(project))
    line = refusal(run("export", "twins", "-o", "a.json"))

    assert line.startswith("20 projects have the title “twins”")
    assert line.endswith(", ….")
