"""The signs of the roles, as strokes in a unit square: they need no font and look alike everywhere.

Plus for a reason, minus for an objection, a turning arrow for a rebuttal, a crossed arrow for an
undercutter.
"""

from collections.abc import Mapping

from app.layout.geometry import Point
from app.model.role import Role

Stroke = tuple[Point, ...]


def _stroke(*coordinates: tuple[float, float]) -> Stroke:
    return tuple(Point(x, y) for x, y in coordinates)


SIGNS: Mapping[Role, tuple[Stroke, ...]] = {
    Role.REASON: (_stroke((0.5, 0.05), (0.5, 0.95)), _stroke((0.05, 0.5), (0.95, 0.5))),
    Role.OBJECTION: (_stroke((0.05, 0.5), (0.95, 0.5)),),
    Role.REBUTTAL: (
        _stroke((0.9, 0.05), (0.9, 0.65), (0.05, 0.65)),
        _stroke((0.35, 0.35), (0.05, 0.65), (0.35, 0.95)),
    ),
    Role.UNDERCUTTER: (_stroke((0.1, 0.1), (0.9, 0.9)), _stroke((0.9, 0.1), (0.1, 0.9))),
}
"""Roles of claims that are no premises have no sign."""
