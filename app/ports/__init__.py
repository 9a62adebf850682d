"""What is asked of a store and a library; `storage` does it, and `tests.fakes`."""

from app.ports.carrying import RescuedProject, RescueReport, Sharing
from app.ports.journal import THIS, Entry, EntryKind, HistoryLine, NewEntry, News, Position
from app.ports.library import MOST_LINKS, Elsewhere, Found, Library, Miniature, ProjectSummary, Tie
from app.ports.store import ProjectStore

__all__ = [
    "MOST_LINKS",
    "THIS",
    "Elsewhere",
    "Entry",
    "EntryKind",
    "Found",
    "HistoryLine",
    "Library",
    "Miniature",
    "NewEntry",
    "News",
    "Position",
    "ProjectStore",
    "ProjectSummary",
    "RescueReport",
    "RescuedProject",
    "Sharing",
    "Tie",
]
