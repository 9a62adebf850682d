"""What is said about suggestions, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from app.model.elements import Stance
from widgets.drafting.suggestions import ASSERTS, Drafted, Sort, Suggestion
from widgets.translating import number_words, via

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
    parts = [_told(one), tr("※ by {model}").format(model=one.origin) if one.origin else ""]
    return " · ".join(part for part in parts if part)


def _told(one: Suggestion) -> str:
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


def outcome_words(made: Drafted) -> str:
    """What asking a model brought, and what of its answer was left out; nothing of the rules."""
    if not made.origin:
        return ""
    words = notice_words(made.notice) if made.notice else _numbers(made.count, made.left_out)
    return tr("※ {model}: {words}").format(model=made.origin, words=words)


def _numbers(count: int, left_out: int) -> str:
    found = number_words(count, tr("1 suggestion"), tr("{n} suggestions"))
    found = found if count else tr("nothing that is not here already")
    if not left_out:
        return f"{found}."
    one = tr("1 left out since its words are not in the article")
    many = tr("{n} left out since their words are not in the article")
    return f"{found}, {number_words(left_out, one, many)}."
