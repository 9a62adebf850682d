"""Word documents (Office Open XML, transitional and strict), with changes taken as accepted.

Left out: comments, deleted and moved-away words, pictures, heads and feet of pages, list numbers.
Footnotes and endnotes come after the text, under the numbers that stand in it. python-docx 1.2 is
not used to read: it leaves out inserted words, notes and text boxes, and refuses the strict form.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.articles.archives import Archive, attribute, local_name, parsed_xml
from app.articles.taken import Kind, Taken
from app.articles.titles import LONGEST_TITLE, title_in, worthy_title
from app.model.errors import FormatError, Phrase
from app.model.text import one_line, shortened

if TYPE_CHECKING:
    from lxml import etree

MAIN = "word/document.xml"
_NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "Fallback", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "object", "rt"}
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": " "}
_MARKS = re.compile(r"\[\d+\]")
_BROKEN = "The document is broken off or damaged: what stands behind that place is missing."


class _Paragraph:
    def __init__(self, style: str) -> None:
        self.style = style
        self.words: list[str] = []
        self.goes_on = False  # its end was deleted: the next one belongs to it

    @property
    def text(self) -> str:
        lines = map(one_line, "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)


class _Reader:
    """Reads the paragraphs of a part, numbering the notes that it refers to."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []  # the kind of reference, and the note's id

    def paragraphs(self, root: "etree._Element") -> list[_Paragraph]:
        from lxml import etree  # noqa: PLC0415  see archives

        found: list[_Paragraph] = []
        within: list[_Paragraph] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "end":
                if name == "p" and within:
                    within.pop()
            elif name in _LEFT_OUT or (name == "tr" and element.find("{*}trPr/{*}del") is not None):
                walk.skip_subtree()
            elif name == "p":
                within.append(_Paragraph(_style_of(element)))
                found.append(within[-1])
            elif name == "pPr" and within:
                within[-1].goes_on = _ends_deleted(element)
                walk.skip_subtree()
            elif within:
                within[-1].words.append(self._words_of(element, name))
        return _joined(found)

    def _words_of(self, element: "etree._Element", name: str) -> str:
        if name == "t":
            return element.text or ""
        if name in _NOTES:
            self.notes.append((name, attribute(element, "id")))
            return f"[{len(self.notes)}]"
        return _SIGNS.get(name, "")


def read_word(content: bytes) -> Taken:
    """Read a Word document. Raises FormatError if it cannot be unpacked."""
    archive = Archive(content)
    root, whole = parsed_xml(archive.read(MAIN))
    reader = _Reader()
    paragraphs = reader.paragraphs(root)
    notes, are_whole = _notes(archive, reader.notes)
    lines = [paragraph.text for paragraph in paragraphs]
    text = "\n\n".join(line for line in (*lines, *notes) if line)
    said = _properties(archive)
    names, language = _styles(archive)
    return Taken(
        kind=Kind.WORD,
        text=text,
        title=_first_styled(paragraphs, names, "title")
        or worthy_title(said.get("title", ""))
        or _first_styled(paragraphs, names, "heading 1")
        or title_in(_MARKS.sub("", text), markdown=False),
        author=one_line(said.get("creator", "")),
        language=said.get("language", "") or language,
        missing=() if whole and are_whole else (Phrase(_BROKEN),),
    )


def _notes(archive: Archive, asked: Sequence[tuple[str, str]]) -> tuple[list[str], bool]:
    """The notes under their numbers, and whether all were there."""
    texts: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _ in asked}:
        if (root := _part(archive, _NOTES[kind])) is not None:
            for note in root:
                words = " ".join(p.text for p in _Reader().paragraphs(note))
                texts[kind, attribute(note, "id")] = one_line(words)
    found = [(number, texts.get(note, "")) for number, note in enumerate(asked, 1)]
    return [f"[{number}] {text}" for number, text in found if text], len(texts) > 0 or not asked


def _part(archive: Archive, name: str) -> "etree._Element | None":
    """A part that a document can do without."""
    try:
        return parsed_xml(archive.read(name))[0] if name in archive else None
    except FormatError:
        return None


def _properties(archive: Archive) -> dict[str, str]:
    root = _part(archive, "docProps/core.xml")
    return {} if root is None else {local_name(one): one_line(one.text or "") for one in root}


def _styles(archive: Archive) -> tuple[dict[str, str], str]:
    """The names of the styles by their ids, and the language that the text is in."""
    names: dict[str, str] = {}
    root = _part(archive, "word/styles.xml")
    if root is None:
        return names, ""
    for style in root.iterfind("{*}style"):
        name = style.find("{*}name")
        names[attribute(style, "styleId")] = "" if name is None else attribute(name, "val").lower()
    language = root.find("{*}docDefaults/{*}rPrDefault/{*}rPr/{*}lang")
    return names, "" if language is None else attribute(language, "val")


def _first_styled(paragraphs: Iterable[_Paragraph], names: Mapping[str, str], name: str) -> str:
    of_style = (one_line(p.text) for p in paragraphs if names.get(p.style) == name)
    return shortened(next(filter(None, of_style), ""), LONGEST_TITLE)


def _style_of(paragraph: "etree._Element") -> str:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return "" if style is None else attribute(style, "val")


def _ends_deleted(properties: "etree._Element") -> bool:
    """Whether the changes take away a paragraph's end, so that the next one goes on in its line."""
    return any(properties.find(f"{{*}}rPr/{{*}}{mark}") is not None for mark in ("del", "moveFrom"))


def _joined(paragraphs: Iterable[_Paragraph]) -> list[_Paragraph]:
    joined: list[_Paragraph] = []
    for paragraph in paragraphs:
        if joined and joined[-1].goes_on:
            joined[-1].words += paragraph.words
            joined[-1].goes_on = paragraph.goes_on
        else:
            joined.append(paragraph)
    return joined
