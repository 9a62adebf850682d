"""Pages as a Word document, by way of python-docx: real headings, lists, tables, page numbers."""

from dataclasses import replace
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

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
from app.documents.word_styles import (
    CELL,
    CITED,
    CLAIM,
    CONTENTION,
    HEAD,
    INDENT,
    LABEL,
    NOTE,
    QUOTED,
    SUBTITLE,
    TITLE,
    Xml,
    list_of_claims,
    made,
    prepared,
    text_width,
)
from app.model.role import Role
from app.model.text import is_rtl
from resources.themes import load_theme

_LOOKS = {Look.STRONG: "b", Look.ASIDE: "i"}


def written(pages: Pages, going: Going) -> bytes:
    """Write pages as a file of Word's."""
    document = prepared(plain(pages.title), pages.language, pages.paper)
    writer = _Writer(document, going, text_width(pages.paper))
    writer.paragraph((Run(pages.title),), TITLE)
    writer.paragraph((Run(pages.subtitle),), SUBTITLE)
    for block in pages.blocks:
        writer.block(block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Writer:
    """Puts paragraph behind paragraph.

    They are made as XML: python-docx looks all of a document through for the place of each.
    """

    def __init__(self, document: DocxDocument, going: Going, width: int) -> None:
        """`width` is that of the text, in twentieths of a point."""
        self._document = document
        self._going = going
        self._width = width
        self._end = document.element.body.sectPr
        self._list = list_of_claims(document)
        self._styles = {style.name: style.style_id for style in document.styles}
        self._links: dict[str, str] = {}
        theme = load_theme("light")
        self._soft = theme.ink.muted.removeprefix("#").upper()
        self._colours = {
            role: theme.roles[role.value].line.removeprefix("#").upper() for role in Role
        }

    def block(self, block: Block) -> None:  # noqa: C901  a case for each kind
        match block:
            case Heading():
                self.paragraph((Run(block.text),), f"Heading {block.level - 1}")
            case Paragraph():
                alone = all(run.look is Look.STRONG for run in block.runs)
                self.paragraph(block.runs, LABEL if alone else "Normal")
            case Quotation():
                self._quotation(block, 0)
            case Lines():
                self._lines(block)
            case Table():
                self._table(block)
            case Argument():
                self._argument(block)
            case Apart():
                self.paragraph((Run(block.heading),), "Heading 1", new_page=True)
                for part in block.blocks:
                    self.block(part)

    def paragraph(
        self, runs: Runs, style: str, *, first: "tuple[Xml, ...]" = (), **layout: int
    ) -> None:
        """Put a paragraph at the end."""
        self._end.addprevious(self._made(runs, style, first=first, **layout))

    def _lines(self, lines: Lines) -> None:
        """Put room to write on: a rule behind each label, side by side."""
        parts: list[Xml] = []
        for n, label in enumerate(lines.labels):
            parts += [self._run(Run(f"{'  ' if n else ''}{label}: ")), made("r", made("tab"))]
        self.paragraph((), "Normal", first=tuple(parts), rules=len(lines.labels))

    def _made(self, runs: Runs, style: str, *, first: "tuple[Xml, ...]" = (), **layout: int) -> Xml:
        """Make a paragraph; `level` is its place in the list, `indent` how far in it stands."""
        rtl = is_rtl("".join(run.text for run in runs))
        properties = made("pPr", made("pStyle", val=self._styles[style]))
        if layout.get("keep"):
            properties.append(made("keepNext"))
        if layout.get("new_page"):
            properties.append(made("pageBreakBefore"))
        if "level" in layout:
            level, key = made("ilvl", val=layout["level"]), made("numId", val=self._list)
            properties.append(made("numPr", level, key))
        if "rules" in layout:
            properties.append(self._rules(layout["rules"]))
        if rtl:
            properties.append(made("bidi"))
        if layout.get("indent"):
            properties.append(made("ind", left=layout["indent"]))
        return made("p", properties, *first, *(self._run(run) for run in runs))

    def _rules(self, number: int) -> Xml:
        """Tab stops that leave rules on the paper, so many side by side."""
        ends = [self._width * (n + 1) // number for n in range(number)]
        return made("tabs", *(made("tab", val="left", leader="underscore", pos=p) for p in ends))

    # Arguments

    def _argument(self, argument: Argument) -> None:
        for root in argument.roots:
            if isinstance(root, Step):
                self._step(root, 0)
            elif root.role is Role.CONTENTION and root.full and not root.blank:
                self._card(root, None)
            else:
                self._card(root, 0)

    def _step(self, step: Step, level: int) -> None:
        for n, card in enumerate(step.cards):
            sign = "" if n else f"{SIGNS[step.role]} "
            word = self._pill(f"{sign}{step.joined if n else step.word}", step.role)
            beside = (Run(" "), *step.beside, Run(":")) if step.beside and not n else ()
            self._card(card, level, (word, *map(self._run, (*beside, Run("  ")))))
        for further in step.steps:
            self._step(further, level + 1)

    def _card(self, card: Card, level: int | None, first: "tuple[Xml, ...]" = ()) -> None:
        """Put a claim into the list; without a level, into a frame."""
        self._going.tick()
        framed = level is None
        number = (Run(f"({card.number}) ", Look.SOFT),) if card.full else ()
        style, layout = (CONTENTION, {}) if framed else (CLAIM, {"level": level or 0})
        if card.blank:
            self._blank((*first, *map(self._run, (*number, *card.beside))), level or 0)
        else:
            words = tuple(replace(r, look=Look.STRONG) for r in card.runs) if framed else card.runs
            beside = (Run(" —\u00a0", Look.SOFT), *card.beside) if card.beside else ()
            self.paragraph((*number, *words, *beside), style, first=first, **layout)
        indent = 0 if level is None else INDENT * (level + 1)
        for part in card.about:
            if isinstance(part, Quotation):
                self._quotation(part, indent)
            else:
                self.paragraph(part.runs, NOTE, indent=indent)
        for step in card.steps:
            self._step(step, 0 if level is None else level + 1)

    def _blank(self, first: "tuple[Xml, ...]", level: int) -> None:
        """Put two lines to write a claim on, under its number."""
        rules = [made("r", OxmlElement("w:br"), made("tab")) for _ in range(2)]
        self.paragraph((), CLAIM, first=(*first, *rules), level=level, rules=1)

    def _pill(self, text: str, role: Role) -> Xml:
        properties = made("rPr", made("b"), made("bCs"), made("color", val=self._colours[role]))
        return made("r", properties, *_text(text))

    def _quotation(self, quotation: Quotation, indent: int) -> None:
        indent += INDENT if not indent else 0
        style = QUOTED
        self.paragraph((Run(quotation.words),), style, indent=indent, keep=bool(quotation.cite))
        if quotation.cite:
            self.paragraph(quotation.cite, CITED, indent=indent)

    # Tables

    def _table(self, table: Table) -> None:
        whole = sum(table.widths)
        widths = [self._width * width // whole for width in table.widths]
        lines = made(
            "tblBorders",
            *(
                made(s, val="single", sz=4, space=0, color="BFBFBF")
                for s in ("top", "bottom", "insideH")
            ),
        )
        properties = made(
            "tblPr", made("tblW", w=self._width, type="dxa"), lines, made("tblLayout", type="fixed")
        )
        grid = made("tblGrid", *(made("gridCol", w=width) for width in widths))
        element = made("tbl", properties, grid)
        head = tuple((Run(cell),) for cell in table.head)
        element.append(self._row(head, widths, HEAD))
        for row in self._going.each(table.rows):
            element.append(self._row(row, widths, CELL))
        self._end.addprevious(element)
        self.paragraph((), CELL)  # or tables that follow each other would be one

    def _row(self, cells: tuple[Runs, ...], widths: list[int], style: str) -> Xml:
        properties = made("trPr", made("cantSplit"))
        if style == HEAD:
            properties.append(made("tblHeader"))
        row = made("tr", properties)
        for cell, width in zip(cells, widths, strict=True):
            size = made("tcPr", made("tcW", w=width, type="dxa"))
            row.append(made("tc", size, self._made(cell, style)))
        return row

    # Runs

    def _run(self, run: Run) -> Xml:
        properties: list[Xml] = []
        if run.look in _LOOKS:
            properties += [made(_LOOKS[run.look]), made(f"{_LOOKS[run.look]}Cs")]
        if run.look is Look.SOFT:
            properties.append(made("color", val=self._soft))
        if run.address:
            properties.append(made("u", val="single"))
        if is_rtl(run.text):
            properties.append(made("rtl"))
        head = [made("rPr", *properties)] if properties else []
        element = made("r", *head, *_text(run.text))
        return self._linked(run.address, element) if run.address else element

    def _linked(self, address: str, run: Xml) -> Xml:
        key = self._links.get(address)
        if key is None:
            relate = self._document.part.relate_to
            key = relate(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._links[address] = key
        link = made("hyperlink", run)
        link.set(qn("r:id"), key)
        return link


def _text(text: str) -> list[Xml]:
    """The words of a run, with its line breaks."""
    parts: list[Xml] = []
    for n, line in enumerate(plain(text).split("\n")):
        if n:
            parts.append(OxmlElement("w:br"))
        element = OxmlElement("w:t")
        element.text = line
        element.set(qn("xml:space"), "preserve")
        parts.append(element)
    return parts
