"""What a server sends back: checked strictly, of bounded depth and size, and no word of it trusted.

What a model says about an article are words of that article; whether they are is for `matching`.
"""

import re
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.asking.errors import AskingError, TooMuchError
from app.model.text import one_line

_FENCED = re.compile(r"```(?:json)?\s*(.*?)\s*```", re.DOTALL | re.IGNORECASE)
_THOUGHT = "</think>"  # what some models say before the answer ends with this
_MOST = 500  # of each kind in one answer
_LONGEST = 20_000  # characters of one string
_LONGEST_NAME = 200  # of a model

_Model = TypeVar("_Model", bound=BaseModel)
Words = Annotated[str, Field(max_length=_LONGEST)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class _Strict(BaseModel):
    """Takes no number for a string, nor the other way round; what is not asked for is left."""

    model_config = ConfigDict(strict=True, frozen=True)


class Said(_Strict):
    """Somebody says something, by the words of the article."""

    content: Annotated[list[Words], Field(min_length=1, max_length=20)]
    paragraph: Number = 0
    source: Words | None = None
    cue: Words | None = None
    speaker: Words | None = None
    via: Words | None = None
    stance: Words | None = None


class Argued(_Strict):
    """What the article may argue."""

    words: Words
    paragraph: Number = 0


class Joined(_Strict):
    """What one piece of the article does to another."""

    kind: Words
    from_words: Words
    to_words: Words
    from_paragraph: Number = 0
    to_paragraph: Number = 0
    cue: Words | None = None


class Answer(_Strict):
    """All that a model says about a piece of an article."""

    attributions: Annotated[list[Said], Field(max_length=_MOST)] = []
    contentions: Annotated[list[Argued], Field(max_length=_MOST)] = []
    relations: Annotated[list[Joined], Field(max_length=_MOST)] = []


class _Message(_Strict):
    content: str | None = None


class _Choice(_Strict):
    message: _Message
    finish_reason: str | None = None


class _Completion(_Strict):
    choices: Annotated[list[_Choice], Field(min_length=1)]


class _Named(_Strict):
    id: str


class _Models(_Strict):
    data: list[_Named]


def answer_in(content: bytes) -> Answer:
    """Read what a chat endpoint sent; AskingError if it is no answer, TooMuchError if cut off."""
    choice = _read(_Completion, content).choices[0]
    if choice.finish_reason == "length":
        raise TooMuchError("The model's answer was cut off: it allows too little text for one.")
    words = (choice.message.content or "").rpartition(_THOUGHT)[2].strip()
    if not words:
        raise AskingError("The model answered nothing: try again, or try another model.")
    fenced = _FENCED.fullmatch(words)
    try:
        return Answer.model_validate_json(fenced[1] if fenced else words)
    except ValidationError:
        raise AskingError(
            "The model's answer is not in the form that was asked for: try another model."
        ) from None


def models_in(content: bytes) -> tuple[str, ...]:
    """Read the names of the models on a server, in order; AskingError if these are none.

    What is too long for a name, or no line of text, is none.
    """
    names = {model.id for model in _read(_Models, content).data}
    return tuple(sorted(n for n in names if len(n) <= _LONGEST_NAME and n and n == one_line(n)))


def _read(kind: type[_Model], content: bytes) -> _Model:
    try:
        return kind.model_validate_json(content)
    except ValidationError:
        raise AskingError(
            "What the server sent is no answer of a chat endpoint: is the address right?"
            " It often ends in v1."
        ) from None
