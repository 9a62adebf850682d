"""Commands that present a map."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.elements import Claim, TargetId
from app.model.outline import PlaceKey
from widgets.actions import Slots
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap
    from widgets.presenting.slides import Show
    from widgets.project_view import ProjectView


class PresentingCommands(QObject):
    """Presents the whole map, or only what hangs below the selected claim or step."""

    refused = Signal(str)

    def __init__(self, view: "ProjectView") -> None:
        super().__init__(view)
        self._view = view
        self._work: Work | None = None

    def slots(self) -> Slots:
        return {"present": self.present, "present_branch": self.present_branch}

    def stop(self) -> None:
        """Stop what is being laid out."""
        if self._work:
            self._work.stop()

    def present(self) -> None:
        self._present(None)

    def present_branch(self) -> None:
        target = self._view.selection.target
        if target is None:
            self.refused.emit(self.tr("Select the claim from which you want to present."))
        else:
            self._present(target)

    def _present(self, root: TargetId | None) -> None:
        from widgets.dialogs.working_dialog import WorkingDialog  # noqa: PLC0415  seldom wanted

        argument_map = self._view.reading.map
        if not any(True for _ in argument_map.every(Claim)):
            self.refused.emit(self.tr("There is nothing to present yet: this map has no claims."))
            return
        if self._work and self._work.is_running:
            return
        work = self._work = _laying_out(argument_map, root, self)
        work.done.connect(partial(self._show, argument_map))
        work.failed.connect(self.refused)
        WorkingDialog(work, self.tr("Laying out the map …"), self._view.window())
        work.start()

    def _show(self, argument_map: "ArgumentMap", show: "Show") -> None:
        from widgets.presenting.presentation import Presentation  # noqa: PLC0415  seldom wanted

        view, window = self._view.canvas.view, self._view.window()
        shown = Presentation(argument_map, show, view.theme, window, glides=view.glide.is_on)
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


def _laying_out(argument_map: "ArgumentMap", root: TargetId | None, parent: QObject) -> Work:
    """The work of laying out what is presented, in a thread."""
    from app.layout.arrangement import Arranger  # noqa: PLC0415  seldom wanted
    from widgets.canvas.drawn_words import drawn_words  # noqa: PLC0415
    from widgets.laying_out import StoppableMeasure  # noqa: PLC0415
    from widgets.presenting.slides import show_of  # noqa: PLC0415

    words = drawn_words()

    def lay_out(reporter: Reporter) -> "Show":
        return show_of(argument_map, root, Arranger(StoppableMeasure(reporter), words=words))

    return Work(lay_out, parent)
