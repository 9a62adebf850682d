"""Telling in words where a claim or a step stands, for those who hear the map."""

from collections.abc import Iterator
from typing import NamedTuple

from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId, TargetId
from app.model.outline import Card, Outline, Place, Step, count_below
from app.model.role import Role
from app.model.roles import is_open, is_unanswered
from app.model.text import one_line, shortened

_QUOTED = 60  # characters of another claim that are quoted


class Words(NamedTuple):
    """What is said, with names in braces for what is put in; the window brings a translation."""

    contention: str = "contention"
    free: str = "free claim"
    reason: str = "reason {n} of {count} for {target}"
    objection: str = "objection {n} of {count} to {target}"
    rebuttal: str = "rebuttal {n} of {count} of {target}"
    undercutter: str = "undercutter {n} of {count} of {target}"
    claim: str = "“{text}”"
    no_text: str = "a claim without words"
    step: str = "the step from {premise} to {target}"
    premise: str = "premise {n} of {count}"
    premises: str = "with {count} premises"
    unstated: str = "unstated"
    by: str = "by {speaker}"
    by_through: str = "by {speaker} through {others}"
    unanswered: str = "unanswered"
    one_folded: str = "1 claim folded away"
    some_folded: str = "{count} claims folded away"
    used: str = "used {count} times"
    reference: str = "stands in full elsewhere"
    told: str = "{facts}: {text}"
    between: str = ", "


WORDS = Words()


class Teller:
    """Describes the places of one map in one language."""

    def __init__(self, outline: Outline, argument_map: ArgumentMap, words: Words = WORDS) -> None:
        self._outline = outline
        self._map = argument_map
        self._words = words

    def describe(self, place: Place, *, folded: frozenset[ElementId] = frozenset()) -> str:
        """Say what a place is, among how many, of what, by whom and in what state; then its text.

        Takes time with what hangs below it if it is folded, and else with what stands beside it.
        """
        if isinstance(place, Step):
            facts, text = self._about_step(place), self._premises(place)
        else:
            facts, text = self._about_card(place, folded), one_line(self._text(place.claim))
        return self._words.told.format(
            facts=self._words.between.join(facts), text=text or self._words.no_text
        )

    def _about_step(self, step: Step) -> Iterator[str]:
        yield self._role(step)
        count = len(step.inference.premises)
        if count > 1:
            yield self._words.premises.format(count=count)
        if is_open(step):
            yield self._words.unanswered
        if not step.full:
            yield self._words.reference

    def _about_card(self, card: Card, folded: frozenset[ElementId]) -> Iterator[str]:
        words, step = self._words, card.above
        if step is None:
            yield words.contention if card.role is Role.CONTENTION else words.free
        else:
            yield self._role(step)
            if len(step.premises) > 1:
                n = step.premises.index(card) + 1
                yield words.premise.format(n=n, count=len(step.premises))
        if self._map.claim(card.claim).unstated:
            yield words.unstated
        yield from self._speakers(card.claim)
        if is_unanswered(card):
            yield words.unanswered
        uses = len(self._map.uses(card.claim))
        if uses > 1:
            yield words.used.format(count=uses)
        if not card.full:
            yield words.reference
        elif card.claim in folded:
            yield from self._folded(count_below(card))

    def _role(self, step: Step) -> str:
        """The role of a step, its number among those of the same role, and what it bears on."""
        templates = {
            Role.REASON: self._words.reason,
            Role.OBJECTION: self._words.objection,
            Role.REBUTTAL: self._words.rebuttal,
            Role.UNDERCUTTER: self._words.undercutter,
        }
        beside = [s for s in (step.above.steps if step.above else [step]) if s.role is step.role]
        return templates[step.role].format(
            n=beside.index(step) + 1,
            count=len(beside),
            target=self._target(step.inference.target),
        )

    def _target(self, target: TargetId) -> str:
        """A claim by its words; a step by its first premise and what that is about in the end."""
        premise, seen = None, set[str]()
        while self._map.is_inference(target) and target not in seen:
            seen.add(target)
            step = self._map.inference(target)
            premise, target = premise or step.premises[0], step.target
        about = self._quoted(target) if self._map.is_claim(target) else self._words.no_text
        if premise is None:
            return about
        return self._words.step.format(premise=self._quoted(premise), target=about)

    def _premises(self, step: Step) -> str:
        quoted = [self._quoted(premise) for premise in step.inference.premises]
        return self._words.between.join(quoted)

    def _speakers(self, claim: ClaimId) -> Iterator[str]:
        for saying in self._map.locutions_of(claim)[:1]:
            names = [self._map.speaker(speaker).name for speaker in saying.speakers]
            if len(names) > 1:
                others = self._words.between.join(names[1:])
                yield self._words.by_through.format(speaker=names[0], others=others)
            elif names:
                yield self._words.by.format(speaker=names[0])

    def _folded(self, count: int) -> Iterator[str]:
        if count == 1:
            yield self._words.one_folded
        elif count:
            yield self._words.some_folded.format(count=count)

    def _quoted(self, claim: TargetId) -> str:
        text = shortened(self._text(ClaimId(claim)), _QUOTED)
        return self._words.claim.format(text=text) if text else self._words.no_text

    def _text(self, claim: ClaimId) -> str:
        return self._map.claim(claim).text


def describe(
    outline: Outline,
    argument_map: ArgumentMap,
    place: Place,
    *,
    words: Words = WORDS,
    folded: frozenset[ElementId] = frozenset(),
) -> str:
    """Say in words what stands at a place.

    Like this: "objection 2 of 3 to “Bread is good”, by John Lough, unanswered: It grows stale".
    """
    return Teller(outline, argument_map, words).describe(place, folded=folded)
