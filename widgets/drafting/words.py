"""What is said about suggestions, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from app.model.elements import Stance
from widgets.drafting.suggestions import ASSERTS, Sort, Suggestion
from widgets.translating import via

_STANCES = {
    "denies": Stance.DENIES,
    "opposes": Stance.DENIES,
    "doubts": Stance.ASKS,
    "asks": Stance.ASKS,
}
"""Stances on the map; what is wanted, expected or supported is put forward there."""


def tr(text: str) -> str:
    return QCoreApplication.translate("drafting", text)


def stance_of(one: Suggestion) -> Stance:
    """The stance that a suggestion is taken over with."""
    return _STANCES.get(one.stance, Stance.ASSERTS)


def confidence_word(confidence: str) -> str:
    return {"likely": tr("Likely"), "check": tr("Check")}.get(confidence, tr("Guess"))


def kind_word(kind: str) -> str:
    """What a relation does, in a word."""
    return {
        "supports": tr("supports"),
        "rebuts": tr("rebuts"),
        "concedes": tr("concedes"),
    }.get(kind, tr("contrasts"))


def _stance_word(stance: str) -> str:
    return {
        "denies": tr("denies"),
        "doubts": tr("doubts"),
        "asks": tr("asks"),
        "wants": tr("wants"),
        "expects": tr("expects"),
        "supports": tr("supports"),
    }.get(stance, tr("opposes"))


def told_above(one: Suggestion) -> str:
    """What stands above the words of a suggestion, behind how sure it is: denies · via CNN."""
    if one.sort is Sort.RELATION:
        return kind_word(one.kind)
    parts = [_stance_word(one.stance)] if one.stance != ASSERTS else []
    between = f" {via()} "
    if one.sort is Sort.CONTENTION or one.parent:  # not below the name of its speaker
        parts.append(between.join(one.speakers))
    elif one.speakers[1:]:
        parts.append(f"{via()} {between.join(one.speakers[1:])}")
    return " · ".join(part for part in parts if part)


def notice_words(notice: str) -> str:
    """Why nothing is suggested: what the draft says of it, or that there is nothing."""
    return notice or tr("Nothing was found in this text.")
