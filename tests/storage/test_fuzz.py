"""Whatever is in a file: a right map, a rescue with a report, or a refusal; never anything else."""

import gc
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.document import Document
from app.model.errors import EditError, StoreError
from storage import driver
from storage.library import open_library
from storage.rescue import rescue
from tests.storage.builders import full_map, small_map
from tests.storage.damage import KINDS
from tests.storage.files import check_file, contents
from tests.storage.writing import act, chance

CASES = 10
MANY_CASES = 190


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two projects and a history."""
    path = tmp_path_factory.mktemp("whole") / "library.sqlite"
    by = chance("whole")
    with pytest.MonkeyPatch.context() as patch, closing(open_library(path)) as library:
        patch.setattr("secrets.token_hex", lambda _: f"{by.getrandbits(64):016x}")
        library.create(small_map("Other", "One.", "Two."))
        document = Document(library.create(full_map()))
        for _ in range(80):
            act(by, document)
    return path


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait neither for locks nor for the disk: files are what is looked at here."""
    monkeypatch.setattr("storage.driver.WAIT", 0.01)
    monkeypatch.setitem(driver.PRAGMAS, "synchronous", "OFF")


def opens_or_refuses(path: Path) -> bool:
    """Open a library and work in it; gives whether all could be read."""
    before = contents(path.parent)
    is_whole = True
    try:
        with closing(open_library(path, create=False)) as library:
            for summary in library.summaries():
                try:
                    document = Document(library.open(summary.id))
                    act(chance("work"), document)
                except StoreError:
                    is_whole = False
    except StoreError as error:
        assert str(path) in str(error)  # noqa: PT017  it may or may not be raised
        left = contents(path.parent)
        assert left[path.name] == before[path.name]
        return False
    return is_whole


def rescues_or_refuses(path: Path, to: Path) -> None:
    before = contents(path.parent)
    try:
        report = rescue(path, to)
    except StoreError as error:
        assert str(path) in str(error)  # noqa: PT017  it may or may not be raised
        assert not to.exists()
        return
    finally:
        assert contents(path.parent) == before
    with closing(open_library(to, create=False)) as library:
        assert {s.id for s in library.summaries()} == {p.id for p in report.projects}
        for project in report.projects:
            document = Document(library.open(project.id))
            assert len(document.map) == project.elements + 1
            for _ in range(8):
                document.undo()
            with suppress(EditError):
                act(chance("work"), document)
    check_file(to)


def case(whole: Path, folder: Path, kind: str, seed: int) -> None:
    damaged = folder / "damaged"
    damaged.mkdir()
    path = Path(shutil.copy(whole, damaged))
    KINDS[kind](chance(f"{kind} {seed}"), path)
    rescues_or_refuses(path, folder / "rescued.sqlite")
    opens_or_refuses(path)
    shutil.rmtree(damaged)
    (folder / "rescued.sqlite").unlink(missing_ok=True)


@pytest.mark.parametrize("kind", KINDS)
def test_any_damage_ends_in_a_map_a_rescue_or_a_refusal(
    whole: Path, tmp_path: Path, kind: str
) -> None:
    for seed in range(CASES):
        case(whole, tmp_path, kind, seed)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_more_damage_ends_in_a_map_a_rescue_or_a_refusal(
    whole: Path, tmp_path: Path, kind: str
) -> None:
    for seed in range(CASES, CASES + MANY_CASES):
        case(whole, tmp_path, kind, seed)
        if seed % 20 == 0:
            gc.collect()  # loading keeps the collector from looking, and engines go in circles
