"""Alembic's way in: the connection and its transaction are given by db/upgrade; there is no offline mode."""

from alembic import context

from db.versions import SCHEMA_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=SCHEMA_TABLE,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
