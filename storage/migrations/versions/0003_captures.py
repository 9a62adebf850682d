"""Marks that need a look, earlier texts of an article, and colours of speakers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("source", sa.Column("captured", sa.DateTime(timezone=True)))
    op.add_column("source", sa.Column("capture_of", sa.String()))
    op.add_column("speaker", sa.Column("colour", sa.Integer()))
    op.add_column("locution", sa.Column("former", sa.JSON()))
