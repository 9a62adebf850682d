"""Pages as a web page: one file that needs no other, no network and no script.

Branches fold by the means of HTML; all words are there for finding, printing and screen readers. A
policy in its head forbids the page everything but its own style, whatever should get into it.
"""

from collections.abc import Iterator
from html import escape

from app.documents.blocks import (
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
from app.documents.style import signs, style

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_UNFOLDED = 2  # levels of a large map
_TAGS = {Look.PLAIN: "", Look.STRONG: "strong", Look.ASIDE: "em", Look.SOFT: "span"}


def written(pages: Pages, going: Going) -> str:
    """Write pages as HTML."""
    return "\n".join(_Writer(pages, going).page(pages)) + "\n"


class _Writer:
    """Writes one page; each claim has an id where it first stands in full."""

    def __init__(self, pages: Pages, going: Going) -> None:
        self._below = pages.below
        self._folded = pages.large
        self._going = going
        self._seen: set[int] = set()

    def page(self, pages: Pages) -> Iterator[str]:
        title = _text(pages.title)
        yield "<!DOCTYPE html>"
        yield f'<html lang="{_text(pages.language)}">'
        yield '<head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
        yield f"<title>{title}</title>"
        yield f"<style>{style(pages.paper)}</style></head>"
        yield f"<body>{signs()}<main>"
        yield f'<h1 dir="auto">{title}</h1>'
        yield f'<p class="subtitle">{_text(pages.subtitle)}</p>'
        for block in pages.blocks:
            yield from self._block(block)
        yield "</main></body></html>"

    def _block(self, block: Block) -> Iterator[str]:  # noqa: C901  a case for each kind
        match block:
            case Heading():
                yield f'<h{block.level} dir="auto">{_text(block.text)}</h{block.level}>'
            case Paragraph():
                label = all(run.look is Look.STRONG for run in block.runs)
                css = ' class="label"' if label else ""
                yield f'<p{css} dir="auto">{_runs(block.runs)}</p>'
            case Quotation():
                yield _quotation(block)
            case Lines():
                labels = "".join(f"<span>{_text(label)}:</span>" for label in block.labels)
                yield f'<div class="lines">{labels}</div>'
            case Table():
                yield from self._table(block)
            case Argument():
                yield from self._argument(block)
            case Apart():
                yield f'<details class="apart"><summary>{_text(block.heading)}</summary>'
                for part in block.blocks:
                    yield from self._block(part)
                yield "</details>"

    def _table(self, table: Table) -> Iterator[str]:
        head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in table.head)
        columns = "".join(
            f'<col style="width:{100 * width / sum(table.widths):.0f}%">' for width in table.widths
        )
        yield f'<div class="scroll"><table><colgroup>{columns}</colgroup>'
        yield f"<thead><tr>{head}</tr></thead><tbody>"
        for row in self._going.each(table.rows):
            cells = "".join(f'<td dir="auto">{_runs(cell)}</td>' for cell in row)
            yield f"<tr>{cells}</tr>"
        yield "</tbody></table></div>"

    def _argument(self, argument: Argument) -> Iterator[str]:
        for root in argument.roots:
            if isinstance(root, Card):
                yield from self._card(root, depth=0)
        steps = tuple(root for root in argument.roots if isinstance(root, Step))
        yield from self._steps(steps, 1, css="argument")

    def _steps(self, steps: tuple[Step, ...], depth: int, css: str = "steps") -> Iterator[str]:
        if steps:
            yield f'<ul class="{css}">'
            for step in steps:
                yield from self._step(step, depth)
            yield "</ul>"

    def _step(self, step: Step, depth: int) -> Iterator[str]:
        several = " several" if len(step.cards) > 1 else ""
        yield f'<li class="step {step.role.value}{several}">'
        for n, card in enumerate(step.cards):
            yield from self._card(card, _joining(step) if n else _pill(step), depth=depth)
        yield from self._steps(step.steps, depth + 1)
        yield "</li>"

    def _card(self, card: Card, pill: str = "", *, depth: int) -> Iterator[str]:
        self._going.tick()
        key = ""
        if card.full and card.number not in self._seen:
            self._seen.add(card.number)
            key = f' id="c{card.number}"'
        css = f"card {card.role.value}{_kind(card)}"
        about = self._about(card)
        if not card.steps:
            claim = f'<div class="claim">{pill}{_claim(card)}</div>'
            yield f'<div class="{css}"{key}>{claim}{about}</div>'
            return
        count = f' <span class="count">· {_text(self._below.format(n=card.below))}</span>'
        shown = "" if self._folded and depth >= _UNFOLDED else " open"
        yield f'<details class="{css}"{key}{shown}>'
        yield f"<summary>{pill}{_claim(card)}{count}</summary>{about}"
        yield from self._steps(card.steps, depth + 1)
        yield "</details>"

    def _about(self, card: Card) -> str:
        parts = "".join("".join(self._block(part)) for part in card.about)
        return f'<div class="about">{parts}</div>' if parts else ""


def _kind(card: Card) -> str:
    if not card.full:
        return " again"
    return " unstated" if any(run.look is Look.ASIDE for run in card.runs) else ""


def _pill(step: Step) -> str:
    sign = f'<svg aria-hidden="true"><use href="#sign-{step.role.value}"/></svg>'
    beside = f'<span class="scheme">{_runs(step.beside)}</span>' if step.beside else ""
    return f'<span class="pill">{sign}{_text(step.word)}</span> {beside}'


def _joining(step: Step) -> str:
    return f'<span class="pill and">{_text(step.joined)}</span> '


def _claim(card: Card) -> str:
    number = f'<span class="n">({card.number})</span> ' if card.full else ""
    beside = f' <span class="beside">{_runs(card.beside)}</span>' if card.beside else ""
    if card.blank:
        told = "".join(_text(run.text) for run in card.runs)
        rules = "<span></span><span></span>"
        return f'{number}{beside}<span class="room" role="img" aria-label="{told}">{rules}</span>'
    return f'{number}<span class="text" dir="auto">{_words(card.runs)}</span>{beside}'


def _words(runs: Runs) -> str:
    """The words of a claim; whether they lean is said by the card."""
    return "".join(_text(run.text) if run.look is Look.ASIDE else _run(run) for run in runs)


def _quotation(quotation: Quotation) -> str:
    cite = f'<p class="cite">{_runs(quotation.cite)}</p>' if quotation.cite else ""
    words = f'<p class="words" dir="auto">{_text(quotation.words)}</p>'
    return f"<blockquote>{words}{cite}</blockquote>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = _text(run.text)
    tag = _TAGS[run.look]
    if tag:
        css = ' class="soft"' if run.look is Look.SOFT else ""
        words = f"<{tag}{css}>{words}</{tag}>"
    if run.address:
        return f'<a href="{escape(run.address)}" rel="noreferrer">{words}</a>'
    return f'<a href="#c{run.to}">{words}</a>' if run.to else words


def _text(text: str) -> str:
    return escape(plain(text))
