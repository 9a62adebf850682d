"""What a map is made of: frozen, checked values, each with an id that is unique in its project."""

import secrets
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Literal, NewType, TypeAlias

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from app.model.errors import EditError

ProjectId = NewType("ProjectId", str)
ClaimId = NewType("ClaimId", str)
InferenceId = NewType("InferenceId", str)
SourceId = NewType("SourceId", str)
SpeakerId = NewType("SpeakerId", str)
LocutionId = NewType("LocutionId", str)
TargetId: TypeAlias = ClaimId | InferenceId
ElementId: TypeAlias = ProjectId | ClaimId | InferenceId | SourceId | SpeakerId | LocutionId

TEXT_PATTERN = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
RANK_PATTERN = r"^[a-zA-Z][0-9a-zA-Z]*$"
ID_PATTERN = r"^[0-9a-z]{1,64}$"
DIGEST_PATTERN = r"^([0-9a-f]{64})?$"
MOST_CONFIDENT = 100  # per cent
SPEAKER_COLOURS = 8  # as many as a theme has tints

Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN)]
"""Any text without control characters but tab and line feed; `app.model.text.clean` makes it so."""

Rank = Annotated[str, StringConstraints(pattern=RANK_PATTERN)]
"""A place among siblings: ranks sort as strings, and between any two there is room for another."""

Id = StringConstraints(pattern=ID_PATTERN)


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise PydanticCustomError("datetime_parsing", "beyond all calendars") from error


def _each_once(addresses: "tuple[ClaimAddress, ...]") -> "tuple[ClaimAddress, ...]":
    return tuple(dict.fromkeys(addresses))


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A moment, kept in UTC."""


def new_id() -> str:
    """Make an id: 16 hexadecimal digits, unique in every library the project may ever come to."""
    return secrets.token_hex(8)


class Polarity(StrEnum):
    """Whether an inference speaks for its target or against it."""

    SUPPORT = "support"
    ATTACK = "attack"

    @property
    def opposite(self) -> "Polarity":
        return Polarity.ATTACK if self is Polarity.SUPPORT else Polarity.SUPPORT


class SpeakerKind(StrEnum):
    """What sort of speaker says things."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    UNNAMED = "unnamed"


class Stance(StrEnum):
    """How a speaker puts a claim forward."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    CONCEDES = "concedes"
    DENIES = "denies"
    ASKS = "asks"


class Fidelity(StrEnum):
    """How faithfully a claim renders the words it rests on."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    SUMMARY = "summary"
    INTERPRETATION = "interpretation"


class MarkState(StrEnum):
    """Whether a mark holds the words that were marked; all but SURE need a look of the person."""

    SURE = "sure"  # also of a saying that was never marked
    REWORDED = "reworded"  # it holds nearly the same words
    UNSURE = "unsure"  # it holds the same words, but these stand in several places
    LOST = "lost"  # its words are in the text no more


class Element(BaseModel):
    """The base of everything that has an id and that a change can touch."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Project(Element):
    """What the map as a whole is called."""

    kind: Literal["project"] = "project"
    id: Annotated[ProjectId, Id]
    title: Text


class ClaimAddress(BaseModel):
    """Where a claim is, in any library: its project, and the claim in that."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    project: Annotated[ProjectId, Id]
    claim: Annotated[ClaimId, Id]


class Claim(Element):
    """A sentence that can be true or false.

    `confidence` is how sure the person is that it is true, in per cent; None if they did not say.
    `same_as` are claims of other projects that are this one said elsewhere, each named once; they
    may be in another library, or gone.
    """

    kind: Literal["claim"] = "claim"
    id: Annotated[ClaimId, Id]
    text: Text
    rank: Rank
    note: Text = ""
    tags: tuple[Text, ...] = ()
    unstated: bool = False
    confidence: Annotated[int, Field(ge=0, le=MOST_CONFIDENT)] | None = None
    same_as: Annotated[tuple[ClaimAddress, ...], AfterValidator(_each_once)] = ()


class Inference(Element):
    """The step from premises, taken together, to a claim or to another inference."""

    kind: Literal["inference"] = "inference"
    id: Annotated[InferenceId, Id]
    premises: Annotated[tuple[Annotated[ClaimId, Id], ...], Field(min_length=1)]
    target: Annotated[ClaimId | InferenceId, Id]
    polarity: Polarity
    rank: Rank
    scheme: Text = ""

    @model_validator(mode="after")
    def _is_a_step(self) -> "Inference":
        if len(set(self.premises)) != len(self.premises):
            raise EditError("A claim can be a premise of the same step only once.")
        if self.target in self.premises:
            raise EditError("A claim cannot be its own premise.")
        if self.target == self.id:
            raise EditError("A step cannot bear on itself.")
        return self


class Source(Element):
    """An article, report or transcript, with its own text, frozen as it was taken in.

    `captured` is when that was, if it is known; `origin` is the name of the file that it was taken
    from, and `digest` the SHA-256 of what that held, or of what was pasted. `capture_of` names the
    article that this is an earlier text of, kept to be compared with; no mark stands in such a
    text.
    """

    kind: Literal["source"] = "source"
    id: Annotated[SourceId, Id]
    title: Text
    text: Text
    author: Text = ""
    outlet: Text = ""
    published: date | None = None
    address: Text = ""
    language: Text = ""
    origin: Text = ""
    digest: Annotated[str, StringConstraints(pattern=DIGEST_PATTERN)] = ""
    captured: Moment | None = None
    capture_of: Annotated[SourceId, Id] | None = None


class Speaker(Element):
    """A person, organisation, publication or unnamed group that says things.

    `colour` is a number in the tints of the theme; None if the person chose none.
    """

    kind: Literal["speaker"] = "speaker"
    id: Annotated[SpeakerId, Id]
    name: Annotated[Text, StringConstraints(min_length=1)]
    sort: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[Text, ...] = ()
    affiliation: Text = ""
    colour: Annotated[int, Field(ge=0, lt=SPEAKER_COLOURS)] | None = None


class Anchor(BaseModel):
    """A place in a source's text: `start` to `end` in code points, the exact words, their context.

    The words around it (`prefix`, `suffix`) find the place again when the text has changed, as in
    the TextQuoteSelector of the W3C Web Annotation Data Model.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    source: Annotated[SourceId, Id]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    exact: Text
    prefix: Text = ""
    suffix: Text = ""

    @model_validator(mode="after")
    def _holds_words(self) -> "Anchor":
        if self.end <= self.start or len(self.exact) != self.end - self.start:
            raise EditError("A mark in an article must hold at least one character.")
        return self


class Locution(Element):
    """One saying of a claim: by whom (who said it first, then through whom), how, and where.

    Without speakers it is the article itself that says it. `former` is where the mark stood, and
    what it held, before the text of the source was changed; it is there as long as the person has
    not had a look at what became of the mark.
    """

    kind: Literal["locution"] = "locution"
    id: Annotated[LocutionId, Id]
    claim: Annotated[ClaimId, Id]
    speakers: tuple[Annotated[SpeakerId, Id], ...] = ()
    stance: Stance = Stance.ASSERTS
    fidelity: Fidelity = Fidelity.PARAPHRASE
    anchor: Anchor | None = None
    former: Anchor | None = None

    @property
    def mark_state(self) -> MarkState:
        if self.former is None:
            return MarkState.SURE
        if self.anchor is None:
            return MarkState.LOST
        same = self.anchor.exact.split() == self.former.exact.split()
        return MarkState.UNSURE if same else MarkState.REWORDED


_LAST = 1 << 60


def text_order(saying: Locution) -> tuple[int, str]:
    """Where a saying comes among those of a claim: by its mark, those without one last."""
    return (saying.anchor.start if saying.anchor else _LAST, saying.id)


AnyElement: TypeAlias = Annotated[
    Project | Claim | Inference | Source | Speaker | Locution, Field(discriminator="kind")
]
