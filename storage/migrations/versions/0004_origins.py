"""Which file an article was taken from, and what tells that it is the same document."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns."""
    for name in ("origin", "digest"):
        op.add_column("source", sa.Column(name, sa.String(), server_default="", nullable=False))
