"""The commands that write shared projects and take them in."""

from contextlib import closing
from pathlib import Path

import pytest

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ProjectId
from app.places import LIBRARY_VARIABLE
from storage.library import open_library
from storage.shared import read_shared_project
from tests.app.builders import Draft
from tests.app.command_line import Keep, Run, refusal
from tests.app.formats.golden import GOLDEN

NOTE = "not for others"


def bread() -> Draft:
    draft = Draft("Of bread")
    claim = draft.claim("Bread is good")
    draft.reason(claim, "It feeds")
    draft.do(edits.set_note(draft.map, claim=claim, note=NOTE))
    return draft


def edited(path: Path, text: str) -> ArgumentMap:
    """What comes of a file that somebody else adds a claim to."""
    with closing(open_library(path)) as library:
        document = Document(library.open(library.summaries()[0].id))
        document.do(edits.add_claim(document.map, text=text))
        return document.map


def kept(tmp_path: Path, key: ProjectId) -> Document:
    with closing(open_library(tmp_path / "library.sqlite")) as library:
        return Document(library.open(key))


def texts(argument_map: ArgumentMap) -> list[str]:
    return sorted(claim.text for claim in argument_map.every(Claim))


@pytest.mark.parametrize("by", ["title", "id", "path"])
def test_a_project_is_shared_without_notes_and_history(
    run: Run, keep: Keep, tmp_path: Path, by: str
) -> None:
    key = keep(bread().map)
    run("share", "Of bread", "-o", "first.rejoinder", "--notes")
    name = {"title": "of BREAD", "id": key, "path": "first.rejoinder"}[by]
    assert run("share", name, "-o", "a.rejoinder")[:3] == (0, "", "")
    assert texts(read_shared_project(tmp_path / "a.rejoinder")) == ["Bread is good", "It feeds"]
    assert NOTE.encode() not in (tmp_path / "a.rejoinder").read_bytes()
    assert NOTE.encode() in (tmp_path / "first.rejoinder").read_bytes()


def test_the_history_goes_along_if_it_is_asked_for(run: Run, keep: Keep, tmp_path: Path) -> None:
    key = keep(bread().map)
    with closing(open_library(tmp_path / "library.sqlite")) as library:
        document = Document(library.open(key))
        document.do(edits.add_claim(document.map, text="Only for a while"))
        document.undo()
    for options, is_there in (((), False), (("--history",), True)):
        assert run("share", key, "-o", "a.rejoinder", *options).code == 0
        held = (tmp_path / "a.rejoinder").read_bytes()
        assert (b"Only for a while" in held) is is_there


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["gone", "-o", "a.rejoinder"], "There is no project and no file “gone”"),
        (["Of bread", "-o", "a.json"], "must end in .rejoinder"),
        (["Of bread", "-o", "gone/a.rejoinder"], "gone: there is no such file or folder."),
        (["Of bread", "-o", "folder.rejoinder"], "folder.rejoinder could not be written"),
        (["Of bread"], "Missing option"),
        ([str(GOLDEN), "-o", "a.rejoinder"], "rejoinder convert makes a shared project of it"),
        (["library.sqlite", "-o", "a.rejoinder"], "2 projects are in library.sqlite"),
    ],
)
def test_what_cannot_be_shared_is_one_line_and_leaves_nothing(
    run: Run, keep: Keep, tmp_path: Path, argv: list[str], sentence: str
) -> None:
    keep(bread().map)
    keep(Draft("Of butter").map)
    (tmp_path / "folder.rejoinder").mkdir()
    before = set(tmp_path.rglob("*"))
    assert sentence in refusal(run("share", *argv))
    assert set(tmp_path.rglob("*")) == before


def test_a_project_is_not_shared_onto_itself_or_over_others(
    run: Run, keep: Keep, tmp_path: Path
) -> None:
    keep(bread().map)
    keep(Draft("Of butter").map)
    for name in ("Of bread", "Of butter"):
        assert run("share", name, "-o", f"{name}.rejoinder").code == 0
    held = (tmp_path / "Of butter.rejoinder").read_bytes()
    assert "other projects" in refusal(run("share", "Of bread", "-o", "Of butter.rejoinder"))
    assert "file to be read" in refusal(
        run("share", "Of butter.rejoinder", "-o", "Of butter.rejoinder")
    )
    assert (tmp_path / "Of butter.rejoinder").read_bytes() == held


def test_a_shared_project_is_taken_into_an_empty_library(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("convert", GOLDEN, "a.rejoinder")
    assert "there is none at this place" in refusal(run("take", "a.rejoinder"))
    monkeypatch.delenv(LIBRARY_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    outcome = run("take", "a.rejoinder")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.strip() == read_shared_project(tmp_path / "a.rejoinder").project.id
    assert outcome.out.strip() in run("projects").out


def test_a_copy_that_comes_back_is_refused_taken_over_or_kept_beside(
    run: Run, keep: Keep, tmp_path: Path
) -> None:
    key = keep(bread().map)
    run("share", key, "-o", "a.rejoinder")
    theirs = edited(tmp_path / "a.rejoinder", "Butter is better")
    line = refusal(run("take", "a.rejoinder"))
    assert "already" in line
    assert "--replace" in line
    assert "not both" in refusal(run("take", "a.rejoinder", "--replace", "--keep-both"))

    other = run("take", "a.rejoinder", "--keep-both").out.strip()
    assert other != key
    assert texts(kept(tmp_path, ProjectId(other)).map) == texts(theirs)

    assert run("take", "a.rejoinder", "--replace").out.strip() == key
    mine = kept(tmp_path, key)
    assert texts(mine.map) == texts(theirs)
    assert NOTE in {claim.note for claim in mine.map.every(Claim)}, "own notes stay"
    assert mine.undo_label == "Take over a shared copy"


@pytest.mark.parametrize("held", [b"", b"no library", None])
def test_what_is_no_shared_project_is_not_taken_in(
    run: Run, keep: Keep, tmp_path: Path, held: bytes | None
) -> None:
    keep(bread().map)
    if held is not None:
        (tmp_path / "a.rejoinder").write_bytes(held * 99)
    assert "a.rejoinder could not be opened" in refusal(run("take", "a.rejoinder"))
    assert run("projects").out.count("\n") == 2
