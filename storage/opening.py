"""How a library is opened: where it is, whether it is ours, of what version, or yet to be made."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from storage import migrations
from storage.columns import as_json
from storage.copying import copy_library
from storage.database import Database
from storage.driver import is_new, make_file
from storage.errors import Trouble, explain_outside, refusal, translated
from storage.sqlite import SqliteDatabase
from storage.tables import create_tables

_LONGEST_CHECK = 0.1
"""Seconds to look for damage before a library opens; 20,000 claims take about half of that."""

_FOREIGN = Trouble("it is not a Rejoinder library", "choose another one")
_MISSING = Trouble("there is none at this place", "look where it has gone, or begin a new one")
_EMPTY = Trouble("the file is empty", "look for another copy of it")
_NEWER = Trouble("it was made by a newer version of Rejoinder", "open it with that version")
_OLDER = Trouble(
    "it was made by an older version of Rejoinder",
    "open it in the window once, from where it can be written to: that brings it up to date",
)


def opened(where: Path | str, *, create: bool, read_only: bool = False) -> Database:
    """Open a library by its path or address, as `storage.library.open_library` says."""
    create = create and not read_only
    database = _database(where, create=create, read_only=read_only)
    try:
        if read_only:
            _check(database)
        else:
            _prepare(database, create=create)
    except BaseException:
        database.close()
        raise
    return database


def made_single(path: Path, *, place: str) -> Database:
    """Make a library that stays a single file, called `place`, for a shared project."""
    make_file(path, place, is_private=False)  # it is to be read by others
    database = SqliteDatabase(path, place)
    try:
        with database.writing("written") as connection:
            _make(database, connection)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def as_of_today(path: Path) -> Iterator[Database]:
    """Open a library in a file to be read; an older one as it would be today. It stays as it is.

    Raises StoreError as `opened` does.
    """
    with closing(_in_file(path, create=False, read_only=True)) as database:
        with database.reading("opened") as connection:
            is_older = _version(database, connection) < migrations.HEAD
        if not is_older:
            yield database
            return
    with TemporaryDirectory(prefix="rejoinder-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        copy_library(path, copy)
        with closing(SqliteDatabase(copy, str(path))) as database:
            with database.migrating() as connection:
                migrations.upgrade(connection)
            yield database


def _database(where: Path | str, *, create: bool, read_only: bool) -> Database:
    if isinstance(where, Path) or "://" not in where:
        return _in_file(Path(where), create=create, read_only=read_only)
    try:
        url = make_url(where)
        if url.get_backend_name() == "sqlite":
            return _in_file(Path(url.database or ""), create=create, read_only=read_only)
        return _on_server(url, read_only=read_only)
    except (ArgumentError, ValueError) as error:
        scheme = where.partition("://")[0]  # what follows may hold a password
        wrong = Trouble("this is no address of a database", "correct it")
        raise refusal(f"{scheme}://…", "opened", wrong) from error


def _in_file(path: Path, *, create: bool, read_only: bool) -> Database:
    with translated(str(path), "opened", explain_outside):  # a folder that nobody may enter
        new = is_new(path)
    if new:
        if not create:
            raise refusal(str(path), "opened", _EMPTY if path.exists() else _MISSING)
        make_file(path, str(path))
    return SqliteDatabase(path, str(path), read_only=read_only)


def _on_server(url: URL, *, read_only: bool) -> Database:
    place = f"{url.host or 'localhost'}/{url.database}"  # neither name nor password of the person
    try:
        # What is read in one transaction must belong together; a lost race is refused, not merged.
        engine = create_engine(
            url, isolation_level="REPEATABLE READ", hide_parameters=True, json_serializer=as_json
        )
    except ImportError as error:
        remedy, parts = "install it and try again", {"driver": error.name}
        missing = Trouble("the driver “{driver}” is missing", remedy, parts)
        raise refusal(place, "opened", missing) from error
    return Database(engine, place, read_only=read_only)


def _prepare(database: Database, *, create: bool) -> None:
    """Make the tables, or check the version and bring them up to it.

    A library that cannot be written to is refused here, and not at the first edit.
    """
    with database.writing("opened") as connection:
        new = migrations.is_empty(connection)
        if new and create:
            _make(database, connection)
        version = _version(database, connection)
    if new:
        database.settle()
        return
    database.check(seconds=_LONGEST_CHECK)
    database.require_writable()
    if version < migrations.HEAD:
        _migrate(database)
    database.keep_ready()


def _check(database: Database) -> None:
    """Refuse what cannot be read as it is."""
    with database.reading("opened") as connection:
        if _version(database, connection) < migrations.HEAD:
            raise refusal(database.place, "opened", _OLDER)


def _version(database: Database, connection: Connection) -> str:
    """The version of a library, which is today's or an older one."""
    if migrations.is_empty(connection):
        raise refusal(database.place, "opened", _MISSING)
    version = migrations.version(connection)
    if not migrations.is_version(version):
        raise refusal(database.place, "opened", _FOREIGN)
    if version > migrations.HEAD:
        raise refusal(database.place, "opened", _NEWER)
    return version


def _make(database: Database, connection: Connection) -> None:
    create_tables(connection)
    migrations.stamp(connection)
    database.mark_as_ours(connection)


def _migrate(database: Database) -> None:
    database.copy_aside(migrations.HEAD)
    with database.migrating() as connection:
        migrations.upgrade(connection)
