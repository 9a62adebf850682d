"""What is said about speakers and sayings, in words and signs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.analysis.contradictions import Conflict
from app.analysis.speakers import Why
from app.model.elements import Fidelity, SpeakerKind, Stance
from widgets.translating import number_words


def tr(text: str) -> str:
    return QCoreApplication.translate("speakers", text)


def sort_word(sort: SpeakerKind) -> str:
    return {
        SpeakerKind.PERSON: tr("person"),
        SpeakerKind.ORGANISATION: tr("organisation"),
        SpeakerKind.PUBLICATION: tr("publication"),
        SpeakerKind.UNNAMED: tr("unnamed"),
    }[sort]


def stance_word(stance: Stance) -> str:
    return {
        Stance.ASSERTS: tr("asserts"),
        Stance.REPORTS: tr("reports"),
        Stance.CONCEDES: tr("concedes"),
        Stance.DENIES: tr("denies"),
        Stance.ASKS: tr("asks"),
    }[stance]


def stance_sign(stance: Stance) -> str:
    return {
        Stance.ASSERTS: "+",
        Stance.REPORTS: "»",
        Stance.CONCEDES: "~",
        Stance.DENIES: "−",
        Stance.ASKS: "?",
    }[stance]


def stances_told(stances: Sequence[Stance]) -> str:
    """Stances with their signs, as in a cell of a table."""
    return ", ".join(f"{stance_sign(stance)} {stance_word(stance)}" for stance in stances)


def fidelity_word(fidelity: Fidelity) -> str:
    return {
        Fidelity.QUOTATION: tr("quotation"),
        Fidelity.PARAPHRASE: tr("paraphrase"),
        Fidelity.SUMMARY: tr("summary"),
        Fidelity.INTERPRETATION: tr("interpretation"),
    }[fidelity]


def why_alike(why: Why) -> str:
    """Why two speakers may be the same."""
    return {
        Why.NAME: tr("they go by the same name"),
        Why.SHORTER: tr("one name is a part of the other"),
        Why.INITIALS: tr("one may be short for the other"),
        Why.SPELLING: tr("the names are spelt nearly alike"),
    }[why]


def conflict_told(how: Conflict) -> str:
    """How two claims of one speaker do not go together; they stand below it."""
    return {
        Conflict.DENIED: tr("Both said and denied:"),
        Conflict.AGAINST: tr("The first speaks against the second:"),
        Conflict.UNDERCUT: tr("The first says that the second does not lead to what it is for:"),
        Conflict.BOTH_SIDES: tr("The first speaks for something, the second against the same:"),
    }[how]


def sayings_told(number: int) -> str:
    """How much a speaker says."""
    if number == 0:
        return tr("says nothing")
    return number_words(number, tr("1 saying"), tr("{n} sayings"))
