"""Documents as other programs read them: their words, their links, and what should not be there."""

import csv
import re
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import NamedTuple

from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token
from typing_extensions import override

VOID = {"meta", "use", "path", "col", "br"}
HARMLESS = {
    *VOID,
    *("html", "head", "title", "style", "body", "main", "svg", "symbol", "h1", "h2", "h3", "h4"),
    *("p", "span", "strong", "em", "a", "ul", "li", "details", "summary", "div", "blockquote"),
    *("table", "colgroup", "thead", "tbody", "tr", "th", "td"),
}


class Read(NamedTuple):
    """The words of a document with single blanks, and where its links lead."""

    words: str
    links: set[str]


def bare(text: str) -> str:
    """A text with single blanks, without what no document can hold."""
    return re.sub("[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", " ".join(text.split()))


def read(suffix: str, content: bytes) -> Read:
    readers = {".md": _markdown, ".html": _page, ".docx": _word, ".csv": _table}
    return readers[suffix](content)


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


class Page(HTMLParser):
    """A web page, read strictly: each tag is closed where it should be."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.depth = 0
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS, tag
        values = {name: value or "" for name, value in attrs}
        assert not [name for name in values if name.startswith("on") or name == "src"]
        if tag == "a":
            self.links.add(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "use":
            assert values["href"].startswith("#sign-")
        if tag not in VOID:
            self._open.append(tag)
            self.depth = max(self.depth, len(self._open))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag
        self.words.append(" " if tag not in {"a", "em", "strong"} else "")

    @override
    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.words.append(data)


def _page(content: bytes) -> Read:
    page = Page(content)
    links = {link for link in page.links if not link.startswith("#")}
    assert {link[1:] for link in page.links - links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    return Read(bare("".join(page.words)), links)


def _markdown(content: bytes) -> Read:
    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(content.decode())
    assert not [token for token in tokens if token.type in {"html_block", "fence", "code_block"}]
    inline = [token for token in tokens if token.type == "inline"]
    links: set[str] = set()
    words = " ".join("".join(_said(token, links)) for token in inline)
    return Read(bare(words), links)


def _said(token: Token, links: set[str]) -> list[str]:
    said = []
    for part in token.children or []:
        assert part.type not in {"html_inline", "image", "code_inline"}
        if part.type == "link_open":
            links.add(str(part.attrs["href"]))
        said.append(" " if part.type in {"softbreak", "hardbreak"} else part.content)
    return said


def _word(content: bytes) -> Read:
    document = Document(BytesIO(content))
    paragraphs = document.element.body.iter(qn("w:p"))
    words = []
    for paragraph in paragraphs:
        parts = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        words += [part.text or "" if part.tag == qn("w:t") else " " for part in parts]
        words.append(" ")
    links = {str(one.target_ref) for one in document.part.rels.values() if one.is_external}
    return Read(bare("".join(words)), links)


def _table(content: bytes) -> Read:
    return Read(bare(" ".join(cell for row in rows(content) for cell in row)), set())
