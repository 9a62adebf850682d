"""Programs that edit by chance and say what is done, to be killed at any moment.

Run as a program it reads lines of a seed and a path. For each it starts a process that works on the
project in that library, writes its number and what it has done line by line, and goes on until it
is killed.
"""

import hashlib
import os
import sys
from pathlib import Path

from app.document import Document
from app.model.argument_map import ArgumentMap
from storage.library import open_library
from tests.storage.writing import act, chance


def digest(argument_map: ArgumentMap) -> str:
    """What tells two maps apart."""
    lines = sorted(element.model_dump_json() for element in argument_map.elements)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def state(document: Document) -> str:
    """A map, and what undo and redo would do, in one line."""
    return "\t".join([digest(document.map), document.undo_label, document.redo_label])


def say(line: str) -> None:
    """Write a line, all of it or nothing, whenever this is killed."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def work(seed: str, path: Path) -> None:
    say(str(os.getpid()))
    by = chance(seed)
    library = open_library(path)
    document = Document(library.open(library.summaries()[0].id))
    say(state(document))
    while True:
        before = document.map
        act(by, document)
        if document.map is not before:
            say(state(document))


def main() -> None:
    for line in sys.stdin:
        seed, _, path = line.strip().partition(" ")
        worker = os.fork()
        if not worker:
            work(seed, Path(path))
        os.waitpid(worker, 0)
        say("ended")


if __name__ == "__main__":
    main()
