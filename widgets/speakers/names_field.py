"""A field for who says something: one name, or a chain of names from who said it first."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from app.model.elements import Speaker
from widgets.performing import Performer
from widgets.speakers.chains import chain_of, names_of

_MOST = 12  # names that are offered at a time


class NamesField(QLineEdit):
    """Offers the speakers that are known, by name and alias, for each name of the chain.

    Alt with the left or right arrow moves the name at the text cursor along the chain.
    """

    def __init__(self, text: str, performer: Performer, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._performer = performer
        self.setCursorPosition(0)  # so that a long name shows its beginning
        self.setAccessibleName(self.tr("Said by"))
        self.setPlaceholderText(self.tr("A name, or: John Lough via CNN"))
        self.setToolTip(
            self.tr(
                "Who said it first, then through whom it came. "
                "Alt+Left and Alt+Right move a name along."
            )
        )

    @override
    def event(self, event: QEvent) -> bool:
        """Claim keys that are commands of the map elsewhere in the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step(event)
        if step:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        """Move the name that the text cursor stands in by a place."""
        names = chain_of(self.text())
        at = len(chain_of(f"{self.text()[: self.cursorPosition()]}x")) - 1
        to = at + step
        if 0 <= at < len(names) and 0 <= to < len(names):
            names[at], names[to] = names[to], names[at]
            self.setText(names_of(names))
            self.setCursorPosition(len(names_of(names[: to + 1])))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setCompleter(_ChainCompleter(self._performer.document.map.speakers(), self))
        super().focusInEvent(event)


def _step(event: QKeyEvent) -> int:
    """Where a key moves a name: before its neighbour, behind it, or nowhere."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)


class _ChainCompleter(QCompleter):
    """Completes the last name of a chain, an alias by the name of its speaker."""

    def __init__(self, speakers: list[Speaker], field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._names: dict[str, str] = {}
        for speaker in speakers:
            self._names.setdefault(speaker.name, speaker.name)
            for alias in speaker.aliases:
                if alias.casefold() in speaker.name.casefold():
                    continue  # whoever types that is offered the name
                self._names.setdefault(f"{alias} ({speaker.name})", speaker.name)
        self.setModel(QStringListModel(list(self._names), self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST)

    @override
    def splitPath(self, path: str) -> list[str]:
        """What is looked for: what is typed behind the last "via"."""
        before = _before(path)
        return [path[len(before) :]]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole chain with a chosen name at its end."""
        name = self._names.get(str(index.data()), str(index.data()))
        return _before(self._field.text()) + name


def _before(text: str) -> str:
    """What stands before the last name of a chain.

    >>> _before("John Lough via CN"), _before("CN")
    ('John Lough via ', '')
    """
    last = chain_of(f"{text}x")[-1].removesuffix("x")
    return text[: len(text) - len(last)] if last else text
