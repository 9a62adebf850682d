"""What each word is to the grammar: noun, name, verb and so on, told by lists and context.

It need not be right everywhere: it must tell where phrases and clauses begin and end.
"""

from collections.abc import Callable, Mapping

from app.drafting.inflection import Form
from app.drafting.kinds import BEFORE_NOUNS, NOMINAL, Kind
from app.drafting.reading import Reading, Run
from app.drafting.tokens import QUOTES, Token
from app.drafting.verbs import Verbs

_TITLE_CASE = 0.6
_FEW_WORDS = 4
_DIGITS_OF_YEAR = 4


def tag(reading: Reading) -> None:
    """Give every word its kind."""
    tagger = _Tagger(reading)
    for run in reading.sentences:
        tagger.tag_sentence(run)


def _closed_classes(words: Mapping[str, frozenset[str]]) -> dict[str, Kind]:
    """The words that are always of one kind; what stands later goes first."""
    classes = (
        ("adjectives_common", Kind.ADJECTIVE),
        ("adverbs", Kind.ADVERB),
        ("prepositions", Kind.PREPOSITION),
        ("determiners", Kind.DETERMINER),
        ("quantities", Kind.NUMBER),
        ("loose_pronouns", Kind.DETERMINER),
        ("coordinators", Kind.COORDINATOR),
        ("subordinators", Kind.SUBORDINATOR),
        ("wh_words", Kind.WH),
        ("object_pronouns", Kind.OBJECT),
        ("subject_pronouns", Kind.PRONOUN),
        ("possessives", Kind.DETERMINER),
        ("auxiliaries", Kind.AUXILIARY),
        ("clear_clitics", Kind.AUXILIARY),
        ("negations", Kind.NEGATION),
    )
    found = {word: kind for name, kind in classes for word in words[name]}
    found |= dict.fromkeys(("when", "where", "why", "how"), Kind.SUBORDINATOR)
    return found | {"who": Kind.WH, "that": Kind.THAT, "so": Kind.ADVERB, "yet": Kind.ADVERB}


class _Tagger(Verbs):
    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, _closed_classes(reading.lexicon.words))
        self._endings = tuple(self._words["adjectival_suffixes"])
        self._by_place: Mapping[str, Callable[[Token, Run], Kind | None]] = {
            "'s": self._clitic, "’s": self._clitic, "to": self._to, "her": self._her,
            "think": self._think, "left": self._left, "once": self._once,
            "close": self._close, "neither": self._neither,
        }  # fmt: skip
        firsts = {run.first for run in reading.sentences}
        self._proper = {t.low for t in self._tokens if t.capital and t.number not in firsts}
        self._common = {t.low for t in self._tokens if t.word and not t.capital}

    def tag_sentence(self, run: Run) -> None:
        tokens = self._tokens[run.first : run.last + 1]
        words = [token for token in tokens if token.word]
        capitals = sum(token.capital for token in words)
        self._in_titles = len(words) >= _FEW_WORDS and capitals >= _TITLE_CASE * len(words)
        for token in tokens:
            token.kind = self._kind(token, run)

    def _kind(self, token: Token, run: Run) -> Kind:
        if not token.word:
            return self._sign(token)
        low = token.low
        ask = self._by_place.get(low)
        kind = ask(token, run) if ask else None
        if kind is not None:
            return kind
        if self._is_approximate(token, run):
            return Kind.ADVERB
        if "-" in low and low.split("-")[0] in self._words["quantities"]:
            return Kind.NUMBER
        closed = self._closed.get(low)
        if closed and not self._is_name_like(token, run):
            return closed
        if token.text[0].isdigit() or token.text[0] in "$£€¥":
            return Kind.NUMBER
        if token.capital and not self._in_titles and not self._is_plain_first(token, run):
            return Kind.NAME
        return self._open_kind(token, run)

    def _to(self, token: Token, run: Run) -> Kind:
        return Kind.TO if self._verb_follows(token, run) else Kind.PREPOSITION

    def _her(self, token: Token, run: Run) -> Kind:
        return Kind.DETERMINER if self._noun_follows(token, run) else Kind.OBJECT

    def _think(self, token: Token, run: Run) -> Kind | None:
        """The think tank."""
        following = self._after(token, run)
        tank = following is not None and following.low in ("tank", "tanks")
        return Kind.NOUN if tank else None

    def _is_approximate(self, token: Token, run: Run) -> bool:
        """Whether a word says that a figure is not exact: about half; over 40."""
        following = self._after(token, run)
        if token.low not in self._words["approximators"] or following is None:
            return False
        named = following.low in self._words["quantities"] - {"one"}
        return named or (following.text[0].isdigit() and not self._is_year(following))

    def _left(self, token: Token, run: Run) -> Kind | None:
        """He left the hall: behind a subject or an adverb, and with an object."""
        before, following = self._before(token, run), self._after(token, run)
        if before is None or following is None:
            return None
        subject = before.kind in (*NOMINAL, Kind.PRONOUN, Kind.ADVERB, Kind.WH)
        has_object = self._closed.get(following.low) is Kind.DETERMINER
        return Kind.PAST if subject and has_object else None

    def _once(self, token: Token, run: Run) -> Kind | None:
        """Orwell | once put it: behind a subject, and no conjunction."""
        before = self._before(token, run)
        within = before is not None and before.kind in (*NOMINAL, Kind.PRONOUN, Kind.AUXILIARY)
        return Kind.ADVERB if within else None

    def _close(self, token: Token, run: Run) -> Kind:
        """Aides close to the mayor: no verb."""
        following = self._after(token, run)
        near = following is not None and following.low == "to"
        return Kind.ADJECTIVE if near else self._open_kind(token, run)

    def _neither(self, token: Token, run: Run) -> Kind:
        """Neither side: no mere negation."""
        following = self._after(token, run)
        verbal = following is not None and self._is_finite_form(following.low)
        return Kind.NEGATION if verbal else Kind.DETERMINER

    def _is_year(self, token: Token) -> bool:
        return len(token.text) == _DIGITS_OF_YEAR and token.text[:2] in ("18", "19", "20")

    def _sign(self, token: Token) -> Kind:
        if token.text in ("'", "’") and token.number:
            before = self._tokens[token.number - 1]
            if before.word and before.end == token.start and before.low.endswith(("s", "x", "z")):
                return Kind.GENITIVE
        return Kind.SIGN

    def _clitic(self, token: Token, run: Run) -> Kind:
        before = self._before(token, run)
        following = self._after(token, run)
        if before and before.low in self._words["personal"] | {"there", "that", "what", "who"}:
            return Kind.AUXILIARY
        if following and following.low in ("a", "the", "not", "been", "going"):
            return Kind.AUXILIARY
        return Kind.GENITIVE

    def _is_name_like(self, token: Token, run: Run) -> bool:
        """Whether a word of a closed class stands in a name: May 4, Will Smith, Out Magazine."""
        if not token.capital or token.number == run.first or self._in_titles:
            return False
        if token.low in ("may", "will", "march"):
            return True
        following, before = self._after(token, run), self._before(token, run)
        if token.low in self._words["subject_pronouns"] or before is None or not before.word:
            return False
        return before.kind is Kind.NAME or bool(following and following.capital)

    def _is_plain_first(self, token: Token, run: Run) -> bool:
        """Whether a word has its capital only for being the first of a sentence or quotation."""
        before = self._before(token, run)
        if before is not None and not self._opens(before):
            return False
        following = self._after(token, run)
        if self._is_plain_plural(token, following):
            return True
        if following is not None and self._is_finite_form(following.low):
            return False  # Cook declined
        if following is not None and following.capital and self._is_inverted(token.low):
            return True  # Said Ana Paz
        if token.low in self._forms or token.low.endswith(("ly", "ing", "ed")):
            return not (following and following.capital)
        return False

    def _is_inverted(self, low: str) -> bool:
        lexicon = self._reading.lexicon
        return any(
            one.form is Form.PAST and "inverted" in lexicon.frames_of(one.verb)
            for one in lexicon.cues.get(low, ())
        )

    def _is_plain_plural(self, token: Token, following: Token | None) -> bool:
        """Farmers, at the head of a sentence, if it is no name anywhere else."""
        if token.low in self._proper or (following is not None and following.capital):
            return False
        names = self._reading.lexicon.names
        known = token.low in self._common or token.low in names["people"] | names["documents"]
        return known or token.low.endswith(("ers", "ors", "ists", "ans", "ents", "ses"))

    def _opens(self, sign: Token) -> bool:
        if sign.word:
            return False
        if sign.text in QUOTES:
            quotation = self._reading.quotation_of(sign.number)
            return quotation is not None and quotation.first == sign.number
        return sign.text in ("‘", "(", ":")

    def _open_kind(self, token: Token, run: Run) -> Kind:
        low = token.low
        form = self._forms.get(low)
        if form is None:
            form = self._guessed_form(low)
        if form is Form.ING and low in self._words["false_ing"]:
            before = self._governing(token, run)
            form = form if before is not None and before.kind is Kind.AUXILIARY else None
        if form is Form.ING:
            return self._ing_kind(token, run)
        if form in (Form.PAST, Form.PARTICIPLE):
            return self._past_kind(token, run, is_participle=form is Form.PARTICIPLE)
        if form is not None and self._is_verb(token, run, form):
            return Kind.VERB
        before, following = self._before(token, run), self._after(token, run)
        if form is None and before is not None and self._makes_verb(before, low):
            return Kind.VERB
        if following is not None and following.low in self._words["reflexives"]:
            return Kind.VERB if low.endswith("s") else Kind.NOUN
        if self._in_titles and token.capital:
            return Kind.NAME
        if low.endswith("ly") and len(low) > len("only") and low not in self._words["false_ly"]:
            return Kind.ADVERB
        adjectival = low.endswith(self._endings) and low not in self._words["false_adjectives"]
        return Kind.ADJECTIVE if adjectival else Kind.NOUN

    def _makes_verb(self, before: Token, low: str) -> bool:
        """Whether a word that the lexicon does not have is a verb behind this one: it leaks."""
        if before.kind is Kind.TO:
            return True
        if before.low in ("he", "she", "it"):
            return low.endswith("s")
        return before.low in ("i", "we", "they") and not low.endswith(self._endings)

    def _ing_kind(self, token: Token, run: Run) -> Kind:
        """A warning is a noun; the warning signs are not said by anybody either."""
        before, following = self._before(token, run), self._after(token, run)
        if before is None or before.kind not in (Kind.DETERMINER, Kind.GENITIVE, Kind.ADJECTIVE):
            return Kind.ING
        if following is None or not following.word:
            return Kind.NOUN
        kind = self._closed.get(following.low)
        if kind in (Kind.PREPOSITION, Kind.THAT, Kind.AUXILIARY):
            return Kind.NOUN
        further = self._after_next(token, run)
        object_behind = further is not None and self._closed.get(further.low) is Kind.DETERMINER
        third = self._forms.get(following.low) is Form.THIRD
        return Kind.NOUN if third and object_behind else Kind.ING  # this finding supports the view

    def _guessed_form(self, low: str) -> Form | None:
        if len(low) < len("asked") or "-" in low:
            return None
        if low.endswith("ed") and low not in self._words["false_ed"]:
            return Form.PAST
        if low.endswith("ing") and low not in self._words["false_ing"]:
            return Form.ING
        return None

    def _past_kind(self, token: Token, run: Run, *, is_participle: bool) -> Kind:
        before = self._governing(token, run)
        if before is None:
            return Kind.PARTICIPLE
        if self._is_premodifier(token, before, run):
            return Kind.ADJECTIVE
        if before.low in self._words["be"] or before.low in ("has", "have", "had", "'ve", "’ve"):
            return Kind.PARTICIPLE
        if before.low in ("'s", "’s") and before.kind is Kind.AUXILIARY:
            return Kind.PARTICIPLE
        if before.kind in (*BEFORE_NOUNS, Kind.SUBORDINATOR) and self._noun_follows(token, run):
            loose = before.low in self._words["loose_pronouns"] and token.low in self._forms
            return Kind.PAST if loose and not is_participle else Kind.ADJECTIVE
        return Kind.PARTICIPLE if is_participle else Kind.PAST

    def _is_premodifier(self, token: Token, before: Token, run: Run) -> bool:
        """Democratic registered voters; her fellow cast members."""
        if not self._noun_follows(token, run):
            return False
        if before.kind is Kind.NAME:
            return before.low in self._reading.lexicon.names["demonyms"] and before.low.endswith(
                ("ic", "an", "ish", "ese", "ive")
            )
        named = token.low in self._also_noun and before.kind is Kind.NOUN
        return named and self._verb_at(token.number + 2, run)
