"""What became of marks and of sentences, in words, each with its sign."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from app.articles.captures import Kind
from app.articles.fates import Fate
from app.model.elements import MarkState


def _tr(text: str) -> str:
    return QCoreApplication.translate("marks", text)


def kind_words(kind: Kind) -> tuple[str, str]:
    """The sign and the word for what became of a sentence."""
    return {
        Kind.SAME: ("", _tr("the same")),
        Kind.APPEARED: ("+", _tr("appeared")),
        Kind.DISAPPEARED: ("–", _tr("disappeared")),
        Kind.REWORDED: ("~", _tr("reworded")),
        Kind.MOVED: ("»", _tr("moved")),
    }[kind]


def fate_words(fate: Fate) -> tuple[str, str]:
    """The sign and the word for what became of a mark."""
    return {
        Fate.KEPT: ("=", _tr("kept")),
        Fate.MOVED: ("»", _tr("moved")),
        Fate.REWORDED: ("~", _tr("reworded")),
        Fate.UNSURE: ("?", _tr("unsure")),
        Fate.LOST: ("×", _tr("lost")),
    }[fate]


def state_words(state: MarkState) -> tuple[str, str]:
    """The sign and the word for a mark that needs a look."""
    return fate_words(Fate(state.value)) if state is not MarkState.SURE else ("", "")


def fates_told(fates: Iterable[Fate]) -> str:
    """Say of how many marks what became; nothing if there are none."""
    counts = Counter(fates)
    if not counts:
        return ""
    parts = [_count(counts[fate], fate_words(fate)[1]) for fate in Fate if counts[fate]]
    return _tr("Marks: {told}.").format(told=", ".join(parts))


def kinds_told(counts: Counter[Kind]) -> str:
    """Say how many sentences appeared, disappeared, and so on."""
    kinds = [kind for kind in Kind if kind is not Kind.SAME and counts[kind]]
    if not kinds:
        return _tr("No sentence differs.")
    parts = [_count(counts[kind], kind_words(kind)[1]) for kind in kinds]
    return _tr("Sentences: {told}.").format(told=", ".join(parts))


def _count(number: int, word: str) -> str:
    return _tr("{n} {word}").format(n=QLocale().toString(number), word=word)
