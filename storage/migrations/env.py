"""What Alembic runs for a migration: on the connection it is handed, in its transaction."""

from alembic import context

from storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite alters most things only by making the table anew
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
