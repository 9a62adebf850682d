"""The map for those who hear it: what is selected, in words."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.layout.boxes import CardBox
from app.model.outline import PlaceKey
from app.model.telling import Teller
from widgets.alerting import announce
from widgets.outline.words import telling_words
from widgets.reading import Reading
from widgets.selection import Selection

_PAUSE = 50  # milliseconds without another selection; a held arrow key is quicker


class Announcing(QObject):
    """Keeps the description of the map's view in step with the selection, and has it said."""

    def __init__(
        self, reading: Reading, selection: Selection, view: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._view = view
        self._words = telling_words()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.tell)
        for changed in (selection.changed, reading.changed, reading.refolded):
            changed.connect(self._pause.start)
        self._view.setAccessibleDescription(self._selected())

    def tell(self) -> None:
        """Say what is selected, if that is something else than what was said last."""
        self._pause.stop()
        text = self._selected()
        if text != self._view.accessibleDescription():
            self._view.setAccessibleDescription(text)
            announce(self._view, text)

    def _selected(self) -> str:
        key, count = self._selection.key, len(self._selection.keys)
        told = self._told(key) if key else ""
        if not told:
            return self.tr("Nothing is selected.")
        if count == 1:
            return told
        return self.tr("{n} selected, the last of them: {told}").format(n=count, told=told)

    def _told(self, key: PlaceKey) -> str:
        """What stands at a place; how much is folded away there is known, and not counted anew."""
        place = self._reading.outline.at(key)
        if place is None:
            return ""
        told = Teller(self._reading.outline, self._reading.map, self._words).describe(place)
        box = self._reading.forest.box(key)
        hidden = box.shape.content.hidden if isinstance(box, CardBox) else 0
        if not hidden:
            return told
        words = self._words.one_folded if hidden == 1 else self._words.some_folded
        return self._words.between.join([told, words.format(count=hidden)])
