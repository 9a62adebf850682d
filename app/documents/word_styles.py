"""How a Word document of a map looks: page, styles, list levels, page numbers."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from app.documents.blocks import MOST_DEPTH
from app.documents.paper import Paper
from resources.themes import load_theme

Xml: TypeAlias = Any
"""An element of lxml, which has no types."""

CLAIM: Final = "Claim"
CONTENTION: Final = "Contention"
QUOTED: Final = "Quoted words"
CITED: Final = "Citation"
NOTE: Final = "Note of a claim"
CELL: Final = "Cell"
HEAD: Final = "Head of a table"
LABEL: Final = "Label"
SUBTITLE: Final = "Subtitle"
TITLE: Final = "Title"

INDENT: Final = 340  # twentieths of a point from level to level
_MARGIN = 22  # millimetres
_TWIPS = 1440 / 25.4  # twentieths of a point, a millimetre
_BULLETS = "•◦–"
_SERIF, _SANS = "Cambria", "Calibri"


def made(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Make an element of the main namespace of Word."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def text_width(paper: Paper) -> int:
    """What is between the margins, in twentieths of a point."""
    return round((paper.size[0] - 2 * _MARGIN) * _TWIPS)


def prepared(title: str, language: str, paper: Paper) -> DocxDocument:
    """Make an empty document with our styles, with page numbers at the foot."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, paper.size)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    _set_headings(document)
    _add_styles(document)
    document.styles["Normal"].element.get_or_add_rPr().append(made("lang", val=language))
    _add_page_number(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:250], "", ""
    properties.language = language
    properties.created = properties.modified = datetime.now(UTC)
    return document


def list_of_claims(document: DocxDocument) -> int:
    """Add a list with a level for each depth of an argument; gives the number it is used by."""
    numbering = document.part.numbering_part.element
    keys = [int(e.get(qn("w:abstractNumId"))) for e in numbering.findall(qn("w:abstractNum"))]
    key = max(keys, default=0) + 1
    levels = [
        made(
            "lvl",
            made("start", val=1),
            made("numFmt", val="bullet"),
            made("lvlText", val=_BULLETS[n % len(_BULLETS)]),
            made("lvlJc", val="left"),
            made("pPr", made("ind", left=INDENT * (n + 1), hanging=INDENT - 80)),
            made("rPr", made("rFonts", ascii=_SANS, hAnsi=_SANS, cs=_SANS, hint="default")),
            ilvl=n,
        )
        for n in range(MOST_DEPTH + 1)
    ]
    abstract = made("abstractNum", made("multiLevelType", val="multilevel"), *levels)
    abstract.set(qn("w:abstractNumId"), str(key))
    numbering.insert(0, abstract)  # before the first w:num
    return int(numbering.add_num(key).numId)


def _set_headings(document: DocxDocument) -> None:
    ink = _colour(load_theme("light").ink.text)
    sizes = ((TITLE, 22, 0), ("Heading 1", 15, 20), ("Heading 2", 12.5, 14), ("Heading 3", 11, 10))
    for name, size, before in sizes:
        style = document.styles[name]
        _set_font(style, _SANS, size, ink)
        style.font.bold = True
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(4)
    title = document.styles[TITLE].element.pPr
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)


def _add_styles(document: DocxDocument) -> None:
    theme = load_theme("light")
    ink, muted = _colour(theme.ink.text), _colour(theme.ink.muted)
    styles = document.styles
    _set_font(styles["Normal"], _SANS, 11, ink)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    _set_font(styles[SUBTITLE], _SANS, 11, muted)
    styles[SUBTITLE].font.italic = False
    for spacing in styles[SUBTITLE].element.rPr.findall(qn("w:spacing")):
        styles[SUBTITLE].element.rPr.remove(spacing)
    kinds = (
        (CLAIM, _SANS, 11, ink, 3),
        (CONTENTION, _SANS, 13, ink, 8),
        (QUOTED, _SERIF, 10.5, ink, 2),
        (CITED, _SANS, 9, muted, 8),
        (NOTE, _SANS, 9.5, muted, 4),
        (CELL, _SANS, 10, ink, 2),
        (HEAD, _SANS, 9, muted, 2),
        (LABEL, _SANS, 11, ink, 3),
    )
    for name, font, size, colour, after in kinds:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set_font(style, font, size, colour)
        style.paragraph_format.space_after = Pt(after)
    styles[HEAD].font.bold = True
    styles[LABEL].font.bold = True
    styles[LABEL].paragraph_format.space_before = Pt(8)
    styles[LABEL].paragraph_format.keep_with_next = True
    styles[CELL].paragraph_format.space_before = Pt(2)
    _add_border(styles[CONTENTION], ("top", "left", "bottom", "right"), ink, 6)
    _add_border(styles[QUOTED], ("left",), RGBColor(0xB0, 0xB0, 0xB0), 8)
    styles[CONTENTION].paragraph_format.left_indent = Pt(8)
    styles[CONTENTION].paragraph_format.right_indent = Pt(8)
    styles[CONTENTION].paragraph_format.space_before = Pt(8)


def _add_border(style: Any, sides: Sequence[str], colour: RGBColor, space: int) -> None:  # noqa: ANN401
    lines = [made(side, val="single", sz=12, space=space, color=colour) for side in sides]
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(made("pBdr", *lines), "w:spacing", "w:ind", "w:jc")


def _set_font(style: Any, font: str, size: float, colour: RGBColor) -> None:  # noqa: ANN401
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if "heme" in key]:  # they would win over the name
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), font)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#").upper())


def _add_page_number(paragraph: Any) -> None:  # noqa: ANN401
    paragraph.alignment = 2  # at the right
    parts = (
        made("fldChar", fldCharType="begin"),
        OxmlElement("w:instrText"),
        made("fldChar", fldCharType="end"),
    )
    parts[1].text = "PAGE"
    for part in parts:
        paragraph.add_run()._r.append(part)  # noqa: SLF001  it has no public name
