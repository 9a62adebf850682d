"""Pages as Markdown: CommonMark, with tables as GitHub has them, and no HTML.

Every text is escaped so that it is shown just as it is written; no address in it becomes a link.
"""

import re
from collections.abc import Iterator

from app.documents.blocks import (
    SIGNS,
    Apart,
    Argument,
    Block,
    Card,
    Heading,
    Lines,
    Look,
    Pages,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Step,
    Table,
)
from app.documents.escaping import plain
from app.documents.going import Going
from app.model.role import Role

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_AT_START = re.compile(r"(?m)^[^\S\n]*(?:([-+=:])|(\d{1,9})([.)]))")
_ROOM = "\\_" * 40  # to write a claim on
_AROUND = {Look.PLAIN: "", Look.STRONG: "**", Look.ASIDE: "*", Look.SOFT: ""}


def written(pages: Pages, going: Going) -> str:
    """Write pages as Markdown."""
    parts = [f"# {escaped(pages.title, one_line=True)}", escaped(pages.subtitle)]
    for block in pages.blocks:
        parts += _block(block, going)
    return "\n\n".join(parts) + "\n"


def escaped(text: str, *, one_line: bool = False) -> str:
    r"""Escape what Markdown would take for its own, in headings and cells on one line.

    >>> print(escaped("*1* <b> www.x.org"))
    \*1\* \<b\> www\.x.org
    """
    text = _MARKUP.sub(r"\\\1", plain(text))
    text = _ADDRESS.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)
    if not one_line:
        text = _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
    lines = [line.strip() for line in text.split("\n")]
    return (" " if one_line else "\\\n").join(filter(None, lines))


def _block(block: Block, going: Going) -> Iterator[str]:  # noqa: C901  a case for each kind
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text, one_line=True)}"
        case Paragraph():
            yield _runs(block.runs)
        case Quotation():
            yield "\n".join(_quoted([block]))
        case Lines():
            yield "\\\n".join(f"{escaped(label)}: {_ROOM}" for label in block.labels)
        case Table():
            yield "\n".join(_table(block, going))
        case Argument():
            yield from _argument(block, going)
        case Apart():
            yield "---"
            yield f"## {escaped(block.heading, one_line=True)}"
            for part in block.blocks:
                yield from _block(part, going)


def _argument(argument: Argument, going: Going) -> Iterator[str]:
    """A claim on its own is a paragraph, with a list of what bears on it."""
    roots = argument.roots
    if len(roots) == 1 and isinstance(card := roots[0], Card):
        yield "\n".join(_item("", _claim(card), card, going))
        if card.steps:
            yield "\n".join(_steps(card.steps, 0, going))
        return
    lines: list[str] = []
    for root in roots:
        lines += _listed(root, 0, going) if isinstance(root, Card) else _step(root, 0, going)
    yield "\n".join(lines)


def _steps(steps: tuple[Step, ...], level: int, going: Going) -> Iterator[str]:
    for step in steps:
        yield from _step(step, level, going)


def _step(step: Step, level: int, going: Going) -> Iterator[str]:
    for n, card in enumerate(step.cards):
        word = escaped(step.joined if n else step.word)
        sign = "" if n else f"{SIGNS[step.role]} "
        beside = "" if n or not step.beside else f" {_runs(step.beside)}:"
        yield from _listed(card, level, going, f"**{sign}{word}**{beside} ")
    yield from _steps(step.steps, level + 1, going)


def _listed(card: Card, level: int, going: Going, pill: str = "") -> Iterator[str]:
    yield from _item("  " * level, f"- {pill}{_claim(card)}", card, going, further="  ")
    yield from _steps(card.steps, level + 1, going)


def _item(indent: str, first: str, card: Card, going: Going, *, further: str = "") -> Iterator[str]:
    """The lines of a claim: its words, who says it, notes, quotations."""
    going.tick()
    notes = [_runs(part.runs) for part in card.about if isinstance(part, Paragraph)]
    quotations = [part for part in card.about if isinstance(part, Quotation)]
    lines = "\\\n".join([first, *notes]).split("\n")
    yield indent + lines[0]
    for line in (*lines[1:], *_quoted(quotations)):
        yield f"{indent}{further}{line}"


def _claim(card: Card) -> str:
    words = _ROOM if card.blank else _runs(card.runs)
    if card.role is Role.CONTENTION and card.full and not card.blank:
        words = f"**{words}**"
    number = f"({card.number}) " if card.full else ""
    beside = f" — {_runs(card.beside)}" if card.beside else ""
    return f"{number}{words}{beside}"


def _quoted(quotations: list[Quotation]) -> Iterator[str]:
    for n, quotation in enumerate(quotations):
        if n:
            yield ">"
        cite = f"\\\n— {_runs(quotation.cite)}" if quotation.cite else ""
        yield from (f"> {line}" for line in f"{escaped(quotation.words)}{cite}".split("\n"))


def _table(table: Table, going: Going) -> Iterator[str]:
    yield _row([escaped(cell, one_line=True) for cell in table.head])
    yield _row(["---"] * len(table.head))
    for row in going.each(table.rows):
        yield _row([_runs(cell).replace("\\\n", " ") for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.address:
        return f"<{run.address}>"
    words = run.text.strip()
    if not words:
        return run.text
    before, _, after = run.text.partition(words)
    around = _AROUND[run.look]
    return f"{before and ' '}{around}{escaped(words)}{around}{after and ' '}"
