"""What can be worked out about claims and is therefore never stored."""

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Polarity
from app.model.outline import Card, Outline, Step
from app.model.role import Role


def contentions(argument_map: ArgumentMap) -> list[Claim]:
    """The claims that are a premise of nothing and that something bears on."""
    return [claim for claim in argument_map.top_claims() if argument_map.inferences_on(claim.id)]


def is_open(step: Step) -> bool:
    """Whether a step is an objection to which nobody has objected.

    Neither against one of its premises nor against the step itself. A rebuttal is no such
    objection: it answers one. Of a step with a premise that stands in full elsewhere nothing is
    said.
    """
    if step.role in {Role.REASON, Role.REBUTTAL} or not all(card.full for card in step.premises):
        return False
    answers = [*step.steps, *(s for premise in step.premises for s in premise.steps)]
    return all(answer.inference.polarity is Polarity.SUPPORT for answer in answers)


def is_unanswered(card: Card) -> bool:
    """Whether the card is a premise of an objection to which nobody has objected."""
    return card.above is not None and is_open(card.above)


def unanswered(outline: Outline) -> list[Step]:
    """The objections to which nobody has objected, in the order in which they are drawn."""
    return [step for step in outline.steps.values() if is_open(step)]
