"""Files of the person's own: read within bounds, replaced all or nothing."""

import errno
import os
import sys
from pathlib import Path

import pytest

from app.files import read_bytes, read_text, replacing, sentence_of
from app.model.errors import FormatError

# Reading


def test_a_file_of_just_the_most_bytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")

    assert read_bytes(path, most=5) == b"12345"
    with pytest.raises(FormatError, match=r"a\.txt: This file is too big: it has 5 bytes, and at"):
        read_bytes(path, most=4)


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("é", encoding="utf-8-sig")

    assert read_text(path, most=99) == "é"


def test_other_text_than_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes("one\né ".encode() + b"\xe9")

    with pytest.raises(FormatError, match=r"^a.json, line 2, column 3: This is not UTF-8 text\.$"):
        read_text(path, most=99)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders on Windows")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FormatError, match="This is a device or a pipe, not a file"):
        read_bytes(tmp_path / "pipe", most=9)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells its state so")
def test_a_file_that_does_not_tell_its_size_is_read_no_further_than_it_may_be() -> None:
    with pytest.raises(FormatError, match="it has 11 bytes, and at most 10 can be read"):
        read_bytes(Path("/proc/self/status"), most=10)


def test_a_name_with_a_nul_in_it_is_no_name() -> None:
    with pytest.raises(FormatError, match="no name that a file can have"):
        read_bytes(Path("nul\0.txt"), most=9)


def test_a_file_that_may_not_be_read_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FormatError, match=r"a\.txt: .* you have no permission to use it"):
        read_bytes(path, most=9)


# Writing


def test_what_is_written_beside_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    with replacing(path) as beside:
        beside.write_text("new")
        assert path.read_text() == "old"
        assert (beside.parent, beside.suffix) == (path.parent, path.suffix)

    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_when_writing_fails_all_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def write() -> None:
        with replacing(path) as beside:
            beside.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_to_what_is_replaced(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.write_text("old")
    link.symlink_to(path)
    with replacing(link) as beside:
        beside.write_text("new")

    assert link.is_symlink()
    assert path.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone/a.json", "there is no such file or folder."),
        ("file/a.json", "a part of its path is no folder."),
        ("folder", "it is a folder."),
        ("x" * 300, "its name is too long."),
    ],
)
def test_a_place_that_cannot_be_written_to_is_named_as_the_person_named_it(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    def write() -> None:
        with replacing(tmp_path / name) as beside:
            beside.write_text("new")

    with pytest.raises(OSError) as caught:  # noqa: PT011  which kind is the system's affair
        write()
    assert sentence_of(caught.value) == f"{tmp_path / name}: {sentence}"


def test_trouble_with_another_file_is_told_of_that_one(tmp_path: Path) -> None:
    def write() -> None:
        with replacing(tmp_path / "a.json"):
            (tmp_path / "other").read_text()

    with pytest.raises(FileNotFoundError) as caught:
        write()
    assert sentence_of(caught.value).startswith(str(tmp_path / "other"))


# Words


def test_an_error_of_the_system_becomes_a_sentence() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/a/b.png")
    odd = OSError(errno.EXDEV, "Cross-device link")

    assert sentence_of(full) == "/a/b.png: the disk is full."
    assert sentence_of(odd) == "Cross-device link."
    assert sentence_of(OSError(errno.EIO, "I/O error", 3)) == "The disk has failed."
    assert sentence_of(OSError("something\nodd")) == "Something odd."
