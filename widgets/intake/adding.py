"""The articles of an open project: adding some, putting their facts right, taking one out."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app import edits
from app.articles.taken import Taken, as_source
from app.model.argument_map import ArgumentMap
from app.model.elements import Source
from widgets.actions import Slots
from widgets.article.article_pane import ArticlePane
from widgets.canvas.canvas_pane import CanvasPane
from widgets.dialogs.asking import ask_articles
from widgets.intake.about import AboutDialog
from widgets.intake.dropping import Dropping, address_in
from widgets.intake.purpose import Purpose
from widgets.intake.taking_in import TakingIn
from widgets.performing import Performer
from widgets.projects import is_library_file


class Adding(QObject):
    """Carries out what a person does with the articles of a project as a whole."""

    project_dropped = Signal(object)  # the path of a shared project or a library

    def __init__(
        self, pane: ArticlePane, canvas: CanvasPane, performer: Performer, window: QWidget
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._performer = performer
        self._window = window
        self.taking_in = TakingIn(Purpose.ADD, window, parent=self, known_as=self._known_as)
        self._take_drops(pane)
        self._take_drops(canvas.view.viewport(), takes_text=False)

    def slots(self) -> Slots:
        return {
            "add_article": self.add_article,
            "add_address": self.add_address,
            "add_clipboard": lambda: self.taking_in.clipboard(self._add),
            "about_article": self.describe,
            "remove_article": self.remove,
        }

    def _take_drops(self, place: QWidget, *, takes_text: bool = True) -> None:
        dropping = Dropping(place, takes_text=takes_text)
        dropping.files.connect(self._take_files)
        dropping.address.connect(self.add_address)
        dropping.text.connect(self.add_text)

    def add_article(self) -> None:
        """Ask for files, and take them into the project."""
        if paths := ask_articles(self._window):
            self.add_files(paths)

    def add_file(self, path: Path) -> None:
        self.taking_in.file(path, self._add)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take several files into the project, one after the other."""
        self.taking_in.files(paths, self._add)

    def _take_files(self, paths: Sequence[Path]) -> None:
        if is_library_file(paths[0]):
            self.project_dropped.emit(paths[0])
        else:
            self.add_files(paths)

    def add_text(self, text: str) -> None:
        self.taking_in.text(text, self._add)

    def add_address(self, typed: str = "") -> None:
        """Ask for the address of a page, at first that in the clipboard if there is one."""
        typed = typed or address_in(QGuiApplication.clipboard().text())
        self.taking_in.address(self._add, typed=typed)

    def describe(self) -> None:
        """Show the facts of the article that is shown, and correct them."""
        source = self._pane.text.source
        if source is None:
            return
        dialog = AboutDialog(source, self._window)

        def correct() -> None:
            facts = dialog.facts
            self._performer.do(
                lambda m: edits.describe_source(m, source=source.id, **asdict(facts))
            )

        dialog.accepted.connect(correct)
        dialog.open()

    def remove(self) -> None:
        """Take the article that is shown out of the project, after asking."""
        source = self._pane.text.source
        if source is None:
            return
        box = removal_box(source, len(self._map.marks_in(source.id)), self._window)
        box.accepted.connect(
            lambda: self._performer.do(lambda m: edits.remove_source(m, source=source.id))
        )
        box.open()

    def _add(self, taken: Taken) -> None:
        source = as_source(taken, captured=datetime.now(UTC))
        if self._performer.do(lambda m: edits.add_source(m, source=source)):
            self._pane.choose(source.id)

    @property
    def _map(self) -> ArgumentMap:
        return self._performer.document.map

    def _known_as(self, taken: Taken) -> str:
        """The title of an article of the project that is the same document, or has its text."""
        for source in self._map.sources():
            if source.text == taken.text or (taken.digest and source.digest == taken.digest):
                return source.title
        return ""


def removal_box(source: Source, marks: int, window: QWidget) -> QMessageBox:
    """Make the box that asks whether an article is to go; accepted if it is."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(box.tr("Remove an article"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(box.tr("Remove “{title}” from the project?").format(title=source.title))
    told = box.tr("The claims stay, and undo brings all of it back.")
    if marks == 1:
        told = box.tr("1 mark in it loses its words.") + " " + told
    elif marks:
        told = box.tr("{n} marks in it lose their words.").format(n=marks) + " " + told
    box.setInformativeText(told)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.addButton(box.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box
