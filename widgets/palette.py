"""The command palette: every action, found by typing some of its name."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from rapidfuzz import fuzz, process, utils
from typing_extensions import override

from widgets.chooser import Chooser, Entry, Held

_LEAST = 55  # of 100: how like its name what was typed must be
_WIDTH = 460


class Palette(Chooser):
    """Lists actions; Enter does the chosen one once the palette is closed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        names = (self.tr("Commands"), self.tr("Command"))
        super().__init__(names, self.tr("What would you like to do?"), _WIDTH, parent)
        self._actions = [action for action in actions.values() if action.text()]
        self.show_matches("")

    @override
    def matching(self, typed: str) -> Iterator[Entry]:
        for action in self._best(typed):
            yield Entry(action.text(), keys_of(action), action, action.isEnabled())

    @override
    def choose(self, about: object, held: Held) -> None:
        self.close()
        if isinstance(about, QAction):
            about.trigger()

    def _best(self, typed: str) -> Sequence[QAction]:
        if not typed.strip():
            return self._actions
        found = process.extract(
            typed,
            [action.text() for action in self._actions],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            score_cutoff=_LEAST,
            limit=None,
        )
        return [self._actions[place] for _, _, place in found]


def keys_of(action: QAction) -> str:
    """The keys of an action as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(keys.toString(native) for keys in action.shortcuts())
