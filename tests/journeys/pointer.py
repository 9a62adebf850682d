"""The pointer over the article: clicks that count, drags, and what it hovers; other articles."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import edits
from app.model.elements import Source, SourceId, new_id
from tests.journeys.driver import Person

LEFT, NO = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier
_LONG = 10_000  # milliseconds between what a person does and does next


def taken(person: Person, text: str, title: str = "A title") -> Source:
    """Let somebody read an article of their own."""
    source = Source(id=SourceId(new_id()), title=title, text=text)
    person.project.view.performer.do(lambda m: edits.add_source(m, source=source))
    person.project.view.article.sources.chosen.emit(source.id)
    return source


class Pointer:
    """Moves and clicks over the article of a person."""

    _time = count(1_000_000, _LONG)

    def __init__(self, person: Person) -> None:
        self.person = person

    @property
    def port(self) -> QWidget:
        return self.person.article.viewport()

    def over(self, words: str, *, letter: int = 1) -> QPoint:
        """The middle of a letter of some words, which are scrolled into view."""
        text = self.person.article
        assert text.source
        place = text.source.text.index(words) + letter
        if not self.port.rect().contains(text.rect_of(place)):
            text.show_span(place)
        left, right = text.rect_of(place), text.rect_of(place + 1)
        return QPoint((left.x() + right.x()) // 2, left.center().y())

    def click(self, at: QPoint, times: int = 1, held: Qt.KeyboardModifier = NONE) -> None:
        """Click so many times in quick succession."""
        begun = next(self._time)
        for number in range(times):
            kind = QEvent.Type.MouseButtonDblClick if number % 2 else QEvent.Type.MouseButtonPress
            self._send(kind, at, LEFT, held, begun + 60 * number)
            self._send(QEvent.Type.MouseButtonRelease, at, NO, held, begun + 60 * number + 30)
        self.person.settle()

    def drag(self, way: Sequence[QPoint], held: Qt.KeyboardModifier = NONE) -> None:
        """Press at the first place, go along the others, and let go."""
        self.begin(way, held)
        self.drop(way[-1], held)

    def begin(self, way: Sequence[QPoint], held: Qt.KeyboardModifier = NONE) -> None:
        time = next(self._time)
        self._send(QEvent.Type.MouseButtonPress, way[0], LEFT, held, time)
        for point in way[1:]:
            self._send(QEvent.Type.MouseMove, point, LEFT, held, time)

    def drop(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self._send(QEvent.Type.MouseButtonRelease, at, NO, held, next(self._time))
        self.person.settle()

    def hover(self, at: QPoint) -> None:
        self._send(QEvent.Type.MouseMove, at, NO, NONE, next(self._time))

    def leave(self) -> None:
        QApplication.sendEvent(self.port, QEvent(QEvent.Type.Leave))
        QApplication.sendEvent(self.person.article, QEvent(QEvent.Type.Leave))

    def _send(
        self,
        kind: QEvent.Type,
        at: QPoint,
        buttons: Qt.MouseButton,
        held: Qt.KeyboardModifier,
        time: int,
    ) -> None:
        button = NO if kind is QEvent.Type.MouseMove else LEFT
        place, screen = QPointF(at), QPointF(self.port.mapToGlobal(at))
        if button is LEFT:
            self.person.article.setFocus()
        event = QMouseEvent(kind, place, screen, button, buttons, held)
        event.setTimestamp(time)
        QApplication.sendEvent(self.port, event)
