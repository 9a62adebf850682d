"""Writes a map as a document: Markdown, a web page, Word, or a table of comma-separated values."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from app.documents.going import DocumentError, Going, Progress
from app.documents.kinds import SUFFIXES, Kind, kinds_for
from app.documents.options import Options
from app.documents.pages import pages_of, rows_of
from app.documents.words import ENGLISH, Words
from app.files import refusal_in, replacing
from app.model.argument_map import ArgumentMap

__all__ = ["SUFFIXES", "document_of", "export_document"]


def export_document(  # noqa: PLR0913  what, where, how, and how far
    argument_map: ArgumentMap,
    path: Path,
    *,
    kind: Kind | None = None,
    options: Options = Options(),  # noqa: B008  frozen
    words: Words = ENGLISH,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a map as a document of a kind; the file's ending says in which format.

    Without a kind it is what such a file usually holds. Raises DocumentError (StoppedError if
    stopped) with one sentence, and EditError if a branch or a blank card is not there; a file that
    stood there is then as it was.
    """
    suffix = path.suffix.lower()
    kind = kind or next(iter(kinds_for(suffix)), None)
    if kind is None or kind not in kinds_for(suffix):
        raise _refusal(path, kind)
    try:
        with replacing(path) as beside:
            if not path.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
            going = Going(len(argument_map), progress, cancelled)
            content = document_of(argument_map, kind, suffix, options, words=words, going=going)
            beside.write_bytes(content)
    except OSError as error:
        reason = refusal_in(error)
        raise DocumentError("The document was not written. {reason}", reason=reason) from error
    if progress:
        progress(1)


def document_of(
    argument_map: ArgumentMap,
    kind: Kind,
    suffix: str,
    options: Options,
    *,
    words: Words = ENGLISH,
    going: Going | None = None,
) -> bytes:
    """Make what a file of an ending in `kinds_for` holds."""
    going = going or Going(len(argument_map))
    if suffix == ".csv":
        from app.documents import spreadsheet  # noqa: PLC0415  each only for who wants it

        return spreadsheet.written(rows_of(argument_map, kind, options, words=words, going=going))
    pages = pages_of(argument_map, kind, options, words=words, going=going)
    if suffix == ".md":
        from app.documents import markdown  # noqa: PLC0415

        return markdown.written(pages, going).encode()
    if suffix == ".html":
        from app.documents import web_page  # noqa: PLC0415

        return web_page.written(pages, going).encode()
    from app.documents import word  # noqa: PLC0415

    return word.written(pages, going)


def _refusal(path: Path, kind: Kind | None) -> DocumentError:
    if kind is None:
        endings = ", ".join(SUFFIXES)
        return DocumentError(
            "{file}: documents are written as {endings}.", file=path.name, endings=endings
        )
    endings = ", ".join(suffix for suffix in SUFFIXES if kind in kinds_for(suffix))
    return DocumentError(
        "{file}: what is called {kind} is written as {endings}.",
        file=path.name,
        kind=kind.value,
        endings=endings,
    )
