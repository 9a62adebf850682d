"""One project in two windows or programs: both stay in step, and nothing is written over unseen."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ProjectId, new_id
from app.model.errors import ConflictError, EditError, StoreError
from app.ports import Library, ProjectStore
from storage.copying import copy_library
from storage.library import open_library
from storage.sqlite import is_ours
from tests.fakes.memory_store import MemoryLibrary
from tests.storage.builders import added, full_map
from tests.storage.files import make_library
from tests.storage.session import digest, state
from tests.storage.writing import act, any_change, chance

EVERYTHING = ProjectId("everything")
ONE = ClaimId("one")


@pytest.fixture(params=["memory", "file"])
def libraries(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Library]]:
    """One library, opened twice."""
    if request.param == "memory":
        memory = MemoryLibrary()
        memory.create(full_map())
        yield [memory, memory]
        return
    path = tmp_path / "library.sqlite"
    make_library(path)
    with closing(open_library(path)) as here, closing(open_library(path)) as there:
        yield [here, there]


@pytest.fixture
def here(libraries: list[Library]) -> Document:
    return Document(libraries[0].open(EVERYTHING))


@pytest.fixture
def there(libraries: list[Library]) -> Document:
    return Document(libraries[1].open(EVERYTHING))


def test_nothing_new_is_nothing_to_catch_up_with(here: Document, there: Document) -> None:
    assert there.catch_up() is None
    here.do(added(here.map))
    assert here.catch_up() is None


@pytest.mark.parametrize("libraries", ["file"], indirect=True)
def test_only_what_others_wrote_is_news(
    libraries: list[Library], here: Document, there: Document
) -> None:
    mine, theirs = libraries
    assert mine.is_news()
    here.do(added(here.map))
    assert not mine.is_news()
    there.catch_up()
    assert not mine.is_news()
    there.do(added(there.map))
    assert mine.is_news()
    assert not mine.is_news()
    theirs.put_in_bin(EVERYTHING)
    assert mine.is_news()


def test_what_others_did_is_seen_after_catching_up(here: Document, there: Document) -> None:
    seen: list[object] = []
    there.subscribe(seen.append)
    here.do(added(here.map))
    here.do(edits.set_text(here.map, claim=ONE, text="Other."))
    change = there.catch_up()
    assert there.map == here.map
    assert seen == [change]
    assert state(there) == state(here)


def test_what_others_undid_is_seen_and_can_be_done_again(here: Document, there: Document) -> None:
    here.do(added(here.map))
    there.catch_up()
    here.undo()
    there.catch_up()
    assert there.map == full_map()
    there.redo()
    here.catch_up()
    assert here.map == there.map != full_map()


def test_edits_of_other_elements_go_together(here: Document, there: Document) -> None:
    here.do(edits.set_text(here.map, claim=ONE, text="Here."))
    there.do(added(there.map, "There."))
    here.catch_up()
    assert here.map == there.map
    assert here.map.claim(ONE).text == "Here."
    assert here.undo_label == there.undo_label == "Add a claim"


def test_an_edit_of_what_others_have_changed_is_refused_and_shown(
    here: Document, there: Document
) -> None:
    here.do(edits.set_text(here.map, claim=ONE, text="Here."))
    with pytest.raises(ConflictError, match="“It helps nobody\\.” has been") as caught:
        there.do(edits.set_text(there.map, claim=ONE, text="There."))
    assert caught.value.touched == {ONE}
    assert there.map == here.map  # caught up, to be looked at
    there.do(edits.set_text(there.map, claim=ONE, text="There."))
    assert here.catch_up()
    assert here.map.claim(ONE).text == "There."


def test_an_edit_that_rests_on_what_others_took_away_is_refused(
    here: Document, there: Document
) -> None:
    here.do(added(here.map, "Soon gone."))
    there.catch_up()
    (key,) = [claim.id for claim in here.map.top_claims() if claim.text == "Soon gone."]
    here.do(edits.remove(here.map, element=key))
    with pytest.raises(ConflictError):
        there.do(edits.add_reason(there.map, target=key, text="For it."))
    assert there.map == here.map


def test_undo_is_refused_once_if_others_have_gone_on(here: Document, there: Document) -> None:
    here.do(added(here.map, "Here."))
    there.catch_up()
    there.do(added(there.map, "There."))
    with pytest.raises(ConflictError):
        here.undo()
    assert here.map == there.map
    here.undo()
    assert [claim.text for claim in here.map.top_claims()][-1] == "Here."


def test_a_history_that_others_have_trimmed_is_undone_as_far_as_it_goes(
    here: Document, there: Document
) -> None:
    for text in ("One.", "Two."):
        here.do(added(here.map, text))
    there.catch_up()
    here.trim(here.history()[-1].number)
    assert there.catch_up() is None
    assert there.catch_up() is None
    there.undo()
    assert there.undo_label == ""
    assert there.undo() is None


def test_a_store_that_fails_while_catching_up_is_asked_again(
    here: Document, there: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.do(added(here.map))
    store: ProjectStore = there._store
    with monkeypatch.context() as patch:
        patch.setattr(store, "entry", lambda _: (_ for _ in ()).throw(OSError()))
        with pytest.raises(OSError):  # noqa: PT011  whatever it is
            there.catch_up()
    assert there.map == full_map()
    assert there.catch_up()
    assert there.map == here.map


def session(documents: list[Document], by: Random, times: int) -> None:
    """Let two work by turns; each catches up now and then."""
    for _ in range(times):
        document = by.choice(documents)
        with suppress(ConflictError):
            act(by, document)
        if not by.randrange(6):
            by.choice(documents).catch_up()
    for document in documents:
        document.catch_up()


def replayed(document: Document, beginning: ArgumentMap, upto: int) -> ArgumentMap:
    """The map that the whole journal makes, each change on just what it was made on."""
    for number in range(1, upto + 1):
        beginning = beginning.apply(document._store.entry(number).change)
    return beginning


@pytest.mark.parametrize("seed", range(6))
def test_two_at_work_end_in_the_same_map(libraries: list[Library], seed: int) -> None:
    documents = [Document(library.open(EVERYTHING)) for library in libraries]
    session(documents, chance(seed), 60)
    kept = Document(libraries[0].open(EVERYTHING))
    assert documents[0].map == documents[1].map == kept.map
    assert state(documents[0]) == state(documents[1]) == state(kept)
    assert replayed(kept, full_map(), kept._store._upto) == kept.map  # type: ignore[attr-defined]
    assert kept.undo()


WORK = """
import sys
from contextlib import closing
from pathlib import Path
from tests.storage.test_together import at_work
at_work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
"""


def at_work(seed: str, path: Path, times: int) -> None:
    """Edit a library beside others; says at last how many edits were kept."""
    by, kept = chance(seed), 0
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        for _ in range(times):
            change = any_change(by, document.map)
            try:
                document.do(change)
            except (StoreError, EditError):  # the other one has the library, or has changed it
                continue
            kept += 1
    sys.stdout.write(str(kept))


def programs_at_work(path: Path, seed: object, times: int) -> None:
    make_library(path)
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORK, f"{seed} {number}", str(path), str(times)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
        )
        for number in range(2)
    ]
    kept = sum(int(worker.communicate()[0]) for worker in workers)
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        assert document._store._upto == kept > times / 2  # type: ignore[attr-defined]
        assert digest(replayed(document, full_map(), kept)) == digest(document.map)


def test_two_programs_at_work_write_nothing_over(tmp_path: Path) -> None:
    programs_at_work(tmp_path / "library.sqlite", "first", 40)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_two_programs_at_work_for_long_write_nothing_over(tmp_path: Path, seed: int) -> None:
    programs_at_work(tmp_path / "library.sqlite", seed, 400)


# Programs that come and go

COMING_AND_GOING = """
import sys
from storage.library import open_library
library = open_library(sys.argv[1])
print(len(library.open(library.summaries()[0].id).load()))
library.close()
"""


def seen_by_another(path: Path) -> int:
    """How many elements another program finds, which then goes again."""
    command = [sys.executable, "-c", COMING_AND_GOING, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _open_again(path: Path) -> None:
    open_library(path).close()


def _look_into(path: Path) -> None:
    open_library(path, read_only=True).close()


def _back_up(path: Path) -> None:
    copy_library(path, path.with_name(f"copy-{new_id()}.sqlite"))


def _look_for_ours(path: Path) -> None:
    assert is_ours(path)


@pytest.mark.parametrize(
    "meanwhile", [seen_by_another, _open_again, _look_into, _back_up, _look_for_ours]
)
def test_whoever_comes_and_goes_takes_nothing_along(
    tmp_path: Path, meanwhile: Callable[[Path], object]
) -> None:
    """The last program to close a library takes away its log; none may think so that is not."""
    path = tmp_path / "library.sqlite"
    make_library(path)
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        for _ in range(2):
            document.do(added(document.map))
            meanwhile(path)
            assert seen_by_another(path) == len(document.map)
