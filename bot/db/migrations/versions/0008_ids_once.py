"""Ids that travel in buttons are given once, on SQLite too"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("care_thread", "hold", "prescription")


def upgrade() -> None:
    """Apply the change."""
    _copy(once=True)


def downgrade() -> None:
    """Take the change back."""
    _copy(once=False)


def _copy(*, once: bool) -> None:
    """Copy the tables: SQLite learns only with a new table that ids are not given again."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in TABLES:
        with op.batch_alter_table(name, recreate="always", table_kwargs={"sqlite_autoincrement": once}):
            pass
