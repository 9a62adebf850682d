"""What can be read of a damaged library is rescued, and the file stays as it was."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app import edits
from app.document import Document
from app.model.elements import Claim, Locution, ProjectId, Source, SourceId
from app.model.errors import StoreError
from app.model.view_state import ViewState
from storage.library import open_library
from storage.pages import Pages
from storage.rescue import rescue, rescue_in_place
from storage.shared import write_shared_project
from tests.storage.builders import anchor, full_map, small_map
from tests.storage.files import contents, make_library
from tests.storage.session import state
from tests.storage.writing import act, chance

EVERYTHING = ProjectId("everything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with two projects, one of which has a history, from which it can be undone."""
    path = tmp_path / "mine" / "library.sqlite"
    with closing(open_library(path)) as library:
        other = library.create(small_map("Other", "One.", "Two.")).project_id
        library.archive(other)
        library.keep_tags({other: ["food", "ä, b"]})
        document = Document(library.create(full_map()))
        by = chance("rescue")
        for _ in range(60):
            act(by, document)
        document.undo()
        document.keep_view(ViewState(text_size=120))
    return path


def page_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as other:
        (page,) = other.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        return int(page)


def wipe(path: Path, *pages: int) -> None:
    """Let zeros stand where pages were."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek(4096 * (page - 1))
            file.write(bytes(4096))


def test_from_a_whole_library_all_is_rescued(path: Path, tmp_path: Path) -> None:
    before = contents(path.parent)
    report = rescue(path, tmp_path / "new.sqlite")
    assert contents(path.parent) == before
    assert report.is_all
    assert all(project.is_whole and not project.remembered for project in report.projects)
    with (
        closing(open_library(path)) as old,
        closing(open_library(tmp_path / "new.sqlite")) as new,
    ):
        assert new.summaries() == old.summaries()
        for summary in old.summaries():
            documents = [Document(each.open(summary.id)) for each in (old, new)]
            assert documents[0].map == documents[1].map
            assert documents[0].view_state == documents[1].view_state
            while documents[0].undo() is not None:
                assert documents[1].undo() is not None
                assert state(documents[0]) == state(documents[1])


def test_what_is_in_the_bin_is_rescued_into_the_bin(path: Path, tmp_path: Path) -> None:
    with closing(open_library(path)) as library:
        library.put_in_bin(EVERYTHING)
        before = library.in_bin()
    rescue(path, tmp_path / "new.sqlite")
    with closing(open_library(tmp_path / "new.sqlite")) as library:
        assert library.in_bin() == before
        assert [summary.title for summary in library.summaries()] == ["Other"]


def test_tags_that_are_none_are_left_out(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE project SET tags = '[7, \"x\"]', archived = 'noon'")
    rescue(path, tmp_path / "new.sqlite")
    with closing(open_library(tmp_path / "new.sqlite")) as library:
        assert {tuple(summary.tags) for summary in library.summaries()} == {("x",)}
        assert not any(summary.archived for summary in library.summaries())


def test_claims_on_lost_pages_come_back_from_the_history(path: Path, tmp_path: Path) -> None:
    with closing(open_library(path)) as library:
        before = library.open(EVERYTHING).load()
    wipe(path, *Pages(path.read_bytes()).leaves(page_of(path, "claim"), set()))
    with pytest.raises(StoreError), closing(open_library(path)) as library:
        library.open(EVERYTHING).load()
    report = rescue(path, tmp_path / "new.sqlite")
    assert not report.is_all
    with closing(open_library(tmp_path / "new.sqlite")) as library:
        after = library.open(EVERYTHING).load()
    found = {claim.id: claim for claim in after.every(Claim)}
    assert found
    assert all(before.claim(key) == claim for key, claim in found.items())
    (project,) = (p for p in report.projects if p.id == EVERYTHING)
    assert project.remembered
    assert project.claims == len(found)


def test_of_a_long_article_the_beginning_is_rescued_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    words = [f"word{number}" for number in range(10_000)]
    article = Source(id=SourceId("long"), title="Long", text=" ".join(words))
    with closing(open_library(path)) as library:
        document = Document(library.create(small_map("A", "Early.", "Late.")))
        document.do(edits.add_source(document.map, source=article))
        for claim, word in zip(document.map.top_claims(), ("word50", "word9990"), strict=True):
            place = anchor(word, article)
            document.do(edits.mark(document.map, claim=claim.id, anchor=place))
    content = path.read_bytes()
    lost = content.index(b"word6000 ") // 4096 + 1
    wipe(path, lost)
    report = rescue(path, tmp_path / "new.sqlite")
    assert not report.is_all
    with closing(open_library(tmp_path / "new.sqlite")) as library:
        rescued = library.open(document.map.project.id).load()
    (source,) = rescued.sources()
    assert source.text.startswith(" ".join(words[:5_000]))
    assert [saying.anchor.exact for saying in rescued.marks_in(source.id) if saying.anchor] == [
        "word50"
    ]
    assert len(rescued.every(Locution)) == 2


def test_without_a_table_of_contents_rows_are_known_by_what_is_in_them(
    path: Path, tmp_path: Path
) -> None:
    with closing(open_library(path)) as library:
        before = library.open(EVERYTHING).load()
    wipe(path, 1)
    report = rescue(path, tmp_path / "new.sqlite")
    assert not report.is_all
    with closing(open_library(tmp_path / "new.sqlite")) as library:
        assert library.open(EVERYTHING).load() == before


@pytest.mark.parametrize("kept", [0.8, 0.6, 0.4, 0.2])
def test_of_a_library_that_was_cut_short_the_rest_is_rescued(path: Path, kept: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    damaged = path.read_bytes()
    report = rescue_in_place(path, today=date(2026, 1, 31))
    assert report.original.name == "library.damaged-2026-01-31.sqlite"
    assert report.original.read_bytes() == damaged
    with closing(open_library(path)) as library:
        assert len(library.summaries()) == len(report.projects) > 0
        for summary in library.summaries():
            document = Document(library.open(summary.id))
            while document.undo() is not None:
                pass


def test_an_earlier_file_set_aside_stays(path: Path) -> None:
    taken = path.with_name("library.damaged-2026-01-31.sqlite")
    taken.write_text("an earlier one")
    report = rescue_in_place(path, today=date(2026, 1, 31))
    assert taken.read_text() == "an earlier one"
    assert report.original.name == "library.damaged-2026-01-31-2.sqlite"
    assert {each.name for each in path.parent.iterdir()} == {
        path.name,
        taken.name,
        report.original.name,
    }


def test_what_was_written_last_is_rescued_too(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / path.name
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        act(chance("last"), document)
        copy.parent.mkdir()
        for name, content in contents(path.parent).items():  # as after a power cut
            (copy.parent / name).write_bytes(content)
    assert copy.with_name("library.sqlite-wal").stat().st_size
    rescue_in_place(copy)
    with closing(open_library(copy)) as library:
        assert library.open(EVERYTHING).load() == document.map
    assert sum("damaged" in each.name for each in copy.parent.iterdir()) > 1


def test_a_shared_project_is_rescued(tmp_path: Path) -> None:
    write_shared_project(full_map(), tmp_path / "a.rejoinder")
    rescue(tmp_path / "a.rejoinder", tmp_path / "b.rejoinder")
    with closing(open_library(tmp_path / "b.rejoinder")) as library:
        assert library.open(EVERYTHING).load() == full_map()


@pytest.mark.parametrize("content", [b"", b"text " * 5_000, bytes(100_000)])
def test_what_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="nothing of a library"):
        rescue_in_place(path)
    assert contents(tmp_path) == {"letter": content}


def test_nothing_is_rescued_over_a_file_or_from_one_that_is_open(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("taken")
    with pytest.raises(StoreError, match="there is a file of that name"):
        rescue(path, tmp_path / "taken")
    with closing(open_library(path)), pytest.raises(StoreError, match="it is open"):
        rescue_in_place(path)


def test_a_rescue_can_be_stopped(path: Path, tmp_path: Path) -> None:
    def stop(_: float) -> None:
        raise StopIteration

    before = contents(path.parent)
    with pytest.raises(StopIteration):
        rescue(path, tmp_path / "new.sqlite", progress=stop)
    assert contents(path.parent) == before
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_a_whole_library_is_made_by_the_same_rows_as_a_new_one(tmp_path: Path) -> None:
    make_library(tmp_path / "library.sqlite")
    report = rescue(tmp_path / "library.sqlite", tmp_path / "new.sqlite")
    assert [(p.elements, p.lost, p.mended) for p in report.projects] == [
        (len(full_map()) - 1, 0, 0)
    ]
