"""Leases for deliveries, their planned moment and day; quiet hours; the budget that replicas share"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "send_budget",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    # No batches here: they would copy the tables, and dropping the old ones takes everything with them that
    # belongs to a person.
    op.add_column("person", sa.Column("quiet_from", sa.Time(), nullable=True))
    op.add_column("person", sa.Column("quiet_until", sa.Time(), nullable=True))
    op.add_column("delivery", sa.Column("soft", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("delivery", sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("delivery", sa.Column("day", sa.Date(), nullable=True))
    op.add_column("delivery", sa.Column("claimed_by", sa.String(), nullable=False, server_default=""))
    op.add_column("delivery", sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True))
    op.drop_index("ix_delivery_open", table_name="delivery")
    op.create_index("ix_delivery_open", "delivery", ["status", "soft", "due_at"], unique=False)
    op.drop_index("ix_delivery_person_id", table_name="delivery")
    op.create_index("ix_delivery_planned", "delivery", ["person_id", "planned_at"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    op.drop_index("ix_delivery_planned", table_name="delivery")
    op.create_index("ix_delivery_person_id", "delivery", ["person_id"], unique=False)
    op.drop_index("ix_delivery_open", table_name="delivery")
    op.create_index("ix_delivery_open", "delivery", ["status", "due_at"], unique=False)
    for column in ("claimed_until", "claimed_by", "day", "planned_at", "soft"):
        op.drop_column("delivery", column)
    for column in ("quiet_until", "quiet_from"):
        op.drop_column("person", column)
    op.drop_table("send_budget")
