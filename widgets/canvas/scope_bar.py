"""The bar above the map that says which part of it is shown, and leads back to the whole."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.model.elements import ElementId
from app.model.outline import Card, Place
from app.model.role import Role
from app.model.text import shortened
from app.model.view_state import MOST_LINKS
from resources.themes import Theme
from widgets.icons import picture_icon
from widgets.labels import ElidingLabel, as_button_text, as_tooltip
from widgets.reading import Reading
from widgets.showing import Showing

_SHOWN = 3  # claims on the way; of a longer one the first and the last few
_LENGTH = 26  # characters of a claim


class ScopeBar(QFrame):
    """The way from the contention down to the branch that is shown alone, or how near is near."""

    def __init__(
        self, reading: Reading, showing: Showing, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("FindBar")
        self.setAccessibleName(self.tr("Which part of the map is shown"))
        self._reading = reading
        self._showing = showing
        self._theme = theme
        self._state: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 8, 4)
        self._row.setSpacing(2)
        showing.changed.connect(self._fill)
        reading.changed.connect(self._fill)
        self._fill()

    def use_theme(self, theme: Theme) -> None:
        self._theme, self._state = theme, None
        self._fill()

    def _fill(self) -> None:
        way = self._showing.way()
        said = [self._say(place) for place in way]
        state = (self._showing.links, [place.key for place in way], said)
        if state == self._state:
            return
        self._state = state
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()  # it may be the one that was clicked
        self.setVisible(bool(way or self._showing.links))
        if self._showing.links:
            self._fill_near()
        elif way:
            self._fill_way(way)

    def _fill_way(self, way: list[Place]) -> None:
        whole = self.tr("Whole map")
        self._row.addWidget(self._crumb(whole, self.tr("Show the whole map (Alt+0)")))
        steps = [way[0], None, *way[1 - _SHOWN :]] if len(way) > _SHOWN else list(way)
        for place in steps:
            self._row.addWidget(self._sign("›"))
            if place is None:
                self._row.addWidget(self._sign("…"))
            elif place is way[-1]:
                self._row.addWidget(self._here(place), 1)
            else:
                words = self._say(place)
                self._row.addWidget(self._crumb(shortened(words, _LENGTH), words, place.key[1]))
        self._row.addWidget(self._close())

    def _fill_near(self) -> None:
        links = self._showing.links
        words = ElidingLabel(least=60, parent=self)
        one, many = self.tr("Only what is 1 link away"), self.tr("Only what is {n} links away")
        words.setText(one if links == 1 else many.format(n=links))
        self._row.addWidget(words, 1)
        for n in range(1, MOST_LINKS + 1):
            tip = one if n == 1 else self.tr("Up to {n} links away").format(n=n)
            button = self._button(str(n), tip)
            button.setCheckable(True)
            button.setChecked(n == links)
            button.clicked.connect(partial(self._showing.show_near, n))
            self._row.addWidget(button)
        self._row.addWidget(self._close())

    def _say(self, place: Place) -> str:
        """What stands at a place in words; of a step those of its first premise."""
        argument_map = self._reading.map
        if isinstance(place, Card):
            return argument_map.claim(place.claim).text
        words = {
            Role.REASON: self.tr("Reason: {claim}"),
            Role.OBJECTION: self.tr("Objection: {claim}"),
            Role.REBUTTAL: self.tr("Rebuttal: {claim}"),
            Role.UNDERCUTTER: self.tr("Undercutter: {claim}"),
        }
        return words[place.role].format(claim=argument_map.claim(place.inference.premises[0]).text)

    def _here(self, place: Place) -> QLabel:
        here = ElidingLabel(name="Here", least=60, parent=self)
        words = self._say(place)
        here.setText(shortened(words, 200))
        here.setContentsMargins(7, 0, 0, 0)
        here.setToolTip(as_tooltip(shortened(words, 1000)))
        return here

    def _sign(self, text: str) -> QLabel:
        sign = QLabel(text, self)
        sign.setObjectName("Muted")
        return sign

    def _crumb(self, text: str, tip: str, element: ElementId | None = None) -> QToolButton:
        button = self._button(as_button_text(text), shortened(tip, 1000))
        if element:
            button.clicked.connect(lambda: self._showing.focus_on(element))
        else:
            button.clicked.connect(self._showing.show_everything)
        return button

    def _close(self) -> QToolButton:
        button = self._button("", self.tr("Show the whole map (Alt+0)"))
        button.setIcon(picture_icon("close", self._theme))
        button.setIconSize(QSize(13, 13))
        button.clicked.connect(self._showing.show_everything)
        return button

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(as_tooltip(tip))
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
