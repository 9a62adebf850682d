"""Web pages: the article without what stands around it, and what the page says of itself.

trafilatura judges what belongs to the article. The words themselves are taken from the page, for
trafilatura 2.3 leaves out a paragraph that comes twice, and keeps the line ends of the page’s
source.
"""

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING

from app.articles.encodings import decoded
from app.articles.page_blocks import Block, blocks_of, drop_hidden
from app.articles.page_head import read_head
from app.articles.taken import Kind, Taken
from app.model.errors import FormatError, Phrase
from app.model.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml import html

_MOST_JUDGED = 8_000  # elements; trafilatura's time grows with their square
_LONG = 60  # so many characters make no mere label
_GAP = 10  # so many paragraphs that are not the article's part it from what is
_HEAD = 4_096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_STRAY = 1_000  # characters to one that is broken
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_NEVER = frozenset(
    {"utf-7", "utf-16", "utf-32", "unicode_escape", "raw_unicode_escape", "idna", "punycode"}
)
_IS_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DEFINES = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE[^>\[]*\[[^\]]*<!ENTITY[^\]]*\]\s*>", re.IGNORECASE
)
_RESTRICTED = "The page says that only a part of it is free to read: the rest is missing."
_DEFINED = "The page makes up abbreviations for longer words: they are left as they stand."
_NOT_TOLD = (
    "The article could not be told from what stands around it: menus and notices may be among "
    "its words."
)


def looks_like_page(text: str) -> bool:
    """Whether a text is the source of a web page."""
    return bool(_IS_PAGE.match(text[:_HEAD]))


def page_text(content: bytes, charset: str = "") -> str:
    """Decode a page; what is said of its encoding is believed only where it can be true.

    `charset` is what the site said, if it did. Raises FormatError if this is no text.
    """
    if not content.startswith(_MARKS) and not _is_utf8(content):
        declared = _DECLARED.search(content[:_HEAD])
        for name in (charset, declared[1].decode("ascii", "replace") if declared else ""):
            if (text := _decoded_as(name, content)) is not None:
                return text
    return decoded(content)


def read_page(text: str) -> Taken:
    """Read a page's article; entities that it defines are not replaced.

    Raises FormatError if no words are in it.
    """
    defines = _DEFINES.match(text)
    root = _parsed(text[defines.end() :] if defines else text)
    head = read_head(root)
    drop_hidden(root)
    blocks = blocks_of(root)
    if not blocks:
        raise FormatError(
            "This page has no words of its own: a program puts them there when it is shown. "
            "Copy them from the browser, and paste them here."
        )
    kept = _article(root, blocks)
    missing = [Phrase(_RESTRICTED)] if head.is_cut else []
    if defines:
        missing.append(Phrase(_DEFINED))
    if not kept:
        kept = [block for block in blocks if not block.in_furniture] or blocks
        missing.append(Phrase(_NOT_TOLD))
    return Taken(
        kind=Kind.PAGE,
        text="\n\n".join(block.text for block in kept),
        title=head.title or _heading(kept),
        author=head.author,
        outlet=head.outlet,
        published=head.published,
        language=head.language,
        address=head.address,
        missing=tuple(missing),
    )


def chapter_texts(content: bytes) -> list[str]:
    """The paragraphs of a page that is all words, as a book's chapters are."""
    root = _parsed(page_text(content))
    drop_hidden(root)
    return [block.text for block in blocks_of(root)]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded_as(name: str, content: bytes) -> str | None:
    """The text in an encoding that is named, if there is one of that name and it fits."""
    try:
        name = codecs.lookup(name).name if name else ""
        if name == "utf-8":  # a stray byte or a cut character makes no other encoding
            text = content.decode(name, "replace")
            return text if _MOST_STRAY * text.count("\ufffd") <= len(text) else None
        return content.decode(_WIDER.get(name, name)) if name and name not in _NEVER else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _parsed(text: str) -> "html.HtmlElement":
    from lxml import etree, html  # noqa: PLC0415  third-party, and only for pages

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True
    )
    try:
        root = html.document_fromstring(clean(text).encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise FormatError("This page is empty: there are no words in it to read.") from error
    if not isinstance(root.tag, str):
        raise FormatError("This page is empty: there are no words in it to read.")
    return root


def _article(root: "html.HtmlElement", blocks: "Sequence[Block]") -> list[Block]:
    """Those paragraphs that belong to the article, as trafilatura judges."""
    if sum(1 for _ in islice(root.iter(), _MOST_JUDGED + 1)) > _MOST_JUDGED:
        return []
    from trafilatura import bare_extraction  # noqa: PLC0415  third-party, slow to import

    judged = bare_extraction(root, include_comments=False, with_metadata=False)
    if judged is None or isinstance(judged, dict):
        return []
    body = judged.body
    whole = _squeezed("".join(body.itertext()))
    parts = {_squeezed("".join(element.itertext())) for element in body.iter()}
    belongs = [_belongs(_squeezed(block.whole), parts, whole) for block in blocks]
    return _together(blocks, belongs)


def _belongs(words: str, parts: "Collection[str]", whole: str) -> bool:
    return words in parts or (len(words) > _LONG and words in whole)


def _together(blocks: "Sequence[Block]", belongs: "Sequence[bool]") -> list[Block]:
    """What belongs to the article, with the captions in it, without labels far from it."""
    places = [place for place, belonging in enumerate(belongs) if belonging]
    long = [place for place in places if len(blocks[place].text) > _LONG] or places
    if not long:
        return []
    first, last = long[0], long[-1]
    for place in reversed(places):
        if first - _GAP <= place < first:
            first = place
    for place in places:
        if last < place <= last + _GAP:
            last = place
    return [
        blocks[place]
        for place in range(first, last + 1)
        if belongs[place] or (blocks[place].is_caption and not blocks[place].in_furniture)
    ]


def _heading(blocks: "Sequence[Block]") -> str:
    return next((one_line(block.text) for block in blocks if block.tag in ("h1", "h2")), "")


def _squeezed(words: str) -> str:
    return "".join(words.split())
