"""Other names of speakers with their letters as they are; search did not know them escaped."""

import json

from alembic import op

from storage.columns import as_json

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Write them anew; what is no JSON stays as it is, for those who read it to tell."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":  # a server keeps JSON in its own way, and has no search
        return
    named = "SELECT rowid, aliases FROM speaker WHERE aliases <> '[]'"
    for row, aliases in connection.exec_driver_sql(named).all():
        try:
            written = as_json(json.loads(aliases))
        except (ValueError, TypeError, RecursionError):
            continue
        connection.exec_driver_sql("UPDATE speaker SET aliases = ? WHERE rowid = ?", (written, row))
