"""What stands beside a word: before it, behind it, and what that can be."""

from collections.abc import Mapping

from app.drafting.inflection import Form
from app.drafting.kinds import Kind
from app.drafting.reading import Reading, Run
from app.drafting.tokens import OPENING, Token


class Neighbours:
    """Asks what stands beside a word of a sentence that is being tagged from left to right."""

    def __init__(self, reading: Reading, closed: Mapping[str, Kind]) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._forms = reading.lexicon.verb_forms
        self._words = reading.lexicon.words
        self._noun_endings = tuple(self._words["nominal_suffixes"])
        self._also_noun = _noun_forms(self._words["also_nouns"])
        self._closed = closed
        self._in_titles = False

    def _pure_verb_follows(self, token: Token, run: Run) -> bool:
        """Advocates say: the first of two verbs is a noun."""
        following = self._after(token, run)
        if following is None or following.capital or following.low in self._also_noun:
            return False
        if following.low in self._closed:
            return False
        return self._forms.get(following.low) in (Form.BASE, Form.PAST, Form.THIRD)

    def _verb_at(self, number: int, run: Run) -> bool:
        if number > run.last:
            return False
        token = self._tokens[number]
        if self._closed.get(token.low) is Kind.AUXILIARY:
            return True
        return (
            self._forms.get(token.low) in (Form.BASE, Form.THIRD, Form.PAST) and not token.capital
        )

    def _base(self, low: str) -> str:
        readings = self._reading.lexicon.cues.get(low)
        return readings[0].verb if readings else low

    def _governing(self, token: Token, run: Run) -> Token | None:
        """The word before, leaving out adverbs and negations."""
        number = token.number - 1
        while number >= run.first and self._is_between(self._tokens[number]):
            number -= 1
        return self._tokens[number] if number >= run.first else None

    def _is_between(self, token: Token) -> bool:
        if token.low in ("there", "here"):
            return False
        return token.kind in (Kind.ADVERB, Kind.NEGATION)

    def _verb_follows(self, token: Token, run: Run) -> bool:
        number = token.number + 1
        if number < run.last and self._tokens[number].text in OPENING:
            number += 1  # vowed to “stand firm”
        while number < run.last and self._closed.get(self._tokens[number].low) is Kind.ADVERB:
            number += 1
        if number > run.last:
            return False
        following = self._tokens[number]
        if following.low.endswith("ly") and number < run.last:
            following = self._tokens[number + 1]
        if following.capital and not self._in_titles:
            return False
        known = following.low in self._reading.lexicon.base_forms
        before = self._before(token, run)
        if before is not None and self._leads_infinitive(before):
            return known or (following.low not in self._closed and following.text[0].isalpha())
        return known or self._seems_infinitive(following, run)

    def _leads_infinitive(self, token: Token) -> bool:
        """Whether "to" behind a word goes with a verb, whichever it is: promised | to sparkle."""
        if token.low in self._words["infinitive_leads"]:
            return True
        lexicon = self._reading.lexicon
        verbal = token.kind in (Kind.PAST, Kind.PARTICIPLE, Kind.VERB, Kind.ING)
        return verbal and any(
            "want" in lexicon.frames_of(v.verb) for v in lexicon.cues.get(token.low, ())
        )

    def _seems_infinitive(self, token: Token, run: Run) -> bool:
        """Whether a word that the lexicon does not have is a verb, as in: to curb the influence."""
        if token.low in self._closed or not token.word:
            return False
        following = self._after(token, run)
        if following is None or not following.word:
            return False
        kind = self._closed.get(following.low)
        if token.low.endswith(self._noun_endings):
            return kind is Kind.DETERMINER and token.low.endswith("er")
        return following.capital or kind in (Kind.DETERMINER, Kind.OBJECT, Kind.ADJECTIVE)

    def _noun_follows(self, token: Token, run: Run) -> bool:
        following = self._after(token, run)
        if following is None or not following.word:
            return False
        kind = self._closed.get(following.low)
        return kind in (None, Kind.ADJECTIVE, Kind.NUMBER) and following.low not in (
            "'s",
            "’s",
            "to",
        )

    def _before(self, token: Token, run: Run) -> Token | None:
        return self._tokens[token.number - 1] if token.number > run.first else None

    def _after(self, token: Token, run: Run) -> Token | None:
        return self._tokens[token.number + 1] if token.number < run.last else None

    def _after_next(self, token: Token, run: Run) -> Token | None:
        return self._tokens[token.number + 2] if token.number + 1 < run.last else None


def _noun_forms(nouns: frozenset[str]) -> frozenset[str]:
    return nouns | {f"{noun}s" for noun in nouns} | {f"{noun}es" for noun in nouns}
