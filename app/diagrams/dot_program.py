"""A `dot` program over the Graphviz library that pygraphviz brings along, which itself has none.

It knows the options that the graphviz package uses, reads one graph from a file or the standard
input and draws it; a fault is one line on the standard error, with exit code 1.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Final, NoReturn

from app.diagrams.leaving import leave

PRESS: Final = "--press"
"""As the only argument it makes this program do the work of `app.diagrams.press`, in a bundle."""

_STDERR: Final = 2
_KINDS: Final = {"G": 0, "N": 1, "E": 2}  # AGRAPH, AGNODE, AGEDGE of cgraph
_ENGINES: Final = {"-n": "nop1", "-n1": "nop1", "-n2": "nop2"}


class DrawingError(Exception):
    """Why nothing was drawn, in one line."""


@dataclass(slots=True)
class Order:
    """What the arguments ask for."""

    engine: str = "dot"
    formats: list[str] = field(default_factory=list)
    output: str = ""
    name_output: bool = False
    quiet: bool = False
    version: bool = False
    attributes: list[tuple[int, str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def run() -> NoReturn:
    """Draw what the arguments of the program ask for."""
    leave(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what the arguments ask for; gives the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if list(given) == [PRESS]:
        from app.diagrams.press import main as press  # noqa: PLC0415  only then

        return press()
    try:
        order = read_arguments(given)
        if order.version:
            print(f"dot - graphviz version {_version()} (pygraphviz)", file=sys.stderr)  # noqa: T201
            return 0
        with _messages() as said:
            _draw(order)
    except DrawingError as error:
        print(f"Error: {error}", file=sys.stderr)  # noqa: T201  this is a program
        return 1
    if not order.quiet:
        sys.stderr.write("".join(said))
    return 0


def read_arguments(arguments: Sequence[str]) -> Order:
    """Read the options. Raises DrawingError for one that is not known or that lacks its value."""
    order, rest = Order(), iter(arguments)
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            order.files.append(argument)
        elif argument[1] in "KToGNE":
            value = argument[2:] or next(rest, "")
            if not value:
                raise DrawingError(f"option {argument} needs a value")
            _set(order, argument[1], value)
        elif not _switch(order, argument):
            raise DrawingError(f"option {argument} is not known")
    return order


def _set(order: Order, option: str, value: str) -> None:
    if option == "K":
        order.engine = value
    elif option == "T":
        order.formats.append(value)
    elif option == "o":
        order.output = value
    else:
        name, _, given = value.partition("=")
        order.attributes.append((_KINDS[option], name, given or "true"))


def _switch(order: Order, argument: str) -> bool:
    if argument.startswith("-q"):
        order.quiet = True
    elif argument == "-O":
        order.name_output = True
    elif argument == "-V":
        order.version = True
    elif argument in _ENGINES:
        order.engine = _ENGINES[argument]
    else:
        return False
    return True


def _version() -> str:
    from pygraphviz import __graphviz_version__  # noqa: PLC0415  only to draw or to tell

    return str(__graphviz_version__)


def _draw(order: Order) -> None:
    from pygraphviz import graphviz as library  # noqa: PLC0415  takes long to import

    with _input(order.files) as file:
        try:
            graph = library.agread(file, None)
        except (ValueError, KeyError) as error:
            raise DrawingError("this is not DOT") from error
    for kind, name, value in order.attributes:
        library.agattr_label(graph, kind, name.encode(), value.encode())
    context = library.gvContextWithBuiltins()
    if library.gvLayout(context, graph, order.engine.encode()):
        raise DrawingError(f"the layout {order.engine} failed")
    for kind_of_file in order.formats or ["dot"]:
        drawn = library.gvRenderData(context, graph, kind_of_file.encode())
        if not isinstance(drawn, list | tuple):  # a number alone is a fault
            raise DrawingError(f"{kind_of_file} cannot be drawn")
        _put(order, kind_of_file, drawn[1])


@contextmanager
def _input(files: Sequence[str]) -> Iterator[IO[bytes]]:
    """The first file, or the standard input; the library wants a file, as a pipe is one."""
    try:
        if files:
            with open(files[0], "rb") as file:  # noqa: PTH123  a name as it is given
                yield file
            return
        if _is_file(sys.stdin.buffer):
            yield sys.stdin.buffer  # read while it is still being written
            return
        with tempfile.TemporaryFile() as copy:
            copy.write(sys.stdin.buffer.read())
            copy.seek(0)
            yield copy
    except OSError as error:
        raise DrawingError(str(error)) from error


def _is_file(stream: IO[bytes]) -> bool:
    try:
        return stream.fileno() >= 0
    except OSError:
        return False


def _put(order: Order, kind: str, drawn: bytes) -> None:
    name = order.output
    if not name and order.name_output and order.files:
        name = f"{order.files[0]}.{'.'.join(reversed(kind.split(':')))}"
    try:
        if name:
            with open(name, "wb") as file:  # noqa: PTH123
                file.write(drawn)
        else:
            sys.stdout.buffer.write(drawn)
            sys.stdout.buffer.flush()
    except OSError as error:
        raise DrawingError(str(error)) from error


@contextmanager
def _messages() -> Iterator[list[str]]:
    """Catch what the library prints: on a fault its first error becomes the fault."""
    said: list[str] = []
    with tempfile.TemporaryFile() as caught, _stderr_to(caught.fileno()):
        try:
            yield said
        except DrawingError as error:
            told = _errors(_lines(caught))
            raise DrawingError(told[0] if told else str(error)) from error
        said += _lines(caught)


@contextmanager
def _stderr_to(descriptor: int) -> Iterator[None]:
    sys.stderr.flush()
    saved = os.dup(_STDERR)
    os.dup2(descriptor, _STDERR)
    try:
        yield
    finally:
        os.dup2(saved, _STDERR)
        os.close(saved)


def _lines(file: IO[bytes]) -> list[str]:
    file.seek(0)
    return file.read().decode("utf-8", "replace").splitlines(keepends=True)


def _errors(lines: Sequence[str]) -> list[str]:
    return [line.removeprefix("Error:").strip() for line in lines if line.startswith("Error:")]


if __name__ == "__main__":
    run()
