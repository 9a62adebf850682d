"""Talking to a server: one request, one answer of bounded size, in a bounded time.

No redirect is followed, no answer unpacked, and what is for this machine goes through no proxy.
Cancelling closes the connection, upon which servers end what they are at.
"""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

from app.asking.endpoint import Endpoint
from app.asking.errors import AskingError
from app.asking.keys import checked_key
from app.asking.refusals import unreached
from app.drafting.watching import StoppedError

if TYPE_CHECKING:
    import httpx
    from pydantic import SecretStr

MOST_BYTES = 4_000_000
_CONNECTING = 15.0  # seconds
_LOOK = 0.05  # seconds between two looks at whether to go on
_LATEST = 86_400 * 30  # seconds that a server may ask one to wait
_MOST_DIGITS = 9

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; `wait` is how many seconds it asks one to wait, 0 if it does not.

    The content is in no report of a bug: it may repeat the key.
    """

    status: int
    content: bytes = field(repr=False)
    wait: int = 0


def finished(work: Coroutine[Any, Any, _Result], cancelled: Callable[[], bool]) -> _Result:
    """Do work that waits for a server; raises StoppedError soon after `cancelled` says so.

    Everything that the work has opened is closed then.
    """
    return asyncio.run(_watched(work, cancelled))


async def _watched(work: Coroutine[Any, Any, _Result], cancelled: Callable[[], bool]) -> _Result:
    task = asyncio.ensure_future(work)
    while not task.done():
        await asyncio.wait({task}, timeout=_LOOK)
        if cancelled():
            task.cancel()
            await asyncio.wait({task})
            raise StoppedError("The model is asked no more; nothing was suggested.")
    return task.result()


def connected(endpoint: Endpoint, key: "SecretStr | None") -> "httpx.AsyncClient":
    """A client for a server, to be closed in the end; it sends the key with each request."""
    import httpx  # noqa: PLC0415  third-party, and only when somebody is asked

    headers = {"Accept": "application/json", "Accept-Encoding": "identity"} | _authorised(key)
    timeout = httpx.Timeout(endpoint.patience, connect=_CONNECTING)
    try:
        return httpx.AsyncClient(headers=headers, timeout=timeout, trust_env=not endpoint.is_local)
    except (ImportError, OSError, ValueError, httpx.InvalidURL):  # of the environment
        raise AskingError(
            "The proxy or the certificates that this system names cannot be used here."
        ) from None


async def post(
    client: "httpx.AsyncClient", endpoint: Endpoint, body: Mapping[str, object]
) -> Reply:
    """Ask for a completion of a chat."""
    content = json.dumps(body).encode()
    return await _exchange(client, endpoint, "POST", "/chat/completions", content)


async def get_models(client: "httpx.AsyncClient", endpoint: Endpoint) -> Reply:
    """Ask which models there are."""
    return await _exchange(client, endpoint, "GET", "/models", None)


async def _exchange(
    client: "httpx.AsyncClient", endpoint: Endpoint, method: str, path: str, content: bytes | None
) -> Reply:
    import httpx  # noqa: PLC0415  as above

    headers = {"Content-Type": "application/json"} if content else None
    request = client.build_request(
        method, endpoint.address + path, content=content, headers=headers
    )
    try:
        async with asyncio.timeout(endpoint.patience):
            response = await client.send(request, stream=True)
            try:
                return await _read(response)
            finally:
                await response.aclose()
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise unreached(error, endpoint) from None  # a chain could tell what was sent


async def _read(response: "httpx.Response") -> Reply:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AskingError("The server packs its answer, though it was asked not to.")
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_raw():
        size += len(part)
        if size > MOST_BYTES:
            raise AskingError(
                "The server sends more than any answer needs, over {most} MB, and was left.",
                most=MOST_BYTES // 1_000_000,
            )
        parts.append(part)
    return Reply(response.status_code, b"".join(parts), _wait(response))


def _wait(response: "httpx.Response") -> int:
    """The seconds after which to ask again, which is given as a number or as a moment."""
    told = response.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return min(int(told[:_MOST_DIGITS]), _LATEST)
    try:
        at, now = (parsedate_to_datetime(one) for one in (told, response.headers["date"]))
        return min(max(round((at - now).total_seconds()), 0), _LATEST)
    except (KeyError, ValueError, TypeError, OverflowError):
        return 0


def _authorised(key: "SecretStr | None") -> dict[str, str]:
    """The header with the key."""
    secret = checked_key(key.get_secret_value()) if key else ""
    return {"Authorization": f"Bearer {secret}"} if secret else {}
