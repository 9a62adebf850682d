"""The server that is asked: its address, and what may be sent to it."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from app.articles.addresses import typed_address
from app.asking.errors import AskingError

LEAST_PATIENCE, PATIENCE, MOST_PATIENCE = 5, 120, 3_600  # seconds for one answer
_ENDINGS = ("/chat/completions", "/models")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server and a model on it; `address` is what `checked_address` gave.

    `patience` is how many seconds one answer may take.
    """

    address: str
    model: str
    patience: float = PATIENCE

    @property
    def host(self) -> str:
        """The host, with the port if there is one: whose key is wanted, and who gets the text."""
        return host_of(self.address)

    @property
    def is_local(self) -> bool:
        """Whether the server runs on this machine."""
        return is_local(self.address)

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return is_private(self.address)


def checked_address(text: str, *, unencrypted: bool = False) -> str:
    """Make an address of what a person has typed; RejoinderError with a sentence if it is none.

    Another machine is only asked through https, unless `unencrypted` says that this is meant.

    >>> checked_address("localhost:11434/v1/")
    'http://localhost:11434/v1'
    """
    typed = text.strip()
    local = "://" not in typed and is_local(f"http://{typed}")
    parts = urlsplit(typed_address(f"http://{typed}" if local else typed))
    if parts.query or parts.fragment:
        raise AskingError("The address must end before any “?” or “#”.")
    path = parts.path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    address = urlunsplit((parts.scheme, parts.netloc.lower(), path, "", ""))
    if not unencrypted and not is_private(address):
        raise AskingError(
            "What is sent to {host} could be read on the way: use an address that begins with"
            " https, or allow it without encryption.",
            host=host_of(address),
        )
    return address


def host_of(address: str) -> str:
    """The host of an address, with its port if it names one.

    >>> host_of("https://api.example.org:8443/v1")
    'api.example.org:8443'
    """
    return urlsplit(address).netloc


def is_private(address: str) -> bool:
    """Whether nobody can read on the way what is sent to an address."""
    return address.startswith("https:") or is_local(address)


def is_local(address: str) -> bool:
    """Whether an address is one of this machine itself, and can be no other's.

    >>> is_local("http://127.0.0.1:8080/v1"), is_local("http://127.0.0.1.example.org")
    (True, False)
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
