"""What hangs below claims and inferences, at any depth, circles included."""

from collections.abc import Collection, Iterable

from app.model.argument_map import ArgumentMap
from app.model.elements import ElementId, InferenceId, TargetId


def with_below(
    argument_map: ArgumentMap,
    elements: Iterable[TargetId],
    *,
    leaving_out: Collection[ElementId] = (),
) -> set[TargetId]:
    """The elements given with all below them; not those left out, nor what only they lead to."""
    found: set[TargetId] = set()
    stack = list(elements)
    while stack:
        key = stack.pop()
        if key in found or key in leaving_out:
            continue
        found.add(key)
        stack += [inference.id for inference in argument_map.inferences_on(key)]
        if argument_map.is_inference(key):
            stack += argument_map.inference(InferenceId(key)).premises
    return found
