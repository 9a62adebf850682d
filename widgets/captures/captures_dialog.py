"""An earlier text of an article beside the one of today, with the claims that changes concern."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.articles.beside import Beside
from app.articles.captures import Difference, claims_on
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, Locution, MarkState, Source, SourceId
from resources.themes import Theme
from widgets.captures.claims_list import ClaimsList, Concerned
from widgets.captures.comparison_view import ComparisonView
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.labels import plain_label
from widgets.mark_words import kind_words, kinds_told, state_words
from widgets.reading import Reading
from widgets.working import Work

_PAUSE = 200  # milliseconds after an edit


class CapturesDialog(QDialog):
    """Shows two texts of a source; another earlier one can be chosen.

    The window stays usable, and what is shown follows the edits that are made there.
    """

    claim_wanted = Signal(str)

    def __init__(self, reading: Reading, source: SourceId, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading
        self._source = reading.map.source(source)
        self._earlier: list[Source] = []
        self._work: Work | None = None
        self._found: Sequence[Difference] = ()
        self._told = ""  # how much differs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 720)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Earlier text"))
        self.choice.activated.connect(self._compare)
        self.told = plain_label(parent=self)
        self.told.setAccessibleName(self.tr("What differs"))
        self.comparison = ComparisonView(("", ""), theme, self)
        self.claims = ClaimsList(self.tr("Claims that rest on changed words"), self)
        self.claims.place_wanted.connect(self.comparison.show_place)
        self.claims.claim_wanted.connect(self.claim_wanted)
        self._lay_out()
        self.finished.connect(self._stop)
        self._edited = QTimer(self, singleShot=True, interval=_PAUSE)
        self._edited.timeout.connect(self._show_claims)
        reading.changed.connect(self._follow)
        self._show_captures()

    def use_theme(self, theme: Theme) -> None:
        self.comparison.use_theme(theme)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(plain_label(self.tr("Earlier text:"), parent=self))
        top.addWidget(self.choice)
        top.addWidget(self.told, 1)
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 8, 0, 0)
        concern = self.tr("Claims that rest on changed words (Enter shows one on the map):")
        below.addWidget(plain_label(concern, parent=self))
        below.addWidget(self.claims)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.comparison)
        splitter.addWidget(self._below)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        hint = plain_label(
            self.tr("F7 and Shift+F7 go from difference to difference."), name="Muted", parent=self
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(hint, 1)
        bottom.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(splitter, 1)
        column.addLayout(bottom)

    def _show_captures(self) -> None:
        """Offer the earlier texts there are, the latest first, and compare with one."""
        chosen = self._earlier[self.choice.currentIndex()].id if self._earlier else None
        self._earlier = self._map.captures_of(self._source.id)[::-1]
        self.setWindowTitle(self.tr("Two texts of “{title}”").format(title=self._source.title))
        self.choice.clear()
        self.choice.addItems([captured_words(capture) for capture in self._earlier])
        ids = [capture.id for capture in self._earlier]
        number = ids.index(chosen) if chosen in ids else 0
        self.choice.setCurrentIndex(number)
        self._compare(number)

    def _follow(self, change: Change) -> None:
        """Compare anew what has other texts now, or list the claims again soon."""
        elements = (*change.before.values(), *change.after.values())
        if any(isinstance(element, Source) for element in elements):
            self._follow_texts()
        elif any(isinstance(element, Locution | Claim) for element in elements):
            self._edited.start()

    def _follow_texts(self) -> None:
        key = self._source.id
        earlier = self._map.captures_of(key)[::-1] if key in self._map else []
        if not earlier:
            self.close()
        elif (self._map.source(key), earlier) != (self._source, self._earlier):
            self._source = self._map.source(key)
            self._show_captures()

    def _compare(self, number: int) -> None:
        self._stop()
        old, new = self._earlier[number], self._source
        work = Work(lambda _: Beside.of(old.text, new.text), self)
        work.done.connect(lambda beside: self._show(beside, old))
        self._work = work
        WorkingDialog(work, self.tr("Comparing the texts …"), self)
        work.start()

    def _show(self, beside: Beside, old: Source) -> None:
        names = (captured_words(old), self.tr("Today’s text"))
        self.comparison.show_comparison(beside, names)
        self._found, self._told = beside.found, kinds_told(beside.counts)
        self._show_claims()
        self.comparison.list.setFocus()

    def _show_claims(self) -> None:
        concerned = list(self._concerned(self._found))
        none = "" if concerned else self.tr("No claim rests on changed words.")
        self.told.setText(" ".join(filter(None, (self._told, none))))
        self.claims.show_claims(concerned)
        self._below.setVisible(bool(concerned))

    def _concerned(self, found: Sequence[Difference]) -> Iterator[Concerned]:
        """Claims whose words are lost, then those whose words are others now."""
        sign, word = state_words(MarkState.LOST)
        for saying in self._map.marks_to_check(self._source.id):
            if saying.mark_state is MarkState.LOST:
                yield Concerned(saying.claim, self._map.claim(saying.claim).text, sign, word, None)
        for claim, ones in claims_on(self._map, self._source.id, found).items():
            sign, word = kind_words(ones[0].kind)
            place = ones[0].new.start if ones[0].new else None
            yield Concerned(claim, self._map.claim(claim).text, sign, word, place)

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _stop(self) -> None:
        if self._work:
            self._work.cancel()
            self._work = None


def captured_words(source: Source) -> str:
    """When a text was captured, in words."""
    if source.captured is None:
        return QCoreApplication.translate("captures", "An earlier text")
    moment = QDateTime.fromMSecsSinceEpoch(round(source.captured.timestamp() * 1000))
    return QLocale().toString(moment, "d MMM yyyy, HH:mm")
