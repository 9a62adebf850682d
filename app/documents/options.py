"""What is in a document, and what is left out."""

from dataclasses import dataclass
from enum import StrEnum

from app.documents.going import DocumentError
from app.documents.paper import Paper
from app.model.elements import ClaimId, Polarity, TargetId
from app.model.outline import Card


class BlankRule(StrEnum):
    """Which cards of a worksheet are blank, if the person chooses none by hand."""

    EVERY = "every"  # every nth claim that is a premise, in reading order
    REASONS = "reasons"
    OBJECTIONS = "objections"  # rebuttals and undercutters are objections, too
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Blanks:
    """The cards of a worksheet that are blank: those chosen, or else those that a rule names."""

    chosen: frozenset[ClaimId] = frozenset()
    rule: BlankRule = BlankRule.EVERY
    every: int = 3

    def __post_init__(self) -> None:
        if self.every < 1:
            raise DocumentError("Every how many cards is one to be blank? That must be 1 or more.")

    def has(self, card: Card, place: int, *, unstated: bool) -> bool:
        """Whether a card is blank; `place` counts the premises that stand in full, from 1."""
        if self.chosen:
            return card.claim in self.chosen
        if card.above is None:
            return False
        match self.rule:
            case BlankRule.EVERY:
                return place % self.every == 0
            case BlankRule.REASONS:
                return card.above.inference.polarity is Polarity.SUPPORT
            case BlankRule.OBJECTIONS:
                return card.above.inference.polarity is Polarity.ATTACK
            case BlankRule.UNSTATED:
                return unstated


@dataclass(frozen=True, slots=True)
class Options:
    """What part of a map is written, and how much of it is said.

    Each of `branches`, which begin at claims and steps, becomes a part of its own; without any it
    is the whole map. `key` is the solution of a worksheet. `paper` is that of Word documents, and
    of web pages when they are printed.
    """

    branches: tuple[TargetId, ...] = ()
    speakers: bool = True
    quotations: bool = True
    notes: bool = True
    confidence: bool = True
    tags: bool = True
    blanks: Blanks = Blanks()
    key: bool = True
    paper: Paper = Paper.A4


PARTS = ("speakers", "quotations", "notes", "confidence", "tags", "key")
"""The options that say whether something is in a document."""
