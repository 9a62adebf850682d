"""What the head of a web page says of it: title, author, outlet, date, language, address.

In the order of trust: schema.org (JSON-LD), then the meta elements that sites write for others,
then the title element without the name of the site, as readability does it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.model.text import one_line, shortened

if TYPE_CHECKING:
    from lxml import html

_ARTICLE = re.compile(r".*(Article|Posting|Report|WebPage|Review|Chapter|Statement)\Z")
_MOST_JSON = 400_000
_MOST_DEEP = 6
_TITLES = ("dc:title", "dcterms:title", "og:title", "twitter:title", "parsely-title")
_AUTHORS = ("dc:creator", "dcterms:creator", "author", "article:author", "parsely-author")
_OUTLETS = ("og:site_name", "application-name", "dc:publisher")
_DATES = (
    *("article:published_time", "parsely-pub-date", "datepublished", "dc:date", "dcterms:date"),
    *("dcterms:created", "dc:date:issued", "citation_publication_date", "pubdate", "date"),
)
_LANGUAGES = ("og:locale", "content-language", "dc:language", "language")
_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ADDRESS = re.compile(r"\s*[(<]?\b(?:https?://|mailto:|www\.)[^\s)>]+[)>]?")
_BY = re.compile(r"\A(?:by|von|par|por)\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[|\-–—\\/>»]\s")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_BYLINE = (
    "(//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'] | //a[@rel='author']"
    " | //*[contains(concat(' ', @class, ' '), ' byline ')])[position() < 9]"
)
_LONGEST_BYLINE = 80
_ENOUGH_WORDS, _FEW_WORDS = 3, 4
_LONGEST_TITLE, _LONGEST_NAME, _MOST_NAMES = 300, 200, 20


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; what it does not say is empty."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    address: str = ""
    is_cut: bool = False


def read_head(root: "html.HtmlElement") -> Head:
    """Read what a page says of itself."""
    meta, said = _meta(root), _linked_data(root)
    lead = one_line(root.findtext(".//title") or "")
    outlet = _name(said.get("publisher")) or _first(meta, _OUTLETS)
    return Head(
        title=_headline(said, lead) or _first(meta, _TITLES) or title_without_site(lead, outlet),
        author=_names(said.get("author")) or as_person(_first(meta, _AUTHORS)) or _byline(root),
        outlet=outlet,
        published=_day(said.get("datePublished")) or _first_day(root, meta),
        language=_language(root, meta, said),
        address=_canonical(root, meta),
        is_cut=said.get("isAccessibleForFree") in (False, "False", "false"),
    )


def title_without_site(title: str, outlet: str = "") -> str:
    """A page's title without the name of its site, if it has one and enough is left.

    >>> title_without_site("No peace in sight, say both | The Paper")
    'No peace in sight, say both'
    >>> title_without_site("Peace - The Paper")
    'Peace - The Paper'
    """
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    before, after = title[: parts[-1].start()], title[parts[0].end() :]
    if outlet and title[parts[-1].end() :].casefold() == outlet.casefold():
        return before
    found = before if len(before.split()) >= _ENOUGH_WORDS else after
    return found if len(found.split()) > _FEW_WORDS else title


def as_person(name: str) -> str:
    """A name without "by" before it and without addresses.

    >>> as_person("By Jane Doe (https://doe.example)")
    'Jane Doe'
    """
    name = _BY.sub("", _ADDRESS.sub("", one_line(name))).strip(" ,;|·–—-")
    return shortened(name, _LONGEST_NAME)


def _byline(root: "html.HtmlElement") -> str:
    """The author whom the page names in its words, marked as such."""
    for element in root.xpath(_BYLINE):
        name = as_person(element.text_content())
        if name and len(name) <= _LONGEST_BYLINE:
            return name
    return ""


def _meta(root: "html.HtmlElement") -> dict[str, str]:
    """The meta elements by name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = one_line(element.get("content") or "")
        for key in ("name", "property", "itemprop", "http-equiv"):
            for name in (element.get(key) or "").lower().replace(".", ":").split():
                if content:
                    found.setdefault(name, content)
    return found


def _linked_data(root: "html.HtmlElement") -> Mapping[str, object]:
    """The first thing in a page's JSON-LD that is an article; {} if there is none."""
    for script in root.iter("script"):
        words = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(words) > _MOST_JSON:
            continue
        with suppress(ValueError, RecursionError):
            read = json.loads(words.strip().removeprefix("<![CDATA[").removesuffix("]]>"))
            for thing in _things(read, _MOST_DEEP):
                if any(_ARTICLE.match(sort) for sort in _texts(thing.get("@type"))):
                    return thing
    return {}


def _things(read: object, depth: int) -> Iterator[Mapping[str, object]]:
    if isinstance(read, list) and depth:
        for one in read:
            yield from _things(one, depth - 1)
    elif isinstance(read, dict):
        yield read
        yield from _things(read.get("@graph"), depth - 1)


def _headline(said: Mapping[str, object], lead: str) -> str:
    """The headline, or the name if only that is like the title element."""
    titles = [one_line(t) for key in ("headline", "name") for t in _texts(said.get(key))]
    like = [title for title in titles if title and title.casefold() in lead.casefold()]
    return shortened(next(iter([*like, *titles]), ""), _LONGEST_TITLE)


def _names(said: object) -> str:
    people = said if isinstance(said, list) else [said]
    names = dict.fromkeys(as_person(_name(person)) for person in people[:_MOST_NAMES])
    return ", ".join(filter(None, names))


def _name(said: object) -> str:
    if isinstance(said, list):
        said = said[0] if said else ""
    name = said.get("name") if isinstance(said, dict) else said
    return one_line(next(_texts(name), ""))


def _texts(said: object) -> Iterator[str]:
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, str):
            yield one


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str:
    return next((meta[name] for name in names if _says_something(meta.get(name, ""))), "")


def _says_something(value: str) -> bool:
    return bool(value) and not value.startswith(("http://", "https://", "{"))


def _first_day(root: "html.HtmlElement", meta: Mapping[str, str]) -> date | None:
    for name in _DATES:
        if day := _day(meta.get(name)):
            return day
    times = root.xpath("//article//time[@datetime] | //time[@pubdate or @itemprop='datePublished']")
    return _day(times[0].get("datetime")) if times else None


def _day(said: object) -> date | None:
    found = _DAY.match(said) if isinstance(said, str) else None
    with suppress(ValueError):
        return date(*map(int, found.groups())) if found else None
    return None


def _language(root: "html.HtmlElement", meta: Mapping[str, str], said: Mapping[str, object]) -> str:
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    tags = (root.get("lang"), root.get(xml), root.get("xml:lang"), _name(said.get("inLanguage")))
    for tag in (*tags, _first(meta, _LANGUAGES)):
        if found := _LANGUAGE.match((tag or "").replace("_", "-")):
            return found[0]
    return ""


def _canonical(root: "html.HtmlElement", meta: Mapping[str, str]) -> str:
    links = root.xpath("//link[translate(@rel, 'CANOL', 'canol')='canonical']/@href")
    for address in (*links, meta.get("og:url", ""), meta.get("parsely-link", "")):
        if address.startswith(("http://", "https://")):
            return one_line(address)
    return ""
