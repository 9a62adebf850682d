"""OpenDocument texts (.odt), as LibreOffice writes them, with changes taken as accepted.

Left out: comments, deleted words, pictures, heads and feet of pages. Notes come after the text.
"""

from typing import TYPE_CHECKING

from app.articles.archives import Archive, local_name, parsed_xml
from app.articles.taken import Kind, Taken
from app.articles.titles import title_in, worthy_title
from app.model.errors import FormatError, Phrase
from app.model.text import one_line

if TYPE_CHECKING:
    from lxml import etree

_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "ruby-text", "note-citation"}
)
_PARAGRAPHS = frozenset({"p", "h"})
_SIGNS = {"tab": " ", "s": " ", "line-break": "\x0b"}
_BROKEN = "The document is broken off or damaged: what stands behind that place is missing."


def read_open_document(content: bytes) -> Taken:
    """Read an OpenDocument text. Raises FormatError if it cannot be unpacked."""
    archive = Archive(content)
    root, whole = parsed_xml(archive.read("content.xml"))
    text = "\n\n".join(_paragraphs(root))
    said = _properties(archive)
    return Taken(
        kind=Kind.OPEN_DOCUMENT,
        text=text,
        title=worthy_title(said.get("title", "")) or title_in(text, markdown=False),
        author=said.get("initial-creator", "") or said.get("creator", ""),
        language=said.get("language", ""),
        missing=() if whole else (Phrase(_BROKEN),),
    )


def _paragraphs(root: "etree._Element") -> list[str]:  # noqa: C901  one walk, event by event
    """The paragraphs of the text, then its notes under the numbers that stand in it."""
    from lxml import etree  # noqa: PLC0415  see archives

    texts: list[list[str]] = []
    notes: list[list[str]] = []
    within: list[list[str]] = []  # a note's paragraphs stand within the one that refers to it
    count, in_note, marks = 0, False, False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local_name(element)
        is_paragraph = name in _PARAGRAPHS
        if event == "end":
            if is_paragraph:
                within.pop()
            in_note = in_note and name != "note"
            if within:
                within[-1].append(element.tail or "")
        elif name in _LEFT_OUT:
            walk.skip_subtree()
        elif is_paragraph:
            within.append([f"[{count}] " if marks else "", element.text or ""])
            marks = False
            (notes if in_note else texts).append(within[-1])
        elif name == "note":
            count, in_note, marks = count + 1, True, True
            if within:
                within[-1].append(f"[{count}]")
        elif within:
            within[-1] += [_SIGNS.get(name, ""), element.text or ""]
    return [text for words in (*texts, *notes) if (text := _folded("".join(words)))]


def _folded(words: str) -> str:
    lines = map(one_line, words.split("\x0b"))
    return "\n".join(line for line in lines if line)


def _properties(archive: Archive) -> dict[str, str]:
    try:
        root, _ = parsed_xml(archive.read("meta.xml"))
    except FormatError:
        return {}
    return {local_name(one): one_line(one.text or "") for one in root.iterfind("{*}meta/*")}
