"""A library on a server that goes away; with `REJOINDER_TEST_SERVER`, as in `test_contract.py`."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from app.document import Document
from app.model.errors import StoreError
from app.ports import ProjectStore
from storage import changes
from storage.library import SqlLibrary, open_library
from tests.storage.builders import added, small_map
from tests.storage.test_contract import SERVER

pytestmark = pytest.mark.skipif(not SERVER, reason="no server is named")


@pytest.fixture
def library() -> Iterator[SqlLibrary]:
    with closing(open_library(SERVER)) as library:
        project_id = library.create(small_map()).project_id
        yield library
        library.delete(project_id)


def only_project(library: SqlLibrary) -> ProjectStore:
    (summary,) = library.summaries()
    return library.open(summary.id)


def end_all_connections() -> None:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with engine.connect() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
    engine.dispose()


def test_a_server_that_was_away_costs_one_refused_edit(library: SqlLibrary) -> None:
    document = Document(only_project(library))
    end_all_connections()
    with pytest.raises(StoreError, match="check that it can be reached"):
        document.do(added(document.map))
    document.do(added(document.map))
    assert only_project(library).load() == document.map


def test_a_server_that_goes_away_midway_keeps_nothing_half_done(
    library: SqlLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(only_project(library))
    before = document.map
    with monkeypatch.context() as patch:
        patch.setattr(changes, "keep_texts", lambda *_: end_all_connections())
        with pytest.raises(StoreError, match="check that it can be reached"):
            document.do(added(before))
    assert only_project(library).load() == document.map == before
    document.do(added(before))
    assert only_project(library).load() == document.map


def test_two_programs_at_a_server_stay_in_step(library: SqlLibrary) -> None:
    mine = Document(only_project(library))
    with closing(open_library(SERVER)) as other:
        theirs = Document(only_project(other))
        theirs.do(added(theirs.map))
        mine.do(added(mine.map))
        theirs.catch_up()
        assert theirs.map == mine.map
    assert only_project(library).load() == mine.map
