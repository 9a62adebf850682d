"""What the export command is asked for: which file holds what, of which part of the map."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import typer

from app import exchange
from app.diagrams.kinds import SUFFIXES as DIAGRAMS
from app.diagrams.options import DiagramOptions, Paper, Part, Turn
from app.documents.export import export_document
from app.documents.kinds import SUFFIXES, Kind, What, kinds_for
from app.documents.options import PARTS, BlankRule, Blanks, Options
from app.documents.paper import Paper as DocumentPaper
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, InferenceId, TargetId
from app.model.errors import RejoinderError
from app.model.text import one_line, shortened

JSON = ".json"
DIAGRAM_PARTS = ("speakers", "quotations", "notes", "badges", "legend", "title")
_MOST_SHOWN = 60  # characters of what the person has given
_MOST_IDS = 5
_EVERY = re.compile(r"every:(\d{1,6})")


def kinds_of(outputs: Sequence[Path], what: What | None) -> Mapping[Path, Kind | None]:
    """Say which kind of document each file is to hold; None for diagrams and JSON.

    What is asked for goes into the files that can hold it, the usual into the others. Raises
    RejoinderError if no file can, if one has another ending, or if one is given twice.
    """
    found: dict[Path, Kind | None] = {}
    asked = _kind_of(what)
    for output in outputs:
        suffix = output.suffix.lower()
        if suffix not in {*DIAGRAMS, JSON, *SUFFIXES}:
            endings = ", ".join([*DIAGRAMS, JSON, *SUFFIXES])
            raise RejoinderError(
                "The name of what to write must end in one of {endings}.", endings=endings
            )
        usual = kinds_for(suffix)
        found[output] = asked if asked in usual else next(iter(usual), None)
    if len({os.path.realpath(output) for output in outputs}) < len(outputs):
        raise RejoinderError("Each file to write must have a name of its own.")
    if what and not any(_holds(output, what) for output in outputs):
        fitting = [s for s in (*DIAGRAMS, *SUFFIXES) if _holds(Path(f"x{s}"), what)]
        raise RejoinderError(
            "The name of a file for --kind {kind} must end in {endings}.",
            kind=what.value,
            endings=", ".join(fitting),
        )
    return found


def _holds(output: Path, what: What) -> bool:
    suffix = output.suffix.lower()
    return suffix in DIAGRAMS if what is What.DIAGRAM else _kind_of(what) in kinds_for(suffix)


def _kind_of(what: What | None) -> Kind | None:
    return None if what in {None, What.DIAGRAM} else Kind(str(what))


def branches_of(
    argument_map: ArgumentMap,
    kinds: Mapping[Path, Kind | None],
    names: Sequence[str],
    *,
    each: bool,
) -> tuple[TargetId, ...]:
    """Find what the branches that are asked for begin with.

    Raises RejoinderError if there is no such claim, or if a file cannot hold so many.
    """
    if names and each:
        raise RejoinderError("--branch and --each do not go together.")
    if len(names) > 1 and _has_diagrams(kinds):
        raise RejoinderError("A diagram shows one branch: give --branch only once.")
    if names and any(path.suffix.lower() == JSON for path in kinds):
        raise RejoinderError("Rejoinder JSON holds the whole map: leave out --branch.")
    return tuple(_branch_named(argument_map, name) for name in names)


def _branch_named(argument_map: ArgumentMap, name: str) -> TargetId:
    """Find what a branch begins with: a claim, or a step by its id."""
    if argument_map.is_inference(InferenceId(name)):
        return InferenceId(name)
    return claim_named(argument_map, name)


def _has_diagrams(kinds: Mapping[Path, Kind | None]) -> bool:
    return any(not kind and path.suffix.lower() != JSON for path, kind in kinds.items())


def paper_for(kinds: Mapping[Path, Kind | None], page: Paper, turn: Turn) -> DocumentPaper:
    """The paper of documents: that of the diagrams beside them as far as they can have it.

    Raises RejoinderError if there are none beside them, and documents are not written for it.
    """
    fits = page is not Paper.A3 and turn is not Turn.LANDSCAPE
    if not fits and not _has_diagrams(kinds):
        raise RejoinderError("Documents are upright, on A4 or letter: --page a4 or --page letter.")
    return DocumentPaper.LETTER if page is Paper.LETTER else DocumentPaper.A4


def drawn_so(
    options: DiagramOptions,
    parts: Mapping[str, bool],
    branches: tuple[TargetId, ...],
    *,
    each: bool,
) -> DiagramOptions:
    """Options of diagrams with these parts, of one branch if one is given."""
    part = Part.BRANCH if branches else Part.EACH if each else Part.WHOLE
    return options.changed(
        part=part,
        elements=branches,
        **{name: chosen for name, chosen in parts.items() if name in DIAGRAM_PARTS},
    )


def written_so(
    argument_map: ArgumentMap,
    parts: Mapping[str, bool],
    branches: tuple[TargetId, ...],
    blanks: Iterable[str],
    paper: DocumentPaper,
) -> Options:
    """Options of documents. Raises RejoinderError for blank cards that cannot be."""
    return Options(
        paper=paper,
        branches=branches,
        blanks=_blanks_of(argument_map, blanks),
        **{name: chosen for name, chosen in parts.items() if name in PARTS},
    )


def _blanks_of(argument_map: ArgumentMap, given: Iterable[str]) -> Blanks:
    """Take rules by their names, every:3 for every third, and all else for claims."""
    blanks = Blanks()
    for name in given:
        every = _EVERY.fullmatch(name)
        if every:
            blanks = replace(blanks, rule=BlankRule.EVERY, every=int(every[1]))
        elif name in set(BlankRule):
            blanks = replace(blanks, rule=BlankRule(name))
        else:
            chosen = claim_named(argument_map, name)
            blanks = replace(blanks, chosen=blanks.chosen | {chosen})
    return blanks


def claim_named(argument_map: ArgumentMap, name: str) -> ClaimId:
    """Find a claim by its id, or by how its words begin, whatever the case of its letters.

    Raises RejoinderError if there is none, or if several begin so.
    """
    if argument_map.is_claim(ClaimId(name)):
        return ClaimId(name)
    shown, words = shortened(name, _MOST_SHOWN), one_line(name).casefold()
    found = [
        claim.id
        for claim in argument_map.every(Claim)
        if words and one_line(claim.text).casefold().startswith(words)
    ]
    if not found:
        raise RejoinderError("No claim has the id “{name}” or begins so.", name=shown)
    if len(found) > 1:
        ids = ", ".join(sorted(found)[:_MOST_IDS]) + (", …" if len(found) > _MOST_IDS else "")
        raise RejoinderError(
            "{count} claims begin with “{name}”; give the id of one instead: {ids}.",
            count=len(found),
            name=shown,
            ids=ids,
        )
    return found[0]


def write_all(
    argument_map: ArgumentMap,
    kinds: Mapping[Path, Kind | None],
    options: Options,
    *,
    draw: Callable[[Path], None],
    ended: Callable[[], bool],
) -> None:
    """Write the files that `kinds_of` has sorted out, one by one; `draw` writes the diagrams.

    `ended` is asked while documents are written, and raises what ends the command. Raises
    RejoinderError or OSError at the first that cannot be written; those before it are there.
    """
    with _bar(len(kinds)) as progress:
        for n, (output, kind) in enumerate(kinds.items()):
            if kind:
                tell = partial(progress, n)
                export_document(
                    argument_map,
                    output,
                    kind=kind,
                    options=options,
                    progress=tell,
                    cancelled=ended,
                )
            elif output.suffix.lower() == JSON:
                exchange.write_map(argument_map, output)
            else:
                draw(output)
            progress(n, 1)


@contextmanager
def _bar(files: int) -> Iterator[Callable[[int, float], None]]:
    """Show how far several files are, if somebody is there to see it.

    Gives what is told which file is how far, from 0 to 1.
    """
    if files < 2 or not sys.stderr or not sys.stderr.isatty():  # noqa: PLR2004
        yield lambda _n, _done: None
        return
    shown = 0
    with typer.progressbar(length=100 * files, label="export", file=sys.stderr) as bar:

        def tell(n: int, done: float) -> None:
            nonlocal shown
            now = int(100 * (n + done))
            bar.update(now - shown)
            shown = now

        yield tell
