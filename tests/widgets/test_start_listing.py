"""Which projects the start page lists, whatever they are called and wherever they are kept."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.elements import ProjectId
from app.ports import ProjectSummary
from widgets.start.copies import copy_title
from widgets.start.listing import Choice, Order, Shelf, common_tags, listed, shelf_of, tags_of

moments = st.datetimes(timezones=st.just(UTC))
tags = st.lists(st.sampled_from(["food", "Énergie", "a b"]), unique=True).map(tuple)
projects = st.lists(
    st.builds(
        ProjectSummary,
        id=st.uuids().map(lambda key: ProjectId(str(key))),
        title=st.text(min_size=1),
        created=moments,
        changed=moments,
        claims=st.integers(0, 10_000),
        archived=st.none() | moments,
        binned=st.none() | moments,
        tags=tags,
    ),
    max_size=8,
    unique_by=lambda project: project.id,
)


def project(title: str, *its_tags: str) -> ProjectSummary:
    now = datetime.now(UTC)
    return ProjectSummary(ProjectId(title), title, now, now, 1, tags=its_tags)


@given(projects, st.sampled_from(Order))
def test_each_project_is_on_one_shelf_in_any_order(
    those: Sequence[ProjectSummary], order: Order
) -> None:
    found = [listed(those, Choice(shelf=shelf, order=order)) for shelf in Shelf]
    assert sorted(one.id for shelf in found for one in shelf) == sorted(one.id for one in those)


@given(projects, st.text(), tags)
def test_words_and_tags_leave_out_but_never_bring_in(
    those: Sequence[ProjectSummary], words: str, wanted: tuple[str, ...]
) -> None:
    for shelf in Shelf:
        found = listed(those, Choice(shelf=shelf, words=words, tags=wanted))
        rest = [one for one in listed(those, Choice(shelf=shelf)) if one not in found]
        assert all(shelf_of(one) is shelf and set(wanted) <= set(one.tags) for one in found)
        assert words.strip() or wanted or not rest


@given(projects)
def test_a_project_is_found_by_its_title_and_by_each_of_its_tags(
    those: Sequence[ProjectSummary],
) -> None:
    for one in those:
        for words in (one.title, *one.tags):
            assert one in listed(those, Choice(shelf=shelf_of(one), words=words))


@pytest.mark.parametrize("words", ["bruck", "BRÜCKE", "  uber brucke ", "énergie", "ENERGIE uber"])
def test_case_accents_and_the_order_of_words_do_not_matter(words: str) -> None:
    those = [project("Über die Brücke", "Énergie"), project("Bread", "food")]
    assert listed(those, Choice(words=words)) == those[:1]


def test_tags_of_several_projects() -> None:
    those = [project("A", "b", "Ä"), project("B", "Z", "b")]
    assert tags_of(those) == ["Ä", "b", "Z"]
    assert common_tags(those) == {"b"}
    assert common_tags([]) == frozenset()


def test_copies_have_titles_of_their_own() -> None:
    taken = {"Bread"}
    for expected in ("Copy of Bread", "Copy of Bread (2)", "Copy of Bread (3)"):
        title = copy_title("Bread", taken)
        assert title == expected
        taken.add(title)
