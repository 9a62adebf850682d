"""Programs that edit by chance and say what is done, to be killed at any moment.

Run as a program it reads lines of a seed and a path. For each it starts a process that works on the
project in that library, writes its number and what it has done line by line, and goes on until it
is killed.
"""

import hashlib
import os
import sys
from pathlib import Path
from random import Random

from app.document import Document
from app.model.argument_map import ArgumentMap
from storage.library import open_library
from tests.storage.writing import act


def digest(argument_map: ArgumentMap) -> str:
    """What tells two maps apart."""
    lines = sorted(element.model_dump_json() for element in argument_map.elements)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def state(document: Document) -> str:
    """A map, and what undo and redo would do, in one line."""
    return "\t".join([digest(document.map), document.undo_label, document.redo_label])


def work(seed: str, path: Path) -> None:
    print(os.getpid(), flush=True)  # noqa: T201
    by = Random(seed)
    library = open_library(path)
    document = Document(library.open(library.summaries()[0].id))
    print(state(document), flush=True)  # noqa: T201
    while True:
        before = document.map
        act(by, document)
        if document.map is not before:
            print(state(document), flush=True)  # noqa: T201


def main() -> None:
    for line in sys.stdin:
        seed, _, path = line.strip().partition(" ")
        worker = os.fork()
        if not worker:
            work(seed, Path(path))
        os.waitpid(worker, 0)
        print("ended", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
