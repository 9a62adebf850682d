"""A draft by a model: the article is sent piece by piece, and only words of the article come back.

Whatever the article tells the model to do, all that can come of it are places in the article.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.asking.answer import Answer, answer_in, models_in
from app.asking.collecting import Collection
from app.asking.connecting import Reply, connected, finished, get_models, post
from app.asking.endpoint import Endpoint
from app.asking.errors import AskingError, TooMuchError
from app.asking.pieces import Piece, halved, pieces_of
from app.asking.refusals import OK, refusal, wants_less
from app.asking.request import WISHES, request_for
from app.drafting.results import Draft

if TYPE_CHECKING:
    import httpx
    from pydantic import SecretStr

MOST_CHARACTERS = 400_000
_MOST_MODELS = 500


def draft_by_model(
    text: str,
    endpoint: Endpoint,
    key: "SecretStr | None" = None,
    *,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Draft:
    """Send a text to a model and make a draft of what it answers.

    `progress` is told the share that is done. Raises AskingError with a sentence for all that goes
    wrong, and StoppedError soon after `cancelled` says so; there is no half of a draft.
    """
    require_sendable(text, endpoint)
    return finished(_Asking(text, endpoint, key, progress).draft(), cancelled)


def require_sendable(text: str, endpoint: Endpoint) -> None:
    """Raise AskingError if there is no sense in sending a text."""
    if not endpoint.model.strip():
        raise AskingError("Choose a model first.")
    if len(text) > MOST_CHARACTERS:
        raise AskingError(
            "This article is too long to be sent: at most {most:,} characters are.",
            most=MOST_CHARACTERS,
        )


def models_of(
    endpoint: Endpoint,
    key: "SecretStr | None" = None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[str, ...]:
    """Ask a server which models it has; raises like `draft_by_model`, and nothing is sent."""

    async def asked() -> tuple[str, ...]:
        async with connected(endpoint, key) as client:
            reply = await get_models(client, endpoint)
        if reply.status != OK:
            raise refusal(reply, endpoint, has_key=key is not None)
        return models_in(reply.content)[:_MOST_MODELS]

    return finished(asked(), cancelled)


class _Asking:
    """One article, asked about piece by piece."""

    def __init__(
        self,
        text: str,
        endpoint: Endpoint,
        key: "SecretStr | None",
        progress: Callable[[float], None],
    ) -> None:
        self._text = text
        self._endpoint = endpoint
        self._key = key
        self._progress = progress
        self._wishes = 0  # the first of WISHES that the server may grant

    async def draft(self) -> Draft:
        """Ask about all pieces; one that is too long for the model is divided."""
        collection = Collection(self._text, self._endpoint.model)
        waiting = deque(pieces_of(self._text))
        async with connected(self._endpoint, self._key) as client:
            while waiting:
                piece = waiting.popleft()
                try:
                    answer = await self._answer(client, piece)
                except TooMuchError:
                    smaller = halved(self._text, piece)
                    if not smaller:
                        raise
                    waiting.extendleft(reversed(smaller))
                    continue
                collection.take(answer, piece)
                self._progress(piece.span.end / len(self._text))
        return collection.draft()

    async def _answer(self, client: "httpx.AsyncClient", piece: Piece) -> Answer:
        wishes = self._wishes
        reply = await self._post(client, piece, wishes)
        while wants_less(reply) and wishes + 1 < len(WISHES):
            wishes += 1
            reply = await self._post(client, piece, wishes)
        if reply.status == OK:
            self._wishes = wishes  # a server that knows less is asked for no more again
        if reply.status != OK:
            raise refusal(reply, self._endpoint, has_key=self._key is not None)
        return answer_in(reply.content)

    async def _post(self, client: "httpx.AsyncClient", piece: Piece, wishes: int) -> Reply:
        body = request_for(self._text, piece, self._endpoint.model, WISHES[wishes])
        return await post(client, self._endpoint, body)
