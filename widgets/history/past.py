"""A past state of a project as a document that nobody can change."""

from collections.abc import Sequence
from typing import NoReturn

from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.elements import ProjectId
from app.model.errors import EditError
from app.model.view_state import ViewState
from app.ports import Entry, HistoryLine, NewEntry, News, Position


def past_document(past: ArgumentMap, view: ViewState) -> Document:
    """The document of a past state, looked at in a way."""
    return Document(_Past(past, view))


class _Past:
    """A store that holds a map and takes nothing."""

    def __init__(self, past: ArgumentMap, view: ViewState) -> None:
        self._map = past
        self._view = view

    @property
    def project_id(self) -> ProjectId:
        return self._map.project.id

    @property
    def place(self) -> str:
        return ""

    def load(self) -> ArgumentMap:
        return self._map

    def position(self) -> Position:
        return Position()

    def entry(self, number: int) -> NoReturn:
        raise self._closed(number)

    def commit(self, entry: NewEntry) -> NoReturn:
        raise self._closed(entry)

    def news(self) -> News | None:
        return None

    def follow(self, news: News) -> None:
        """There are none."""

    def history(self, *, before: int | None = None, most: int = 100) -> Sequence[HistoryLine]:  # noqa: ARG002  it has none
        return ()

    def entries_after(self, number: int) -> Sequence[Entry]:  # noqa: ARG002  as above
        return ()

    def trim(self, upto: int) -> NoReturn:
        raise self._closed(upto)

    def view_state(self) -> ViewState:
        return self._view

    def keep_view_state(self, state: ViewState) -> None:
        self._view = state

    @staticmethod
    def _closed(_asked: object) -> EditError:
        return EditError("The past can be looked at, but not changed.")
