"""Text of others on its way into a document: what no format can hold, and what is no safe link."""

import re
from urllib.parse import quote, urlsplit

_UNHOLDABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
)
_BLANKS = re.compile("[\t\x85\u2028\u2029]")
_OF_ADDRESSES = "-._~:/?#[]@!$&'()*+,;=%"
_STRAY_PER_CENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def plain(text: str) -> str:
    r"""Mark characters that neither XML nor HTML can hold; odd blanks become plain ones.

    >>> plain("one\ttwo\x86")
    'one two�'
    """
    return _UNHOLDABLE.sub("\ufffd", _BLANKS.sub(" ", text))


def link_of(address: str) -> str:
    """Give an address as it can be linked: of the web, and nothing else; "" if it cannot.

    >>> link_of("https://example.org/?a=ä"), link_of("javascript:alert(1)")
    ('https://example.org/?a=%C3%A4', '')
    """
    address = address.strip()
    if re.search(r"[\s\x00-\x20\x7f-\xa0<>\"\\]", address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    return _STRAY_PER_CENT.sub("%25", quote(address, safe=_OF_ADDRESSES, errors="replace"))
