"""The tables of a library.

They say how things lie on disk and check nothing but references: values are checked by the model,
and `storage.rows` maps the one to the other. An element is known by its project and its id, since
one id may stand in several projects of a library. References are checked when a transaction ends,
so the order of rows within one does not matter.
"""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
)
from sqlmodel import Field, SQLModel

from storage.columns import Day, Json, Moment, Picture


def _refers(
    columns: list[str], to: str, target: list[str], *, with_it: bool = False
) -> ForeignKeyConstraint:
    """Refer to rows of a table; if `with_it`, those that refer go with what they refer to."""
    return ForeignKeyConstraint(
        columns,
        [f"{to}.{column}" for column in target],
        ondelete="CASCADE" if with_it else None,
        deferrable=True,
        initially="DEFERRED",
    )


def _of_project() -> ForeignKeyConstraint:
    return _refers(["project_id"], "project", ["id"], with_it=True)


def _element(column: str, to: str, *, with_it: bool = False) -> ForeignKeyConstraint:
    return _refers(["project_id", column], to, ["project_id", "id"], with_it=with_it)


class Row(SQLModel):
    """The base of all tables; constraints have names, so that a migration can take them away."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


class ProjectRow(Row, table=True):
    """A project, and where undo (`head`) and redo (`tip`) stand in its journal."""

    __tablename__ = "project"

    id: str = Field(primary_key=True)
    title: str
    created: datetime = Field(sa_type=Moment)
    changed: datetime = Field(sa_type=Moment)
    head: int | None = None
    tip: int | None = None
    claims: int


class ProjectViewRow(Row, table=True):
    """How a project was last looked at; apart from `project`, which each edit writes anew."""

    __tablename__ = "project_view"
    __table_args__ = (_of_project(),)

    project_id: str = Field(primary_key=True)
    folded: list[str] | None = Field(sa_type=Json, nullable=False)  # null in JSON: never touched
    miniature: dict[str, object] = Field(sa_type=Picture)
    view: dict[str, object] = Field(sa_type=Json, sa_column_kwargs={"server_default": "{}"})


class ClaimRow(Row, table=True):
    """A claim."""

    __tablename__ = "claim"
    __table_args__ = (_of_project(),)

    project_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    text: str
    rank: str
    note: str
    tags: list[str] = Field(sa_type=Json)
    unstated: bool
    confidence: int | None = None
    same_as: list[dict[str, str]] = Field(sa_type=Json, sa_column_kwargs={"server_default": "[]"})


class InferenceRow(Row, table=True):
    """An inference, on a claim or on another inference."""

    __tablename__ = "inference"
    __table_args__ = (
        _of_project(),
        _element("target_claim", "claim"),
        _element("target_inference", "inference"),
        CheckConstraint("(target_claim IS NULL) <> (target_inference IS NULL)", name="one_target"),
        Index(None, "project_id", "target_claim"),
        Index(None, "project_id", "target_inference"),
    )

    project_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    target_claim: str | None = None
    target_inference: str | None = None
    polarity: str
    rank: str
    scheme: str


class PremiseRow(Row, table=True):
    """A claim as a premise of an inference, at its place among the others."""

    __tablename__ = "premise"
    __table_args__ = (
        _element("inference", "inference", with_it=True),
        _element("claim", "claim"),
        Index(None, "project_id", "claim"),
    )

    project_id: str = Field(primary_key=True)
    inference: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    claim: str


class TextRow(Row, table=True):
    """The text of sources, once for each content, by the SHA-256 of its UTF-8.

    It stays while its project stays, since the journal names it when the source has been removed.
    """

    __tablename__ = "text"
    __table_args__ = (_of_project(),)

    project_id: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    text: str


class SourceRow(Row, table=True):
    """A source without its text.

    `capture_of` is no reference for the database to check, since SQLite cannot add one to a table
    that is there; the map checks it.
    """

    __tablename__ = "source"
    __table_args__ = (
        _of_project(),
        _refers(["project_id", "text_hash"], "text", ["project_id", "hash"]),
    )

    project_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    title: str
    author: str
    outlet: str
    published: date | None = Field(default=None, sa_type=Day)
    address: str
    language: str
    text_hash: str
    captured: datetime | None = Field(default=None, sa_type=Moment)
    capture_of: str | None = None
    origin: str = Field(sa_column_kwargs={"server_default": ""})
    digest: str = Field(sa_column_kwargs={"server_default": ""})


class SpeakerRow(Row, table=True):
    """A speaker."""

    __tablename__ = "speaker"
    __table_args__ = (_of_project(),)

    project_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    sort: str
    aliases: list[str] = Field(sa_type=Json)
    affiliation: str
    colour: int | None = None


class LocutionRow(Row, table=True):
    """A locution; the columns of its anchor are all there or all missing.

    `former` is a whole anchor, in a text that is there no more.
    """

    __tablename__ = "locution"
    __table_args__ = (
        _of_project(),
        _element("claim", "claim"),
        _element("source", "source"),
        CheckConstraint(
            "(source IS NULL) = (start_at IS NULL) AND (source IS NULL) = (end_at IS NULL)"
            " AND (source IS NULL) = (exact IS NULL) AND (source IS NULL) = (prefix IS NULL)"
            " AND (source IS NULL) = (suffix IS NULL)",
            name="whole_anchor",
        ),
        Index(None, "project_id", "claim"),
        Index(None, "project_id", "source"),
    )

    project_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    claim: str
    stance: str
    fidelity: str
    source: str | None = None
    start_at: int | None = None
    end_at: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    former: dict[str, object] | None = Field(default=None, sa_type=Json)


class LocutionSpeakerRow(Row, table=True):
    """A speaker's place in the chain of those through whom something was said."""

    __tablename__ = "locution_speaker"
    __table_args__ = (
        _element("locution", "locution", with_it=True),
        _element("speaker", "speaker"),
        Index(None, "project_id", "speaker"),
    )

    project_id: str = Field(primary_key=True)
    locution: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    speaker: str


class JournalRow(Row, table=True):
    """An entry of a project's journal; numbers are never used again, since other rows keep them.

    `parent` is no reference for the database to check: entries are only added, and go all together.
    """

    __tablename__ = "journal"
    __table_args__ = (
        _of_project(),
        Index(None, "project_id"),
        {"sqlite_autoincrement": True},  # elsewhere numbers are not used again anyway
    )

    number: int | None = Field(default=None, primary_key=True)
    project_id: str
    parent: int | None = None
    kind: str
    grp: str
    label: str
    at: datetime = Field(sa_type=Moment)
    author: str
    change: str


def table_of(row: type[Row]) -> Table:
    """The table that a row class stands for, for use in statements."""
    return Row.metadata.tables[str(row.__tablename__)]


def create_tables(connection: Connection) -> None:
    """Make all tables in an empty library."""
    Row.metadata.create_all(connection, checkfirst=False)
