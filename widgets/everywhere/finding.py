"""Finding words in all projects, and going to where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from app.model.elements import ElementId
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

        popup = SearchPopup(self._window.projects.search, self._window)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self.go_to)
        popup.open_over(self._window)

    def go_to(self, found: Found) -> None:
        """Open the project in which something was found, and show it there."""
        window = self._window
        if window.project is None or window.project.project_id != found.project_id:
            if window.project and not window.project.may_end():
                return
            window.projects.open(found.project_id)
        if window.project and window.project.project_id == found.project_id:
            view = window.project.view
            view.looking.back()
            if not _show(view, found):
                window.status.advise(self.tr("It is not there any more."))


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
        return view.article.show_saying(element.id) or _show_claim(view, element.claim)
    if isinstance(element, Source):
        start, end = place_in(element.text, found) or (0, 0)
        view.article.show_anchor(anchor_at(element, start, max(end, start + 1)))
        return True
    if isinstance(element, Speaker):
        view.panes.bring(view.speakers)
        view.speakers.show_speaker(element.id)
        view.speakers.setFocus()
        return True
    return element is not None and _show_claim(view, ClaimId(element.id))


def _show_claim(view: ProjectView, claim: ElementId) -> bool:
    from app.model.elements import InferenceId  # noqa: PLC0415  after the first paint

    view.reading.reveal(claim)
    place = view.reading.place_of((InferenceId(""), claim))
    if place is None:
        return False
    view.selection.set(place)
    view.canvas.view.ensure_visible(place)
    view.canvas.view.setFocus()
    return True
