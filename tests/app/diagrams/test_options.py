"""What can be chosen about diagrams, and how it is remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.export_arguments import Theme
from app.diagrams.export import diagram_source
from app.diagrams.options import (
    LEAST_DPI,
    MOST_DPI,
    NARROWEST,
    WIDEST,
    DiagramOptions,
    Direction,
    Fit,
    Paper,
    Part,
    Turn,
    from_values,
    to_values,
)
from app.model.errors import DiagramError
from app.model.view_state import Orientation
from resources.themes import DIAGRAM_THEMES
from tests.app.diagrams.maps import EVERYTHING, full_map

some_options = st.builds(
    DiagramOptions,
    theme=st.sampled_from(DIAGRAM_THEMES),
    direction=st.sampled_from(Direction),
    paper=st.sampled_from(Paper),
    turn=st.sampled_from(Turn),
    fit=st.sampled_from(Fit),
    dpi=st.integers(LEAST_DPI, MOST_DPI),
    card_width=st.integers(NARROWEST, WIDEST),
    speakers=st.booleans(),
    quotations=st.booleans(),
    notes=st.booleans(),
    badges=st.booleans(),
    legend=st.booleans(),
    title=st.booleans(),
    part=st.sampled_from(Part),
)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(some_options)
def test_what_was_chosen_is_remembered(options: DiagramOptions) -> None:
    assert from_values(to_values(options)) == options


@given(st.dictionaries(st.sampled_from([*to_values(DiagramOptions()), "elements"]), junk))
def test_what_makes_no_sense_is_as_it_is_at_first(values: dict[str, object]) -> None:
    options = from_values(values)
    usual = to_values(DiagramOptions())
    for name, value in to_values(options).items():
        assert value in (usual[name], values.get(name))


@pytest.mark.parametrize(
    "wrong",
    [{"theme": "pink"}, {"dpi": 601}, {"dpi": 0}, {"card_width": 0}, {"card_width": 1000}],
)
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(DiagramError):
        DiagramOptions().changed(**wrong)


def test_the_same_words_name_the_same_things_elsewhere() -> None:
    assert [theme.value for theme in Theme] == list(DIAGRAM_THEMES)
    assert {one.value for one in Direction} == {one.value for one in Orientation}


@pytest.mark.parametrize(
    "choice",
    [
        {"theme": "dark"},
        {"theme": "print"},
        {"theme": "contrast"},
        {"direction": Direction.RIGHT},
        {"direction": Direction.UP},
        {"paper": Paper.A3},
        {"paper": Paper.LETTER, "turn": Turn.PORTRAIT},
        {"card_width": 150},
        {"card_width": 70},
        {"speakers": False},
        {"quotations": False},
        {"notes": False},
        {"badges": False},
        {"legend": False},
        {"title": False},
        {"drawn": None},
        {"part": Part.BRANCH, "elements": ("c4",)},
        {"part": Part.SELECTION, "elements": ("c4", "c8")},
        {"part": Part.EACH},
    ],
    ids=str,
)
def test_each_choice_changes_the_diagram(choice: dict[str, object]) -> None:
    assert diagram_source(full_map(), EVERYTHING.changed(**choice)) != diagram_source(
        full_map(), EVERYTHING
    )


def test_what_is_left_out_is_not_there_and_what_is_wanted_is() -> None:
    bare = diagram_source(full_map(), DiagramOptions(speakers=False, badges=False))
    assert not {"speaker_", "unanswered_", "war aims", ">70 %"} & set(bare.split())
    assert "speaker_" not in bare
    assert "war aims" not in bare
    whole = diagram_source(full_map(), EVERYTHING)
    for words in ("Compare what the Post", "The Outlet", "Drawn on 2026-11-23", "nobody voiced it"):
        assert words in whole
        assert words not in bare
