"""Projects on their way from one file to another: what goes along, and what is rescued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.model.elements import ProjectId


@dataclass(frozen=True, slots=True)
class Sharing:
    """What goes along in a copy that others get, beside the map and the texts that it rests on.

    The history holds what was removed since, and who did what when. Earlier texts of articles go
    with the history in any case, since that names them.
    """

    history: bool = False
    notes: bool = False
    earlier_texts: bool = False


@dataclass(frozen=True, slots=True)
class RescuedProject:
    """What was rescued of a project.

    `lost` elements could not be read, or name something that is lost; `mended` ones lack a part of
    what they were; `remembered` ones were brought back from the history. Of the history all is kept
    or nothing: `is_history_kept`.
    """

    id: ProjectId
    title: str
    claims: int
    elements: int
    lost: int
    mended: int
    remembered: int
    is_history_kept: bool

    @property
    def is_whole(self) -> bool:
        return not (self.lost or self.mended) and self.is_history_kept


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What came of a rescue: `original` is the damaged file as it was, `rescued` the new library.

    `is_all` says whether everything in the file could be read; if not, there may have been more.
    """

    original: Path
    rescued: Path
    projects: Sequence[RescuedProject]
    is_all: bool
