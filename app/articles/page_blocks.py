"""The words of a web page as the paragraphs that it shows, in order.

What it hides is left out, and so are programs, forms and pictures. Nothing here recurses: a page
may be nested as deep as the parser lets it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from app.model.text import clean, one_line

if TYPE_CHECKING:
    from lxml import html

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_WORDLESS = frozenset(
    [
        "annotation",
        "annotation-xml",
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "head",
        "iframe",
        "input",
        "map",
        "math",
        "noframes",
        "noscript",
        "object",
        "option",
        "picture",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "menu", "dialog"})
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_CAPTION = re.compile(r"\b\w*caption\b", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?<![\w-])(?:mw-editsection|noprint|sr-only|visually-hidden|screen-reader-text)(?![\w-])"
)
_SOURCE_LINES = re.compile(r"[\r\n]+")
_BREAK = "\x00"
_MANY_BREAKS = re.compile(r"\n\s*\n")


class Block(NamedTuple):
    """A paragraph, heading, item or cell of a page."""

    text: str
    whole: str  # with what a line break parts from it
    tag: str
    in_furniture: bool
    is_caption: bool


def drop_hidden(root: "html.HtmlElement") -> None:
    """Empty those parts of a page that it does not show."""
    hidden = [
        element
        for element in root.iter()
        if isinstance(element.tag, str) and element.tag not in ("html", "body") and _hides(element)
    ]
    for element in hidden:
        element.clear(keep_tail=True)  # dropping it takes time with the square of their number


def blocks_of(root: "html.HtmlElement") -> list[Block]:
    """The paragraphs of a page."""
    return list(_walk(root))


def _walk(root: "html.HtmlElement") -> Iterator[Block]:  # noqa: C901  one walk, event by event
    from lxml import etree  # noqa: PLC0415  third-party, and only for pages

    words: list[str] = []
    within: list[str] = ["body"]
    walk = etree.iterwalk(root, events=("start", "end", "comment"))

    def flushed() -> Iterator[Block]:
        text = "".join(words)
        words.clear()
        stuff = not _FURNITURE.isdisjoint(within)
        for part in [_listing(text)] if "pre" in within else _paragraphs(text):
            if part:
                yield Block(
                    part, text.replace(_BREAK, " "), within[-1], stuff, "figcaption" in within
                )

    for event, element in walk:
        tag = _tag_of(element)
        if event == "start" and tag in _WORDLESS:
            walk.skip_subtree()
        elif event == "start":
            if tag in _BLOCKS:
                yield from flushed()
                within.append(tag)
            words.append(_BREAK if tag == "br" else element.text or "")
        else:
            if event == "end" and tag in _BLOCKS:
                yield from flushed()
                within.pop()
            if element is not root:
                words.append(element.tail or "")
    yield from flushed()


def _tag_of(element: "html.HtmlElement") -> str:
    """An element's name; what only its class says to be a caption is one."""
    if not isinstance(element.tag, str):
        return ""
    is_caption = element.tag == "div" and _CAPTION.search(element.get("class") or "")
    return "figcaption" if is_caption else str(element.tag)


def _paragraphs(words: str) -> Iterator[str]:
    """Fold blanks; two line breaks end a paragraph, one is kept as a line feed."""
    words = _SOURCE_LINES.sub(" ", words).replace(_BREAK, "\n")
    for part in _MANY_BREAKS.split(words):
        lines = (one_line(line) for line in part.split("\n"))
        yield "\n".join(line for line in lines if line)


def _listing(words: str) -> str:
    """Words whose lines and indents count, as those of a program's."""
    lines = clean(words.replace(_BREAK, "\n")).replace("\t", "    ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _hides(element: "html.HtmlElement") -> bool:
    return (
        "hidden" in element.attrib
        or (element.get("aria-hidden") == "true" and "math" not in (element.get("class") or ""))
        or bool(_HIDING.search(element.get("style") or ""))
        or bool(_UNSEEN.search(element.get("class") or ""))
    )
