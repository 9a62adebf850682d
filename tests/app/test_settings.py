"""Settings: kept in a file that can be damaged without harm."""

import json
import logging
from pathlib import Path

import pytest

from app.settings import Settings, load_settings, save_settings

CHOSEN = Settings(theme="dark", motion=False, dot="/usr/bin/dot", backup_days=30, asking=True)


def test_without_a_file_the_settings_are_what_they_are_at_first(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert list(tmp_path.iterdir()) == []


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    save_settings(path, CHOSEN)

    assert load_settings(path) == CHOSEN
    assert json.loads(path.read_text())["version"] == 1


def test_saving_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings())
    save_settings(path, CHOSEN)

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"version": 1, "theme": "pink"}',
        b'{"version": 1, "motion": "no"}',
        b'{"version": 1, "colour": "red"}',
        b'{"version": 1, "backup_days": -1}',
        b'{"version": 1, "asking": "yes"}',
        b'{"version": 1, "asking_address": 7}',
        b'{"version": 1, "asking_patience": 0}',
        b'{"version": 99}',
        b'{"version": [1]}',
        b"[" * 100_000,
        b" " * 1_000_001,
    ],
    ids=range(15),
)
def test_a_file_that_cannot_be_read_is_set_aside(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert load_settings(path) == Settings()
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json.unreadable"]
    assert (tmp_path / "settings.json.unreadable").read_bytes() == content
    assert "are set aside" in caplog.text


def test_a_file_that_cannot_even_be_moved_is_not_fatal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (tmp_path / "settings.json.unreadable").write_text("in the way")

    with caplog.at_level(logging.WARNING):
        assert load_settings(path) == Settings()
    assert "stay where they are" in caplog.text


def test_older_settings_are_brought_up_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": -1, "dark": true}')
    migrators = {
        -1: lambda values: {"version": 0, "theme": "dark" if values["dark"] else "light"},
        0: lambda values: values | {"version": 1},
    }

    assert load_settings(path, migrators=migrators) == Settings(theme="dark")
