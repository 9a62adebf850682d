"""What changed about speakers, gathered while nobody looks or the map is being painted."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.elements import Claim, ClaimId, Inference, Locution, Source, Speaker, SpeakerId
from widgets.reading import Reading

_AFTER = 20  # milliseconds, so that the map is painted first


@dataclass(slots=True)
class News:
    """What a number of changes touched."""

    speakers: set[SpeakerId] = field(default_factory=set)  # as such
    sayings: set[SpeakerId] = field(default_factory=set)  # those who have a part in one
    claims: set[ClaimId] = field(default_factory=set)
    sources: bool = False
    steps: bool = False

    def add(self, change: Change) -> None:
        for element in (*change.before.values(), *change.after.values()):
            match element:
                case Speaker():
                    self.speakers.add(element.id)
                case Locution():
                    self.sayings.update(element.speakers)
                case Claim():
                    self.claims.add(element.id)
                case Source():
                    self.sources = True
                case Inference():
                    self.steps = True
                case _:
                    pass


class Following(QObject):
    """Says soon after a change that there is news, as long as a widget is seen.

    `is_behind` is whether it has to show all anew: it was not seen yet, or not during a change.
    """

    changed = Signal()

    def __init__(self, reading: Reading, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._news = News()
        self.is_behind = True
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.changed)
        reading.changed.connect(self._add)

    def take(self) -> News:
        """The news since the last time."""
        self._timer.stop()
        self.is_behind = False
        news, self._news = self._news, News()
        return news

    def put_off(self) -> None:
        """Say so again later."""
        self._timer.start()

    def _add(self, change: Change) -> None:
        if self._widget.isVisible():
            self._news.add(change)
            self._timer.start()
        else:
            self.is_behind = True
