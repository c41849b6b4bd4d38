"""Desk-break clubs of groups"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "club",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("weekdays", sa.String(), nullable=False),
        sa.Column("times", sa.String(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_wall", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    with op.batch_alter_table("club", schema=None) as batch_op:
        batch_op.create_index("ix_club_next_due_at", ["next_due_at"], unique=False)
    op.create_table(
        "club_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("exercise", sa.String(), nullable=False),
        sa.Column("variation", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("chat_id", "occurrence"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("club_post", schema=None) as batch_op:
        batch_op.create_index("ix_club_post_open", ["status", "due_at"], unique=False)
    op.create_table(
        "club_tick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["club_post.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("post_id", "person_id"),
    )
    with op.batch_alter_table("club_tick", schema=None) as batch_op:
        batch_op.create_index("ix_club_tick_person_id", ["person_id"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("club_tick", schema=None) as batch_op:
        batch_op.drop_index("ix_club_tick_person_id")
    op.drop_table("club_tick")
    with op.batch_alter_table("club_post", schema=None) as batch_op:
        batch_op.drop_index("ix_club_post_open")
    op.drop_table("club_post")
    with op.batch_alter_table("club", schema=None) as batch_op:
        batch_op.drop_index("ix_club_next_due_at")
    op.drop_table("club")
