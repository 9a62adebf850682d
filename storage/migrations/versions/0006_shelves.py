"""Projects that are put away or in the bin, and their tags."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns."""
    for name in ("archived", "binned"):
        op.add_column("project", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("project", sa.Column("tags", sa.JSON(), server_default="[]", nullable=False))
