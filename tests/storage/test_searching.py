"""Search over everything in all projects: what is found, in which order, and that it is kept up."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import edits
from app.document import Document
from app.model.elements import ClaimId, ProjectId, SpeakerId, SpeakerKind
from app.model.errors import StoreError
from app.ports import Found
from storage.library import SqlLibrary, open_library
from storage.shared import write_shared_project
from tests.storage.builders import added, full_map, small_map
from tests.storage.files import check_file
from tests.storage.writing import act, chance

EVERYTHING = ProjectId("everything")
ONE = ClaimId("one")
CNN = SpeakerId("cnn")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[SqlLibrary]:
    with closing(open_library(path)) as library:
        library.create(full_map())
        yield library


def kinds(found: object) -> list[tuple[str, str]]:
    return sorted((each.kind, each.element_id) for each in found if isinstance(each, Found))  # type: ignore[attr-defined]


def test_claims_notes_quotations_articles_and_speakers_are_found(library: SqlLibrary) -> None:
    assert kinds(library.search("nobody")) == [("claim", "one")]
    assert kinds(library.search("a note")) == [("claim", "one")]
    assert kinds(library.search("russia help")) == [("locution", "said"), ("source", "article")]
    assert kinds(library.search("chatham")) == [("speaker", "lough")]
    assert kinds(library.search("cracks")) == [("source", "article"), ("source", "earlier")]
    assert library.search("elephant") == []


def test_the_words_looked_for_are_shown_among_others(library: SqlLibrary) -> None:
    (found,) = library.search("NOB")
    assert found.project_id == EVERYTHING
    assert found.parts == (("It helps\n", False), ("nobody", True), (".", False))


@pytest.mark.parametrize("words", ["zoe muller", "ZOË", "Müller zoë", "zoe mull"])
def test_accents_and_capitals_make_no_difference(library: SqlLibrary, words: str) -> None:
    document = Document(library.open(EVERYTHING))
    document.do(added(document.map, "Zoë Müller disagrees."))
    (found,) = library.search(words)
    assert "".join(part for part, _ in found.parts) == "Zoë Müller disagrees."


@pytest.mark.parametrize("words", ["zizkova", "Élodie", "elodie zizk"])
def test_other_names_of_speakers_are_found_and_shown_as_names(
    library: SqlLibrary, words: str
) -> None:
    document = Document(library.open(EVERYTHING))
    names = ["E. Z.", "Élodie Žižková"]
    document.do(
        edits.describe_speaker(document.map, speaker=CNN, sort=SpeakerKind.PERSON, aliases=names)
    )
    (found,) = library.search(words)
    assert found.kind == "speaker"
    assert "".join(part for part, _ in found.parts) == "E. Z., Élodie Žižková"


@pytest.mark.parametrize(
    "words", ["", " ", '"', "* OR NOT ( NEAR", "'; DROP TABLE claim; --", "\x00", "a" * 10_000, "-"]
)
def test_nothing_that_is_looked_for_does_harm(library: SqlLibrary, words: str) -> None:
    library.search(words)
    assert library.open(EVERYTHING).load() == full_map()


def test_what_matches_best_comes_first_and_no_more_than_asked(library: SqlLibrary) -> None:
    library.create(small_map("Other", *(f"{'pad ' * n}zebra" for n in range(9, 0, -1))))
    found = library.search("zebra", most=3)
    assert ["".join(part for part, _ in each.parts) for each in found] == [
        "pad zebra",
        "pad pad zebra",
        "pad pad pad zebra",
    ]


def test_the_index_goes_with_edits_and_with_undo(library: SqlLibrary) -> None:
    document = Document(library.open(EVERYTHING))
    document.do(edits.set_text(document.map, claim=ONE, text="Elephants."))
    assert kinds(library.search("elephants")) == [("claim", "one")]
    assert library.search("nobody") == []
    document.undo()
    assert library.search("elephants") == []
    assert kinds(library.search("nobody")) == [("claim", "one")]


def test_the_index_goes_with_an_edit_that_is_refused(library: SqlLibrary) -> None:
    document = Document(library.open(EVERYTHING))
    change = edits.set_text(document.map, claim=ONE, text="Elephants.")
    library._database._connection.exec_driver_sql("PRAGMA max_page_count = 1")
    library._database._connection.rollback()
    big = edits.set_note(document.map, claim=ONE, note="elephants " * 20_000)
    with pytest.raises(StoreError):
        document.do(big)
    assert library.search("elephants") == []
    library._database._connection.exec_driver_sql("PRAGMA max_page_count = 2147483646")
    library._database._connection.rollback()
    document.do(change)
    assert kinds(library.search("elephants")) == [("claim", "one")]


def test_what_is_deleted_is_not_found(library: SqlLibrary, path: Path) -> None:
    other = library.create(small_map("Other", "Zebra."))
    library.delete(EVERYTHING)
    assert library.search("nobody") == library.search("pipeline") == []
    assert len(library.search("zebra")) == 1
    library.delete(other.project_id)
    check_file(path)


@pytest.mark.parametrize("seed", range(5))
def test_the_index_is_right_after_any_edits(library: SqlLibrary, path: Path, seed: int) -> None:
    document, by = Document(library.open(EVERYTHING)), chance(seed)
    for _ in range(60):
        act(by, document)
    document.trim(30)
    check_file(path)
    for word in ("pipeline", "never", "why", "ada"):
        found = {each.element_id for each in library.search(word, most=10_000)}
        assert found == {
            element.id
            for element in document.map.elements
            if word in str(_words(element)).casefold()
        }


def _words(element: object) -> object:
    names = ("text", "note", "name", "aliases", "affiliation", "author", "outlet")
    anchor = getattr(element, "anchor", None)
    is_project = type(element).__name__ == "Project"
    title = "" if is_project else getattr(element, "title", "")
    return [title, anchor and anchor.exact, *(getattr(element, name, "") for name in names)]


def test_a_library_from_before_gets_an_index(library: SqlLibrary, path: Path) -> None:
    with library._database.writing() as connection:
        for table in ("claim", "text", "source", "speaker", "locution"):
            connection.exec_driver_sql(f"DROP TABLE search_{table}")
    with pytest.raises(StoreError, match="could not be searched"):
        library.search("nobody")
    with closing(open_library(path)) as again:
        assert kinds(again.search("nobody")) == [("claim", "one")]


def test_a_shared_project_has_no_index(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    size = path.stat().st_size
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        document.do(added(document.map))
        with pytest.raises(StoreError, match="could not be searched"):
            library.search("nobody")
    assert path.stat().st_size < size + 20_000


def test_what_is_in_the_bin_is_not_found_and_keeps_nothing_else_from_being_found(
    library: SqlLibrary,
) -> None:
    binned = library.create(small_map("Binned", *("Bread, bread, bread." for _ in range(60))))
    kept = library.create(small_map("Kept", "Of bread and of many other things that are eaten."))
    assert binned.project_id in {found.project_id for found in library.search("bread", most=5)}
    library.put_in_bin(binned.project_id)
    assert [found.project_id for found in library.search("bread", most=5)] == [kept.project_id]
    library.take_from_bin(binned.project_id)
    library.delete(kept.project_id)
    assert len(library.search("bread")) == 50
