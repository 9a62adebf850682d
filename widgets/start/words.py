"""What the start page says of projects."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.model.text import shortened
from widgets.start.listing import Choice, Order, Shelf, shelf_of
from widgets.translating import day_in_words, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ports import ProjectSummary

_LONGEST = 60  # characters of a title within a sentence


def tr(text: str) -> str:
    return QCoreApplication.translate("projects", text)


def described(project: ProjectSummary) -> str:
    """How large a project is and when it was last changed, put away or put into the bin."""
    claims = number_words(project.claims, tr("1 claim"), tr("{n} claims"))
    shelf = shelf_of(project)
    if shelf is Shelf.BIN and project.binned:
        when = tr("in the bin: {day}").format(day=_day(project.binned))
    elif shelf is Shelf.ARCHIVED and project.archived:
        when = tr("archived: {day}").format(day=_day(project.archived))
    else:
        when = _day(project.changed)
    return f"{claims} · {when}"


def _day(moment: datetime) -> str:
    days = (datetime.now(UTC) - moment).days
    recent = (tr("today"), tr("yesterday"))
    return recent[max(days, 0)] if days < len(recent) else day_in_words(moment)


def counted(projects: Sequence[ProjectSummary], one: str, many: str) -> str:
    """A sentence about one project, with its title for {title}, or about {n}."""
    if len(projects) == 1:
        return one.format(title=shortened(projects[0].title, _LONGEST))
    return number_words(len(projects), "", many)


def shelf_words(shelf: Shelf) -> str:
    match shelf:
        case Shelf.PROJECTS:
            return tr("Projects")
        case Shelf.ARCHIVED:
            return tr("Archived")
        case Shelf.BIN:
            return tr("Bin")


def order_words(order: Order) -> str:
    match order:
        case Order.CHANGED:
            return tr("Last changed first")
        case Order.TITLE:
            return tr("By title")
        case Order.SIZE:
            return tr("Largest first")
        case Order.CREATED:
            return tr("Newest first")


def note(choice: Choice, *, any_at_all: bool, count: int) -> str:
    """What is said above the list: why it is empty, or what it holds; nothing if that is plain."""
    if not any_at_all:
        return tr("None yet. Open an article, drop one here, or look at the sample first.")
    if not count and choice.is_narrow:
        return _no_match(choice)
    match choice.shelf:
        case Shelf.PROJECTS:
            return "" if count else tr("None: all projects are archived or in the bin.")
        case Shelf.ARCHIVED:
            empty = tr("None. Archive a project (Ctrl+Shift+A) that you are done with for now.")
            return "" if count else empty
        case Shelf.BIN:
            stays = tr("What is in the bin stays there until you delete it for good.")
            return stays if count else tr("The bin is empty.")


def _no_match(choice: Choice) -> str:
    words, tags = choice.words.strip(), ", ".join(f"“{tag}”" for tag in choice.tags)
    if not tags:
        said = tr("Nothing here has “{words}” in its title or tags.")
    elif not words:
        said = tr("Nothing here has the tags {tags}.")
    else:
        said = tr("Nothing here with the tags {tags} has “{words}” in its title or tags.")
    return said.format(words=shortened(words, _LONGEST), tags=shortened(tags, _LONGEST))
