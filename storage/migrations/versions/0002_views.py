"""How a project is looked at, and how sure the person is of a claim."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add a column for the one and a column for the other."""
    view = sa.Column("view", sa.JSON(), server_default="{}", nullable=False)
    op.add_column("project_view", view)
    op.add_column("claim", sa.Column("confidence", sa.Integer()))
