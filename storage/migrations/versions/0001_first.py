"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _projects()
    _claims_and_inferences()
    _sources()
    _speakers_and_locutions()
    _journal()


def _projects() -> None:
    op.create_table(
        "project",
        _words("id"),
        _words("title"),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("head", sa.Integer()),
        sa.Column("tip", sa.Integer()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
    )
    op.create_table(
        "project_view",
        _words("project_id"),
        sa.Column("folded", sa.JSON(), nullable=False),
        sa.Column("miniature", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project_view")),
        _of_project("project_view"),
    )


def _claims_and_inferences() -> None:
    op.create_table(
        "claim",
        _words("project_id"),
        _words("id"),
        _words("text"),
        _words("rank"),
        _words("note"),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("unstated", sa.Boolean(), nullable=False),
        _key("claim", "id"),
        _of_project("claim"),
    )
    op.create_table(
        "inference",
        _words("project_id"),
        _words("id"),
        _words("target_claim", nullable=True),
        _words("target_inference", nullable=True),
        _words("polarity"),
        _words("rank"),
        _words("scheme"),
        _key("inference", "id"),
        _of_project("inference"),
        _refers("inference", "target_claim", "claim"),
        _refers("inference", "target_inference", "inference"),
        sa.CheckConstraint(
            "(target_claim IS NULL) <> (target_inference IS NULL)",
            name=op.f("ck_inference_one_target"),
        ),
    )
    _index("inference", "target_claim")
    _index("inference", "target_inference")
    op.create_table(
        "premise",
        _words("project_id"),
        _words("inference"),
        sa.Column("position", sa.Integer(), nullable=False),
        _words("claim"),
        _key("premise", "inference", "position"),
        _refers("premise", "inference", "inference", with_it=True),
        _refers("premise", "claim", "claim"),
    )
    _index("premise", "claim")


def _sources() -> None:
    op.create_table(
        "text",
        _words("project_id"),
        _words("hash"),
        _words("text"),
        _key("text", "hash"),
        _of_project("text"),
    )
    op.create_table(
        "source",
        _words("project_id"),
        _words("id"),
        _words("title"),
        _words("author"),
        _words("outlet"),
        sa.Column("published", sa.Date()),
        _words("address"),
        _words("language"),
        _words("text_hash"),
        _key("source", "id"),
        _of_project("source"),
        _refers("source", "text_hash", "text", by="hash"),
    )


def _speakers_and_locutions() -> None:
    op.create_table(
        "speaker",
        _words("project_id"),
        _words("id"),
        _words("name"),
        _words("sort"),
        sa.Column("aliases", sa.JSON(), nullable=False),
        _words("affiliation"),
        _key("speaker", "id"),
        _of_project("speaker"),
    )
    op.create_table(
        "locution",
        _words("project_id"),
        _words("id"),
        _words("claim"),
        _words("stance"),
        _words("fidelity"),
        _words("source", nullable=True),
        sa.Column("start_at", sa.Integer()),
        sa.Column("end_at", sa.Integer()),
        _words("exact", nullable=True),
        _words("prefix", nullable=True),
        _words("suffix", nullable=True),
        _key("locution", "id"),
        _of_project("locution"),
        _refers("locution", "claim", "claim"),
        _refers("locution", "source", "source"),
        sa.CheckConstraint(
            "(source IS NULL) = (start_at IS NULL) AND (source IS NULL) = (end_at IS NULL)"
            " AND (source IS NULL) = (exact IS NULL) AND (source IS NULL) = (prefix IS NULL)"
            " AND (source IS NULL) = (suffix IS NULL)",
            name=op.f("ck_locution_whole_anchor"),
        ),
    )
    _index("locution", "claim")
    _index("locution", "source")
    op.create_table(
        "locution_speaker",
        _words("project_id"),
        _words("locution"),
        sa.Column("position", sa.Integer(), nullable=False),
        _words("speaker"),
        _key("locution_speaker", "locution", "position"),
        _refers("locution_speaker", "locution", "locution", with_it=True),
        _refers("locution_speaker", "speaker", "speaker"),
    )
    _index("locution_speaker", "speaker")


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        _words("project_id"),
        sa.Column("parent", sa.Integer()),
        _words("kind"),
        _words("grp"),
        _words("label"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _words("author"),
        _words("change"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
        _of_project("journal"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_project_id"), "journal", ["project_id"])


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("project_id", *columns, name=op.f(f"pk_{table}"))


def _of_project(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["project_id"],
        ["project.id"],
        name=op.f(f"fk_{table}_project_id"),
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def _refers(
    table: str, column: str, to: str, *, by: str = "id", with_it: bool = False
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["project_id", column],
        [f"{to}.project_id", f"{to}.{by}"],
        name=op.f(f"fk_{table}_project_id_{column}"),
        ondelete="CASCADE" if with_it else None,
        deferrable=True,
        initially="DEFERRED",
    )


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_project_id_{column}"), table, ["project_id", column])
