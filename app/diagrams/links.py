"""Where cards lead: to the article on the web; and the words they rest on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from app.layout.contents import first_saying, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Source
from app.model.text import one_line

_SCHEMES = {"http", "https"}
_PLAIN = ":/?#[]@!$&'()*+,;=%~"  # what addresses are made of, besides letters and digits


class Link(NamedTuple):
    """The address of an article on the web ("" for none), and the words that a claim rests on."""

    address: str
    words: str


def links_of(argument_map: ArgumentMap, claims: Iterable[ClaimId]) -> Mapping[ClaimId, Link]:
    """The links of those claims that rest on words of an article."""
    addresses: dict[str, str] = {}
    links = {}
    for claim in claims:
        saying = first_saying(argument_map, argument_map.claim(claim))
        if saying is None or saying.anchor is None:
            continue
        source = argument_map.source(saying.anchor.source)
        if source.id not in addresses:
            addresses[source.id] = web_address(source)
        names = [speaker.name for speaker in speaker_chain(argument_map, saying)]
        said = f"“{one_line(saying.anchor.exact)}”"
        words = " — ".join(filter(None, (said, ", ".join(names), one_line(source.title))))
        links[claim] = Link(addresses[source.id], words)
    return links


def web_address(source: Source) -> str:
    """The address of a source as a link may hold it; "" if it leads anywhere but to the web."""
    try:
        parts = urlsplit(source.address.strip())
        sound = parts.scheme.lower() in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return ""
    return quote(parts.geturl(), safe=_PLAIN) if sound else ""
