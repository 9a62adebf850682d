"""The fields for what is told of an article: its title, by whom, where and when it came out."""

from dataclasses import dataclass, fields
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.articles.taken import Taken
from app.model.elements import Source
from app.model.text import one_line
from widgets.intake.days import typed_day
from widgets.labels import ElidingLabel
from widgets.translating import day_in_words

_COLUMNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is told of an article."""

    title: str
    author: str = ""
    outlet: str = ""
    published: date | None = None
    address: str = ""
    language: str = ""


def facts_of(article: Source | Taken) -> Facts:
    return Facts(**{field.name: getattr(article, field.name) for field in fields(Facts)})


class FactsForm(QWidget):
    """A field for each fact; those of the date and the title say what they need."""

    changed = Signal()

    def __init__(self, facts: Facts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is told of the article"))
        day = day_in_words(facts.published) if facts.published else ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._hint = ElidingLabel(name="Muted", least=20, parent=self)
        self.title = self._field(self.tr("Title"), facts.title, (0, 0, _COLUMNS))
        self.author = self._field(self.tr("Author"), facts.author, (1, 0, 3))
        self.outlet = self._field(self.tr("Outlet"), facts.outlet, (1, 3, 2))
        self.language = self._field(self.tr("Language"), facts.language, (1, 5, 1))
        self.day = self._field(self.tr("Published on"), day, (2, 0, 2), self._hint)
        self.address = self._field(self.tr("Address on the web"), facts.address, (2, 2, 4))
        self.day.setPlaceholderText(self.tr("Not known"))
        self.day.textChanged.connect(self._show_day)
        self._show_day()

    @property
    def facts(self) -> Facts:
        """What stands in the fields; a day that is none counts as not known."""
        return Facts(
            title=one_line(self.title.text()),
            author=one_line(self.author.text()),
            outlet=one_line(self.outlet.text()),
            published=typed_day(self.day.text()),
            address=one_line(self.address.text()),
            language=one_line(self.language.text()),
        )

    def fault(self) -> str:
        """What is wrong with a field, in a sentence, with the focus put there; or nothing."""
        if not one_line(self.title.text()):
            self.title.setFocus()
            return self.tr("An article needs a title.")
        if self.day.text().strip() and typed_day(self.day.text()) is None:
            self.day.setFocus()
            self.day.selectAll()
            return self.tr("This is no date. Type it like 2024-11-05 or 5 Nov 2024, or clear it.")
        return ""

    def _field(
        self, name: str, text: str, place: tuple[int, int, int], hint: QLabel | None = None
    ) -> QLineEdit:
        """Make a field at a row and a column, so many columns wide, with its name above it."""
        field = QLineEdit(text, self)
        field.setCursorPosition(0)
        field.setAccessibleName(name)
        field.textChanged.connect(self.changed)
        label = QLabel(name, self)
        label.setBuddy(field)
        above = QHBoxLayout()
        above.addWidget(label)
        above.addStretch(1)
        if hint:
            above.addWidget(hint)
        cell = QVBoxLayout()
        cell.setSpacing(3)
        cell.addLayout(above)
        cell.addWidget(field)
        row, column, width = place
        self._grid.addLayout(cell, row, column, 1, width)
        return field

    def _show_day(self) -> None:
        """Say how the date was understood, once it differs from how it stands there."""
        text = self.day.text().strip()
        day = typed_day(text)
        if day is None:
            hint = self.tr("like 2024-11-05") if text else ""
        else:
            long = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")
            hint = "" if text == day_in_words(day) else long
        self._hint.setText(hint)
