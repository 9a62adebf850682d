"""The hint under the editor of a new claim that its words are on the map already."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.model.elements import ClaimId
from app.model.outline import PlaceKey
from widgets.alerting import announce
from widgets.canvas.editor import CardEditor
from widgets.linking import Linking, Spot
from widgets.reading import Reading
from widgets.typing_field import PAUSE

_GAP = 6  # pixels below the editor


class RepeatHint(QLabel):
    """Looks, whenever typing pauses, for another claim that says the same."""

    link_wanted = Signal(object, object)  # the spot, or None for a free claim; the other claim

    def __init__(self, reading: Reading, linking: Linking, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("MarkingBar")
        self.setAccessibleName(self.tr("A claim that is there already"))
        self.setContentsMargins(8, 4, 8, 4)
        self._ground = parent
        self._reading = reading
        self._texts = linking.texts
        self._editor: CardEditor | None = None
        self._place: PlaceKey | None = None
        self._found: ClaimId | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self.hide()

    def watch(self, editor: CardEditor, place: PlaceKey) -> None:
        """Look at what is typed in the editor of a new claim, until it is hidden."""
        self._editor, self._place, self._found = editor, place, None
        editor.textChanged.connect(self._timer.start)
        editor.link_wanted.connect(self._link)
        editor.installEventFilter(self)

    def _look(self) -> None:
        if self._editor is None or self._place is None:
            return
        text = self._editor.toPlainText()
        found = self._texts.repeat_of(ClaimId(self._place[1]), text)
        self._found = found if found and self._can_link(found) else None
        free = not self._place[0]
        self.setText(
            self.tr("This claim is there already: Ctrl+L goes to it instead")
            if free
            else self.tr("This claim is there already: Ctrl+L links it instead")
        )
        self._put_below(self._editor)
        if self._found and not self.isVisible():
            announce(self, self.text())
        self.setVisible(self._found is not None)
        self.raise_()

    def _can_link(self, claim: ClaimId) -> bool:
        if self._place is None:
            return False
        if not self._place[0]:
            return not self._reading.map.inferences_on(ClaimId(self._place[1]))
        spot = Spot.at(self._reading.map, self._place)
        return spot is not None and spot.takes(claim)

    def _link(self) -> None:
        self._look()  # the last words may have been typed just now
        if self._found and self._place:
            self.link_wanted.emit(Spot.at(self._reading.map, self._place), self._found)

    def _put_below(self, editor: CardEditor) -> None:
        self.adjustSize()
        room = self._ground.rect()
        x = min(editor.x(), room.width() - self.width() - _GAP)
        below = editor.geometry().bottom() + _GAP
        above = editor.y() - self.height() - _GAP
        y = below if below + self.height() < room.height() else above
        self.move(max(x, _GAP), max(y, _GAP))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and self._editor is not None:
            if event.type() is QEvent.Type.Hide:
                self._editor = self._place = self._found = None
                self._timer.stop()
                self.hide()
            elif event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
                self._put_below(self._editor)
        return super().eventFilter(watched, event)
