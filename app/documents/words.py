"""The words that documents are written with, which whoever exports may translate."""

from datetime import date
from typing import NamedTuple

from app.model.elements import Fidelity, SpeakerKind, Stance
from app.model.role import Role


class Words(NamedTuple):
    """Words and templates; those of a class made from a translation come in this order."""

    language: str = "en"  # of these words, as in BCP 47
    # Steps
    because: str = "because"
    but: str = "but"
    however: str = "however"
    does_not_follow: str = "does not follow"
    it_follows: str = "it follows"
    and_also: str = "and"
    by_scheme: str = "by {scheme}"
    to_claim: str = "against ({n})"
    to_step: str = "against the step from ({n})"
    # Claims
    no_words: str = "a claim without words"
    number: str = "({n})"
    see: str = "see ({n})"
    unstated: str = "unstated"
    unanswered: str = "unanswered"
    sure: str = "{n} % sure"
    tag: str = "#{tag}"
    note: str = "Note: {text}"
    between: str = " · "
    comma: str = ", "
    continued: str = "goes on below, under “{title}”"
    continuing: str = "({n}), continued"
    step_continuing: str = "The step from ({n}), continued"
    claims_below: str = "{n} below"
    # Sayings
    through: str = "{speaker} through {others}"
    stance: str = "{speaker} ({stance})"
    article: str = "the article"
    paragraph: str = "¶{n}"
    title: str = "“{title}”"
    place: str = "{source}, ¶{n}"
    lost: str = "no longer in the text"
    asserts: str = "asserts"
    reports: str = "reports"
    concedes: str = "concedes"
    denies: str = "denies"
    asks: str = "asks"
    quotation: str = "quotation"
    paraphrase: str = "paraphrase"
    summary: str = "summary"
    interpretation: str = "interpretation"
    person: str = "person"
    organisation: str = "organisation"
    publication: str = "publication"
    unnamed: str = "unnamed group"
    # Dates
    full_date: str = "{day} {month} {year}"
    months: str = (
        "January February March April May June July August September October November December"
    )
    # Documents
    brief: str = "Brief"
    block: str = "Debate block"
    worksheet: str = "Worksheet"
    outline: str = "Argument map as an outline"
    speakers: str = "Who says what"
    one_claim: str = "1 claim"
    some_claims: str = "{n} claims"
    nothing: str = "There is nothing on this map yet."
    part: str = "{n}. {text}"
    bears_on: str = "This bears on “{text}”."
    bears_on_step: str = "This bears on the step from “{text}”."
    # Brief
    thesis: str = "Thesis"
    case: str = "The case"
    no_case: str = "No reason is given yet."
    objections: str = "Objections and answers"
    no_objections: str = "Nothing speaks against it yet."
    objection: str = "Objection {n}, to ({target}) “{text}”"
    step_objection: str = "Objection {n}, to the step from ({target}) “{text}”"
    answer: str = "Answer:"
    no_answer: str = "No answer yet."
    unconnected: str = "Claims that nothing is said about yet"
    sources: str = "Sources"
    no_sources: str = "No source is given."
    # Debate block
    for_thesis: str = "For: {text}"
    against_thesis: str = "Against: {text}"
    claim: str = "Claim"
    warrant: str = "Warrant"
    no_warrant: str = "Not spelt out: why does the claim bear on the thesis?"
    grounds: str = "Grounds"
    evidence: str = "Evidence"
    no_evidence: str = "None is quoted."
    answers: str = "Answers"
    no_answers: str = "None yet."
    # Worksheet
    name: str = "Name"
    day: str = "Date"
    task: str = (
        "Some cards are blank. What could stand there, so that the argument holds together? "
        "Write it on the lines."
    )
    blank: str = "to be filled in"
    where_to_look: str = "Behind ¶ stands the paragraph of the article that says it."
    key: str = "Key"
    # Speakers
    speaker: str = "Speaker"
    sort: str = "Kind"
    affiliation: str = "Affiliation"
    sayings: str = "Sayings"
    how: str = "How"
    where: str = "Where"
    through_whom: str = "Through"
    passed_on: str = "Passed on"
    the_articles: str = "The articles themselves"
    words_there: str = "Words"
    nobody: str = "Claims that nobody says"
    no_sayings: str = "Nobody says anything on this map yet."
    # Columns of tables
    column_number: str = "number"
    column_id: str = "id"
    column_role: str = "role"
    column_claim: str = "claim"
    column_target: str = "bears on"
    column_step: str = "step"
    column_on_step: str = "bears on step"
    column_scheme: str = "scheme"
    column_depth: str = "depth"
    column_unstated: str = "unstated"
    column_unanswered: str = "unanswered"
    column_confidence: str = "confidence"
    column_tags: str = "tags"
    column_note: str = "note"
    column_speakers: str = "speakers"
    column_speaker: str = "speaker"
    column_through: str = "through"
    column_stance: str = "stance"
    column_fidelity: str = "fidelity"
    column_source: str = "source"
    column_author: str = "author"
    column_outlet: str = "outlet"
    column_date: str = "date"
    column_address: str = "address"
    column_paragraph: str = "paragraph"
    column_words: str = "words in the source"
    column_used: str = "used"
    yes: str = "yes"

    def on_pill(self, role: Role, *, on_step: bool = False) -> str:
        """What stands before the first premise of a step; one for a step is no further reason."""
        match role:
            case Role.OBJECTION:
                return self.but
            case Role.REBUTTAL:
                return self.however
            case Role.UNDERCUTTER:
                return self.does_not_follow
            case _:
                return self.it_follows if on_step else self.because

    def stance_of(self, stance: Stance) -> str:
        return {
            Stance.ASSERTS: self.asserts,
            Stance.REPORTS: self.reports,
            Stance.CONCEDES: self.concedes,
            Stance.DENIES: self.denies,
            Stance.ASKS: self.asks,
        }[stance]

    def fidelity_of(self, fidelity: Fidelity) -> str:
        return {
            Fidelity.QUOTATION: self.quotation,
            Fidelity.PARAPHRASE: self.paraphrase,
            Fidelity.SUMMARY: self.summary,
            Fidelity.INTERPRETATION: self.interpretation,
        }[fidelity]

    def sort_of(self, sort: SpeakerKind) -> str:
        return {
            SpeakerKind.PERSON: self.person,
            SpeakerKind.ORGANISATION: self.organisation,
            SpeakerKind.PUBLICATION: self.publication,
            SpeakerKind.UNNAMED: self.unnamed,
        }[sort]

    def date_of(self, day: date) -> str:
        """Write a date out, as in 5 November 2024."""
        months = self.months.split()
        month = months[day.month - 1] if len(months) == 12 else f"{day.month:02}"  # noqa: PLR2004
        return self.full_date.format(day=day.day, month=month, year=day.year)


ENGLISH = Words()
