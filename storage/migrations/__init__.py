"""Which version a library has, and how an older one becomes one of today.

Alembic takes a moment to import, so only what needs it does: the migration of an older library.
"""

from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)

HEAD: Final = "0007"
"""The version of the tables in `storage.tables`; versions are numbers that sort as strings."""

SCRIPTS: Final = "storage:migrations"
"""Where Alembic finds env.py and the versions: this package, wherever it is installed."""

_VERSIONS = Table(  # as Alembic makes it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def is_empty(connection: Connection) -> bool:
    """Whether a database has no tables at all."""
    return not inspect(connection).get_table_names()


def version(connection: Connection) -> str:
    """The version of a library; empty if it has none and thus is none of ours."""
    if not inspect(connection).has_table(_VERSIONS.name):
        return ""
    return connection.scalar(select(_VERSIONS.c.version_num)) or ""


def is_version(text: str) -> bool:
    """Whether this is a version of ours, be it older or newer than today's."""
    return len(text) == len(HEAD) and text.isdecimal()


def stamp(connection: Connection) -> None:
    """Say that tables that have just been made are those of today."""
    _VERSIONS.create(connection)
    connection.execute(insert(_VERSIONS).values(version_num=HEAD))


def upgrade(connection: Connection) -> None:
    """Bring the tables of an older version up to today's, within the open transaction."""
    from alembic import command  # noqa: PLC0415  see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
