"""What traits and their values are called."""

from PySide6.QtCore import QCoreApplication

from app.analysis.criteria import NOTHING
from app.model.role import Role
from app.model.text import one_line
from app.model.view_state import Trait


def tr(text: str) -> str:
    return QCoreApplication.translate("traits", text)


def trait_name(trait: Trait) -> str:
    """The name of a trait, as over a list of its values."""
    return {
        Trait.SPEAKER: tr("Speakers"),
        Trait.TAG: tr("Tags"),
        Trait.SOURCE: tr("Sources"),
        Trait.ROLE: tr("Roles"),
    }[trait]


def value_name(trait: Trait, value: str, name: str) -> str:
    """The name of a value, for people: a claim may have none, and what it was may be gone."""
    if value == NOTHING:
        return {
            Trait.SPEAKER: tr("nobody"),
            Trait.TAG: tr("no tag"),
            Trait.SOURCE: tr("no source"),
        }.get(trait, "")
    if trait is Trait.ROLE:
        return _role_names().get(value, value)
    return one_line(name) or tr("what is no longer there")


def _role_names() -> dict[str, str]:
    return {
        Role.CONTENTION.value: tr("Contentions"),
        Role.FREE.value: tr("Free claims"),
        Role.REASON.value: tr("Reasons"),
        Role.OBJECTION.value: tr("Objections"),
        Role.REBUTTAL.value: tr("Rebuttals"),
        Role.UNDERCUTTER.value: tr("Undercutters"),
    }
