"""The readers of others, which take a third of a second to import."""

from importlib import import_module

_READERS = ("lxml.html", "trafilatura", "pypdfium2", "httpx")


def import_readers() -> None:
    """Import them ahead of their use, as for a document that is just being chosen."""
    for name in _READERS:
        import_module(name)
