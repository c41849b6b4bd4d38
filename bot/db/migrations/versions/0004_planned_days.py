"""Plans with the day from which they hold, so that a change of days leaves the past as it was"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "planned_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "first"),
    )
    op.execute("INSERT INTO planned_days (person_id, first, days) SELECT id, first_day, planned FROM person")
    op.drop_column("person", "planned")


def downgrade() -> None:
    """Take the change back; of several plans the last one stays."""
    op.add_column("person", sa.Column("planned", sa.String(), nullable=False, server_default="0123456"))
    op.execute(
        "UPDATE person SET planned = (SELECT days FROM planned_days WHERE person_id = person.id"
        " ORDER BY first DESC LIMIT 1) WHERE id IN (SELECT person_id FROM planned_days)"
    )
    op.drop_table("planned_days")
