"""Fetching one document from the web, because a person has given its address; nothing else is.

Only http and https, each redirect is looked at again, and size and time are bounded.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING
from urllib.request import getproxies

from app.articles.addresses import (
    FetchError,
    host_of,
    inwards,
    is_public,
    joined,
    require_public,
    require_web,
    typed_address,
)
from app.model.errors import Phrase
from app.model.text import one_line, shortened

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 10_000_000
PATIENCE = 60.0  # seconds for all of it
_SILENCE = 15.0  # seconds in which nothing comes
_LOOK = 0.02  # seconds between two looks at progress and cancelling
_MOST_REDIRECTS = 8
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Rejoinder)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}
_NO_WORDS = ("image/", "audio/", "video/", "font/")
_REFUSALS = {
    401: "The site asks for a password or a subscription",
    402: "The site asks for a subscription",
    403: "The site does not let programs read this page",
    404: "There is no page at this address",
    410: "The page is gone for good",
    429: "The site says that it was asked too often: try again later",
    451: "The site must not show this page here, for legal reasons",
}
_OTHER_WAY = "Open the page in the browser, save it or copy its words, and take in those."


class FetchCancelledError(FetchError):
    """The person has cancelled: nothing needs to be said."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document from the web, and where it was found in the end."""

    content: bytes
    address: str
    content_type: str = ""

    @property
    def charset(self) -> str:
        """The encoding that the site says it is in; nothing if it does not."""
        message = Message()
        message["Content-Type"] = self.content_type
        return message.get_content_charset("")


def fetch(
    address: str,
    *,
    progress: Callable[[int, int | None], None] = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
    patience: float = PATIENCE,
) -> Fetched:
    """Fetch a document, in at most `patience` seconds.

    `progress` is told the bytes so far, and of how many if that is known; it and `cancelled` are
    called in the thread that calls this. Raises FetchError with a sentence for all that goes wrong.
    """
    fetching = _Fetching(typed_address(address))
    thread = threading.Thread(target=fetching.run, name="fetch", daemon=True)
    end = time.monotonic() + patience
    thread.start()
    told = -1
    try:
        while thread.is_alive():
            thread.join(_LOOK)
            if fetching.received != told:
                told = fetching.received
                progress(told, fetching.expected)
            if cancelled():
                raise FetchCancelledError("Nothing was fetched.")
            if time.monotonic() > end:
                raise FetchError("The site takes too long to answer: try again later.")
    finally:
        fetching.stopped.set()
    return fetching.result()


@dataclass(slots=True)
class _Fetching:
    """One fetch, in a thread of its own, which may hang in the network longer than one waits."""

    address: str
    received: int = 0
    expected: int | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    _fetched: Fetched | None = None
    _error: Exception | None = None

    def run(self) -> None:
        import httpx  # noqa: PLC0415  third-party, and only for the web

        try:
            hooks = {"response": [_withhold_location]}
            with httpx.Client(headers=_HEADERS, timeout=_SILENCE, event_hooks=hooks) as client:
                self._fetched = self._follow(client)
        except httpx.HTTPError as error:
            self._error = _failure(error)
            self._error.__cause__ = error
        except (httpx.InvalidURL, UnicodeError) as error:
            self._error = FetchError("This is no address on the web.")
            self._error.__cause__ = error
        except Exception as error:  # noqa: BLE001  the boundary of a thread: raised again by `result`
            self._error = error

    def result(self) -> Fetched:
        if self._error is not None:
            raise self._error
        if self._fetched is None:
            raise FetchError("Nothing was fetched.")
        return self._fetched

    def _follow(self, client: "httpx.Client") -> Fetched:
        address = self.address
        trusted = host_of(address)  # the person has named it, wherever it stands
        for _ in range(_MOST_REDIRECTS + 1):
            require_web(address)
            if host_of(address) != trusted:
                require_public(host_of(address))
            with client.stream("GET", address) as response:
                if host_of(address) != trusted:
                    _require_public_peer(response)
                if "location" not in response.extensions:
                    return self._read(response, address)
                address = joined(address, one_line(response.extensions["location"]))
        raise FetchError("The address sends one from place to place without end.")

    def _read(self, response: "httpx.Response", address: str) -> Fetched:
        _require_words(response)
        length = response.headers.get("content-length", "")
        is_packed = "content-encoding" in response.headers
        self.expected = int(length) if length.isdecimal() and not is_packed else None
        if self.expected is not None and self.expected > MOST_BYTES:
            raise _too_big()
        parts: list[bytes] = []
        for part in response.iter_bytes(_CHUNK):
            parts.append(part)
            self.received += len(part)
            if self.received > MOST_BYTES:
                raise _too_big()
            if self.stopped.is_set():
                raise FetchCancelledError("Nothing was fetched.")
        kind = one_line(response.headers.get("content-type", "")).lower()
        return Fetched(b"".join(parts), address, kind)


def _withhold_location(response: "httpx.Response") -> None:
    """Keep a redirect to ourselves: httpx 0.28 looks into those too that it is not to follow."""
    if response.has_redirect_location:
        response.extensions["location"] = response.headers.pop("location")


def _require_public_peer(response: "httpx.Response") -> None:
    """The same for what was really reached: a name can lead elsewhere a moment later."""
    if getproxies():
        return
    peer = response.extensions["network_stream"].get_extra_info("server_addr")
    if peer and not is_public(str(peer[0])):
        raise inwards()


def _require_words(response: "httpx.Response") -> None:
    status = response.status_code
    if status >= 400:  # noqa: PLR2004  as HTTP has it
        said = _REFUSALS.get(status) or (
            "The site is in trouble: try again later"
            if status >= 500  # noqa: PLR2004
            else "The site does not give this page"
        )
        if status in (401, 402, 403):
            other = Phrase(_OTHER_WAY)
            raise FetchError(
                "{said} ({status}). {other}", said=Phrase(said), status=status, other=other
            )
        raise FetchError("{said} ({status}).", said=Phrase(said), status=status)
    kind = one_line(response.headers.get("content-type", "")).lower()
    if kind.startswith(_NO_WORDS):
        raise FetchError("This address leads to no text, but to {kind}.", kind=shortened(kind, 40))


def _failure(error: "httpx.HTTPError") -> FetchError:  # noqa: PLR0911  one sentence each
    import httpx  # noqa: PLC0415  third-party, and only for the web

    if isinstance(error, httpx.TimeoutException):
        return FetchError("The site takes too long to answer: try again later.")
    if isinstance(error, httpx.DecodingError):
        return FetchError("What the site sent is damaged: it cannot be unpacked.")
    if isinstance(error, httpx.ConnectError):
        words = str(error).lower()
        if "certificate" in words or "ssl" in words:
            return FetchError(
                "The site cannot prove that it is the one that was asked for (its certificate)."
            )
        if any(part in words for part in ("name", "getaddrinfo", "nodename")):
            return FetchError(
                "There is no such site, or this computer is not connected to the internet."
            )
        return FetchError("The site cannot be reached: nothing answers at this address.")
    if isinstance(error, httpx.ProxyError):
        return FetchError("The way to the web is blocked by a proxy: see the network settings.")
    return FetchError("The connection broke off before all was there: try again.")


def _too_big() -> FetchError:
    return FetchError(
        "This is too big: at most {most} MB are fetched.", most=MOST_BYTES // 1_000_000
    )
