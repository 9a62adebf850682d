"""Maps as DOT: the same letters each time, and the visual grammar in them."""

import re
from math import isclose

import pydot
import pytest

from app import edits
from app.diagrams.dot import dot_source
from app.diagrams.export import diagram_source
from app.layout.sheet import sheet_of
from app.layout.shipped_fonts import ShippedFonts
from app.model.elements import ClaimId
from resources.themes import load_theme
from tests.app.diagrams.maps import GOLDEN, GOLDEN_OPTIONS, arranged, circular_map, full_map, map_of
from tests.app.diagrams.reading import nodes_of, parsed, value, words_in_dot


@pytest.fixture(scope="module")
def graph() -> pydot.Dot:
    return parsed(diagram_source(full_map()))


@pytest.fixture(scope="module")
def nodes(graph: pydot.Dot) -> dict[str, pydot.Node]:
    return nodes_of(graph)


def lines_of(graph: pydot.Graph) -> dict[str, pydot.Edge]:
    """The lines between steps and what they bear on, by the step."""
    edges = [*graph.get_edges(), *(e for sub in graph.get_subgraphs() for e in sub.get_edges())]
    return {str(e.get_source()): e for e in edges if e.get_source() != e.get_destination()}


@pytest.mark.parametrize("name", GOLDEN_OPTIONS)
def test_the_full_map_gives_the_known_source(name: str) -> None:
    known = (GOLDEN / f"{name}.gv").read_text(encoding="utf-8")
    assert diagram_source(full_map(), GOLDEN_OPTIONS[name]) == known, (
        "if this is meant, `python -m tests.app.diagrams.maps` writes it anew; look at the diff"
    )


def test_each_claim_and_each_step_is_a_node_by_its_id(nodes: dict[str, pydot.Node]) -> None:
    claims = {name for name in nodes if name.startswith("claim_")}
    assert {"claim_c1", "claim_c4"} <= claims
    assert len(claims) == 11  # ten claims, one of them a second time as a reference
    assert all(value(nodes[name], "id") == name for name in claims)


def test_premises_that_work_together_stand_in_one_cluster(graph: pydot.Dot) -> None:
    clusters = {c.get_name(): c for c in graph.get_subgraphs()}
    (together,) = (
        c for c in clusters.values() if sum(n.startswith("claim_") for n in nodes_of(c)) == 2
    )
    assert value(together, "class") == "reason"
    assert any(name.startswith("step_") for name in nodes_of(together))


def test_a_line_runs_from_each_step_to_what_it_bears_on(graph: pydot.Dot) -> None:
    lines = lines_of(graph)
    reasons = [edge for edge in lines.values() if value(edge, "class") == "reason"]
    assert {edge.get_destination() for edge in reasons} >= {"claim_c1", "claim_c4"}
    (undercutter,) = (e for e in lines.values() if value(e, "class") == "undercutter")
    assert str(undercutter.get_destination()).startswith("step_")


def test_lines_are_whole_for_reasons_and_in_dashes_for_the_rest(graph: pydot.Dot) -> None:
    pieces = {value(e, "class"): value(e, "pos").count(";") + 1 for e in lines_of(graph).values()}
    assert pieces["reason"] == 1
    assert pieces["objection"] > 3
    assert pieces["rebuttal"] > 5
    assert pieces["undercutter"] > 8


def test_borders_tell_how_faithful_a_claim_is(nodes: dict[str, pydot.Node]) -> None:
    looks = {n: (value(nodes[n], "style"), value(nodes[n], "penwidth")) for n in nodes}
    words = words_in_dot(diagram_source(full_map()))
    by_text = {words[name]: looks[name] for name in words if name.startswith("claim_")}

    def look(start: str) -> tuple[str, str]:
        (found,) = (style for text, style in by_text.items() if start in text)
        return found

    assert look("Putinisunlikely") == ("rounded,filled", "3.6")
    assert look("Putinwouldexploit") == ("rounded,filled", "2")
    assert look("U.S.supportmaybereduced.“") == ("rounded,filled,dotted", "2.4")
    assert look("WithoutWesternunity") == ("rounded,filled", "2.4")
    assert look("ThereisnoWesternunity") == ("rounded,filled,dashed", "2")


def test_a_claim_that_is_used_again_stands_there_as_a_reference(
    nodes: dict[str, pydot.Node],
) -> None:
    (name,) = (name for name in nodes if "_in_" in name)
    assert "dashed" in value(nodes[name], "style")
    assert name.split("_in_")[0] in nodes


def test_speakers_have_chips_and_unanswered_objections_a_dot(nodes: dict[str, pydot.Node]) -> None:
    assert value(nodes["speaker_c1"], "shape") == "circle"
    assert sum(name.startswith("unanswered_") for name in nodes) == 2


def test_the_chip_of_a_speaker_has_the_colour_that_was_chosen() -> None:
    argument_map = full_map()
    speaker = next(iter(argument_map.speakers())).id
    change = edits.set_speaker_colour(argument_map, speaker=speaker, colour=3)
    sayings = {saying.claim for saying in argument_map.locutions_by(speaker)}
    chips = nodes_of(parsed(diagram_source(argument_map.apply(change))))
    tint = load_theme("light").tints[3]
    coloured = {name for name, chip in chips.items() if tint.mark in str(chip.get("fillcolor"))}
    assert coloured
    assert coloured <= {f"speaker_{claim}" for claim in sayings}
    assert all(tint.on_mark in chips[name].get("label") for name in coloured)


def test_the_drawing_lies_where_the_layout_put_it(nodes: dict[str, pydot.Node]) -> None:
    arrangement = arranged(full_map())
    page = arrangement.bounds.grown(arrangement.look.margin)
    for box in arrangement.cards.values():
        if not box.shape.content.full:
            continue
        node = nodes[f"claim_{box.claim}"]
        x, y = (float(part) for part in value(node, "pos").split(","))
        assert isclose(x, 2 * (box.rect.center.x - page.x), abs_tol=0.1)
        assert isclose(y, 2 * (page.bottom - box.rect.center.y), abs_tol=0.1)
        assert isclose(float(value(node, "width")) * 36, box.rect.width, abs_tol=0.1)


def test_a_folded_card_says_how_many_claims_it_hides() -> None:
    arrangement = arranged(full_map(), folded=frozenset([ClaimId("c4")]))
    sheet = sheet_of(arrangement, ShippedFonts())
    source = dot_source(sheet, load_theme("light"), measure=ShippedFonts())
    hidden = nodes_of(parsed(source))["hidden_c4"]
    assert ">1 more<" in value(hidden, "label")


def test_circles_are_drawn_with_a_pill_that_only_refers() -> None:
    words = words_in_dot(diagram_source(circular_map()))
    assert [text for name, text in words.items() if "_on_" in name] == ["doesnotfollow"]


def test_claims_are_written_in_reading_order() -> None:
    names = re.findall(r"^\s+(claim_\w+) \[label", diagram_source(full_map()), re.MULTILINE)
    top = {f"claim_{claim.id}": claim.text for claim in full_map().top_claims()}
    assert top[names[0]].startswith("Putin is unlikely")
    assert names[1:3] == ["claim_c4", "claim_c8"]
    assert top[names[-1]] == "Nothing bears on this yet."


def test_a_map_without_a_title_still_says_what_it_is() -> None:
    arrangement = arranged(map_of(["x"]))
    sheet = sheet_of(arrangement, ShippedFonts())
    source = dot_source(sheet, load_theme("light"), measure=ShippedFonts())
    assert source.startswith("// An argument map,")
