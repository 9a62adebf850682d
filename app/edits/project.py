"""Edits of the project as a whole."""

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Project, ProjectId, new_id
from app.model.errors import EditError
from app.model.text import one_line


def new_map(*, title: str) -> ArgumentMap:
    """Make an empty map for a new project."""
    return ArgumentMap.of(Project(id=ProjectId(new_id()), title=_title(title)))


def copied_map(argument_map: ArgumentMap, *, title: str) -> ArgumentMap:
    """Make a map with all that is in another one, for a new project."""
    old = argument_map.project
    elements = [element for element in argument_map.elements if element.id != old.id]
    return ArgumentMap.of(Project(id=ProjectId(new_id()), title=_title(title)), elements)


def rename_project(argument_map: ArgumentMap, *, title: str) -> Change:
    """Give the project another title."""
    old = argument_map.project
    return Change.of("Rename the project", old=[old], new=[changed(old, title=_title(title))])


def _title(title: str) -> str:
    line = one_line(title)
    if not line:
        raise EditError("A project needs a title.")
    return line
