"""What dropping a row of the outline somewhere else in it would do, as one edit."""

from collections.abc import Sequence
from functools import partial

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, Inference, InferenceId, Polarity, TargetId
from app.model.errors import EditError
from app.model.outline import Card, Place, Step
from widgets.outline.rows import row_above, row_of, rows_below, step_of, top_rows
from widgets.performing import Make
from widgets.reading import Reading


def drop(
    reading: Reading, row: Place, above: Place | None, before: int, *, objection: bool = False
) -> Make | None:
    """Say what a drop would do; None if it may not be.

    `before` is the number of the row below `above` that it is dropped in front of, -1 if it is
    dropped onto `above` itself. It becomes a reason or stays an objection, unless it is to be one;
    at the top it bears on nothing any more.
    """
    make: Make | None = None
    if before >= 0 and row_above(row) is above:
        make = _reorder(reading, row, above, before)
    elif above is None:
        make = partial(edits.detach, elements=[(_element(row), _of(row))])
    elif isinstance(above, Card) and above.claim != _element(row):
        polarity = Polarity.ATTACK if objection else _polarity(row)
        rows = rows_below(above)[:before] if before >= 0 else None
        make = _move(row, above, polarity, rows)
    return make if make and _can_be(reading.map, make) else None


def _element(row: Place) -> TargetId:
    return row.claim if isinstance(row, Card) else row.inference.id


def _of(row: Place) -> InferenceId | None:
    """The step whose premise a row is."""
    return row.above.inference.id if isinstance(row, Card) and row.above else None


def _polarity(row: Place) -> Polarity:
    step = step_of(row)
    return step.inference.polarity if step else Polarity.SUPPORT


def _can_be(argument_map: ArgumentMap, make: Make) -> bool:
    try:
        return bool(make(argument_map))
    except EditError:
        return False


def _move(row: Place, target: Card, polarity: Polarity, rows: Sequence[Place] | None) -> Make:
    """Let a row bear on a claim: behind all that does, or behind the steps that begin in rows."""
    element, of = _element(row), _of(row)
    behind = None if rows is None else _steps_among(rows, target)

    def make(argument_map: ArgumentMap) -> Change:
        change = edits.move_onto(
            argument_map, element=element, target=target.claim, polarity=polarity, of=of
        )
        if behind is None:
            return change
        moved = next(
            e
            for e in change.after.values()
            if isinstance(e, Inference) and e.target == target.claim
        )
        after = argument_map.apply(change)
        by = behind + 1 - len(after.inferences_on(target.claim))
        return change.then(edits.reorder(after, element=moved.id, by=by))

    return make


def _reorder(reading: Reading, row: Place, above: Place | None, before: int) -> Make | None:
    """Put a row elsewhere among those that bear on the same."""
    step = step_of(row)
    if step is None:
        return _reorder_tops(reading, row, before)
    rows = rows_below(above) if above else top_rows(reading.outline)
    if isinstance(row, Card) and len(step.premises) > 1:
        first = rows.index(step.premises[0])
        if not first <= before <= first + len(step.premises):
            return None
        return _by(row.claim, _of(row), step.premises.index(row), before - first)
    if step.above is None:
        return None
    now = step.above.steps.index(step)
    return _by(step.inference.id, None, now, _steps_among(rows[:before], step.above))


def _reorder_tops(reading: Reading, row: Place, before: int) -> Make | None:
    """Put a claim elsewhere among those at the top of its kind: free claims stay behind."""
    outline, claims = reading.outline, [claim.id for claim in reading.map.top_claims()]
    kind: Sequence[Place] = outline.free if row in outline.free else outline.trees
    rows = top_rows(outline)
    beside = [r for r in rows[:before] if r in kind and r is not row][-1:]
    following = [r for r in rows[before:] if r in kind and r is not row][:1]
    if not isinstance(row, Card) or not (beside or following):
        return None
    place = (
        claims.index(ClaimId(_element(beside[0]))) + 1
        if beside
        else claims.index(ClaimId(_element(following[0])))
    )
    return _by(row.claim, None, claims.index(row.claim), place)


def _by(element: TargetId, of: InferenceId | None, now: int, gap: int) -> Make | None:
    """Move an element from its place into a gap, counted with the element where it is."""
    by = gap - now - (gap > now)
    return (lambda m: edits.reorder(m, element=element, by=by, of=of)) if by else None


def _steps_among(rows: Sequence[Place], target: Card | Step) -> int:
    """How many of the steps on a target begin in these rows."""
    begun = set(rows)
    return sum(row_of(step) in begun for step in target.steps)
