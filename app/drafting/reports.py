"""Whether another report begins in a clause: and said …; but experts say …; …, Mr Smith said."""

from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import Phrases
from app.drafting.reporting import SPEAKING, is_reporting, readings_with
from app.drafting.tokens import QUOTES, Token

_SAID = frozenset(("said", "says", "wrote", "added", "noted", "told", "argued", "reported"))
_SAYING = frozenset(("say", "insist", "argue", "warn"))
_NOMINAL_PARTS = frozenset((
    Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER, Kind.PRONOUN,
    Kind.PREPOSITION, Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION, Kind.GENITIVE,
))  # fmt: skip
_SHOWING = frozenset(("state", "show"))
_NEAR = 14
_PERFECT = frozenset(("has", "have", "had"))
_COORDINATED = SPEAKING | {"judge"}


class Reports:
    """Looks for reports ahead, where a clause may end."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.reading = phrases.reading
        self.tokens = phrases.tokens
        self.words = phrases.words

    def other_report(self, number: int, last: int) -> bool:
        """Whether somebody else reports in the clause that is joined on here: and experts say."""
        for at in range(number + 1, min(number + 9, last)):
            token = self.tokens[at]
            if token.kind in (Kind.VERB, Kind.PAST, Kind.PARTICIPLE):
                readings = self.reading.lexicon.cues.get(token.low, ())
                frames = [self.reading.lexicon.frames_of(reading.verb) for reading in readings]
                return (
                    at > number + 1
                    and any({"state", "tell", "think", "want"} & frame for frame in frames)
                    and self._takes_more(at, last)
                )
            if token.kind not in _NOMINAL_PARTS:
                return False
        return False

    def _takes_more(self, at: int, last: int) -> bool:
        following = self.tokens[at + 1] if at < last else None
        readings = self.reading.lexicon.cues.get(self.tokens[at].low, ())
        if following is not None and any(r.verb in _SAYING for r in readings):
            return following.word
        return following is not None and (
            following.kind
            in (
                Kind.THAT,
                Kind.PRONOUN,
                Kind.DETERMINER,
                Kind.NAME,
                Kind.TO,
                Kind.SUBORDINATOR,
                Kind.WH,
            )
            or following.text in (*QUOTES, ":", ",")
        )

    def reports_next(self, number: int, last: int) -> bool:
        """Whether another report of the same speaker follows: and said, but added."""
        if number >= last:
            return False
        at = number + 1
        while at < last and self.tokens[at].kind in (Kind.ADVERB, Kind.AUXILIARY):
            at += 1
        following = self.tokens[at]
        if following.kind not in (Kind.PAST, Kind.VERB, Kind.ING, Kind.PARTICIPLE):
            return False
        if following.kind is Kind.VERB and not following.low.endswith("s"):
            return False
        if (
            self.tokens[number + 1].kind is Kind.AUXILIARY
            and self.tokens[number + 1].low not in _PERFECT
        ):
            return False
        forms = (Form.PAST, Form.ING, Form.THIRD, Form.PARTICIPLE)
        if not is_reporting(self.reading, following, forms, _COORDINATED):
            return False
        return following.low not in ("promised", "reported", "called", "read")

    def closes_sentence(self, number: int, last: int) -> bool:
        """Whether a report stands behind its content here: …, Mr Smith said."""
        for at in range(number + 1, min(last, number + _NEAR) + 1):
            token = self.tokens[at]
            if token.low in _SAID or self._shows(token):
                return at >= last - 1 or self._ends_report(at)
            if token.kind in FINITE or token.kind is Kind.THAT:
                return False
        return False

    def _shows(self, token: Token) -> bool:
        if token.kind not in (Kind.VERB, Kind.PAST):
            return False
        return bool(readings_with(self.reading, token, _SHOWING))

    def _ends_report(self, at: int) -> bool:
        following = self.tokens[at + 1]
        return (
            following.low in ("on", "in", "at", "of", "to")
            or self.phrases.is_time(following)
            or following.text in (",", ".")
            or self.tokens[at].low == "told"
        )
