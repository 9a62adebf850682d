"""The small picture of a map that the start page shows."""

from itertools import islice

from app.layout.forest import Forest
from app.layout.viewing import overview
from app.ports import Miniature

_MOST = 160  # rectangles; more would be dust
_FINEST = 1 / 80  # of the map's width


def miniature_of(forest: Forest) -> Miniature:
    """Scale a map down to a picture within 0 to 1."""
    bounds = forest.bounds
    if not bounds.width or not bounds.height:
        return Miniature()
    cards = tuple(
        (
            round((rect.x - bounds.x) / bounds.width, 4),
            round((rect.y - bounds.y) / bounds.height, 4),
            round(rect.width / bounds.width, 4),
            round(rect.height / bounds.height, 4),
            role.value,
        )
        for rect, role in islice(overview(forest, bounds.width * _FINEST), _MOST)
    )
    return Miniature(round(bounds.width / bounds.height, 4), cards)
