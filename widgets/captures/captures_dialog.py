"""An earlier text of an article beside the one of today, with the claims that changes concern."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
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
from app.model.elements import MarkState, Source
from resources.themes import Theme
from widgets.captures.claims_list import ClaimsList, Concerned
from widgets.captures.comparison_view import ComparisonView
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.labels import plain_label
from widgets.mark_words import kind_words, kinds_told, state_words
from widgets.working import Work


class CapturesDialog(QDialog):
    """Shows two texts of a source; another earlier one can be chosen. The window stays usable."""

    claim_wanted = Signal(str)

    def __init__(
        self, argument_map: ArgumentMap, source: Source, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._map = argument_map
        self._source = source
        self._earlier = argument_map.captures_of(source.id)[::-1]  # the latest first
        self._work: Work | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two texts of “{title}”").format(title=source.title))
        self.resize(1080, 720)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Earlier text"))
        for capture in self._earlier:
            self.choice.addItem(captured_words(capture))
        self.choice.activated.connect(self._compare)
        self.told = plain_label(parent=self)
        self.told.setAccessibleName(self.tr("What differs"))
        self.comparison = ComparisonView(("", ""), theme, self)
        self.claims = ClaimsList(self.tr("Claims that rest on changed words"), self)
        self.claims.place_wanted.connect(self.comparison.show_place)
        self.claims.claim_wanted.connect(self.claim_wanted)
        self._lay_out()
        self.finished.connect(self._stop)
        self._compare(0)

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
        concerned = list(self._concerned(beside.found))
        none = "" if concerned else self.tr("No claim rests on changed words.")
        self.told.setText(" ".join(filter(None, (kinds_told(beside.counts), none))))
        self.claims.show_claims(concerned)
        self._below.setVisible(bool(concerned))
        self.comparison.list.setFocus()

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
