"""Which words report: said, told, added."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from app.drafting.inflection import Form
from app.drafting.lexicon import VerbForm
from app.drafting.reading import Reading
from app.drafting.tokens import Token

BEHIND: AbstractSet[str] = frozenset(("inverted", "tell"))
SPEAKING: AbstractSet[str] = frozenset(("state", "tell"))


def is_reporting(
    reading: Reading, token: Token, forms: Iterable[Form], frames: AbstractSet[str] = BEHIND
) -> bool:
    """Whether a word, outside quotations, may be a form of a verb with one of the frames."""
    if token.capital or token.quotation >= 0:
        return False
    return any(one.form in forms for one in readings_with(reading, token, frames))


def readings_with(reading: Reading, token: Token, frames: AbstractSet[str]) -> list[VerbForm]:
    """The ways in which a word may be a verb with one of the frames."""
    lexicon = reading.lexicon
    readings = lexicon.cues.get(token.low, ())
    return [one for one in readings if lexicon.frames_of(one.verb) & frames]
