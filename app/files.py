"""Files of the person's own: read within bounds, and written beside and then moved into place."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.model.errors import FormatError, Phrase
from app.model.text import one_line

_REASONS = {
    errno.EACCES: "you have no permission to use it",
    errno.EPERM: "you have no permission to use it",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "it is there already",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links go round in a circle",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EFBIG: "it would be too big for the disk",
    errno.EBUSY: "another program is using it",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk has failed",
}


def sentence_of(error: OSError) -> str:
    """Say in English what the system refused, and about which file, in one sentence."""
    return str(refusal_in(error))


def refusal_in(error: OSError) -> Phrase:
    """Say what the system refused, and about which file, in one sentence."""
    reason = _reason_of(error)
    if isinstance(error.filename, str | bytes):
        name = one_line(os.fsdecode(error.filename))
        return Phrase("{file}: {reason}.", file=name, reason=Phrase(reason))
    sentence = f"{reason[:1].upper()}{reason[1:]}."  # in a translation a sentence of its own
    return Phrase(sentence)


def read_bytes(path: Path, *, most: int) -> bytes:
    """Read a whole file. Raises FormatError if that fails or if it has more than `most` bytes."""
    try:
        _require_file(path, most)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        reason = Phrase(_reason_of(error))
        raise FormatError(
            "This file cannot be read: {reason}.", file=path, reason=reason
        ) from error
    except ValueError as error:  # a NUL in the path
        raise FormatError("This is no name that a file can have.") from error
    if len(content) > most:  # it has grown, or it is one that does not tell its size
        raise _too_big(path, len(content), most)
    return content


def read_text(path: Path, *, most: int) -> str:
    """Read a whole file of UTF-8 text. Raises FormatError also if that is not what it is."""
    content = read_bytes(path, most=most)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        raise FormatError(
            "This is not UTF-8 text.",
            file=path,
            line=content.count(b"\n", 0, error.start) + 1,
            column=len(content[start : error.start].decode("utf-8", "replace")) + 1,
        ) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path beside `path`, with the same suffix; what is written there then takes its place.

    If anything is raised, a file that stood at `path` is as it was. Raises OSError about `path`.
    """
    target = Path(os.path.realpath(path))  # `resolve` raises RuntimeError on links in a circle
    beside = target.with_name(f".{secrets.token_hex(8)}{target.suffix}")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        yield beside
        _settle(beside)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        if error.filename is not None and Path(os.fsdecode(error.filename)) == beside:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _reason_of(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or one_line(error.strerror or str(error)).lower()


def _require_file(path: Path, most: int) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise FormatError("This is a folder, not a file.", file=path)
    if not stat.S_ISREG(status.st_mode):
        raise FormatError("This is a device or a pipe, not a file.", file=path)
    if status.st_size > most:
        raise _too_big(path, status.st_size, most)


def _too_big(path: Path, size: int, most: int) -> FormatError:
    return FormatError(
        "This file is too big: it has {size:,} bytes, and at most {most:,} can be read.",
        file=path,
        size=size,
        most=most,
    )


def _settle(path: Path) -> None:
    """Have the system put a file on the disk before it takes another's place."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
