"""Where things are kept."""

from pathlib import Path

import pytest

from app.places import LIBRARY_VARIABLE, default_places, temporary_places


@pytest.fixture(autouse=True)
def _no_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LIBRARY_VARIABLE, raising=False)


def test_the_library_is_in_the_persons_own_folder() -> None:
    places = default_places()

    assert isinstance(places.library, Path)
    assert places.library.name == "My arguments.sqlite"
    assert "rejoinder" in places.library.parts
    assert len({places.settings, places.window, places.library, places.logs}) == 4


def test_a_library_that_is_given_goes_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, "/team.sqlite")

    assert default_places().library == Path("/team.sqlite")
    assert default_places(Path("/mine.sqlite")).library == Path("/mine.sqlite")
    assert default_places("~/mine.sqlite").library == Path.home() / "mine.sqlite"


def test_the_address_of_a_database_stays_as_it_is() -> None:
    address = "postgresql+psycopg://host/~team"

    assert default_places(address).library == address


def test_temporary_places_are_thrown_away_with_all_that_is_in_them() -> None:
    with temporary_places() as places:
        assert isinstance(places.library, Path)
        folder = places.library.parent
        places.logs.mkdir()
        places.settings.write_text("{}")
        assert not places.library.exists()

    assert not folder.exists()
