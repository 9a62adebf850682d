"""Versions of a library: migrations lead to the tables of today, and lose nothing on the way."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

import resources
from app import edits
from app.document import Document
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ProjectId
from app.model.errors import StoreError
from app.model.view_state import ViewState
from app.ports import Miniature
from storage import migrations
from storage.library import open_library
from storage.tables import Row, create_tables
from tests.storage.builders import EARLIER, full_map

EVERYTHING = ProjectId("everything")


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def schema(connection: Connection) -> dict[str, str]:
    """How the tables were made, but for line ends: an added column stands beside the last one."""
    return {
        row.name: " ".join((row.sql or "").split())
        for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
    }


def test_the_constant_is_the_last_version_that_alembic_knows() -> None:
    config = Config()
    config.set_main_option("script_location", migrations.SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrations.HEAD]
    assert all(migrations.is_version(each.revision) for each in scripts.walk_revisions())


def test_migrations_lead_to_just_the_tables_of_today(connection: Connection) -> None:
    migrations.upgrade(connection)
    assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_what_is_made_new_is_what_migrations_lead_to(connection: Connection) -> None:
    migrations.upgrade(connection)
    assert migrations.version(connection) == migrations.HEAD
    migrated = schema(connection)
    engine = create_engine("sqlite://")
    with engine.begin() as other:
        create_tables(other)
        migrations.stamp(other)
        assert schema(other) == migrated
    engine.dispose()


WITHOUT_ALEMBIC = """
import sys
import storage
assert "sqlmodel" not in sys.modules
from storage.library import open_library
open_library(sys.argv[1]).close()
open_library(sys.argv[1]).close()
assert "alembic" not in sys.modules
"""


def test_alembic_is_not_imported_for_a_library_of_today(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_ALEMBIC, str(tmp_path / "library.db")]
    subprocess.run(command, check=True)


# Libraries of past versions, each kept as the program of its time made it


KEPT = Path(__file__).parents[1] / "data" / "libraries"


def test_a_library_of_every_past_version_is_kept() -> None:
    past = [f"{number:04}" for number in range(1, int(migrations.HEAD))]
    assert sorted(path.stem for path in KEPT.iterdir()) == past


@pytest.mark.parametrize("kept", sorted(KEPT.iterdir()), ids=lambda path: path.stem)
def test_a_library_of_a_past_version_opens_with_all_that_is_in_it(
    kept: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(kept, tmp_path))
    with closing(open_library(path)) as library:
        (summary,) = library.summaries()
        assert summary.claims == 4
        assert (summary.archived, summary.binned, summary.tags) == (None, None, ())
        assert library.miniature(EVERYTHING) == Miniature(1.5, ((0.0, 0.25, 0.5, 1.0, "reason"),))
        document = Document(library.open(EVERYTHING))
        assert document.view_state == ViewState(folded=frozenset({ClaimId("one")}))
        assert document.undo_label == "Add a claim"
        document.undo()
        assert document.map == map_in(kept.stem)
        document.do(edits.set_confidence(document.map, claim=ClaimId("one"), confidence=80))
        document.keep_view(document.view_state.changed(text_size=120))
        assert document.redo() is None
        again = Document(library.open(EVERYTHING))
        assert again.map == document.map
        assert again.view_state == document.view_state
    assert version_of(path) == migrations.HEAD


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (r'["Lough", "\u00c9lodie \u017di\u017ekov\u00e1"]', 1),
        (r'["\ud800"]', None),
        ("[" * 9_999, None),
    ],
)
def test_search_learns_other_names_as_they_are_spelt(
    written: str, found: int | None, tmp_path: Path
) -> None:
    path = Path(shutil.copy(KEPT / "0006.sqlite", tmp_path))
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE speaker SET aliases = ? WHERE id = 'lough'", (written,))
    with closing(open_library(path)) as library:
        assert len(library.search("zizkova")) == (found or 0)
    with closing(sqlite3.connect(path)) as other:
        (kept,) = other.execute("SELECT aliases FROM speaker WHERE id = 'lough'").fetchone()
    assert kept == ('["Lough","Élodie Žižková"]' if found else written)


def test_the_sample_that_comes_along_is_of_today() -> None:
    sample = Path(resources.__file__).parent / "samples" / "peace-talks.rejoinder"
    assert version_of(sample) == migrations.HEAD


NEW_IN: dict[str, dict[str, dict[str, object]]] = {
    "0002": {"two": {"confidence": None}},
    "0003": {
        "article": {"captured": None},
        "cnn": {"colour": None},
        "said": {"former": None},
        "placeless": {"former": None},
    },
    "0004": {"article": {"origin": "", "digest": ""}},
    "0005": {"one": {"same_as": ()}},
}


def map_in(version: str) -> ArgumentMap:
    """The map in a kept library: as it is made today, without what there was not in its time."""
    made = full_map()
    lacking: dict[str, dict[str, object]] = {}
    for later in (later for later in NEW_IN if later > version):
        for key, values in NEW_IN[later].items():
            lacking[key] = lacking.get(key, {}) | values
    elements = [element for element in made.elements if element.id != made.project.id]
    if version < "0003":
        elements.remove(EARLIER)
    return ArgumentMap.of(made.project, [changed(e, **lacking.get(e.id, {})) for e in elements])


# From an older version, with a version to come

VERSION = f"{int(migrations.HEAD) + 1:04}"
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{version}"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("project", sa.Column("colour", sa.String(), nullable=False, server_default="red"))
    with op.batch_alter_table("claim") as claims:
        claims.alter_column("note", server_default="", existing_type=sa.String())
    {then}
"""


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let there be a next version, which does what is given at its end."""

    def make(then: str) -> None:
        scripts = tmp_path / "scripts"
        shutil.copytree(Path(migrations.__file__).parent, scripts)
        text = NEXT.format(version=VERSION, head=migrations.HEAD, then=then)
        (scripts / "versions" / f"{VERSION}_next.py").write_text(text)
        monkeypatch.setattr(migrations, "SCRIPTS", str(scripts))
        monkeypatch.setattr(migrations, "HEAD", VERSION)

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "libraries" / "mine.rejoinder"
    with closing(open_library(path)) as library:
        library.create(full_map())
    return path


def version_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as other:
        (version,) = other.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(version)


def test_an_older_library_is_brought_up_to_date_with_all_that_is_in_it(
    path: Path, next_version: Callable[[str], None]
) -> None:
    next_version("pass")
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()
        connection = library._database._connection
        assert connection.exec_driver_sql("SELECT colour FROM project").scalar() == "red"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert version_of(path) == VERSION


def test_an_older_library_is_copied_aside_first(
    path: Path, next_version: Callable[[str], None]
) -> None:
    taken = path.with_name(f"mine.before-{VERSION}.rejoinder")
    taken.write_text("an earlier one")
    head = migrations.HEAD
    next_version("pass")
    open_library(path).close()
    copy = path.with_name(f"mine.before-{VERSION}-2.rejoinder")
    assert taken.read_text() == "an earlier one"
    assert version_of(copy) == head
    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("SELECT count(*) FROM claim").fetchone() == (3,)


def test_a_library_of_today_is_not_copied(path: Path) -> None:
    open_library(path).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    path: Path, next_version: Callable[[str], None]
) -> None:
    before = path.read_bytes()
    next_version("raise RuntimeError('a bug of ours')")
    with pytest.raises(RuntimeError, match="a bug of ours"):
        open_library(path)
    assert path.read_bytes() == before


def test_a_migration_that_loses_rows_is_taken_back(
    path: Path, next_version: Callable[[str], None]
) -> None:
    before = path.read_bytes()
    next_version("op.execute(\"DELETE FROM claim WHERE id = 'two'\")")
    with pytest.raises(AssertionError, match="lost rows"):
        open_library(path)
    assert path.read_bytes() == before


def test_a_disk_without_room_for_the_copy_is_told(
    path: Path,
    next_version: Callable[[str], None],
    files_end_at: Callable[[int], AbstractContextManager[None]],
) -> None:
    before = path.read_bytes()
    next_version("pass")
    with files_end_at(60_000), pytest.raises(StoreError, match=r"could not be copied: .*disk"):
        open_library(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
