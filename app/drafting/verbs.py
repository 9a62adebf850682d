"""Whether a word that can be a verb or a noun is a verb where it stands: they plan; the plan."""

from app.drafting.inflection import Form
from app.drafting.kinds import BEFORE_NOUNS, OBJECT_STARTS, Kind
from app.drafting.neighbours import Neighbours
from app.drafting.reading import Run
from app.drafting.tokens import QUOTES, Token


class Verbs(Neighbours):
    """Tells verbs from nouns by what stands around them, and by agreement."""

    def _is_verb(self, token: Token, run: Run, form: Form) -> bool:
        before = self._governing(token, run)
        if before is None:
            return form is Form.BASE and token.low not in self._also_noun
        if before.kind is Kind.TO or before.low in self._words["modals"] | {"do", "does", "did"}:
            return form is Form.BASE
        if before.kind in (Kind.PRONOUN, Kind.WH, Kind.THAT):
            return True
        pure = token.low not in self._also_noun
        if pure and before.kind in (Kind.NUMBER, Kind.ADJECTIVE):
            return True
        if self._names_waiting(before):
            return False
        if self._has_particle(token, run) or self._agrees(token, before, run, form):
            return True
        if before.kind is Kind.NUMBER and form is Form.BASE:
            return self._plain_object_follows(token, run)  # sailors under 30 | favour
        if before.kind in BEFORE_NOUNS and before.low not in self._words["loose_pronouns"]:
            return False
        if pure:
            return not (form is Form.THIRD and self._pure_verb_follows(token, run))
        if before.kind in (Kind.VERB, Kind.PAST):
            return False
        if form is Form.BASE and not self._is_plural(before):
            return False
        return self._object_follows(token, run)

    def _names_waiting(self, before: Token) -> bool:
        """The waiting lists: a participle behind an article stands before a noun."""
        earlier = self._tokens[before.number - 1] if before.number else before
        return before.kind is Kind.ING and earlier.kind is Kind.DETERMINER

    def _has_particle(self, token: Token, run: Run) -> bool:
        """Defenders of the plan | point out that …: a verb with its particle, whatever before."""
        following, further = self._after(token, run), self._after_next(token, run)
        if following is None or further is None or following.low != "out":
            return False
        return further.low == "that" and token.low in self._reading.lexicon.phrases

    def _agrees(self, token: Token, before: Token, run: Run, form: Form) -> bool:
        """Experts quoted by the BBC | caution that the figures …: a clause behind "that"."""
        following, further = self._after(token, run), self._after_next(token, run)
        if following is None or further is None or following.low != "that":
            return False
        clause = self._closed.get(further.low) in (Kind.DETERMINER, Kind.PRONOUN)
        return clause and before.kind is Kind.NAME and form in (Form.BASE, Form.THIRD)

    def _lacks_verb(self, token: Token, run: Run) -> bool:
        """The scheme | offers value for money: in -s, and no other verb before the next sign."""
        before, earlier = self._tokens[token.number - 1], self._tokens[token.number - 2]
        if token.low[-1] != "s" or token.number - 2 < run.first or before.kind is not Kind.NOUN:
            return False
        if earlier.kind is not Kind.DETERMINER:
            return False
        for following in self._tokens[token.number + 1 : run.last + 1]:
            if not following.word or following.low == "that":
                return following.number > token.number + 1
            low = following.low
            pure = low in self._forms and low not in self._also_noun
            if pure or self._is_finite_form(low) or low.endswith("ed"):
                return False
        return True

    def _plain_object_follows(self, token: Token, run: Run) -> bool:
        following = self._after(token, run)
        if following is None or not following.word:
            return False
        return following.capital or self._closed.get(following.low) in OBJECT_STARTS

    def _is_plural(self, token: Token) -> bool:
        if token.low in self._words["singular_pronouns"]:
            return False
        return (
            token.low.endswith("s")
            or token.low in self._words["plural_people"] | self._words["loose_pronouns"]
            or not token.word
            or token.kind is Kind.COORDINATOR
        )

    def _object_follows(self, token: Token, run: Run) -> bool:
        following = self._after(token, run)
        if following is None:
            return False
        if following.text in QUOTES:
            return True
        kind = self._closed.get(following.low)
        if following.low in self._words["question_words"] | {"to", "there"}:
            return True
        if kind is Kind.THAT and self._verb_at(following.number + 1, run):
            return False  # rules that bind
        if kind in OBJECT_STARTS:
            return True
        before = self._before(token, run)
        if before is not None and before.kind is Kind.NOUN and not before.low.endswith("s"):
            names = self._reading.lexicon.names
            if self._lacks_verb(token, run):
                return True
            if before.low not in names["roles"] | names["documents"] | names["organisations"]:
                return False
        prepositions = self._reading.lexicon.prepositions.get(self._base(token.low), frozenset())
        if following.low in prepositions:
            return True
        return following.capital or (kind is None and following.low not in self._forms)

    def _is_finite_form(self, low: str) -> bool:
        if self._closed.get(low) is Kind.AUXILIARY:
            return True
        return self._forms.get(low) in (Form.PAST, Form.THIRD) and low not in self._also_noun
