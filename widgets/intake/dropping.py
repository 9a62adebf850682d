"""Documents, addresses and text that are dropped from other programs."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, SignalInstance
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.intake.ahead import import_ahead

_LONGEST_ADDRESS = 4_000


class Dropping(QObject):
    """Lets things be dropped on a widget; what is dragged within the program is left alone.

    Text that is no address is only taken where that is wanted.
    """

    files = Signal(list)  # their paths
    address = Signal(str)
    text = Signal(str)

    def __init__(self, place: QWidget, *, takes_text: bool = True) -> None:
        super().__init__(place)
        self._takes_text = takes_text
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.source() is not None:
            return False
        found = self._found_in(event.mimeData())
        if found is None:
            return False
        event.acceptProposedAction()
        import_ahead()
        if event.type() == QEvent.Type.Drop:
            signal, dropped = found
            signal.emit(dropped)
        return True

    def _found_in(self, data: QMimeData) -> tuple[SignalInstance, str | list[Path]] | None:
        """What is dragged, with the signal that tells of it."""
        urls, text = data.urls(), data.text()
        if paths := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
            return self.files, paths
        for words in (*(url.toString() for url in urls), text):
            if address := address_in(words):
                return self.address, address
        return (self.text, text) if self._takes_text and text.strip() else None


def address_in(text: str) -> str:
    """The address on the web that a text is, or nothing if it is anything else.

    >>> address_in(" https://example.org/peace ")
    'https://example.org/peace'
    >>> address_in("see https://example.org")
    ''
    """
    text = text.strip()
    is_one = text.startswith(("http://", "https://")) and not any(map(str.isspace, text))
    return text if is_one and len(text) <= _LONGEST_ADDRESS else ""
