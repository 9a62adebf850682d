"""Importing what reads documents while the person still chooses one."""

from functools import cache
from threading import Thread


@cache
def import_ahead() -> None:
    """Begin to import it, in a thread; once is enough."""
    Thread(target=_import, name="import ahead", daemon=True).start()


def _import() -> None:
    from app.articles import intake, readers  # noqa: F401, PLC0415  not before the first paint

    readers.import_readers()
