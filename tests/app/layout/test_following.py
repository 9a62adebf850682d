"""Outline and forest follow each change, and come out as if they had been made anew."""

import random
from typing import TYPE_CHECKING

import pytest

from app import edits
from app.layout.arrangement import Arranger
from app.layout.boxes import Arrangement
from app.layout.look import look_for
from app.layout.scope import Scope
from app.layout.shipped_fonts import ShippedFonts
from app.layout.viewing import arrangement
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.following import Touched, follow
from app.model.outline import Card, Outline, outline
from app.model.roles import is_open
from app.model.view_state import Orientation, Spacing
from tests.benchmarks.maps import made_map
from tests.make_sample import build_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.layout.forest import Forest

ARRANGER = Arranger(ShippedFonts())


def drawn(made: Outline) -> list[object]:
    """An outline in a form that can be compared: every place with what it is and hangs from."""
    return [(place.key, place.full, place.role, isinstance(place, Card)) for place in made.places()]


def settled(made: Arrangement) -> tuple[object, ...]:
    """An arrangement in a form that can be compared, to the thousandth of a pixel."""

    def near(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(round(value, 3) for value in values)

    cards = {key: (near(box.rect), box.shape.content, box.group) for key, box in made.cards.items()}
    steps = {
        key: (near(box.rect), near(box.pill), box.role, box.inference)
        for key, box in made.steps.items()
    }
    lines = {line.step: [near(point) for point in line.curve] for line in made.lines}
    return cards, steps, lines, near(made.bounds)


class Following:
    """A map that changes, with an outline and a forest that follow."""

    def __init__(self, argument_map: ArgumentMap, arranger: Arranger = ARRANGER) -> None:
        self.map = argument_map
        self.outline = outline(argument_map)
        self.folded: frozenset[ElementId] = frozenset()
        self.arranger = arranger
        self.forest: Forest = arranger.forest(argument_map, self.outline)
        self.done: list[Change] = []

    def do(self, change: Change) -> Touched:
        before, self.map = self.map, self.map.apply(change)
        touched = follow(self.outline, before, self.map, change)
        self.forest.follow(self.map, touched)
        self.done.append(change)
        return touched

    def focus(self, root: ElementId) -> None:
        """Show one branch alone, or the whole map."""
        self.forest.show(self.arranger.maker(self.forest.look), Scope(root), self.folded)

    def fold(self, claim: ClaimId) -> None:
        self.folded ^= {claim}
        self.forest.fold(self.folded)

    def check(self) -> None:
        anew = outline(self.map)
        assert drawn(self.outline) == drawn(anew)
        scope = self.forest.scope
        fresh = self.arranger.forest(self.map, anew, folded=self.folded, scope=scope)
        kept, made = arrangement(self.forest), arrangement(fresh)
        assert settled(kept) == settled(made)
        for key, box in kept.cards.items():
            assert self.forest.box(key) == box


def random_edit(chance: random.Random, argument_map: ArgumentMap) -> Change:
    """Any edit that changes what hangs where, on any elements."""
    claims = [claim.id for claim in argument_map.every(Claim)]
    steps = [inference.id for inference in argument_map.every(Inference)]
    if not claims:
        return edits.add_claim(argument_map, text="A")
    claim = chance.choice(claims)
    targets: list[TargetId] = [*claims, *steps]
    target = chance.choice(targets)
    polarity = chance.choice(list(Polarity))
    of = next((use.id for use in argument_map.uses(claim)), None)
    step = chance.choice(steps) if steps else InferenceId(new_id())
    premise = claim if chance.random() < 0.15 else None
    makes: list[Callable[[], Change]] = [
        lambda: edits.add_claim(argument_map, text="A free claim"),
        lambda: edits.add_step(argument_map, target=target, polarity=polarity, text="New"),
        lambda: edits.add_step(argument_map, target=target, polarity=polarity, premise=premise),
        lambda: edits.add_premise(argument_map, inference=step, text="With", premise=premise),
        lambda: edits.set_text(argument_map, claim=claim, text="word " * chance.randrange(40)),
        lambda: edits.set_unstated(argument_map, claim=claim, unstated=chance.random() < 0.5),
        lambda: edits.say(argument_map, claim=claim, speakers=["Ada", "CNN"]),
        lambda: edits.flip(argument_map, inference=step, polarity=polarity),
        lambda: edits.reorder(argument_map, element=claim, by=chance.choice([-1, 1]), of=of),
        lambda: edits.move_onto(
            argument_map, element=claim, target=target, polarity=polarity, of=of
        ),
        lambda: edits.move_into(argument_map, claim=claim, inference=step, of=of),
        lambda: edits.remove(argument_map, element=claim, of=of),
        lambda: edits.remove(argument_map, element=step),
        lambda: edits.remove_only(argument_map, element=claim, of=of),
        lambda: edits.remove_only(argument_map, element=step),
    ]
    return chance.choice(makes)()


SIDEWAYS = Arranger(ShippedFonts(), look=look_for(Orientation.RIGHT, Spacing.COMPACT))


def walk(seed: int, steps: int, start: ArgumentMap) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    following = Following(start, SIDEWAYS if seed % 4 == 0 else ARRANGER)
    for _ in range(steps):
        try:
            if following.done and chance.random() < 0.2:
                following.do(following.done.pop().inverted())
                following.done.pop()
            elif chance.random() < 0.12:
                following.fold(chance.choice([c.id for c in following.map.every(Claim)]))
            elif chance.random() < 0.05:
                places: list[ElementId] = [
                    *following.outline.cards,
                    *following.outline.steps,
                    ClaimId(""),
                ]
                following.focus(chance.choice(places))
            else:
                following.do(random_edit(chance, following.map))
        except (EditError, IndexError):
            continue
        following.check()


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_they_are_as_if_made_anew(seed: int) -> None:
    start = edits.new_map(title="Grown") if seed % 3 else build_sample()
    walk(seed, 60, start)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 400))
def test_after_many_edits_they_are_as_if_made_anew(seed: int) -> None:
    walk(seed, 150, edits.new_map(title="Grown") if seed % 2 else made_map(30, seed=seed))


def test_an_edit_touches_no_more_than_its_surroundings() -> None:
    following = Following(made_map(1_000))
    touched = following.do(edits.add_reason(following.map, target=ClaimId("c500")))
    assert not touched.everything
    assert len(touched.contents) < 8
    assert {place.key[1] for place in touched.parents} >= {"c500"}


def test_a_speaker_who_is_renamed_touches_the_cards_of_what_they_say() -> None:
    following = Following(build_sample())
    speaker = next(s for s in following.map.speakers() if s.name == "Thomas Graham")
    touched = following.do(
        edits.rename_speaker(following.map, speaker=speaker.id, name="Tom Graham")
    )
    assert [following.map.claim(card.claim).text[:7] for card in touched.contents] == ["Without"]
    following.check()


def test_a_claim_used_twice_is_followed_too() -> None:
    following = Following(build_sample())
    claim = next(c.id for c in following.map.every(Claim) if c.text.startswith("Russia"))
    target = next(c.id for c in following.map.every(Claim) if c.text.startswith("The war"))
    step = edits.add_step(following.map, target=target, polarity=Polarity.ATTACK, premise=claim)
    assert following.do(step).everything
    following.do(edits.set_text(following.map, claim=claim, text="Changed"))
    following.check()
    assert any(is_open(step) for step in following.outline.steps.values())
