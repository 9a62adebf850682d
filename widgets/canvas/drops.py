"""What dropping a claim or a step at a place on the map would do, in a word and as an edit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app import edits
from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Point, Rect
from app.layout.turning import turned
from app.layout.viewing import view
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, InferenceId, Polarity, TargetId
from app.model.errors import EditError
from app.model.outline import PlaceKey
from app.model.role import Role
from widgets.performing import Make
from widgets.reading import Reading
from widgets.selection import premise_of

_REACH = 2_000  # how far along its row siblings are looked for


def tr(text: str) -> str:
    return QCoreApplication.translate("drops", text)


@dataclass(frozen=True, slots=True)
class Drop:
    """Where on the canvas it would land, what it would become, and the edit; none if it may not."""

    rect: Rect
    word: str
    role: Role
    make: Make | None


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is being dragged: a claim with the step whose premise it is, or a step itself."""

    element: TargetId
    of: InferenceId | None

    @classmethod
    def at(cls, argument_map: ArgumentMap, key: PlaceKey) -> "Dragged":
        return cls(ClaimId(key[1]), premise_of(argument_map, key))

    def is_in(self, argument_map: ArgumentMap) -> bool:
        """Whether it is still there, which an undo or another window may have changed."""
        if self.of is None:
            return self.element in argument_map
        there = argument_map.is_inference(self.of)
        return there and self.element in argument_map.inference(self.of).premises

    def step(self, argument_map: ArgumentMap) -> InferenceId | None:
        """The step that comes along, or that a claim is taken from."""
        return InferenceId(self.element) if argument_map.is_inference(self.element) else self.of


def drop_all(
    reading: Reading, dragged: Sequence[Dragged], place: Point, over: CardBox | StepBox | None
) -> Drop | None:
    """Say what dropping several at a place would do: the same to each, as one edit, or nothing."""
    if not all(one.is_in(reading.map) for one in dragged):
        return None
    if len(dragged) == 1:
        return drop_at(reading, dragged[0], place, over)
    if over is None:
        return None
    drops = [drop_at(reading, one, place, over) for one in dragged]
    found = [drop for drop in drops if drop]
    if not found or len(found) < len(drops):
        return None
    makes = [drop.make for drop in found if drop.make]
    if len(makes) < len(found):
        return next(drop for drop in found if not drop.make)
    first = found[0]
    return Drop(first.rect, first.word, first.role, lambda m: edits.several(m, makes=makes))


def drop_at(
    reading: Reading, dragged: Dragged, place: Point, over: CardBox | StepBox | None
) -> Drop | None:
    """Say what a drop at a place, over a card, a pill or nothing, would do; None if nothing."""
    if isinstance(over, StepBox):
        return _onto_step(reading.map, dragged, over)
    if isinstance(over, CardBox):
        return _onto_card(reading.map, dragged, over, place)
    return _between(reading, dragged, place)


def _onto_card(
    argument_map: ArgumentMap, dragged: Dragged, over: CardBox, place: Point
) -> Drop | None:
    if over.claim == dragged.element:
        return None
    step = dragged.step(argument_map)
    into = InferenceId(over.group[1]) if over.group else None
    if step and into and step != into and argument_map.is_claim(dragged.element):
        target = argument_map.inference(step).target
        if argument_map.inference(into).target == target:
            return _as_co_premise(argument_map, dragged, over, into)
    rect, polarity, word, role = half_of(over, place)
    return _checked(argument_map, Drop(rect, word, role, _move(dragged, over.claim, polarity)))


def half_of(over: CardBox, place: Point) -> tuple[Rect, Polarity, str, Role]:
    """The half of a card that a place lies in: the left takes reasons, the right objections."""
    half = over.rect.width / 2
    if place.x < over.rect.x + half:
        rect = Rect(*over.rect[:2], half, over.rect.height)
        return rect, Polarity.SUPPORT, tr("reason"), Role.REASON
    rect = Rect(over.rect.x + half, over.rect.y, half, over.rect.height)
    return rect, Polarity.ATTACK, tr("objection"), Role.OBJECTION


def _as_co_premise(
    argument_map: ArgumentMap, dragged: Dragged, over: CardBox, into: InferenceId
) -> Drop:
    claim, of = ClaimId(dragged.element), dragged.of
    drop = Drop(
        over.rect,
        tr("co-premise"),
        Role.REASON,
        lambda m: edits.move_into(m, claim=claim, inference=into, of=of),
    )
    return _checked(argument_map, drop)


def _onto_step(argument_map: ArgumentMap, dragged: Dragged, over: StepBox) -> Drop | None:
    if dragged.step(argument_map) == over.inference.id:
        return None
    make = _move(dragged, over.inference.id, Polarity.ATTACK)
    return _checked(argument_map, Drop(over.pill, tr("undercut"), Role.UNDERCUTTER, make))


def _between(reading: Reading, dragged: Dragged, place: Point) -> Drop | None:
    """A new place among siblings, between two of which something is dropped."""
    argument_map = reading.map
    step = dragged.step(argument_map)
    if step is None:
        return None
    siblings = [i.id for i in argument_map.inferences_on(argument_map.inference(step).target)]
    orientation = reading.forest.look.orientation
    at = turned(Rect(*place, 0, 0), orientation)
    row = turned(Rect(at.x - _REACH, at.y, 2 * _REACH, 0), orientation)
    boxes = {
        group.inference.id: turned(group.rect, orientation)
        for placed in view(reading.forest, row).blocks
        if (group := placed.step)
    }
    known = [key for key in siblings if key in boxes and key != step]
    if not known or step not in boxes:
        return None
    before = [key for key in known if boxes[key].center.x < at.x]
    others = [key for key in siblings if key != step]
    to = others.index(before[-1]) + 1 if before else others.index(known[0])
    by = to - siblings.index(step)
    if by == 0:
        return None
    gap = turned(Rect(at.x - 3, boxes[step].y, 6, boxes[step].height), orientation)
    return Drop(gap, tr("reorder"), Role.REASON, lambda m: edits.reorder(m, element=step, by=by))


def _move(dragged: Dragged, target: TargetId, polarity: Polarity) -> Make:
    return lambda m: edits.move_onto(
        m, element=dragged.element, target=target, polarity=polarity, of=dragged.of
    )


def _checked(argument_map: ArgumentMap, drop: Drop) -> Drop:
    """The drop, or a refusal in its place if the edit could not be made."""
    try:
        if drop.make:
            drop.make(argument_map)
    except EditError:
        return Drop(drop.rect, tr("not here: it would be its own premise"), drop.role, None)
    return drop
