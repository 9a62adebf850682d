"""How many claims are misquoted, and the way from one of them to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.articles.misquoted import Misquoted
from widgets.translating import number_words

if TYPE_CHECKING:
    from app.model.change import Change
    from widgets.actions import Slots
    from widgets.project_view import ProjectView

_AFTER = 700  # milliseconds after a project is opened, so that it is painted first


class Misquoting(QObject):
    """Checks all quotations once the project is open, and then what each change touches."""

    changed = Signal()
    advice = Signal(str)

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self._misquoted: Misquoted | None = None
        self._told = 0
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        view.reading.changed.connect(self._follow)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"next_misquoted": self.show_next}

    @property
    def warning(self) -> str:
        """How many claims are misquoted, in words; empty if none is."""
        one, many = self.tr("1 misquoted claim"), self.tr("{n} misquoted claims")
        return number_words(self._told, one, many) if self._told else ""

    def check(self) -> None:
        """Check all quotations."""
        self._timer.stop()
        self._misquoted = Misquoted(self._view.reading.map)
        self._tell()

    def show_next(self) -> None:
        """Go to the misquoted claim that comes after the selected one."""
        if self._misquoted is None:
            self.check()
        claims = self._misquoted.claims if self._misquoted else ()
        if not claims:
            self.advice.emit(self.tr("No claim differs from what it quotes."))
            return
        selected = self._view.selection.claim(self._view.reading.map)
        here = claims.index(selected) if selected in claims else -1
        self._view.speakers.going.show_claim(claims[(here + 1) % len(claims)], True)

    def _follow(self, change: Change) -> None:
        if self._misquoted:
            self._misquoted.follow(self._view.reading.map, change)
            self._tell()

    def _tell(self) -> None:
        number = len(self._misquoted.claims) if self._misquoted else 0
        if number != self._told:
            self._told = number
            self.changed.emit()
