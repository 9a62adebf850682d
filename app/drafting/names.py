"""The names in a text: where they stand, who is meant by a surname, and he or she."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.drafting.kinds import Kind
from app.drafting.reading import Reading, Run
from app.drafting.tokens import Token

_MALE = frozenset(
    ("mr.", "mr", "king", "prince", "sir", "lord", "duke", "father", "brother", "baron", "count")
)
_FEMALE = frozenset(
    (
        "mrs.",
        "ms.",
        "mrs",
        "ms",
        "miss",
        "queen",
        "princess",
        "lady",
        "dame",
        "baroness",
        "duchess",
        "sister",
        "countess",
    )
)
_LINKS = frozenset(
    (
        "of",
        "the",
        "de",
        "von",
        "van",
        "der",
        "al",
        "bin",
        "ben",
        "la",
        "le",
        "di",
        "da",
        "for",
        "and",
    )
)
_OF_NAMES = frozenset(("of", "for", "and"))
_LONGEST = 8


class Sex(StrEnum):
    """Whether a person is he or she in the text; none of both for groups and firms."""

    HE = "he"
    SHE = "she"
    GROUP = "they"
    UNKNOWN = "unknown"


class Mention(NamedTuple):
    """A name where it stands, and the full name it stands for."""

    run: Run
    name: str
    is_short: bool


class Names:
    """All names of a text."""

    def __init__(self, reading: Reading, known: Iterable[str] = ()) -> None:
        self._reading = reading
        self._known = tuple(known)
        self._tokens = reading.tokens
        self._lists = reading.lexicon.names
        self._titles = reading.words("titles")
        self._common = Counter(t.low for t in self._tokens if t.word and not t.capital)
        runs = list(_runs(reading, self._common))
        self._written = Counter(self._bare(run) for run in runs)
        self._full = self._by_last_word()
        self._titled = self._by_title(runs)
        self.mentions: Sequence[Mention] = tuple(self._mention(run) for run in runs)
        self.at: Mapping[int, Mention] = {mention.run.first: mention for mention in self.mentions}
        self._ends: Mapping[int, Mention] = {m.run.last: m for m in self.mentions}
        self._learned: dict[str, Sex] = {}

    def ending_at(self, number: int) -> Mention | None:
        return self._ends.get(number)

    def within(self, run: Run) -> list[Mention]:
        """The names that stand within a run."""
        found, number = [], run.first
        while number <= run.last:
            mention = self.at.get(number)
            if mention and mention.run.last <= run.last:
                found.append(mention)
                number = mention.run.last
            number += 1
        return found

    def sex_of(self, name: str) -> Sex:
        known = self._learned.get(name)
        if known:
            return known
        words = [word.lower().strip(".") for word in name.split()]
        if self.is_group(name):
            return Sex.GROUP
        if words[0] in self._lists["women"]:
            return Sex.SHE
        if words[0] in self._lists["men"]:
            return Sex.HE
        return self._titled.get(name.rsplit(maxsplit=1)[-1], Sex.UNKNOWN)

    def learn(self, name: str, sex: Sex) -> None:
        """Remember how the text speaks of somebody."""
        self._learned.setdefault(name, sex)

    @property
    def lists(self) -> Mapping[str, frozenset[str]]:
        """The lists of names and of words for people."""
        return self._lists

    def is_group(self, name: str) -> bool:
        words = [word.lower().strip(".,") for word in name.split()]
        return any(word in self._lists["organisations"] for word in words) or name.isupper()

    def is_medium(self, name: str) -> bool:
        return any(word.lower() in self._lists["media"] for word in name.split())

    def _words(self, run: Run) -> list[Token]:
        return self._tokens[run.first : run.last + 1]

    def _bare(self, run: Run) -> str:
        """A name without titles and the like before it: Russian leader Vladimir Putin."""
        words = self._words(run)
        while len(words) > 1 and words[0].low in self._titles:
            words = words[1:]
        while len(words) > 2 and words[-1].low in self._lists["letters"]:  # noqa: PLR2004
            words = words[:-1]
        if any(w.low in self._lists["organisations"] or w.low in ("of", "for") for w in words[-2:]):
            return " ".join(w.text for w in words)
        while len(words) > 2 and words[0].low in self._lists["demonyms"] | self._titles:  # noqa: PLR2004
            words = words[1:]
        return " ".join(word.text for word in words)

    def _by_last_word(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in {**self._written, **dict.fromkeys(self._known)}:
            if " " in name and not self.is_group(name):
                found[name.split()[-1]].append(name)
        return found

    def _by_title(self, runs: Sequence[Run]) -> Mapping[str, Sex]:
        """He or she by the title of a last name; unknown where it has both."""
        found: dict[str, Sex] = {}
        for run in runs:
            words = self._words(run)
            sex = Sex.HE if words[0].low in _MALE else Sex.SHE if words[0].low in _FEMALE else None
            if sex:
                last = words[-1].text
                found[last] = sex if found.get(last, sex) is sex else Sex.UNKNOWN
        return found

    def _mention(self, run: Run) -> Mention:
        bare = self._bare(run)
        if " " in bare:
            return Mention(run, bare, is_short=False)
        fuller = self._full.get(bare, [])
        title = self._words(run)[0].low
        wanted = (
            self._lists["men"]
            if title in _MALE
            else self._lists["women"]
            if title in _FEMALE
            else None
        )
        if wanted is not None and len(fuller) > 1:
            fitting = [name for name in fuller if name.split()[0].lower() in wanted]
            fuller = fitting or fuller
        best = max(fuller, key=lambda name: (self._written[name], name), default=None)
        return Mention(run, best or bare, is_short=best is not None)


def _runs(reading: Reading, common: Counter[str]) -> list[Run]:
    tokens, found, number = reading.tokens, [], 0
    while number < len(tokens):
        if not _begins(reading, number, common):
            number += 1
            continue
        last = number
        while (
            last + 1 < len(tokens)
            and last - number < _LONGEST
            and _goes_on(reading, last + 1, number)
        ):
            last += 1
        while tokens[last].low in _LINKS and last > number:
            last -= 1
        found.append(Run(number, last))
        number = last + 1
    return found


def _begins(reading: Reading, number: int, common: Counter[str]) -> bool:
    token = reading.tokens[number]
    titles = reading.words("titles")
    following = reading.tokens[number + 1] if number + 1 < len(reading.tokens) else None
    named = (
        following is not None
        and following.kind is Kind.NAME
        and following.sentence == token.sentence
    )
    if token.low in titles:
        return named or (token.kind is Kind.NAME and token.capital)
    if token.kind is not Kind.NAME or not token.text[0].isalpha() or _is_time(reading, token):
        return token.low == "the" and token.capital and named and _is_medium_after(reading, number)
    first = reading.sentence_of(number).first
    if number > first and reading.tokens[number - 1].word:
        return True
    lists = reading.lexicon.names
    if token.low in lists["people"] | lists["roles"] or (
        token.low in lists["demonyms"] - {"us"} and not named
    ):
        return False
    return named or not common[token.low]


def _is_medium_after(reading: Reading, number: int) -> bool:
    """Whether "The" belongs to a newspaper's name: The Washington Post."""
    media = reading.lexicon.names["media"]
    return any(
        token.low in media for token in reading.tokens[number + 1 : number + 4] if token.capital
    )


def _goes_on(reading: Reading, number: int, begun: int) -> bool:
    tokens = reading.tokens
    token, before = tokens[number], tokens[number - 1]
    if token.sentence != before.sentence or token.quotation != before.quotation:
        return False
    if token.text in ("&", "-", "."):
        return (
            number + 1 < len(tokens)
            and tokens[number + 1].capital
            and token.start == before.end
            and token.text != "."
        )
    if token.kind is Kind.NAME and token.text[0].isalpha():
        return not _is_time(reading, token) and token.low != "i"
    if token.low in _LINKS and number + 1 < len(tokens) and tokens[number + 1].kind is Kind.NAME:
        if token.low in _OF_NAMES or token.low == "the":
            group = reading.lexicon.names["organisations"]
            return (
                before.low in group | {"of"} and before.low not in ("house", "state")
            ) or before.low == "of"
        return tokens[begun].capital
    return False


def _is_time(reading: Reading, token: Token) -> bool:
    return token.low in reading.words("days") or token.low in (
        "january", "february", "april", "june", "july", "august", "september", "october",
        "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
    )  # fmt: skip
