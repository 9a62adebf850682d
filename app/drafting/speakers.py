"""Who is meant by each source: by name, surname, he and she, a relative, a group; and via whom."""

from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

from app.drafting.findings import Finding
from app.drafting.kinds import FINITE, Kind
from app.drafting.names import Mention, Names, Sex
from app.drafting.reading import Reading, Run
from app.drafting.sorts import SpeakerSort, sort_of

_FARTHEST = 6  # sentences back to whom a pronoun means
_HE_OR_SHE = {"he": Sex.HE, "him": Sex.HE, "his": Sex.HE, "she": Sex.SHE, "her": Sex.SHE}
_GROUPS = frozenset(("they", "it", "their", "its", "them"))
_AUTHORS = frozenset(("i", "we", "my", "our", "you", "your"))
_RELATIVES = frozenset(("who", "which", "that", "whose", "whom"))


class How(StrEnum):
    """How a speaker was told."""

    NAME = "by name"
    SURNAME = "by surname"
    PRONOUN = "by a pronoun"
    RELATIVE = "by a relative clause"
    DESCRIPTION = "by description"
    ALIAS = "by a shorter name"
    CARRIED = "by the quotation before"
    NOBODY = "not named"


class Told(NamedTuple):
    """Who speaks, how that was told, and by which words elsewhere."""

    name: str
    how: How
    link: Run | None = None
    via: str = ""


class Speakers:
    """Tells the speakers of a text apart, one finding after the other."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._names = names
        self._named = {mention.name for mention in names.mentions}
        self._starts = [mention.run.first for mention in names.mentions]
        self._described: set[str] = set()  # who goes by no name
        self._said: list[tuple[int, str]] = []  # where somebody was reported, and who
        self._groups: list[tuple[int, str, Run]] = []

    def tell(self, finding: Finding) -> Told:
        """Tell who speaks; findings must come in the order of the text."""
        told = self._told(finding)
        if told.name and finding.source:
            at = finding.source.first
            self._said.append((at, told.name))
            plural = told.how is How.DESCRIPTION or self._names.is_group(told.name)
            if told.how in (How.DESCRIPTION, How.RELATIVE) and told.name not in self._named:
                self._described.add(told.name)
            if plural:
                self._groups.append((at, told.name, finding.source))
        return told._replace(via=self._via(finding, told))

    def sort_of(self, name: str) -> SpeakerSort:
        """What sort of speaker this is, of those that were told."""
        return sort_of(name, self._names, described=name in self._described)

    def _told(self, finding: Finding) -> Told:
        source = finding.source
        if source is None:
            return Told("", How.NOBODY)
        head = self._tokens[source.first]
        if source.first == source.last or head.low in _RELATIVES:
            if head.low in _RELATIVES:
                return self._antecedent(source)
            if head.low in _HE_OR_SHE:
                return self._he_or_she(source.first, _HE_OR_SHE[head.low])
            if head.low in _GROUPS:
                return self._group(source.first, head.low)
            if head.low in _AUTHORS:
                return Told("", How.PRONOUN)
        return self.named(source)

    # Names and descriptions

    def named(self, source: Run) -> Told:
        """Who a phrase names: John Lough, a fellow of the house; the ministry; some analysts."""
        cut = self._before_apposition(source)
        apposed = self._names.at.get(cut + 2) if cut + 2 <= source.last else None
        if apposed and self._tokens[cut].low in self._reading.lexicon.names["roles"]:
            return Told(apposed.name, How.NAME, apposed.run)
        mentions = self._names.within(Run(source.first, cut))
        if not mentions:
            behind = self._names.within(Run(cut + 1, source.last)) if cut < source.last else []
            if behind and self._tokens[source.first].kind is Kind.DETERMINER:
                return Told(behind[0].name, How.NAME, behind[0].run)
            return self._alias(Run(source.first, cut))
        last = mentions[-1]
        if self._is_only_part(source.first, cut, last):
            return Told(self._plain(Run(source.first, cut)), How.DESCRIPTION)
        return Told(last.name, How.SURNAME if last.is_short else How.NAME, last.run)

    def _before_apposition(self, source: Run) -> int:
        for number in range(source.first + 1, source.last + 1):
            token = self._tokens[number]
            if token.text in (",", "(", "—", "–") or token.low == "who":
                return number - 1
            if token.low in ("cited", "quoted", "interviewed") and number < source.last:
                return number - 1
        return source.last

    def _is_only_part(self, first: int, last: int, mention: Mention) -> bool:
        """Whether the name is a part of a longer description: a Trump adviser, aides to Mr Cruz."""
        tokens = self._tokens
        if any(
            t.kind is Kind.PREPOSITION or t.low in ("and", "or")
            for t in tokens[first : mention.run.first]
        ):
            return True
        if mention.run.last == last:
            return False
        following = tokens[mention.run.last + 1]
        if following.kind is Kind.GENITIVE or following.low in ("and", "or"):
            return True
        return following.kind in (Kind.NOUN, Kind.ADJECTIVE, Kind.NAME)

    def _plain(self, run: Run) -> str:
        words = " ".join(self._reading.said(run).split())
        return words[:1].upper() + words[1:]

    def _alias(self, run: Run) -> Told:
        """The ministry → Russia's Foreign Ministry, if that was named before."""
        head = self._tokens[run.last]
        described = Told(self._plain(run), How.DESCRIPTION)
        if self._tokens[run.first].low != "the" or run.last - run.first != 1:
            return described
        upto = bisect_left(self._starts, run.first)
        for mention in reversed(self._names.mentions[max(0, upto - 60) : upto]):
            words = mention.name.lower().split()
            if len(words) > 1 and head.low in words and words[-1] == head.low:
                return Told(mention.name, How.ALIAS, mention.run)
        return described

    # Pronouns

    def _he_or_she(self, number: int, sex: Sex) -> Told:
        """The nearest fitting person before: rather a subject, and rather one who has spoken."""
        upto = bisect_left(self._starts, number)
        sentence = self._tokens[number].sentence
        best: tuple[float, int, Mention] | None = None
        for at in range(upto - 1, max(-1, upto - 40), -1):
            mention = self._names.mentions[at]
            apart = sentence - self._tokens[mention.run.first].sentence
            if apart > _FARTHEST:
                break
            if not self._can_be(mention, number, sex):
                continue
            score = self._weight(mention, number, sex, apart)
            if best is None or score > best[0]:
                best = (score, at, mention)
        if best is None:
            return Told("", How.PRONOUN)
        self._names.learn(best[2].name, sex)
        return Told(best[2].name, How.PRONOUN, best[2].run)

    def _can_be(self, mention: Mention, number: int, sex: Sex) -> bool:
        tokens, run = self._tokens, mention.run
        quotation = tokens[run.first].quotation
        if quotation >= 0 and quotation != tokens[number].quotation:
            return False
        known = self._names.sex_of(mention.name)
        if known is Sex.GROUP or (known is not Sex.UNKNOWN and known is not sex):
            return False
        if known is sex or self._has_spoken(mention.name):
            return True
        before = tokens[run.first - 1].low if run.first else ""
        last = mention.name.split()[-1].lower()
        places = self._reading.lexicon.names["places"]
        return (
            " " in mention.name
            and last not in places
            and before not in ("in", "at", "of", "the", "to", "from", "on", "near", "across")
        )

    def _has_spoken(self, name: str) -> bool:
        return any(said == name for _, said in self._said[-30:])

    def _weight(self, mention: Mention, number: int, sex: Sex, apart: int) -> float:
        tokens, run = self._tokens, mention.run
        begun = self._reading.sentence_of(run.first).first
        following = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
        weight = -2.0 * apart
        weight -= 3.0 * (tokens[number].paragraph - tokens[run.first].paragraph > 1)
        weight -= 2.5 * (self._names.sex_of(mention.name) is not sex)
        weight += 1.5 * (run.first - begun < 4)  # noqa: PLR2004  a subject stands first
        if following is not None:
            weight += 1.0 * (following.kind in FINITE or following.text == ",")
            weight -= 1.5 * (following.kind is Kind.GENITIVE)
        spoken = any(
            run.first - 12 <= at <= run.last and said == mention.name
            for at, said in self._said[-12:]
        )
        weight += 2.0 * spoken
        return weight - 0.5 * (apart == 0 and run.first > begun + 4)

    def _group(self, number: int, pronoun: str) -> Told:
        """They, it: the group or firm that spoke last."""
        sentence = self._tokens[number].sentence
        for at, name, run in reversed(self._groups[-6:]):
            if sentence - self._tokens[at].sentence > 3:  # noqa: PLR2004
                break
            plural = name.lower().rstrip(".").endswith("s") or " and " in name
            if (
                pronoun in ("they", "their", "them")
                and not plural
                and not self._names.is_group(name)
            ):
                continue
            return Told(name, How.PRONOUN, run)
        return Told("", How.PRONOUN)

    def _antecedent(self, source: Run) -> Told:
        """Who: the name or the noun before it."""
        tokens = self._tokens
        last = source.first - 1
        if last >= 0 and tokens[last].text in (",", "—", "–"):
            last -= 1
        if last < 0:
            return Told("", How.RELATIVE)
        mention = self._names.ending_at(last)
        if mention:
            return Told(mention.name, How.RELATIVE, mention.run)
        begun = last
        inside = (Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER, Kind.GENITIVE)
        while (
            begun > 0
            and tokens[begun - 1].kind in inside
            and tokens[begun].kind is not Kind.DETERMINER
        ):
            begun -= 1
        if tokens[begun].kind not in inside:
            return Told("", How.RELATIVE)
        run = Run(begun, last)
        return Told(self._plain(run), How.RELATIVE, run)

    # Media between

    def _via(self, finding: Finding, told: Told) -> str:
        """Told CNN; cited by CNN; in an interview with CNN: the medium that passes it on."""
        medium = self._cited_by(finding.source) if finding.source else ""
        medium = medium or self._told_to(finding.cue.last) or self._interviewed_by(finding)
        return medium if medium != told.name else ""

    def _cited_by(self, source: Run) -> str:
        for number in range(source.first, source.last - 1):
            if (
                self._tokens[number].low in ("cited", "quoted", "interviewed")
                and self._tokens[number + 1].low == "by"
            ):
                return self.named(Run(number + 2, source.last)).name
        return ""

    def _told_to(self, number: int) -> str:
        if self._tokens[number].low not in ("told", "tells", "tell", "telling"):
            return ""
        for at in (number + 1, number + 2):
            mention = self._names.at.get(at)
            if mention and (
                self._names.is_group(mention.name) or self._names.is_medium(mention.name)
            ):
                return mention.name
        return ""

    def _interviewed_by(self, finding: Finding) -> str:
        tokens, last = self._tokens, self._reading.sentence_of(finding.cue.last).last
        for number in range(finding.cue.last + 1, min(finding.cue.last + 9, last - 1)):
            if tokens[number].low == "interview" and tokens[number + 1].low in ("with", "on", "to"):
                for at in (number + 2, number + 3):
                    mention = self._names.at.get(at)
                    if mention:
                        return mention.name
        return ""
