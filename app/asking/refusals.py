"""Why a server gave no answer, in sentences that say what to do.

The words of the server itself are not repeated: they may hold the key, or whatever else.
"""

from typing import TYPE_CHECKING

from app.asking.endpoint import Endpoint
from app.asking.errors import AskingError, TooMuchError
from app.model.text import shortened

if TYPE_CHECKING:
    from app.asking.connecting import Reply

OK = 200
_TOO_LONG = (b"context", b"too long", b"too large", b"maximum", b"n_ctx", b"token")
_UNKNOWN = (400, 422)  # as servers say that they do not know a part of a request
_REFUSED = (401, 403)
_TOO_MUCH, _TOO_OFTEN = 413, 429
_FIRST_ERROR, _FIRST_OF_SERVER = 400, 500
_LONGEST_NAME = 60
_BAD_KEY = "{host} does not accept this key: check it."
_BY_STATUS = {
    401: _BAD_KEY,
    402: "{host} wants to be paid first: look into your account.",
    403: _BAD_KEY,
    404: "{host} has no model “{model}”, or the address is not right: it often ends in v1.",
    429: "{host} was asked too often, or your account is used up.",
}
_ELSEWHERE = (
    "{host} sends one on to another address, which was not followed: enter that address yourself"
    " if you trust it."
)
_NOT_UNDERSTOOD = (
    "{host} does not understand what it was asked ({status}): is it a server with an"
    " OpenAI-compatible address?"
)


def unreached(error: Exception, endpoint: Endpoint) -> AskingError:
    """Why a server was not reached, or did not finish."""
    import httpx  # noqa: PLC0415  third-party, and only when somebody is asked

    host = endpoint.host
    if isinstance(error, httpx.ConnectTimeout):
        return _nobody(endpoint)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return AskingError(
            "{host} did not answer within {n} seconds: let it have more time, or try a smaller"
            " model.",
            host=host,
            n=round(endpoint.patience),
        )
    if isinstance(error, httpx.ConnectError):
        return _unproved(host) if "certificate" in str(error).lower() else _nobody(endpoint)
    if isinstance(error, httpx.ProxyError):
        return AskingError("The way to {host} is blocked by a proxy.", host=host)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return AskingError("This is no address of a server.")
    return AskingError("{host} broke off before all was there: try again.", host=host)


def _nobody(endpoint: Endpoint) -> AskingError:
    if endpoint.is_local:
        return AskingError("Nothing answers at {host}: start the server first.", host=endpoint.host)
    return AskingError(
        "Nothing answers at {host}: is the address right, and are you online?", host=endpoint.host
    )


def _unproved(host: str) -> AskingError:
    return AskingError(
        "{host} cannot prove that it is the server that was meant (its certificate); nothing was"
        " sent.",
        host=host,
    )


def wants_less(reply: "Reply") -> bool:
    """Whether a server may only not know what it was asked beyond the words."""
    return reply.status in _UNKNOWN and not _is_too_long(reply.content)


def refusal(reply: "Reply", endpoint: Endpoint, *, has_key: bool) -> AskingError:
    """What the status of an answer means, when it is none that can be used."""
    status, host = reply.status, endpoint.host
    model = shortened(endpoint.model, _LONGEST_NAME)
    if status == _TOO_MUCH or (status in _UNKNOWN and _is_too_long(reply.content)):
        return TooMuchError("The text is too long for the model “{model}”.", model=model)
    if OK < status < _FIRST_ERROR:
        template = _ELSEWHERE
    elif status >= _FIRST_OF_SERVER:
        template = "{host} is in trouble ({status}): try again later."
    elif status in _REFUSED and not has_key:
        template = "{host} asks for a key: enter one first."
    elif status == _TOO_OFTEN and reply.wait:
        template = "{host} was asked too often: try again in {n} seconds."
    else:
        template = _BY_STATUS.get(status, _NOT_UNDERSTOOD)
    return AskingError(template, host=host, model=model, status=status, n=reply.wait)


def _is_too_long(content: bytes) -> bool:
    words = content.lower()
    return any(part in words for part in _TOO_LONG)
