"""Which projects the start page lists, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.analysis.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.ports import ProjectSummary


class Shelf(StrEnum):
    """Where a project is kept."""

    PROJECTS = "projects"
    ARCHIVED = "archived"
    BIN = "bin"


class Order(StrEnum):
    """What projects are sorted by."""

    CHANGED = "changed"
    TITLE = "title"
    SIZE = "size"
    CREATED = "created"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants to see: the projects of a shelf with all the tags and words given."""

    shelf: Shelf = Shelf.PROJECTS
    words: str = ""
    tags: tuple[str, ...] = ()
    order: Order = Order.CHANGED

    @property
    def is_narrow(self) -> bool:
        """Whether projects of the shelf may be left out."""
        return bool(self.words.strip() or self.tags)


def shelf_of(project: ProjectSummary) -> Shelf:
    """Where a project is: what is in the bin is there, whether it was archived before or not."""
    if project.binned:
        return Shelf.BIN
    return Shelf.ARCHIVED if project.archived else Shelf.PROJECTS


def listed(projects: Iterable[ProjectSummary], choice: Choice) -> list[ProjectSummary]:
    """The projects to show. Those in the bin are always in the order in which they went there."""
    words = folded(choice.words).split()
    found = [
        project
        for project in projects
        if shelf_of(project) is choice.shelf
        and set(choice.tags) <= set(project.tags)
        and _has(project, words)
    ]
    if choice.shelf is Shelf.BIN:
        found.sort(key=lambda one: one.binned or one.changed, reverse=True)
    elif choice.order is Order.TITLE:
        found.sort(key=lambda one: folded(one.title))
    elif choice.order is Order.SIZE:
        found.sort(key=lambda one: one.claims, reverse=True)
    elif choice.order is Order.CREATED:
        found.sort(key=lambda one: one.created, reverse=True)
    else:
        found.sort(key=lambda one: one.changed, reverse=True)
    return found


def tags_of(projects: Iterable[ProjectSummary]) -> list[str]:
    """All tags of some projects, by the alphabet."""
    return sorted({tag for project in projects for tag in project.tags}, key=folded)


def common_tags(projects: Sequence[ProjectSummary]) -> frozenset[str]:
    """The tags that each of some projects has."""
    own = [frozenset(one.tags) for one in projects]
    return frozenset.intersection(*own) if own else frozenset()


def _has(project: ProjectSummary, words: Sequence[str]) -> bool:
    """Whether a project has all words in its title and tags."""
    if not words:
        return True
    text = folded("\n".join((project.title, *project.tags)))
    return all(word in text for word in words)
