"""New projects in the person's library: empty ones, one with an article, and the sample.

What is needed to make them is imported then, after the window has been painted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.articles.taken import Taken
    from app.model.argument_map import ArgumentMap
    from widgets.projects import Projects


class NewProjects:
    """Puts projects into the library and opens them; what goes wrong is told by `Projects`."""

    def __init__(self, projects: Projects, read_shared: Callable[[Path], ArgumentMap]) -> None:
        self._projects = projects
        self._read_shared = read_shared

    def begin(self, title: str) -> None:
        """Begin an empty project."""
        from app import edits  # noqa: PLC0415  see the module's docstring

        empty = self._projects.attempt(lambda: edits.new_map(title=title), None)
        if empty:
            self._create(empty)

    def begin_with(self, taken: Taken) -> None:
        """Begin a project with an article that was just taken in, and name it after that."""
        from app import edits  # noqa: PLC0415  see the module's docstring
        from app.articles.taken import as_source  # noqa: PLC0415  as above

        captured = datetime.now(UTC)
        source = self._projects.attempt(lambda: as_source(taken, captured=captured), None)
        if source:
            empty = edits.new_map(title=source.title)
            self._create(empty.apply(edits.add_source(empty, source=source)))

    def open_sample(self, path: Path) -> None:
        """Open the sample, a copy of which is put into the library the first time.

        If that is in the bin, it is taken out.
        """
        projects = self._projects
        sample = projects.attempt(lambda: self._read_shared(path), None)
        known = projects.at_home(
            lambda library: ({one.id for one in library.in_bin()}, library.summaries()),
            lambda: self.open_sample(path),
        )
        if sample is None or known is None:
            return
        key, (binned, others) = sample.project.id, known
        if key in binned:
            projects.restore_and_open(key)
        elif any(one.id == key for one in others):
            projects.open(key)
        else:
            self._create(sample)

    def _create(self, argument_map: ArgumentMap) -> None:
        store = self._projects.at_home(
            lambda library: library.create(argument_map), lambda: self._create(argument_map)
        )
        if store:
            self._projects.open(store.project_id)
