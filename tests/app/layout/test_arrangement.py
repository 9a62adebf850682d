"""Arrangements of whole maps."""

from itertools import combinations

import pytest

from app import edits
from app.layout.arrangement import Arranger
from app.layout.boxes import Arrangement
from app.layout.geometry import Rect
from app.layout.look import Look, look_for
from app.layout.shipped_fonts import ShippedFonts
from app.layout.viewing import arrangement, view
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ClaimId, ElementId, Inference, InferenceId, Polarity
from app.model.outline import outline
from app.model.role import Role
from app.model.view_state import Orientation, Spacing
from tests.benchmarks.maps import made_map
from tests.make_sample import build_sample

NOTHING = InferenceId("")


class Map:
    """A map that grows by edits."""

    def __init__(self) -> None:
        self.map = edits.new_map(title="A map")

    def do(self, change: Change) -> Change:
        self.map = self.map.apply(change)
        return change

    def claim(self, text: str) -> ClaimId:
        change = self.do(edits.add_claim(self.map, text=text))
        return next(e.id for e in change.after.values() if isinstance(e, Claim))

    def step(
        self, target: ClaimId | InferenceId, text: str, polarity: Polarity = Polarity.SUPPORT
    ) -> tuple[ClaimId, InferenceId]:
        change = self.do(edits.add_step(self.map, target=target, polarity=polarity, text=text))
        claim = next(e.id for e in change.after.values() if isinstance(e, Claim))
        step = next(e.id for e in change.after.values() if isinstance(e, Inference))
        return claim, step

    def arranged(self, *folded: ElementId) -> Arrangement:
        return arranged(self.map, folded=frozenset(folded))


def arranged(
    argument_map: ArgumentMap,
    *,
    look: Look | None = None,
    folded: frozenset[ElementId] = frozenset(),
) -> Arrangement:
    arranger = Arranger(ShippedFonts(), look=look or Look())
    return arranger.arrange(argument_map, outline(argument_map), folded=folded)


def undercut() -> ArgumentMap:
    """A map with undercutters beside reasons that have reasons of their own."""
    m = Map()
    top = m.claim("Bread is good")
    for i in range(3):
        reason, step = m.step(top, f"Reason {i}")
        m.step(reason, "Because of that")
        for j in range(i):
            _, undercutter = m.step(step, f"That does not follow {j}", Polarity.ATTACK)
            m.step(undercutter, "Nor does this", Polarity.ATTACK)
    return m.map


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [(a, b) for a, b in combinations(rects, 2) if a.grown(-1).meets(b.grown(-1))]


def groups_and_free_cards(arrangement: Arrangement) -> list[Rect]:
    free = [card.rect for card in arrangement.cards.values() if card.group is None]
    return free + [step.rect.united(step.pill) for step in arrangement.steps.values()]


LOOKS = [
    look_for(Orientation.DOWN, Spacing.ROOMY),
    look_for(Orientation.RIGHT, Spacing.ROOMY),
    look_for(Orientation.UP, Spacing.COMPACT),
    look_for(Orientation.RIGHT, Spacing.COMPACT, 150),
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "argument_map", [build_sample(), made_map(150), made_map(40, seed=5), undercut()]
)
def test_nothing_overlaps_and_lines_cross_no_card(argument_map: ArgumentMap, look: Look) -> None:
    arrangement = arranged(argument_map, look=look)
    whole = arrangement.bounds.grown(1)
    assert all(whole.united(rect) == whole for rect in groups_and_free_cards(arrangement))
    assert overlapping(groups_and_free_cards(arrangement)) == []
    for line in arrangement.lines:
        for card in arrangement.cards.values():
            inside = card.rect.grown(-2)
            crossing = [t for t in range(21) if inside.holds(line.curve.at(t / 20))]
            assert not crossing, (line.step, card.key)


@pytest.mark.parametrize("look", LOOKS)
def test_cards_lie_within_the_group_of_their_step(look: Look) -> None:
    arrangement = arranged(build_sample(), look=look)
    for card in arrangement.cards.values():
        if card.group:
            group = arrangement.steps[card.group].rect
            assert group.united(card.rect) == group


def test_lines_go_from_the_card_that_is_borne_on_to_the_pill() -> None:
    m = Map()
    top = m.claim("Bread is good")
    reason, step = m.step(top, "It feeds")
    arrangement = m.arranged()
    (line,) = arrangement.lines
    above, below = arrangement.cards[NOTHING, top], arrangement.steps[top, step]
    assert line.curve.start == (above.rect.center.x, above.rect.bottom)
    assert line.curve.end == (below.pill.center.x, below.pill.y)
    assert arrangement.cards[step, reason].group == below.key


def test_an_undercutter_stands_beside_the_step_and_its_line_hits_the_pill() -> None:
    m = Map()
    _, step = m.step(m.claim("Bread is good"), "It feeds")
    _, undercutter = m.step(step, "So does sugar", Polarity.ATTACK)
    arrangement = m.arranged()
    hit = next(s for s in arrangement.steps.values() if s.inference.id == step)
    by = arrangement.steps[step, undercutter]
    assert by.role is Role.UNDERCUTTER
    assert by.rect.x > hit.rect.right
    line = next(line for line in arrangement.lines if line.step == by.key)
    assert line.curve.start == (hit.pill.right, hit.pill.center.y)


def test_a_map_that_leads_to_the_right_does_so_and_one_that_stands_up_stands_up() -> None:
    m = Map()
    top = m.claim("Bread is good")
    reason, step = m.step(top, "It feeds")
    right, up = (
        arranged(m.map, look=look_for(orientation, Spacing.ROOMY))
        for orientation in (Orientation.RIGHT, Orientation.UP)
    )
    above, below = right.cards[NOTHING, top], right.steps[top, step]
    (line,) = right.lines
    assert line.curve.start == (above.rect.right, above.rect.center.y)
    assert line.curve.end == (below.pill.x, below.pill.center.y)
    assert below.rect.x > above.rect.right
    (line,) = up.lines
    pill = up.steps[top, step].pill
    assert line.curve.start == (up.cards[NOTHING, top].rect.center.x, up.cards[NOTHING, top].rect.y)
    assert line.curve.end == (pill.center.x, pill.bottom)
    assert up.cards[step, reason].rect.bottom < up.cards[NOTHING, top].rect.y


def test_the_order_of_siblings_is_kept() -> None:
    m = Map()
    top = m.claim("Bread is good")
    steps = [m.step(top, f"Reason {i}")[1] for i in range(6)]
    arrangement = m.arranged()
    xs = [arrangement.steps[top, step].rect.x for step in steps]
    assert xs == sorted(xs)


def test_what_hangs_below_a_folded_claim_goes_nowhere_and_is_counted() -> None:
    m = Map()
    top = m.claim("Bread is good")
    reason, _ = m.step(top, "It feeds")
    below, _ = m.step(reason, "It has starch")
    m.step(below, "Starch is sugar")
    arrangement = m.arranged(reason)
    assert {card.claim for card in arrangement.cards.values()} == {top, reason}
    (box,) = (card for card in arrangement.cards.values() if card.claim == reason)
    assert box.shape.content.hidden == 2


def test_free_claims_stand_apart_in_columns() -> None:
    m = Map()
    m.step(m.claim("Bread is good"), "It feeds")
    free = [m.claim(f"Free claim number {i}") for i in range(12)]
    arrangement = m.arranged()
    assert overlapping(groups_and_free_cards(arrangement)) == []
    columns = {arrangement.cards[NOTHING, claim].rect.x for claim in free}
    assert len(columns) > 1


def test_a_claim_used_again_is_a_small_card_that_refers_to_it() -> None:
    m = Map()
    top = m.claim("Bread is good")
    reason, _ = m.step(top, "It feeds " * 20)
    other, _ = m.step(top, "It is cheap")
    m.do(edits.add_step(m.map, target=other, polarity=Polarity.ATTACK, premise=reason))
    full, reference = (card for card in m.arranged().cards.values() if card.claim == reason)
    assert full.shape.content.full
    assert not reference.shape.content.full
    assert reference.rect.height < full.rect.height


def test_circles_are_drawn() -> None:
    m = Map()
    a = m.claim("A")
    b, _ = m.step(a, "B")
    m.do(edits.add_step(m.map, target=b, polarity=Polarity.SUPPORT, premise=a))
    assert {card.claim for card in m.arranged().cards.values()} == {a, b}


def test_steps_that_undercut_each_other_are_drawn_once_each() -> None:
    m = Map()
    premise = m.claim("P")
    other = m.claim("Q")
    first, second = InferenceId("one"), InferenceId("two")
    m.do(
        Change.of(
            "Undercut in a circle",
            new=[
                Inference(
                    id=first, premises=(premise,), target=second, polarity="attack", rank="a0"
                ),
                Inference(id=second, premises=(other,), target=first, polarity="attack", rank="a0"),
            ],
        )
    )
    arrangement = m.arranged()
    assert {step.inference.id for step in arrangement.steps.values()} == {first, second}
    assert overlapping(groups_and_free_cards(arrangement)) == []


def test_a_card_shows_no_more_lines_than_the_look_says() -> None:
    m = Map()
    claim = m.claim("word " * 20_000)
    short = m.arranged().cards[NOTHING, claim].shape
    assert short.cut
    assert len(short.lines) == Look().most_lines
    whole = arranged(m.map, look=Look(most_lines=0)).cards[NOTHING, claim].shape
    assert not whole.cut
    assert " ".join(whole.lines).split() == ["word"] * 20_000


def test_extremes_are_arranged() -> None:
    m = Map()
    top = m.claim("Bread is good")
    for i in range(300):
        m.step(top, f"Reason {i}")
    deep = top
    for i in range(1_500):
        deep, step = m.step(deep, f"Deeper {i}")
    premises = [m.claim(f"Premise {i}") for i in range(200)]
    for premise in premises:
        m.do(edits.add_premise(m.map, inference=step, premise=premise))
    arrangement = m.arranged()
    assert len(arrangement.steps) == 1_800
    assert arrangement.bounds.height > 100_000


def test_an_empty_map_is_empty() -> None:
    arrangement = Map().arranged()
    assert arrangement.bounds == Rect(0, 0, 0, 0)
    assert arrangement.lines == []


def test_of_thousands_of_lines_that_only_pass_by_few_are_shown() -> None:
    m = Map()
    top = m.claim("Bread is good")
    for i in range(1_500):
        m.step(top, f"Reason {i}")
    forest = Arranger(ShippedFonts()).forest(m.map, outline(m.map))
    box = forest.box((NOTHING, top))
    assert box
    seen = view(forest, box.rect.grown(300))
    ends = [block.place.key for block, *_ in seen.blocks]
    assert len(seen.lines) < 200
    assert {line.step for line in seen.lines} >= set(ends) - {(NOTHING, top)}
    assert len(arrangement(forest).lines) == 1_500
