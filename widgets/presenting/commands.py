"""Commands that present a map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.model.elements import Claim, TargetId
from app.model.outline import PlaceKey
from widgets.actions import Slots

if TYPE_CHECKING:
    from widgets.project_view import ProjectView


class PresentingCommands(QObject):
    """Presents the whole map, or only what hangs below the selected claim or step."""

    refused = Signal(str)

    def __init__(self, view: "ProjectView") -> None:
        super().__init__(view)
        self._view = view

    def slots(self) -> Slots:
        return {"present": self.present, "present_branch": self.present_branch}

    def present(self) -> None:
        self._present(None)

    def present_branch(self) -> None:
        target = self._view.selection.target
        if target is None:
            self.refused.emit(self.tr("Select the claim from which you want to present."))
        else:
            self._present(target)

    def _present(self, root: TargetId | None) -> None:
        from widgets.presenting.presentation import Presentation  # noqa: PLC0415  seldom wanted

        view, argument_map = self._view.canvas.view, self._view.reading.map
        if not any(True for _ in argument_map.every(Claim)):
            self.refused.emit(self.tr("There is nothing to present yet: this map has no claims."))
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # it is all laid out at once
        try:
            window, glides = self._view.window(), view.glide.is_on
            shown = Presentation(argument_map, root, view.theme, window, glides=glides)
        finally:
            QGuiApplication.restoreOverrideCursor()
        shown.ended.connect(self._select)
        shown.showFullScreen()

    def _select(self, key: PlaceKey) -> None:
        """Select on the map what was shown last; in a branch its top has another place there."""
        reading = self._view.reading
        reading.reveal(key[1])
        place = reading.place_of(key)
        if place:
            self._view.selection.set(place)
        self._view.canvas.view.setFocus()
