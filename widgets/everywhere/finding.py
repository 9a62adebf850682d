"""Finding words in all projects, and going to where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.elements import ClaimAddress, ElementId, ProjectId
    from app.ports import Found
    from widgets.actions import Slots
    from widgets.main_window import MainWindow
    from widgets.project_view import ProjectView


class Everywhere(QObject):
    """Carries out the search over the person's library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        button = QPushButton(self.tr("Find in all projects…"), window.start_page)
        button.setToolTip(self.tr("Find in all projects (Ctrl+Alt+F)"))
        button.clicked.connect(self.find)
        window.start_page.put_beside_heading(button)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"find_everywhere": self.find}

    def find(self) -> None:
        """Ask for words, and list what has them."""
        from widgets.everywhere.popup import SearchPopup  # noqa: PLC0415  after the first paint

        project = self._window.project
        here = project.project_id if project else None
        popup = SearchPopup(self._window.projects.search, self._window, here=here)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self.go_to)
        popup.copy_wanted.connect(self._copy)
        popup.link_wanted.connect(self._link)
        popup.open_over(self._window)

    def go_to_claim(self, address: ClaimAddress) -> None:
        """Open the project of a claim, and show the claim."""
        self._show_in(address.project, lambda view: show_claim(view, address.claim))

    def go_to(self, found: Found) -> None:
        """Open the project in which something was found, and show it there."""
        self._show_in(found.project_id, lambda view: _show(view, found))

    def _show_in(self, project_id: ProjectId, show: Callable[[ProjectView], bool]) -> None:
        window = self._window
        if window.project is None or window.project.project_id != project_id:
            if window.project and not window.project.may_end():
                return
            window.projects.open(project_id)
        if window.project and window.project.project_id == project_id:
            view = window.project.view
            view.looking.back()
            if not show(view):
                window.status.advise(self.tr("It is not there any more."))

    # What was found, for the open project

    def _copy(self, address: ClaimAddress) -> None:
        """Copy a claim of another project into the one that is open."""
        project = self._window.project
        if project and project.view.settle():
            project.view.looking.back()
            project.also_in.copy(address)

    def _link(self, address: ClaimAddress) -> None:
        """Say that the selected claim is the same as one of another project."""
        project = self._window.project
        if project is None or not project.view.settle():
            return
        claim = project.view.selection.claim(project.view.reading.map)
        if claim is None:
            self._window.status.advise(self.tr("Select the claim that is to be linked first."))
        elif project.also_in.tie(claim, address, on=True):
            self._window.status.advise(self.tr("The claims are linked; see the details."))


def _show(view: ProjectView, found: Found) -> bool:
    """Show an element in its project; whether it is there."""
    from app.articles.anchors import anchor_at  # noqa: PLC0415  after the first paint
    from app.model.elements import (  # noqa: PLC0415  as above
        ClaimId,
        Locution,
        Source,
        Speaker,
    )
    from widgets.everywhere.found_text import place_in  # noqa: PLC0415  as above

    element = view.reading.map.get(found.element_id)
    if isinstance(element, Locution):
        return view.article.show_saying(element.id) or show_claim(view, element.claim)
    if isinstance(element, Source):
        start, end = place_in(element.text, found) or (0, 0)
        view.article.show_anchor(anchor_at(element, start, max(end, start + 1)))
        return True
    if isinstance(element, Speaker):
        view.panes.bring(view.speakers)
        view.speakers.show_speaker(element.id)
        view.speakers.setFocus()
        return True
    return element is not None and show_claim(view, ClaimId(element.id))


def show_claim(view: ProjectView, claim: ElementId) -> bool:
    """Select a claim and scroll to it; whether it is there."""
    from app.model.elements import InferenceId  # noqa: PLC0415  after the first paint

    view.reading.reveal(claim)
    place = view.reading.place_of((InferenceId(""), claim))
    if place is None:
        return False
    view.selection.set(place)
    view.canvas.view.ensure_visible(place)
    view.canvas.view.setFocus()
    return True
