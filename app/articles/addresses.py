"""Addresses on the web: what a person may have typed, and what must not be followed."""

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

from app.model.errors import RejoinderError
from app.model.text import clean, shortened

_LONGEST_ADDRESS = 4_000


class FetchError(RejoinderError):
    """Nothing was fetched; the sentence says why."""


def typed_address(text: str) -> str:
    """Make an address of what a person has typed. Raises FetchError if it is none on the web.

    >>> typed_address(" example.org/peace ")
    'https://example.org/peace'
    """
    address = clean(text).strip()
    if "://" not in address and not _names_scheme(address):
        address = f"https://{address}"
    require_web(address)
    return address


def require_web(address: str) -> None:
    """Raise FetchError for what is no address on the web, or holds a password."""
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError as error:
        raise FetchError("This is no address on the web.") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(
            "Only addresses that begin with http or https are fetched, not “{scheme}:”.",
            scheme=shortened(parts.scheme, 20),
        )
    if not parts.hostname or len(address) > _LONGEST_ADDRESS or any(map(str.isspace, address)):
        raise FetchError("This is no address on the web.")
    if parts.username is not None or parts.password is not None:
        raise FetchError("This address has a name or a password in it: take that out.")


def _names_scheme(address: str) -> bool:
    """Whether there is a scheme before a colon, and not a host before a port."""
    before, colon, after = address.partition(":")
    return bool(colon) and before.isalpha() and not after[:1].isdigit()


def joined(address: str, location: str) -> str:
    """Where a redirect from an address leads. Raises FetchError if that is no address."""
    try:
        return urljoin(address, location)
    except ValueError as error:
        raise FetchError("The site sends one on to what is no address on the web.") from error


def host_of(address: str) -> str:
    """The host of an address; nothing if it names none."""
    return urlsplit(address).hostname or ""


def require_public(host: str) -> None:
    """Raise FetchError for a host in the person's own machine or network."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:  # unknown, or known only to a proxy: then connecting tells
        return
    if not all(is_public(str(place[4][0])) for place in found):
        raise inwards()


def is_public(place: str) -> bool:
    """Whether an IP address is neither in the person's own machine nor in its network."""
    address = ipaddress.ip_address(place.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not address.is_multicast


def inwards() -> FetchError:
    """What is raised for an address that leads inwards."""
    return FetchError(
        "The address leads into this computer or its own network, and so was not followed."
    )
