"""A map as it is read for a document: its places in order, numbered, and each as a card."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from app.documents import blocks
from app.documents.blocks import MOST_DEPTH, Argument, Block, Heading, Look, Paragraph, Run, Runs
from app.documents.citing import Citing
from app.documents.going import Going
from app.documents.options import Options
from app.documents.words import Words
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Locution, Polarity
from app.model.outline import Card, Outline, Place, Step, outline, outline_of
from app.model.roles import is_unanswered
from app.model.text import one_line, shortened

_MOST_OF_REFERENCE = 60  # characters of a claim that stands in full elsewhere

Keep: TypeAlias = Callable[[Step], bool]


def everything(_step: Step) -> bool:
    """Keep each step."""
    return True


def speaks_for(step: Step) -> bool:
    """Keep the steps that support what they bear on."""
    return step.inference.polarity is Polarity.SUPPORT


class Reading:
    """The part of a map that a document is about, with what it says of each claim.

    Claims have numbers from 1, in the order in which they stand in full.
    """

    def __init__(
        self, argument_map: ArgumentMap, options: Options, words: Words, going: Going
    ) -> None:
        self.map = argument_map
        self.options = options
        self.words = words
        self.citing = Citing(argument_map, words, speakers=options.speakers)
        self.blank: frozenset[ClaimId] = frozenset()
        self.quotes = options.quotations  # below each claim
        self._going = going
        self.outline = _outlined(argument_map, options)
        self.claims = [p for p in self.each_place() if isinstance(p, Card) and p.full]
        self._numbers = {card.claim: n for n, card in enumerate(self.claims, 1)}

    def tick(self) -> None:
        """Say that a claim is done. Raises StoppedError if it is to be the last."""
        self._going.tick()

    def each_place(self) -> Iterator[Place]:
        """Every place in reading order, references included."""
        return self._going.each(self.outline.places())

    # Numbers and words

    def number(self, claim: ClaimId) -> int:
        return self._numbers[claim]

    def claim(self, card: Card) -> Claim:
        return self.map.claim(card.claim)

    def text(self, claim: ClaimId) -> str:
        return self.map.claim(claim).text.strip() or self.words.no_words

    def short(self, claim: ClaimId, most: int = _MOST_OF_REFERENCE) -> str:
        return shortened(self.text(claim), most)

    def sayings(self) -> Iterator[tuple[Card, Locution]]:
        """The sayings of all claims, in reading order."""
        for card in self.claims:
            for saying in self.citing.sayings(card.claim):
                yield card, saying

    # Arguments

    def argument(self, roots: Sequence[Place], keep: Keep = everything) -> list[Block]:
        """What hangs from some places, of the steps that are kept.

        First as deep as a page has room for; then, under headings of their own, what goes on from
        there, each before what comes after it.
        """
        return self._made(_Trees(self, keep), roots)

    def answers(self, steps: Sequence[Step]) -> list[Block]:
        """Steps that answer what stands above, with what they answer, and all that hangs there."""
        return self._made(_Trees(self, everything, named=True), steps)

    def _made(self, trees: "_Trees", roots: Sequence[Place]) -> list[Block]:
        made: list[Block] = [Argument(tuple(trees.part(root) for root in roots))] if roots else []
        waiting = trees.taken()
        while waiting:
            place = waiting.pop()
            made += [Heading(4, self.continuing(place)), Argument((trees.continued(place),))]
            waiting += trees.taken()
        return made

    def target(self, step: Step) -> Run:
        """What a step bears on, by its number."""
        target, words = step.inference.target, self.words
        if self.map.is_inference(target):
            n = self.number(self.map.inference(target).premises[0])
            return Run(words.to_step.format(n=n), Look.SOFT, to=n)
        n = self.number(ClaimId(target))
        return Run(words.to_claim.format(n=n), Look.SOFT, to=n)

    def alone(self, card: Card) -> blocks.Card:
        """A claim without what hangs from it."""
        return self._card(card)

    def continuing(self, place: Place) -> str:
        """The heading under which goes on what had no room."""
        if isinstance(place, Card):
            return self.words.continuing.format(n=self.number(place.claim))
        n = self.number(place.inference.premises[0])
        return self.words.step_continuing.format(n=n)

    def _card(self, card: Card) -> blocks.Card:
        self._going.tick()
        n = self.number(card.claim)
        if not card.full:
            return blocks.Card(n, card.role, self._reference(card.claim), full=False)
        claim = self.claim(card)
        if card.claim in self.blank:
            hints = self.citing.sayings(card.claim) if self.options.quotations else []
            places = dict.fromkeys(filter(None, map(self.citing.place, hints)))
            beside = _soft(self.words.between.join(places))
            return blocks.Card(n, card.role, (Run(self.words.blank),), blank=True, beside=beside)
        look = Look.ASIDE if claim.unstated else Look.PLAIN
        return blocks.Card(
            n,
            card.role,
            (Run(self.text(card.claim), look),),
            beside=_soft(self.words.between.join(self._beside(card, claim))),
            about=tuple(self._about(claim)),
        )

    def _reference(self, claim: ClaimId) -> Runs:
        n = self.number(claim)
        see = Run(self.words.see.format(n=n), Look.SOFT, to=n)
        return (see,) if claim in self.blank else (see, Run(" "), Run(self.short(claim), Look.SOFT))

    def _beside(self, card: Card, claim: Claim) -> Iterator[str]:
        options, words = self.options, self.words
        if options.speakers or options.quotations:
            yield from self.citing.beside(self.citing.sayings(claim.id))
        if claim.unstated:
            yield words.unstated
        if is_unanswered(card):
            yield words.unanswered
        if options.confidence and claim.confidence is not None:
            yield words.sure.format(n=claim.confidence)
        if options.tags:
            yield from (words.tag.format(tag=one_line(tag)) for tag in claim.tags)

    def _about(self, claim: Claim) -> Iterator[Paragraph | blocks.Quotation]:
        if self.quotes:
            yield from self.citing.quotations(self.citing.sayings(claim.id))
        if self.options.notes and claim.note.strip():
            note = self.words.note.format(text=claim.note.strip())
            yield Paragraph((Run(note, Look.SOFT),))


class _Trees:
    """Makes arguments, down to where a page has no more room, and remembers what goes on there.

    With `named`, the first steps say what they bear on.
    """

    def __init__(self, reading: Reading, keep: Keep, *, named: bool = False) -> None:
        self._reading = reading
        self._keep = keep
        self._named = named
        self._waiting: list[Place] = []

    def taken(self) -> list[Place]:
        """What was cut off since the last time, the first one last."""
        taken, self._waiting = self._waiting[::-1], []
        return taken

    def part(self, place: Place) -> blocks.Card | blocks.Step:
        if isinstance(place, Card):
            return self._card(place, 1)
        step = self._step(place, 1)
        if not self._named:
            return step
        target = self._reading.target(place)
        return replace(step, beside=(target, *([Run(" ")] if step.beside else []), *step.beside))

    def continued(self, place: Place) -> blocks.Card | blocks.Step:
        """A place that stands before already, with what hangs from it."""
        steps = self._steps(place, 1)
        if isinstance(place, Card):
            return _with_steps(self._again(place), steps)
        return replace(self._bare(place), cards=self._again_all(place), steps=steps)

    def _again(self, card: Card) -> blocks.Card:
        return self._reading.alone(Card(card.claim, card.above, full=False))

    def _again_all(self, step: Step) -> tuple[blocks.Card, ...]:
        return tuple(self._again(Card(key, step)) for key in step.inference.premises)

    def _card(self, card: Card, depth: int) -> blocks.Card:
        made = self._reading.alone(card)
        if depth == MOST_DEPTH and self._kept(card):
            self._waiting.append(card)
            return self._going_on(made, card)
        return _with_steps(made, self._steps(card, depth + 1))

    def _step(self, step: Step, depth: int) -> blocks.Step:
        if not step.full:  # in a circle
            return replace(self._bare(step), cards=self._again_all(step))
        cards = tuple(self._card(card, depth) for card in step.premises)
        if depth == MOST_DEPTH and self._kept(step):
            self._waiting.append(step)
            cards = (*cards[:-1], self._going_on(cards[-1], step))
            return replace(self._bare(step), cards=cards)
        return replace(self._bare(step), cards=cards, steps=self._steps(step, depth + 1))

    def _going_on(self, card: blocks.Card, place: Place) -> blocks.Card:
        """Say on a card where it goes on from a place."""
        title = self._reading.continuing(place)
        note = Run(self._reading.words.continued.format(title=title), Look.SOFT)
        return replace(card, about=(*card.about, Paragraph((note,))))

    def _bare(self, step: Step) -> blocks.Step:
        words, scheme = self._reading.words, one_line(step.inference.scheme)
        on_step = isinstance(step.above, Step)
        return blocks.Step(
            step.role,
            words.on_pill(step.role, on_step=on_step),
            (),
            joined=words.and_also,
            beside=_soft(words.by_scheme.format(scheme=scheme) if scheme else ""),
        )

    def _steps(self, place: Place, depth: int) -> tuple[blocks.Step, ...]:
        return tuple(self._step(step, depth) for step in self._kept(place))

    def _kept(self, place: Place) -> list[Step]:
        return [step for step in place.steps if self._keep(step)]


def _outlined(argument_map: ArgumentMap, options: Options) -> Outline:
    if options.branches:
        return outline_of(argument_map, dict.fromkeys(options.branches))
    return outline(argument_map)


def _with_steps(card: blocks.Card, steps: tuple[blocks.Step, ...]) -> blocks.Card:
    return replace(card, steps=steps, below=sum(map(_count, steps)))


def _count(step: blocks.Step) -> int:
    """How many claims stand in full in a step and below it."""
    return sum(card.full + card.below for card in step.cards) + sum(map(_count, step.steps))


def _soft(text: str) -> Runs:
    return (Run(text, Look.SOFT),) if text else ()
