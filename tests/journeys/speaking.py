"""Somebody at the panel of speakers: what is seen there, and what is done."""

from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton

from app.model.elements import Speaker, SpeakerKind
from tests.journeys.driver import Person
from widgets.speakers.said import Told


class Listener:
    """Works the panel of speakers of a project."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.panel = person.project.view.speakers
        self.list = self.panel.list

    # What is seen

    def names(self) -> list[str]:
        """The speakers that are listed."""
        model = self.panel.model
        return [str(model.index(i).data()) for i in range(model.rowCount())]

    def chosen(self) -> list[str]:
        return [speaker.name for speaker in self.list.speakers()]

    def told(self, name: str) -> str:
        """What stands under a name."""
        return self.panel.model.told(self.speaker(name))

    def words(self) -> str:
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def said(self) -> list[Told]:
        """What the selected speaker says, row by row."""
        model = self.panel.details.model
        return [model.told(model.index(i)) for i in range(model.rowCount())]

    def has(self, name: str) -> bool:
        return any(one.name == name for one in self.person.map.speakers())

    def speaker(self, name: str) -> Speaker:
        (found,) = (one for one in self.person.map.speakers() if one.name == name)
        return found

    def field(self, name: str) -> QLineEdit:
        fields = self.panel.details.findChildren(QLineEdit)
        return next(field for field in fields if field.accessibleName() == name)

    def link(self, text: str) -> QToolButton:
        self.person.bot.waitUntil(
            lambda: any(one.text() == text for one in self.panel.findChildren(QToolButton))
        )
        return next(one for one in self.panel.findChildren(QToolButton) if one.text() == text)

    # What is done

    def catch_up(self) -> None:
        """Look at the panel: it shows what changed, as it does by itself soon."""
        self.panel.follow()

    def choose(self, name: str) -> None:
        """Click a speaker in the list."""
        self.list.select([self.speaker(name).id])
        self.list.setFocus()

    def sort(self, words: str) -> None:
        actions = self.panel.head.sort.menu().actions()
        next(one for one in actions if one.text() == words).trigger()

    def set_sort(self, sort: SpeakerKind) -> None:
        box = self.panel.details.form.sort
        box.setCurrentIndex(box.findData(sort.value))
        box.activated.emit(box.currentIndex())

    def from_menu(self, words: str) -> None:
        """Open the menu on what is selected, and take this from it."""
        self.list.menu_wanted.emit(self.list.mapToGlobal(self.list.rect().center()))
        (menu,) = (one for one in self.panel.findChildren(QMenu) if one.isVisible())
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
        action.trigger()
        menu.close()
