"""Going from what is said to the claim on the map, and to its words."""

from PySide6.QtCore import QObject, Signal

from app.model.elements import Claim, ClaimId, InferenceId, Locution
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class Going(QObject):
    """Selects claims, and asks for the map and for words by signals."""

    map_wanted = Signal()  # the keyboard goes to the map
    words_wanted = Signal(str)  # show the words of this locution in the article
    advice = Signal(str)

    def __init__(
        self, reading: Reading, selection: Selection, performer: Performer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._performer = performer

    def show_claim(self, key: str, keyboard: bool) -> None:  # noqa: FBT001  from a signal
        """Select a claim where it stands in full, unfolding whatever it is folded away below."""
        claim = ClaimId(key)
        if self._reading.map.is_claim(claim):
            self._performer.keep(lambda: self._reading.reveal(claim))
            self._selection.set(self._reading.place_of((InferenceId(""), claim)))
            if keyboard:
                self.map_wanted.emit()

    def show_words(self, key: str) -> None:
        """Show the words of a saying, or of a claim."""
        found = self._reading.map.get(ClaimId(key))
        sayings = [found] if isinstance(found, Locution) else []
        if isinstance(found, Claim):
            sayings = self._reading.map.locutions_of(found.id)
        marked = next((saying for saying in sayings if saying.anchor), None)
        if marked:
            self.words_wanted.emit(marked.id)
        else:
            self.advice.emit(self.tr("This claim rests on no words of an article."))
