"""The same claim in other projects: found while nobody waits for it, linked, and copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app import edits
from app.model.branch import branch_of
from app.model.elements import Claim, ClaimAddress
from app.model.errors import EditError
from widgets.everywhere.finding import show_claim
from widgets.translating import number_words, why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.elements import ClaimId
    from app.ports import Elsewhere
    from widgets.everywhere.kin_details import KinDetails
    from widgets.project_view import ProjectView
    from widgets.projects import Projects

_AFTER = 300  # milliseconds in which the selection and its words have stayed as they are


class AlsoIn(QObject):
    """Fills the details of a claim with where else it is, and carries out what is asked there."""

    advice = Signal(str)
    wanted = Signal(object)  # go to this address

    def __init__(self, view: ProjectView, projects: Projects) -> None:
        super().__init__(view)
        self._view = view
        self._projects = projects
        self._kin: KinDetails | None = None
        self._known: tuple[Claim, Sequence[Elsewhere]] | None = None  # what was found last
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.look)
        view.inspector.filled.connect(self._follow)
        view.reading.changed.connect(self._timer.start)

    def stop(self) -> None:
        self._timer.stop()
        self._kin = None

    def look(self) -> None:
        """Find where else the claim in the details is, and show it there."""
        self._timer.stop()
        claim = self._kin and self._view.reading.map.get(self._kin.claim.id)
        if self._kin and isinstance(claim, Claim):
            found = self._projects.elsewhere(self._view.reading.map.project.id, claim)
            self._known = claim, found
            self._kin.show_kin(found)

    def _follow(self, kin: KinDetails | None) -> None:
        """Show at once what is known of a claim; what is not is found when all is quiet."""
        self._kin = kin
        self._timer.stop()
        if kin is None:
            return
        kin.wanted.connect(self.wanted)
        kin.tied.connect(lambda address, on: self.tie(kin.claim.id, address, on=on))
        kin.copy_wanted.connect(lambda address: self.copy(address, into=kin.claim.id))
        claim, found = self._known or (None, ())
        if claim and claim.id == kin.claim.id and claim.text == kin.claim.text:
            if claim.same_as == kin.claim.same_as:
                kin.show_kin(found)
            else:
                self.look()
                return
        self._timer.start()

    # What is done

    def tie(self, claim: ClaimId, to: ClaimAddress, *, on: bool) -> bool:
        """Say that claims are the same, or take it back; whether that was done."""
        make = edits.link_same if on else edits.unlink_same
        return self._view.performer.do(lambda m: make(m, claim=claim, to=to)) is not None

    def copy(self, address: ClaimAddress, *, into: ClaimId | None = None) -> bool:
        """Copy a claim here with what hangs below it, or that alone; whether that was done."""
        there = self._projects.map_of(address.project)
        if there is None:
            return False
        try:
            branch = branch_of(there, [(address.claim, None)])
        except EditError as error:
            self.advice.emit(why(error))
            return False
        change = self._view.performer.do(
            lambda m: edits.copy_from(m, project=address.project, branch=branch, into=into)
        )
        if change is None:
            return False
        new = [e.id for e in change.after.values() if isinstance(e, Claim) and e.id != into]
        if into is None:
            show_claim(self._view, new[0])
        self._tell(len([key for key in new if key not in change.before]))
        return True

    def _tell(self, count: int) -> None:
        nothing = self.tr("Nothing bears on that claim; it is linked now.")
        some = number_words(count, self.tr("1 claim was copied"), self.tr("{n} claims were copied"))
        self.advice.emit(some if count else nothing)
