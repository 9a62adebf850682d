"""Copies of projects in the library, and other titles for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.start.words import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.model.elements import ProjectId
    from app.ports import Library, ProjectSummary


def copy_title(title: str, taken: Collection[str]) -> str:
    """What a copy of a project is called, with a number where that is another one's title."""
    wanted = tr("Copy of {title}").format(title=title)
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = tr("{title} ({number})").format(title=wanted, number=number)
    return found


def duplicate(library: Library, project: ProjectSummary, title: str) -> ProjectId:
    """Put a copy of a project into a library: its map as it is now, without the history.

    The copy is looked at as the project is, and has its tags and picture.
    """
    from app import edits  # noqa: PLC0415  after the first paint

    original = library.open(project.id)
    copy = library.create(edits.copied_map(original.load(), title=title))
    copy.keep_view_state(original.view_state())
    library.keep_miniature(copy.project_id, library.miniature(project.id))
    library.keep_tags({copy.project_id: project.tags})
    return copy.project_id


def rename(library: Library, project_id: ProjectId, title: str) -> None:
    """Give a project another title: an edit, which can be undone in the project, too."""
    from app import edits  # noqa: PLC0415  as above
    from app.document import Document  # noqa: PLC0415  as above

    document = Document(library.open(project_id))
    document.do(edits.rename_project(document.map, title=title))
