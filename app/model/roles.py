"""What can be worked out about claims and is therefore never stored."""

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Polarity
from app.model.outline import Card, Outline
from app.model.role import Role


def contentions(argument_map: ArgumentMap) -> list[Claim]:
    """The claims that are a premise of nothing and that something bears on."""
    return [claim for claim in argument_map.top_claims() if argument_map.inferences_on(claim.id)]


def is_unanswered(card: Card) -> bool:
    """Whether the card is a premise of an objection to which nobody has objected.

    Neither against one of its premises nor against the step itself.
    """
    step = card.above
    if step is None or step.role in {Role.REASON, Role.REBUTTAL} or not card.full:
        return False
    answers = [*step.steps, *(s for premise in step.premises for s in premise.steps)]
    return all(answer.inference.polarity is Polarity.SUPPORT for answer in answers)


def unanswered(outline: Outline) -> list[Card]:
    """The first premise of each unanswered objection, in reading order."""
    return [
        step.premises[0]
        for step in outline.steps.values()
        if step.premises and is_unanswered(step.premises[0])
    ]
