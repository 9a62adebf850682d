"""What is asked of a library, whatever it is made of, and what it says of its projects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimAddress, ElementId, ProjectId
from app.ports.store import ProjectStore


@dataclass(frozen=True, slots=True)
class Miniature:
    """A small picture of a map: rectangles (x, y, width, height, role), all within 0 to 1."""

    aspect: float = 1.0
    cards: Sequence[tuple[float, float, float, float, str]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project as the start page and the command line list it.

    `archived` and `binned` say since when it has been put away, or has been in the bin.
    """

    id: ProjectId
    title: str
    created: datetime
    changed: datetime
    claims: int
    archived: datetime | None = None
    binned: datetime | None = None
    tags: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An element that a search has found, in some project.

    `kind` is its kind, as in the model. `parts` are words around the match, each with whether it is
    one that was looked for; of a source they may be out of its text.
    """

    project_id: ProjectId
    element_id: ElementId
    kind: str
    parts: Sequence[tuple[str, bool]]


MOST_LINKS: Final = 50
"""Of a claim to others, and of others to it, that are followed: a file of others may hold any."""


class Tie(StrEnum):
    """What ties a claim of another project to one here."""

    LINKED = "linked"  # the claim here names it as the same
    NAMING = "naming"  # it names the claim here as the same
    ALIKE = "alike"  # it says the same, or nearly so


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of another project that is the same as one here, or may be.

    `project` is the title there; None if the library has no such project. `text` is None if that
    has no such claim any more. `likeness` is 1 if the words are the same, else less.
    """

    address: ClaimAddress
    tie: Tie
    project: str | None
    text: str | None
    likeness: float


class Library(Protocol):
    """A place that holds projects. Every method raises StoreError if it fails."""

    @property
    def place(self) -> str: ...

    @property
    def is_read_only(self) -> bool:
        """Whether edits are refused; how a map is looked at is then not kept."""
        ...

    def is_news(self) -> bool:
        """Whether others may have written to the library since this was last asked."""
        ...

    def summaries(self) -> list[ProjectSummary]:
        """All projects but those in the bin, the one changed last first."""
        ...

    def in_bin(self) -> list[ProjectSummary]:
        """The projects in the bin, the one put there last first."""
        ...

    def create(self, argument_map: ArgumentMap) -> ProjectStore:
        """Take in a whole map as a new project, under the id that its project has."""
        ...

    def open(self, project_id: ProjectId) -> ProjectStore:
        """Open a project, wherever it is put."""
        ...

    # What is said of projects, all of those named or none, in one transaction. It is no edit of
    # their maps: it is in no journal and changes no `changed`.

    def archive(self, *project_ids: ProjectId) -> None:
        """Put projects away; those in the bin are put away once they are taken out of it."""
        ...

    def unarchive(self, *project_ids: ProjectId) -> None: ...

    def put_in_bin(self, *project_ids: ProjectId) -> None:
        """Put projects into the bin, from where they can be taken again just as they were."""
        ...

    def take_from_bin(self, *project_ids: ProjectId) -> None: ...

    def keep_tags(self, tags: Mapping[ProjectId, Sequence[str]]) -> None:
        """Give projects these tags in place of those they have."""
        ...

    def delete(self, *project_ids: ProjectId) -> None:
        """Delete projects for good."""
        ...

    def miniature(self, project_id: ProjectId) -> Miniature:
        """The small picture of a project that was kept last; an empty one if there is none."""
        ...

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None: ...

    def search(self, words: str, *, most: int = 50) -> Sequence[Found]:
        """Look for words, or beginnings of words, in all projects but those in the bin.

        The best matches come first.
        """
        ...

    def elsewhere(
        self, project_id: ProjectId, claim: Claim, *, most: int = 8
    ) -> Sequence[Elsewhere]:
        """Find claims of other projects that are the same as a claim; the project may be elsewhere.

        Those that it names come first, in its order, then those that name it, then the likest: of
        these last so many at most. Each claim comes once. Of links there may be any number;
        no more than the first `MOST_LINKS` of either kind are sure to be found.
        """
        ...

    def check(self, *, seconds: float = 600) -> bool:
        """Look for damage for so long at most; gives whether all of it was looked at.

        Raises DamageError if there is any.
        """
        ...

    def close(self) -> None: ...
