"""Carrying out edits for the window: what goes wrong becomes a signal, never an exception."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.errors import ConflictError, EditError, StoreError
from widgets.translating import why

Make = Callable[[ArgumentMap], Change]


class Performer(QObject):
    """Does edits on a document; what ends in one of these signals has changed nothing."""

    refused = Signal(str)  # the person asked for what cannot be done
    failed = Signal(str, object)  # the library could not be written; and what would try again
    conflicted = Signal(str, object, object)  # others were first; again; the elements, if known

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document

    def do(self, make: Make, *, group: str = "") -> Change | None:
        """Make an edit on the map as it is and carry it out; None if that could not be."""

        def attempt() -> Change:
            change = make(self.document.map)
            self.document.do(change, group=group)
            return change

        return self._try(attempt, lambda: self.do(make, group=group))

    def keep(self, work: Callable[[], object]) -> None:
        """Do what changes no map but is kept in the library all the same."""

        def attempt() -> None:
            work()

        self._try(attempt, lambda: self.keep(work))

    def withdraw(self, group: str) -> Change | None:
        """Take back a group of edits that was begun and came to nothing."""
        return self._try(lambda: self.document.withdraw(group), lambda: self.withdraw(group))

    def undo(self) -> Change | None:
        return self._try(self.document.undo, self.undo)

    def redo(self) -> Change | None:
        return self._try(self.document.redo, self.redo)

    def _try(
        self, attempt: Callable[[], Change | None], again: Callable[[], object]
    ) -> Change | None:
        try:
            return attempt()
        except EditError as error:
            self.refused.emit(why(error))
        except ConflictError as error:
            self.conflicted.emit(why(error), again, error.touched)
        except StoreError as error:
            self.failed.emit(why(error), again)
        return None
