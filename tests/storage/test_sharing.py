"""Copies to share hold what is meant to go along and no word more; taken in, they are whole."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import edits
from app.articles.anchors import anchor_at
from app.document import Document
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    Locution,
    MarkState,
    ProjectId,
    Source,
    SourceId,
)
from app.model.errors import DamageError, EditError, PresentError, StoreError
from app.model.view_state import Criterion, Orientation, Trait, ViewState
from app.ports import EntryKind, Library, Position, Sharing
from storage.carrying import ALL
from storage.library import open_library
from storage.shared import (
    read_shared_project,
    share_project,
    take_project,
    write_shared_project,
)
from tests.storage.builders import added, full_map, small_map
from tests.storage.files import check_file, contents
from tests.storage.session import state
from tests.storage.writing import act, chance

EVERYTHING = ProjectId("everything")
ONE = ClaimId("one")
NOTHING_MORE = Sharing()


def document_in(library: Library, argument_map: ArgumentMap) -> Document:
    return Document(library.create(argument_map))


def without_notes(argument_map: ArgumentMap) -> ArgumentMap:
    elements = [
        changed(e, note="") if isinstance(e, Claim) else e
        for e in argument_map.elements
        if e.id != argument_map.project.id
    ]
    return ArgumentMap.of(argument_map.project, elements)


def undone(document: Document) -> list[ArgumentMap]:
    """The maps on the way back to the beginning, that of today first."""
    maps = [document.map]
    while document.undo():
        maps.append(document.map)
    return maps


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(place: Path) -> Iterator[Library]:
    with closing(open_library(place)) as library:
        yield library


# What is in the file


class _Diary:
    """A project in which each claim, note and text has a word of its own, which is found again."""

    def __init__(self, place: Path) -> None:
        self.notes: set[str] = set()
        self.all: set[str] = set()
        self._numbers = itertools.count()
        self._library = open_library(place)
        other = document_in(self._library, small_map(self._word("othertitle")))
        other.do(edits.add_claim(other.map, text=self._word("other")))
        self.elsewhere = set(self.all)
        self.document = document_in(self._library, small_map("Bread"))

    def close(self) -> None:
        self._library.close()

    def _word(self, stem: str) -> str:
        word = f"{stem}{next(self._numbers):04}"
        self.all.add(word)
        return word

    def act(self, what: int, which: int) -> None:  # noqa: C901  a list of cases
        m, do = self.document.map, self.document.do
        claims, sources = m.every(Claim), m.sources()
        match what:
            case 0:
                do(edits.add_claim(m, text=self._word("claim")), group="typing")
            case 1 if claims:
                text = self._word("reason")
                do(edits.add_reason(m, target=claims[which % len(claims)].id, text=text))
            case 2 | 3 if claims:
                note = self._word("note")
                self.notes.add(note)
                do(edits.set_note(m, claim=claims[which % len(claims)].id, note=note))
            case 4 if claims:
                do(edits.remove(m, element=claims[which % len(claims)].id))
            case 5 if len(claims) > 1:
                into, other = claims[0].id, claims[1].id
                with suppress(EditError):  # one bears on the other
                    do(edits.merge_claims(m, into=into, others=[other]))
            case 6:
                source = Source(id=SourceId(f"s{which}"), title="Loaf", text=self._word("text"))
                if source.id not in m:
                    do(edits.add_source(m, source=source))
            case 7 if sources:
                text = self._word("newer")
                do(edits.replace_text(m, source=sources[which % len(sources)].id, text=text))
            case 8:
                self.document.undo()
            case 9:
                self.document.redo()

    def shown(self, what: Sharing) -> set[str]:
        """The words that are to be in a copy without a history."""
        elements = self.document.map.elements
        texts = [
            *(e.text for e in elements if isinstance(e, Claim)),
            *(s.text for s in self.document.map.sources()),
        ]
        if what.notes:
            texts += [claim.note for claim in self.document.map.every(Claim)]
        if what.earlier_texts:
            texts += [source.text for source in self.document.map.every(Source)]
        return {word for word in self.all if any(word in text for text in texts)}


WAYS = [Sharing(*each) for each in itertools.product([False, True], repeat=3)]


@settings(max_examples=8)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=5, max_size=40))
def test_no_word_that_is_not_to_go_along_is_anywhere_in_the_file(
    acts: list[tuple[int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        place, path = Path(name) / "library.sqlite", Path(name) / "a.rejoinder"
        diary = _Diary(place)
        for what, which in acts:
            diary.act(what, which)
        for way in WAYS:
            share_project(place, diary.document.map.project.id, path, way)
            held = path.read_bytes()
            found = {word for word in diary.all if word.encode() in held}
            assert not found & diary.elsewhere
            if not way.notes:
                assert not found & diary.notes
            if not way.history:
                assert found == diary.shown(way)
        diary.close()


def test_a_copy_without_anything_more_is_the_map_alone(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document = document_in(library, full_map())
    document.do(added(document.map))
    path = tmp_path / "a.rejoinder"
    share_project(place, EVERYTHING, path, NOTHING_MORE)
    shared = read_shared_project(path)
    earlier = [source.id for source in shared.every(Source) if source.capture_of]
    assert earlier == []
    assert shared.claim(ONE).note == ""
    assert [s.text for s in shared.sources()] == [s.text for s in document.map.sources()]
    with closing(open_library(path)) as other:
        store = other.open(EVERYTHING)
        assert store.position() == Position()
        assert store.history() == []


def test_of_an_earlier_text_only_what_a_mark_held_goes_along_without_it(
    library: Library, place: Path, tmp_path: Path
) -> None:
    text = "Hopefully the pipeline helps Russia, anonymously said."
    article = Source(id=SourceId("a"), title="Pipes", text=text)
    document = document_in(library, small_map("Pipes", "It helps"))
    document.do(edits.add_source(document.map, source=article))
    start, words = text.index("the"), "the pipeline helps Russia"
    (claim,) = document.map.every(Claim)
    marked = anchor_at(article, start, start + len(words))
    document.do(edits.mark(document.map, claim=claim.id, anchor=marked))
    document.do(edits.replace_text(document.map, source=article.id, text="All is new."))
    path = tmp_path / "a.rejoinder"
    key = document.map.project.id
    share_project(place, key, path, NOTHING_MORE)
    held = path.read_bytes()
    assert b"Hopefully" not in held
    assert b"anonymously" not in held
    (shared,) = read_shared_project(path).every(Locution)
    assert shared.mark_state is MarkState.LOST
    assert shared.former is not None
    assert shared.former.exact == words
    share_project(place, key, path, Sharing(earlier_texts=True))
    assert b"anonymously" in path.read_bytes()


# The history


def test_a_copy_with_all_of_it_goes_back_step_by_step_as_the_original(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document, by = document_in(library, full_map()), chance("sharing")
    for _ in range(80):
        act(by, document)
    path = tmp_path / "a.rejoinder"
    share_project(place, EVERYTHING, path, ALL)
    with closing(open_library(path)) as other:
        copy = Document(other.open(EVERYTHING))
        assert state(copy) == state(document)
        assert [line.label for line in copy.history()] == [x.label for x in document.history()]
        assert undone(copy) == undone(document)
        while copy.redo():
            assert document.redo()
            assert copy.map == document.map
    check_file(path)


@pytest.mark.parametrize("seed", range(8))
def test_a_history_without_notes_goes_back_through_maps_without_notes(
    library: Library, place: Path, tmp_path: Path, seed: int
) -> None:
    document, by = document_in(library, full_map()), chance(seed)
    for _ in range(60):
        act(by, document)
        if by.randrange(2) and (claims := document.map.every(Claim)):
            note = f"Note {by.randrange(999)}"
            document.do(edits.set_note(document.map, claim=claims[0].id, note=note))
    path = tmp_path / "a.rejoinder"
    share_project(place, EVERYTHING, path, Sharing(history=True))
    with closing(open_library(path)) as other:
        copy = Document(other.open(EVERYTHING))
        assert copy.map == without_notes(document.map)
        assert all(line.label != "Change the note" for line in copy.history(most=999))
        assert copy.map_at(0) == without_notes(document.map_at(0))
        behind = iter([without_notes(m) for m in undone(document)])
        ahead = undone(copy)
        assert all(m in behind for m in ahead), "the same steps back, or several at once"
        assert ahead[-1] == [*ahead, *behind][-1]
        while copy.redo():
            pass
        while document.redo():
            pass
        assert copy.map == without_notes(document.map)


def test_what_was_undone_can_be_done_again_in_a_copy(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document = document_in(library, full_map())
    document.do(edits.set_text(document.map, claim=ONE, text="Other"))
    document.do(edits.set_note(document.map, claim=ONE, note="Mine"))
    document.undo()
    path = tmp_path / "a.rejoinder"
    share_project(place, EVERYTHING, path, Sharing(history=True))
    with closing(open_library(path)) as other:
        copy = Document(other.open(EVERYTHING))
        assert (copy.undo_label, copy.redo_label) == ("Change the text", "")
        assert [line.kind for line in copy.history()] == [EntryKind.DO]


def test_how_the_map_hangs_goes_along_and_what_was_looked_for_does_not(
    library: Library, place: Path, tmp_path: Path
) -> None:
    store = library.create(full_map())
    view = ViewState(
        folded=frozenset({ONE}),
        orientation=Orientation.RIGHT,
        filter=Criterion(trait=Trait.TAG, value="secret"),
        rejected=frozenset({(SourceId("article"), "no such claim")}),
    )
    store.keep_view_state(view)
    path = tmp_path / "a.rejoinder"
    share_project(place, EVERYTHING, path, NOTHING_MORE)
    with closing(open_library(path)) as other:
        kept = other.open(EVERYTHING).view_state()
    assert kept == ViewState(folded=frozenset({ONE}), orientation=Orientation.RIGHT)
    share_project(place, EVERYTHING, path, ALL)
    with closing(open_library(path)) as other:
        assert other.open(EVERYTHING).view_state() == view


def test_a_project_that_is_gone_is_told_and_nothing_is_written(
    library: Library, place: Path, tmp_path: Path
) -> None:
    library.create(small_map())
    path = tmp_path / "a.rejoinder"
    with pytest.raises(StoreError, match="has been deleted"):
        share_project(place, EVERYTHING, path, ALL)
    assert not path.exists()


def test_a_damaged_history_is_told_and_nothing_is_written(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document = document_in(library, full_map())
    document.do(added(document.map))
    library.close()
    held = place.read_bytes()
    place.write_bytes(held.replace(b'{"before":[]', b'{"begone":[]'))
    path = tmp_path / "a.rejoinder"
    with pytest.raises(DamageError):
        share_project(place, EVERYTHING, path, ALL)
    assert not path.exists()
    share_project(place, EVERYTHING, path, NOTHING_MORE)
    assert read_shared_project(path).project.id == EVERYTHING


# Taking in


def shared_in(folder: Path, argument_map: ArgumentMap, *, edits_made: int = 3) -> Path:
    """A shared file with a history."""
    path = folder / "shared.rejoinder"
    with closing(open_library(folder / "origin.sqlite")) as origin:
        document = document_in(origin, argument_map)
        for number in range(edits_made):
            document.do(added(document.map, f"Edit {number}"))
        share_project(folder / "origin.sqlite", argument_map.project.id, path, ALL)
    return path


def test_a_shared_project_is_taken_in_with_its_history(
    library: Library, place: Path, tmp_path: Path
) -> None:
    own = document_in(library, small_map("Own"))
    for _ in range(5):
        own.do(added(own.map))
    path = shared_in(tmp_path, full_map())
    before = contents(tmp_path)[path.name]
    assert take_project(path, place) == EVERYTHING
    document = Document(library.open(EVERYTHING))
    assert document.map == read_shared_project(path)
    assert undone(document)[-1] == full_map()
    assert document.redo()
    assert {found.project_id for found in library.search("pipeline")} == {EVERYTHING}
    assert Document(library.open(own.map.project.id)).map == own.map
    assert path.read_bytes() == before
    library.close()
    check_file(place)


def test_a_project_that_is_there_already_is_taken_in_only_as_another(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document_in(library, full_map())
    path = shared_in(tmp_path, full_map())
    with pytest.raises(PresentError, match="already"):
        take_project(path, place)
    key = take_project(path, place, as_another=True)
    assert key != EVERYTHING
    document = Document(library.open(key))
    assert document.map.project.id == key
    maps = undone(document)
    assert {m.project.id for m in maps} == {key}
    assert len(maps) == 4
    assert library.open(EVERYTHING).load() == full_map()


def test_a_renamed_project_taken_in_as_another_goes_back_through_its_names(
    library: Library, place: Path, tmp_path: Path
) -> None:
    document_in(library, full_map())
    path = shared_in(tmp_path, full_map(), edits_made=0)
    with closing(open_library(path)) as guest:
        document = Document(guest.open(EVERYTHING))
        document.do(edits.rename_project(document.map, title="Another name"))
    key = take_project(path, place, as_another=True)
    taken = Document(library.open(key))
    assert [m.project.title for m in undone(taken)] == ["Another name", "Nord Stream 2"]


def test_a_library_of_several_or_of_none_is_not_taken_in(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    with closing(open_library(path)) as several:
        with pytest.raises(StoreError, match="holds 0"):
            take_project(path, place, create=True)
        several.create(full_map())
        several.create(small_map())
    with pytest.raises(StoreError, match="holds 2"):
        take_project(path, place, create=True)
    assert not place.exists(), "no library is made for nothing"


def test_a_file_that_cannot_be_written_to_is_taken_in(guarded_folder: Path) -> None:
    path = shared_in(guarded_folder, full_map())
    path.chmod(0o400)
    place = guarded_folder / "library.sqlite"
    assert take_project(path, place, create=True) == EVERYTHING


@pytest.mark.parametrize("stopped_at", [0.0, 0.5])
def test_one_that_is_stopped_leaves_nothing_behind(
    library: Library, place: Path, tmp_path: Path, stopped_at: float
) -> None:
    path = shared_in(tmp_path, full_map())

    def stop(share: float) -> None:
        if share > stopped_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_project(path, place, progress=stop)
    assert library.summaries() == []
    out = tmp_path / "out.rejoinder"
    with pytest.raises(KeyboardInterrupt):
        share_project(tmp_path / "origin.sqlite", EVERYTHING, out, ALL, progress=stop)
    assert not list(tmp_path.glob("*out.rejoinder*"))


@pytest.mark.parametrize("version", ["0001", "0005"])
def test_an_older_copy_of_a_project_is_replaced_by_one_of_today(
    tmp_path: Path, version: str
) -> None:
    kept = Path(__file__).parents[1] / "data" / "libraries" / f"{version}.sqlite"
    path = tmp_path / "old.rejoinder"
    path.write_bytes(kept.read_bytes())
    project = read_shared_project(path)
    with pytest.raises(StoreError, match="other projects"):
        write_shared_project(small_map(), path)
    assert path.read_bytes() == kept.read_bytes()
    again = project.apply(edits.rename_project(project, title="Again"))
    write_shared_project(again, path)
    assert read_shared_project(path) == again


@pytest.mark.parametrize("version", ["0001", "0003", "0005"])
def test_an_older_file_is_taken_in_and_stays_as_it_is(
    place: Path, tmp_path: Path, version: str
) -> None:
    kept = Path(__file__).parents[1] / "data" / "libraries" / f"{version}.sqlite"
    path = tmp_path / "old.rejoinder"
    path.write_bytes(kept.read_bytes())
    with closing(open_library(place)) as library:
        key = take_project(path, place)
        taken = library.open(key).load()
    assert path.read_bytes() == kept.read_bytes()
    assert sorted(contents(tmp_path)) == ["library.sqlite", "old.rejoinder"]
    with closing(open_library(path)) as brought:
        assert brought.open(key).load() == taken
