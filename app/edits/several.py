"""One edit out of several, each made on what the one before it left."""

from collections.abc import Callable, Iterable, Iterator

from app.model.argument_map import ArgumentMap
from app.model.change import Change, combined

Make = Callable[[ArgumentMap], Change | None]
"""Makes a change of a map; None where there is nothing to do any more."""


def several(argument_map: ArgumentMap, *, makes: Iterable[Make], label: str = "") -> Change:
    """Make several edits as one; if one of them cannot be made, none is.

    Without a label it goes by that of the first.
    """
    changes = list(_in_turn(argument_map, makes))
    return combined(changes, label=label or (changes[0].label if changes else ""))


def _in_turn(argument_map: ArgumentMap, makes: Iterable[Make]) -> Iterator[Change]:
    for make in makes:
        change = make(argument_map)
        if change:
            argument_map = argument_map.apply(change)
            yield change
