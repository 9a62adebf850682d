"""The same claim in several projects: by links, which may lead nowhere, and by its words."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import edits
from app.analysis.sameness import NEARLY, likeness
from app.document import Document
from app.model.elements import Claim, ClaimAddress, ClaimId, ProjectId
from app.model.errors import StoreError
from app.ports import MOST_LINKS, Elsewhere, Library, Tie
from storage.library import SqlLibrary, open_library
from storage.shared import write_shared_project
from tests.fakes.memory_store import MemoryLibrary
from tests.storage.builders import first_claim, full_map, small_map

HERE = ProjectId("here")


@pytest.fixture(params=["memory", "file"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    made = MemoryLibrary() if request.param == "memory" else open_library(tmp_path / "a.sqlite")
    with closing(made) as library:
        yield library


def project(library: Library, title: str, *texts: str) -> Document:
    return Document(library.create(small_map(title, *texts)))


def claim(text: str, *same_as: ClaimAddress) -> Claim:
    return Claim(id=ClaimId("c"), text=text, rank="a0", same_as=same_as)


def address(document: Document) -> ClaimAddress:
    return ClaimAddress(project=document.map.project.id, claim=first_claim(document.map).id)


def told(found: object) -> list[tuple[str, str | None, str | None]]:
    return [(e.tie.value, e.project, e.text) for e in found if isinstance(e, Elsewhere)]  # type: ignore[attr-defined]


def test_the_same_words_are_found_whatever_their_case_accents_and_signs(library: Library) -> None:
    project(library, "Bread", "Brötchen ARE  good – “always”.", "Cheese is fine")
    project(library, "Butter", "Brötchen are good, always!", "Nothing of the kind")
    found = library.elsewhere(HERE, claim("brotchen are good always"))
    assert {one.project for one in found} == {"Bread", "Butter"}
    assert [one.likeness for one in found] == [1, 1]


def test_nearly_the_same_words_come_after_the_same_ones(library: Library) -> None:
    project(library, "Far", "Nord Stream 2 is a threat to butterflies")
    project(library, "Near", "Nord Stream 2 will weaken Europe")
    project(library, "Same", "Nord Stream 2 weakens Europe.")
    found = library.elsewhere(HERE, claim("Nord Stream 2 weakens Europe"))
    assert [one.project for one in found] == ["Same", "Near"]
    assert found[0].likeness == 1 > found[1].likeness >= NEARLY


def test_claims_as_long_as_books_are_told_apart_at_their_ends(library: Library) -> None:
    words = [f"word{n}" for n in range(20_000)]
    project(library, "Same", " ".join(words).upper())
    project(library, "Like", " ".join(words[:-1]))
    found = library.elsewhere(HERE, claim(" ".join(words)))
    assert [one.project for one in found] == ["Same", "Like"]
    assert found[0].likeness == 1 > found[1].likeness


def test_what_is_in_the_bin_is_found_only_by_a_link_to_it(library: Library) -> None:
    binned = project(library, "Bread", "Bread is good")
    here = project(library, "Butter", "Bread is good")
    binned.do(edits.link_same(binned.map, claim=address(binned).claim, to=address(here)))
    library.put_in_bin(binned.map.project.id)
    assert not library.elsewhere(here.map.project.id, first_claim(here.map))
    here.do(edits.link_same(here.map, claim=address(here).claim, to=address(binned)))
    (found,) = library.elsewhere(here.map.project.id, first_claim(here.map))
    assert found.tie is Tie.LINKED
    assert found.project == "Bread"


def test_a_project_is_not_elsewhere_to_itself(library: Library) -> None:
    document = project(library, "Bread", "Bread is good", "Bread is good")
    assert not library.elsewhere(document.map.project.id, first_claim(document.map))


@pytest.mark.parametrize("text", ["", " ", "…", '"', "* OR NOT ( NEAR", "'; DROP TABLE claim"])
def test_claims_that_say_nothing_are_like_no_other(library: Library, text: str) -> None:
    project(library, "Odd", "", "?", "Bread is good")
    assert not library.elsewhere(HERE, claim(text))


def test_no_more_are_given_than_asked_but_all_that_are_linked(library: Library) -> None:
    others = [project(library, f"P{n}", "Bread is good") for n in range(5)]
    linked = claim("Bread is good", *(address(other) for other in others[:3]))
    found = library.elsewhere(HERE, linked, most=1)
    assert [one.tie for one in found] == [Tie.LINKED] * 3 + [Tie.ALIKE]
    assert len({one.address for one in found}) == 4


def test_of_any_number_of_links_the_first_are_followed(library: Library) -> None:
    to = [ClaimAddress(project=ProjectId(f"p{n}"), claim=ClaimId("c")) for n in range(1_000)]
    found = library.elsewhere(HERE, claim("Bread is good", *to))
    assert [one.address for one in found] == to[:MOST_LINKS]


def test_a_link_is_seen_from_both_sides_until_it_is_taken_back(library: Library) -> None:
    bread, brot = project(library, "Bread", "Bread is good"), project(library, "Brot", "Brot tut")
    own = first_claim(bread.map)
    bread.do(edits.link_same(bread.map, claim=own.id, to=address(brot)))
    there = library.elsewhere(bread.map.project.id, first_claim(bread.map))
    assert told(there) == [("linked", "Brot", "Brot tut")]
    back = library.elsewhere(brot.map.project.id, first_claim(brot.map))
    assert told(back) == [("naming", "Bread", "Bread is good")]
    assert back[0].address == address(bread)
    bread.undo()
    assert not library.elsewhere(brot.map.project.id, first_claim(brot.map))


def test_what_a_link_leads_to_may_have_new_words_be_gone_or_be_in_no_project(
    library: Library,
) -> None:
    there = project(library, "Brot", "Brot tut gut")
    to = address(there)
    nowhere = ClaimAddress(project=ProjectId("elsewhere"), claim=ClaimId("c"))
    linked = claim("Bread is good", to, nowhere)
    there.do(edits.set_text(there.map, claim=to.claim, text="Brot macht satt"))
    found = library.elsewhere(HERE, linked)
    assert told(found) == [("linked", "Brot", "Brot macht satt"), ("linked", None, None)]
    there.do(edits.remove(there.map, element=to.claim))
    assert told(library.elsewhere(HERE, linked))[0] == ("linked", "Brot", None)
    library.delete(to.project)
    assert told(library.elsewhere(HERE, linked))[0] == ("linked", None, None)


def test_a_claim_of_the_same_id_in_another_project_is_not_meant(library: Library) -> None:
    library.create(full_map())  # “one” there is the same as energy/gas
    for key, expected in (("energy", ["naming"]), ("other", [])):
        gas = Claim(id=ClaimId("gas"), text="Gas", rank="a0")
        assert [t for t, _, _ in told(library.elsewhere(ProjectId(key), gas))] == expected


def test_the_library_of_before_finds_links_too(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(open_library(path)) as library:
        library.create(full_map())
        with library._database.writing() as connection:
            connection.exec_driver_sql("DROP INDEX search_links")
    with closing(open_library(path)) as library:
        gas = Claim(id=ClaimId("gas"), text="Gas", rank="a0")
        assert len(library.elsewhere(ProjectId("energy"), gas)) == 1


def test_links_are_all_that_a_file_without_an_index_tells(tmp_path: Path) -> None:
    write_shared_project(small_map("Bread", "Bread is good"), tmp_path / "a.rejoinder")
    with closing(open_library(tmp_path / "a.rejoinder")) as library:
        (summary,) = library.summaries()
        to = address(Document(library.open(summary.id)))
        found = library.elsewhere(HERE, claim("Bread is good", to))
        assert told(found) == [("linked", "Bread", "Bread is good")]
        assert not library.elsewhere(HERE, claim("Bread is good"))


@pytest.fixture
def harmed(tmp_path: Path) -> Iterator[Callable[[str], SqlLibrary]]:
    """A library with a project in which all claims were changed by another program."""
    with closing(open_library(tmp_path / "a.sqlite")) as library:
        library.create(full_map())

        def harm(how: str) -> SqlLibrary:
            with library._database.writing() as connection:
                connection.exec_driver_sql(f"UPDATE claim SET {how}")  # noqa: S608  all ours
            return library

        yield harm


@pytest.mark.parametrize("how", ["same_as = '[7]'", "same_as = x'ff'", "same_as = 'gas'"])
def test_links_that_are_damaged_are_left_out(harmed: Callable[[str], SqlLibrary], how: str) -> None:
    gas = Claim(id=ClaimId("gas"), text="It helps nobody", rank="a0")
    (found,) = harmed(how).elsewhere(ProjectId("energy"), gas)
    assert found.tie is Tie.ALIKE


def test_words_that_are_damaged_are_told(harmed: Callable[[str], SqlLibrary]) -> None:
    gas = Claim(id=ClaimId("gas"), text="It helps nobody", rank="a0")
    with pytest.raises(StoreError, match="damaged"):
        harmed("text = x'ff'").elsewhere(ProjectId("energy"), gas)


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], bool]]:
    """Whether a claim with one text is found for one with another."""
    library = open_library(tmp_path_factory.mktemp("kin") / "a.sqlite")

    def found(text: str, other: str) -> bool:
        key = library.create(small_map("Other", other)).project_id
        try:
            return bool(library.elsewhere(HERE, claim(text)))
        finally:
            library.delete(key)

    with closing(library):
        yield found


WORDS = st.lists(
    st.text(st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1),
    min_size=1,
    max_size=6,
)


@given(words=WORDS)
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_is_found_by_the_same_words(
    find: Callable[[str, str], bool], words: list[str]
) -> None:
    one, other = " ".join(words), " – ".join(words) + "."
    assert likeness(one, other) == 1
    assert find(one, other)
