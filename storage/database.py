"""A library as a database: one connection, its transactions, and what goes wrong with them."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Final, NoReturn

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.model.change import Change
from app.model.elements import Claim, ProjectId
from app.ports import Elsewhere, Found
from storage import changes, kinship
from storage.errors import Trouble, damage_told, explain_outside, refusal, translated

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

    def reading(self, doing: str = "read") -> "Transaction":
        """Read in one transaction, so that all that is read belongs together."""
        return Transaction(self, doing, writes=False)

    def writing(self, doing: str = "changed") -> "Transaction":
        """Write in one transaction: at its end all is on disk, or nothing if anything is raised."""
        if self.read_only:
            raise refusal(self.place, doing, _READ_ONLY)
        self._require_there(doing)
        return Transaction(self, doing, writes=True)

    def _require_there(self, doing: str) -> None:
        """Raise StoreError if what is written now would be lost."""

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Change the tables in one transaction."""
        with self.writing("brought up to date") as connection, connection.begin():  # for Alembic
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

    def write(self, connection: Connection, project_id: ProjectId, change: Change) -> None:
        """Write what a change does to elements, and keep what search goes by right.

        Raises DriftError, midway, if rows that should be there are not.
        """
        changes.write(connection, project_id, change)

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

    def is_news(self) -> bool:
        """Whether others may have written since this was last asked; a server does not tell."""
        return True

    def explain(self, error: Exception) -> Trouble:
        """Say in words what went wrong, and what can be done."""
        return explain_outside(error)

    def close(self) -> None:
        """Let go of the database; nothing is lost, since nothing is ever kept back."""
        self._connection.close()
        self._engine.dispose()

    def begin(self, *, writes: bool) -> Connection:  # noqa: ARG002  for others
        """Begin a transaction, if the driver does not do so by itself at the first statement."""
        return self._connection

    def commit(self) -> None:
        """End a transaction."""
        self._connection.commit()  # does nothing unless SQLAlchemy was asked for something
        self._connection.connection.commit()

    def take_back(self, error: BaseException, doing: str) -> NoReturn:
        """Undo a transaction in which an error was raised, and raise the error in our words.

        Also when it was the commit that failed: SQLAlchemy 2.1.9 leaves that open.
        """
        with translated(self.place, doing, self.explain):
            self._roll_back()
            if isinstance(error, self._driver_error):  # of `storage.statements`
                raise self._as_sqlalchemy_has_it(error) from error
            raise error

    def _roll_back(self) -> None:
        self._connection.rollback()
        if self._connection.closed or self._connection.invalidated:
            return
        try:
            self._connection.connection.rollback()
        except self._driver_error:  # such as a server that is away: the next one connects anew
            self._connection.invalidate()

    def _as_sqlalchemy_has_it(self, error: Exception) -> Exception:
        return DBAPIError.instance(
            None, None, error, self._driver_error, dialect=self._engine.dialect
        )


class Transaction:
    """A transaction on a database; raises StoreError for what goes wrong outside.

    It goes to the driver itself and is a class, since SQLAlchemy's transaction and a function of
    `contextlib` would take some 0.03 ms of the half of a millisecond that an edit has.
    """

    def __init__(self, database: Database, doing: str, *, writes: bool) -> None:
        self._database = database
        self._doing = doing
        self._writes = writes

    def __enter__(self) -> Connection:
        try:
            return self._database.begin(writes=self._writes)
        except BaseException as error:  # noqa: BLE001  raised again, as below
            self._database.take_back(error, self._doing)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._database.commit()
        except BaseException as failed:  # noqa: BLE001
            error = failed
        if error:
            self._database.take_back(error, self._doing)
