"""How a project is looked at: kept with it, but no part of its map, and not undone."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.model.elements import ClaimId, ElementId, SourceId, SpeakerId, Text


class Orientation(StrEnum):
    """Which way arguments hang from what they bear on."""

    DOWN = "down"
    RIGHT = "right"
    UP = "up"


class Spacing(StrEnum):
    """How much room there is around cards."""

    ROOMY = "roomy"
    COMPACT = "compact"


class LineHeight(StrEnum):
    """How far apart the lines of the article are."""

    TIGHT = "tight"
    USUAL = "usual"
    ROOMY = "roomy"


class Trait(StrEnum):
    """What claims can be told apart by."""

    SPEAKER = "speaker"
    TAG = "tag"
    SOURCE = "source"
    ROLE = "role"


class Criterion(BaseModel):
    """A trait and one value of it: the id of a speaker or source, a tag, or the name of a role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    trait: Trait
    value: Text


SMALLEST_TEXT, LARGEST_TEXT = 70, 200  # per cent
MOST_LINKS = 3


class ViewState(BaseModel):
    """How a project was last looked at.

    `folded` holds the claims that are shown without what hangs below them; it is None as long as
    nobody has folded or unfolded anything. `focus` is the claim or step whose branch is shown
    alone, "" for the whole map. `links` is how many steps away from the selection claims are still
    shown, 0 for all of them. `source` is the article that is read. Ids of what is no longer there
    are harmless. `apart` holds the pairs of speakers with names alike that are not the
    same, each sorted. `rejected` holds the keys of suggestions that the person does not
    want, each with the article that it is about; `guesses` is whether those that are but
    guesses are listed too.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    folded: frozenset[ElementId] | None = None
    focus: ElementId = ClaimId("")
    links: Annotated[int, Field(ge=0, le=MOST_LINKS)] = 0
    orientation: Orientation = Orientation.DOWN
    spacing: Spacing = Spacing.ROOMY
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    tint: Trait | None = None
    filter: Criterion | None = None
    apart: frozenset[tuple[SpeakerId, SpeakerId]] = frozenset()
    rejected: frozenset[tuple[SourceId, Text]] = frozenset()
    guesses: bool = False
    source: SourceId = SourceId("")
    article_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    article_lines: LineHeight = LineHeight.USUAL

    def changed(self, **fields: object) -> "ViewState":
        """Build a checked copy with other fields."""
        return ViewState.model_validate({**dict(self), **fields})
