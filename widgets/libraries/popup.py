"""The libraries that were used last, to be chosen from, and the ways to others."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.chooser import Chooser, Entry, Held
from widgets.labels import as_tooltip

_WIDTH = 560
_ASIDE = 260  # pixels, for the folder
OTHER, NEW = "other", "new"


def tr(text: str) -> str:
    return QCoreApplication.translate("libraries", text)


class LibraryPopup(Chooser):
    """Lists the one that is open and those used last; Enter opens one."""

    chosen = Signal(object)  # the Path of a library, or OTHER or NEW

    def __init__(self, paths: Sequence[Path], here: str, parent: QWidget) -> None:
        """Begin; `here` is the place of the library that is open."""
        names = (tr("Libraries"), tr("Name of a library"))
        super().__init__(names, tr("Open another library"), _WIDTH, parent)
        self._paths, self._here = paths, here
        self._list.setColumnWidth(0, _WIDTH - _ASIDE)
        self.show_matches("")

    @override
    def matching(self, typed: str) -> Iterator[Entry]:
        """First those whose name matches, then the ways to others, then those whose folder does."""
        typed = typed.casefold()
        named = [path for path in self._paths if typed in path.stem.casefold()]
        for path in named:
            yield Entry(path.stem, self._about(path), path)
        for words, about in ((tr("Open another library…"), OTHER), (tr("New library…"), NEW)):
            if typed in words.casefold():
                yield Entry(words, "", about)
        for path in self._paths:
            if path not in named and typed in str(path.parent).casefold():
                yield Entry(path.stem, self._about(path), path)

    def _about(self, path: Path) -> str:
        if str(path) == self._here:
            return tr("open now")
        return str(path.parent) if path.is_file() else tr("not there")

    @override
    def show_matches(self, typed: str) -> None:
        super().show_matches(typed)
        for row in range(self._list.topLevelItemCount()):
            if item := self._list.topLevelItem(row):
                about = item.data(0, Qt.ItemDataRole.UserRole)
                item.setToolTip(0, as_tooltip(str(about)) if isinstance(about, Path) else "")

    @override
    def choose(self, about: object, held: Held) -> None:
        self.close()
        self.chosen.emit(about)
