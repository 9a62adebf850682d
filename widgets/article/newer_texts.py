"""Where a newer text of an article comes from: a file, the clipboard, or the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from widgets.dialogs.asking import ask_article
from widgets.intake.purpose import Purpose
from widgets.intake.taking_in import TakingIn

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.articles.taken import Taken
    from app.model.elements import SourceId
    from widgets.actions import Slots
    from widgets.article.text_commands import TextCommands
    from widgets.intake.taking_in import Use


class NewerTexts(QObject):
    """Takes in newer texts of the article that is shown when one is asked for."""

    def __init__(self, texts: TextCommands, window: QWidget) -> None:
        super().__init__(texts)
        self._texts = texts
        self._window = window
        self.taking_in = TakingIn(Purpose.NEWER, window, parent=self)

    def slots(self) -> Slots:
        """What carries out the actions that bring a newer text."""
        return {
            "newer_from_file": self.from_file,
            "newer_from_clipboard": self.from_clipboard,
            "newer_from_address": self.from_address,
        }

    def from_file(self) -> None:
        source = self._texts.shown()
        path = ask_article(self._window) if source else None
        if source and path:
            self.take_file(source.id, path)

    def take_file(self, source: SourceId, path: Path) -> None:
        """Take in a newer text of an article from a file."""
        self.taking_in.file(path, self._use(source))

    def from_clipboard(self) -> None:
        source = self._texts.shown()
        if source:
            self.taking_in.clipboard(self._use(source.id))

    def from_address(self) -> None:
        """Ask for an address; that of the article is offered."""
        source = self._texts.shown()
        if source:
            self.taking_in.address(self._use(source.id), typed=source.address)

    def _use(self, source: SourceId) -> Use:
        def use(taken: Taken) -> None:
            self._texts.show_newer(source, taken)

        return use
