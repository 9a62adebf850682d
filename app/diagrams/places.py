"""What the places of an arrangement are called in a diagram, and in what order they are read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.layout.boxes import Arrangement, CardBox, StepBox
from app.model.elements import ElementId
from app.model.outline import PlaceKey
from app.model.role import Role


def card_name(box: CardBox) -> str:
    """The name of a card's node: by its claim, and for a reference by where it is used again."""
    return f"claim_{box.claim}" if box.shape.content.full else f"claim_{box.claim}_in_{box.key[0]}"


def step_name(box: StepBox) -> str:
    """The name of a step's node: by its inference; for a reference also by what it bears on."""
    name = f"step_{box.inference.id}"
    return f"{name}_on_{box.key[0]}" if is_reference(box) else name


def names_in_full(arrangement: Arrangement) -> Mapping[ElementId, str]:
    """The names of the nodes where claims and inferences stand in full."""
    cards = (box for box in arrangement.cards.values() if box.shape.content.full)
    steps = (box for box in arrangement.steps.values() if not is_reference(box))
    names: dict[ElementId, str] = {box.claim: card_name(box) for box in cards}
    return names | {box.inference.id: step_name(box) for box in steps}


def is_reference(box: StepBox) -> bool:
    """Whether only the pill of a step is drawn here, since the step stands in full elsewhere."""
    return box.rect == box.pill


def naming(name: str, role: Role) -> str:
    """The attributes by which programs and style sheets find an element of an SVG."""
    return f'id="{name}" class="{role}"'


def reading_order(arrangement: Arrangement) -> Sequence[tuple[CardBox | StepBox, list[CardBox]]]:
    """Every free card and every step with its premises, each before what bears on it.

    Programs that read a diagram aloud or take its text out go by this order.
    """
    premises: dict[PlaceKey, list[CardBox]] = defaultdict(list)
    tops: list[CardBox | StepBox] = []
    for card in arrangement.cards.values():
        if card.group is None:
            tops.append(card)
        else:
            premises[card.group].append(card)
    hanging: dict[ElementId, list[StepBox]] = defaultdict(list)
    for step in arrangement.steps.values():
        if step.key[0]:
            hanging[step.key[0]].append(step)
        else:
            tops.append(step)
    for cards in premises.values():
        cards.sort(key=_from_left)
    for steps in hanging.values():
        steps.sort(key=_from_left)
    return _downwards(sorted(tops, key=_from_left), premises, hanging)


def _from_left(box: CardBox | StepBox) -> float:
    return box.rect.x


def _downwards(
    tops: Sequence[CardBox | StepBox],
    premises: Mapping[PlaceKey, list[CardBox]],
    hanging: Mapping[ElementId, list[StepBox]],
) -> list[tuple[CardBox | StepBox, list[CardBox]]]:
    order: list[tuple[CardBox | StepBox, list[CardBox]]] = []
    stack = [*reversed(tops)]
    while stack:
        box = stack.pop()
        inside = premises.get(box.key, []) if isinstance(box, StepBox) else []
        order.append((box, inside))
        cards = inside if isinstance(box, StepBox) else [box]
        above = [card.claim for card in cards if card.shape.content.full]
        keys: list[ElementId] = [*above, *([box.key[1]] if _is_full_step(box) else [])]
        stack.extend(step for key in reversed(keys) for step in reversed(hanging.get(key, [])))
    return order


def _is_full_step(box: CardBox | StepBox) -> bool:
    return isinstance(box, StepBox) and not is_reference(box)
