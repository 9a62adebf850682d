"""Claims of other projects that a claim is the same as."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    links = sa.Column("same_as", sa.JSON(), server_default="[]", nullable=False)
    op.add_column("claim", links)
