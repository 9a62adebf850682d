"""The bar above the map in which one types what to find, and goes from hit to hit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from app.analysis import finding
from app.analysis.finding import Field, Finder
from app.analysis.words import Span, folded, spans_of, terms_of
from app.model.change import Change
from app.model.elements import ClaimId, ElementId
from app.model.outline import PlaceKey
from resources.themes import Theme
from widgets.actions import Slots
from widgets.alerting import announce
from widgets.icons import picture_icon
from widgets.labels import ElidingLabel, as_tooltip
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_PAUSE = 120  # milliseconds without a key before what is typed is looked for


class FindBar(QFrame):
    """Looks for words and selects hits; hidden until it is asked for."""

    found = Signal()  # the hits are others now
    left = Signal()

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("FindBar")
        self.setAccessibleName(self.tr("Find words"))
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._finder = Finder(reading.map)
        self._terms: tuple[str, ...] = ()
        self._hits: list[PlaceKey] = []
        self._found: set[ElementId] = set()
        self._numbers: dict[PlaceKey, int] = {}
        self._spans: dict[ClaimId, tuple[Span, ...]] = {}  # of the hits that were asked for
        self._jumps = False  # whether the search that is to come goes to a hit
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.use_theme(theme)
        self.hide()

    def _make_parts(self) -> None:
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Find"))
        self.field.setPlaceholderText(self.tr("Find words, or a “whole phrase”"))
        self.field.setMaxLength(400)
        self.field.setMinimumWidth(70)
        self.field.setMaximumWidth(380)
        self.field.setClearButtonEnabled(True)
        for button in self.field.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
        self.field.installEventFilter(self)
        self.told = ElidingLabel(name="Muted", least=30, parent=self)
        self.told.setAccessibleName(self.tr("What was found"))
        self._previous = self._button(self.tr("The hit before (Shift+Enter)"))
        self._next = self._button(self.tr("The next hit (Enter)"))
        self._close = self._button(self.tr("Close (Esc)"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(4)
        row.addWidget(self.field, 3)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addSpacing(6)
        row.addWidget(self.told, 2)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.leave)
        self.field.textChanged.connect(self._search_soon)
        self._pause.timeout.connect(self._search)
        self._reading.changed.connect(self._follow)
        self._selection.changed.connect(self._tell)

    def _button(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(13, 13))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def use_theme(self, theme: Theme) -> None:
        pictures = {self._previous: "up", self._next: "down", self._close: "close"}
        for button, name in pictures.items():
            button.setIcon(picture_icon(name, theme))

    # What was found

    @property
    def hits(self) -> list[PlaceKey]:
        """The places of the hits, in reading order."""
        return self._hits

    def spans_in(self, claim: ClaimId) -> tuple[Span, ...]:
        """Which of the words of a claim were looked for; none if the claim is no hit."""
        if not self._hits or claim not in self._found:
            return ()
        if claim not in self._spans and self._reading.map.is_claim(claim):
            self._spans[claim] = spans_of(self._reading.map.claim(claim).text, self._terms)
        return self._spans.get(claim, ())

    # What can be done

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            "find": self.open,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
        }

    def open(self) -> None:
        """Show the bar with what was last looked for."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def leave(self) -> None:
        """Hide the bar; the hit stays selected."""
        self._pause.stop()
        self._jumps = False
        self.hide()
        self._show([], ())
        self.left.emit()

    def find_next(self) -> None:
        self._go(1)

    def find_previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """Go to the hit beside the one that is selected, round and round."""
        if not self.isVisible() or not self.field.text():
            self.open()
        if self._pause.isActive() and self._search():
            return
        current = self._numbers.get(self._selection.key) if self._selection.key else None
        if not self._hits:
            return
        if current is not None:
            self._select((current + by) % len(self._hits))
            return
        first = self._first()
        self._select(first if by > 0 else (first - 1) % len(self._hits))

    # Searching

    def _search_soon(self) -> None:
        self._jumps = True
        self._pause.start()

    def _search(self) -> bool:
        """Look for what is in the field; go to a hit if that was typed just now.

        Returns whether it did.
        """
        self._pause.stop()
        terms = terms_of(self.field.text())
        self._show(self._finder.find(self._reading.outline, terms), terms)
        jumps, self._jumps = self._jumps and bool(self._hits), False
        if jumps:
            self._select(self._first())
        self._tell()
        return jumps

    def _show(self, hits: list[PlaceKey], terms: tuple[str, ...]) -> None:
        self._hits, self._terms = hits, terms
        self._numbers = {key: number for number, key in enumerate(hits)}
        self._found = {key[1] for key in hits}
        self._spans = {}
        self.found.emit()

    def _first(self) -> int:
        """The first hit at or behind what is selected."""
        return self._finder.first_from(self._reading.outline, self._hits, self._selection.key)

    def _select(self, number: int) -> None:
        key = self._hits[number]
        self._performer.keep(lambda: self._reading.reveal(key[1]))
        self._selection.set(key)

    def _follow(self, change: Change) -> None:
        self._finder.follow(self._reading.map, change)
        self._spans = {}
        if self.isVisible() and self._terms:
            self._pause.start()

    # Telling

    def _tell(self) -> None:
        """Say how many hits there are, which one is selected, and where in it the words are."""
        count = len(self._hits)
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
        key = self._selection.key
        number = self._numbers.get(key) if key else None
        if not self._terms:
            text = ""
        elif not count:
            text = self.tr("Nothing found")
        elif key is None or number is None:
            text = self.tr("{n} found").format(n=count)
        else:
            text = self.tr("{i} of {n}").format(i=number + 1, n=count)
            text = " · ".join([text, *self._where(key)])
        if self.isVisible() and text != self.told.text():
            announce(self.told, text)
        self.told.setText(text)
        self.told.setToolTip(as_tooltip(text) if text else "")

    def _where(self, key: PlaceKey) -> list[str]:
        """In which fields the words are, if not all of them are in the words of the claim."""
        found = finding.matches(self._reading.map, ClaimId(key[1]), self._terms)
        fields = {match.field for match in found}
        text = [match.text for match in found if match.field is Field.TEXT]
        if text and all(term in folded(text[0]) for term in self._terms):
            return []
        words = {
            Field.NOTE: self.tr("in the note"),
            Field.SPEAKER: self.tr("in who says it"),
            Field.TAG: self.tr("in a tag"),
            Field.SCHEME: self.tr("in the scheme"),
        }
        return [word for field, word in words.items() if field in fields]

    # Qt

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from hit to hit by Enter and the arrows, while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._go(-1 if shift else 1)
                return True
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._go(-1 if key == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
