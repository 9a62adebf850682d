"""A change: what each touched element was and is. Every edit makes one, and undo is its inverse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model.elements import AnyElement, ElementId


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does, by id: an element only in `after` is new, one only in `before` is gone.

    `label` names the edit in the imperative ("Add a reason") for menus and the journal.
    """

    label: str
    before: Mapping[ElementId, AnyElement]
    after: Mapping[ElementId, AnyElement]

    @classmethod
    def of(
        cls, label: str, *, old: Iterable[AnyElement] = (), new: Iterable[AnyElement] = ()
    ) -> "Change":
        """Make a change from the elements as they were and as they become."""
        before = {element.id: element for element in old}
        after = {element.id: element for element in new}
        same = [key for key, element in after.items() if before.get(key) == element]
        for key in same:
            del before[key], after[key]
        return cls(label, before, after)

    @property
    def touched(self) -> frozenset[ElementId]:
        """The ids of all elements that are new, changed or gone."""
        return frozenset(self.before) | frozenset(self.after)

    def __bool__(self) -> bool:
        return bool(self.before or self.after)

    def inverted(self) -> "Change":
        """The change that takes this one back exactly."""
        return Change(self.label, self.after, self.before)

    def then(self, later: "Change", *, label: str = "") -> "Change":
        """This change and a later one as one change."""
        return combined([self, later], label=label or self.label)


def combined(changes: Iterable[Change], *, label: str) -> Change:
    """Join changes, each made on the result of the one before it, into one."""
    before: dict[ElementId, AnyElement] = {}
    after: dict[ElementId, AnyElement] = {}
    for change in changes:
        for key, element in change.before.items():
            if after.pop(key, None) is None:
                before[key] = element
        after.update(change.after)
    return Change.of(label, old=before.values(), new=after.values())
