"""Drafting: from a text to suggestions of who says what, and how it hangs together."""

from collections import Counter
from collections.abc import Callable, Sequence

from app.articles.text import Span
from app.drafting.confidence import Confidence
from app.drafting.contentions import contentions_of
from app.drafting.findings import Finding
from app.drafting.grading import confidence_of
from app.drafting.keys import digest
from app.drafting.language import seems_english
from app.drafting.lexicon import lexicon_of
from app.drafting.names import Names
from app.drafting.nesting import parents
from app.drafting.reading import Reading, Run, read
from app.drafting.reasons import reason_related, reason_said
from app.drafting.relations import Joint, joints_of
from app.drafting.results import Attribution, Contention, Draft, Relation
from app.drafting.rules.walk import find
from app.drafting.speakers import Speakers
from app.drafting.stance import stance_of
from app.drafting.tagging import tag
from app.drafting.tokens import QUOTES
from app.drafting.units import Unit, units_of
from app.drafting.watching import Watch
from app.model.errors import Phrase

NOT_ENGLISH = Phrase("Drafting works for English alone, and this text does not seem to be English.")
NOTHING_SAID = Phrase("No reported speech was found in this text.")

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


def draft(
    text: str,
    language: str = "en",
    *,
    known: Sequence[str] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Draft:
    """Suggest what can be drawn from a text; the same text always gives the same.

    `known` are names of speakers that a bare surname may mean, as those of the map.
    `progress` is told the share that is done; raises StoppedError soon after `cancelled` says so.
    """
    lexicon = lexicon_of(language)
    watch = Watch(progress, cancelled)
    reading = read(text, lexicon, watch.still)
    if not seems_english(reading):
        return Draft(language, notice=NOT_ENGLISH)
    watch.reach(0.2)
    tag(reading)
    watch.reach(0.4)
    found = sorted(find(reading, watch.still), key=_place)
    watch.reach(0.8)
    attributions = _attributions(reading, found, known)
    units = units_of(reading, found, parents(found))
    contentions = _contentions(reading, units, attributions)
    relations = _relations(reading, joints_of(reading, units))
    watch.reach(1.0)
    notice = None if attributions else NOTHING_SAID
    return Draft(language, attributions, contentions, relations, notice)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.cue.first, finding.cue.last


def _span(reading: Reading, run: Run) -> Span:
    return Span(*reading.span(run))


def _attributions(
    reading: Reading, found: Sequence[Finding], known: Sequence[str]
) -> tuple[Attribution, ...]:
    speakers = Speakers(reading, Names(reading, known))
    keys = _keys(reading, found)
    around = parents(found)
    return tuple(
        _attribution(reading, finding, speakers, keys[number], _key(keys, parent))
        for number, (finding, parent) in enumerate(zip(found, around, strict=True))
    )


def _key(keys: Sequence[str], parent: int | None) -> str:
    return "" if parent is None else keys[parent]


def _attribution(
    reading: Reading, finding: Finding, speakers: Speakers, key: str, parent: str
) -> Attribution:
    told = speakers.tell(finding)
    names = tuple(name for name in (told.name, told.via) if name)
    reason = reason_said(reading, finding, told)
    return Attribution(
        key=key,
        source=(_span(reading, finding.source),) if finding.source else (),
        cue=(_span(reading, finding.cue),),
        content=tuple(_span(reading, run) for run in finding.content),
        speakers=names,
        sorts=tuple(map(speakers.sort_of, names)),
        told=told.how,
        link=_span(reading, told.link) if told.link else None,
        stance=stance_of(reading, finding),
        direct=_is_direct(reading, finding),
        confidence=confidence_of(reading, finding),
        rule=finding.rule,
        parent=parent,
        reason=reason,
    )


def _is_direct(reading: Reading, finding: Finding) -> bool:
    """Whether all that is said stands in quotation marks."""
    for run in finding.content:
        quotation = reading.quotation_of(run.first)
        if quotation is None or reading.tokens[run.first].text not in QUOTES:
            return False
        if quotation.last < run.last:
            return False
    return True


def _keys(reading: Reading, found: Sequence[Finding]) -> list[str]:
    """A key for each finding, of its words; the second of the same words has another."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for finding in found:
        runs = (finding.source, finding.cue, *finding.content)
        words = "\n".join(reading.said(run) if run else "" for run in runs)
        keys.append(digest(words, seen))
    return keys


def _contentions(
    reading: Reading, units: Sequence[Unit], attributions: Sequence[Attribution]
) -> tuple[Contention, ...]:
    seen: Counter[str] = Counter()
    return tuple(
        Contention(
            key=digest(reading.said(candidate.run), seen),
            span=_span(reading, candidate.run),
            confidence=Confidence.CHECK if candidate.is_first else Confidence.GUESS,
            attribution=_owner(candidate.unit, attributions),
            reason=candidate.reason,
        )
        for candidate in contentions_of(reading, units)
    )


def _owner(unit: Unit | None, attributions: Sequence[Attribution]) -> str:
    if unit is None or unit.finding is None:
        return ""
    return attributions[unit.finding].key


def _relations(reading: Reading, joints: Sequence[Joint]) -> tuple[Relation, ...]:
    seen: Counter[str] = Counter()
    return tuple(
        Relation(
            key=digest("\n".join(map(reading.said, (joint.begins, joint.cue, joint.ends))), seen),
            begins=_span(reading, joint.begins),
            ends=_span(reading, joint.ends),
            kind=joint.kind,
            cue=_span(reading, joint.cue),
            confidence=joint.confidence,
            reason=reason_related(reading, joint),
        )
        for joint in joints
    )
