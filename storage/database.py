"""A library as a database: one connection, its transactions, and what goes wrong with them."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, TypeAlias

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.model.change import Change
from app.model.elements import Claim, ProjectId
from app.ports import Elsewhere, Found
from storage import kinship
from storage.errors import Trouble, damage_told, explain_outside, refusal, translated

WRITES: Final = "rejoinder_writes"
"""What a connection is told by: whether the transaction about to begin will write."""

Transaction: TypeAlias = AbstractContextManager[Connection]

_READ_ONLY = Trouble("it was opened for reading only", "save a copy of the project elsewhere")

_NO_SEARCH = Trouble("only a library in a file of its own can be", "look for it in each project")


class Database:
    """A database that any SQLAlchemy dialect can reach, on one connection for one thread.

    What only SQLite has or needs is overridden in `storage.sqlite`.
    """

    def __init__(self, engine: Engine, place: str, *, read_only: bool = False) -> None:
        self.place: Final = place
        self.read_only: Final = read_only
        self._engine = engine
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error
        with translated(place, "opened", self.explain):
            self._connection = engine.connect()

    def reading(self, doing: str = "read") -> Transaction:
        """Read in one transaction, so that all that is read belongs together."""
        return self._transaction(doing, writes=False)

    def writing(self, doing: str = "changed") -> Transaction:
        """Write in one transaction: at its end all is on disk, or nothing if anything is raised."""
        if self.read_only:
            raise refusal(self.place, doing, _READ_ONLY)
        self._require_there(doing)
        return self._transaction(doing, writes=True)

    def _require_there(self, doing: str) -> None:
        """Raise StoreError if what is written now would be lost."""

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Change the tables in one transaction."""
        with self.writing("brought up to date") as connection:
            yield connection

    def require_writable(self) -> None:
        """Raise StoreError if it is known beforehand that nothing can be written."""

    def check(self, *, seconds: float) -> bool:
        """Look for damage for so long at most; gives whether all of it was looked at.

        Raises DamageError if there is any. A database on a server looks after itself.
        """
        return seconds >= 0

    def copy_aside(self, version: str) -> None:
        """Copy the library before it is migrated to a version, where that is ours to do."""

    def mark_as_ours(self, connection: Connection) -> None:
        """Leave a sign in a new database, within the transaction that makes its tables."""

    def settle(self) -> None:
        """Finish a new database once its tables are there."""

    def keep_ready(self) -> None:
        """Make what an older program has not made in a database that is up to date."""

    def indexed(
        self,
        connection: Connection,  # noqa: ARG002  for others, as all of these
        project_id: ProjectId,  # noqa: ARG002
        change: Change,  # noqa: ARG002
    ) -> AbstractContextManager[None]:
        """Keep what search goes by right about elements that are changed meanwhile."""
        return nullcontext()

    def forget_words(
        self, connection: Connection, project_id: ProjectId, hashes: Collection[str] | None = None
    ) -> None:
        """Drop the words of texts, or of a whole project, before the rows go."""

    def search(self, words: str, *, most: int) -> Sequence[Found]:  # noqa: ARG002  for others
        """Look for words in all projects; only a library in a file can."""
        raise refusal(self.place, "searched", _NO_SEARCH)

    def elsewhere(self, project_id: ProjectId, claim: Claim, *, most: int) -> Sequence[Elsewhere]:
        """Find claims of other projects that are the same; without an index, only by links."""
        with damage_told(self.place), self.reading("searched") as connection:
            found = [*kinship.linked(connection, claim)]
            if self._has_words(connection):
                found += kinship.naming(connection, project_id, claim)
                found += kinship.alike(connection, project_id, claim)
        return kinship.each_once(found, most=most)

    def _has_words(self, connection: Connection) -> bool:  # noqa: ARG002  as above
        """Whether there is an index of words."""
        return False

    def explain(self, error: Exception) -> Trouble:
        """Say in words what went wrong, and what can be done."""
        return explain_outside(error)

    def close(self) -> None:
        """Let go of the database; nothing is lost, since nothing is ever kept back."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _transaction(self, doing: str, *, writes: bool) -> Iterator[Connection]:
        try:
            self._connection.info[WRITES] = writes
            with self._connection.begin():
                yield self._connection
        except BaseException as error:
            with translated(self.place, doing, self.explain):
                self._take_back()
                if isinstance(error, self._driver_error):  # of `storage.statements`
                    raise self._as_sqlalchemy_has_it(error) from error
                raise

    def _as_sqlalchemy_has_it(self, error: Exception) -> Exception:
        return DBAPIError.instance(
            None, None, error, self._driver_error, dialect=self._engine.dialect
        )

    def _take_back(self) -> None:
        """Roll back also when it was the commit that failed: SQLAlchemy 2.1.9 leaves that open."""
        if not (self._connection.closed or self._connection.invalidated):
            self._connection.connection.rollback()
