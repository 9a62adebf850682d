"""What the rows of the outline are: one for each claim where it stands.

Below a claim stand the premises of all steps that bear on it, those of one step next to each other;
the first of them carries the step's role. What undercuts a step comes right behind its premises, in
the same way. So a row is folded away when and only when its card on the map is. A step that stands
in full elsewhere has no premises here and is a row itself.
"""

from collections.abc import Iterable, Iterator

from app.model.elements import ElementId
from app.model.outline import Card, Outline, Place, Step


def top_rows(outline: Outline) -> list[Place]:
    """The rows that hang below no other: contentions, what is in circles, and free claims last."""
    rows: list[Place] = []
    for tree in outline.trees:
        rows.extend([tree] if isinstance(tree, Card) else _rows_of([tree]))
    rows.extend(outline.free)
    return rows


def rows_below(row: Place) -> list[Place]:
    """The rows directly below a row."""
    return list(_rows_of(row.steps)) if isinstance(row, Card) else []


def row_of(place: Place) -> Place:
    """The row that shows a place: for a step it is that of its first premise."""
    return place.premises[0] if isinstance(place, Step) and place.premises else place


def row_above(row: Place) -> Card | None:
    """The row that a row hangs below: that of the claim which all this is about."""
    above: Place | None = row.above
    while isinstance(above, Step):
        above = above.above
    return above


def shown_row(place: Place, folded: frozenset[ElementId]) -> Place:
    """The row of a place, or the one that it is folded away below."""
    here: Card | None
    found = row_of(place)
    here = row_above(found)
    while here is not None:
        if here.claim in folded:
            found = here
        here = row_above(here)
    return found


def step_of(row: Place) -> Step | None:
    """The step that a row is a premise of, or stands for."""
    return row if isinstance(row, Step) else row.above


def carries_role(row: Place) -> bool:
    """Whether it is the first row of its step."""
    step = step_of(row)
    return step is None or row_of(step) is row


def depth_of_undercutting(row: Place) -> int:
    """How many steps are undercut on the way from a row to the one that it hangs below."""
    step = step_of(row)
    depth = 0
    while step is not None and isinstance(step.above, Step):
        step = step.above
        depth += 1
    return depth


def _rows_of(steps: Iterable[Step]) -> Iterator[Place]:
    stack = list(steps)[::-1]
    while stack:
        step = stack.pop()
        yield from step.premises
        if not step.premises:
            yield step
        stack.extend(reversed(step.steps))
