"""Pictures of the article side: documents taken in, texts that change, and who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.articles.taken import Kind, Taken
from app.model.errors import Phrase
from widgets.captures.captures_dialog import CapturesDialog
from widgets.captures.newer_dialog import NewerDialog
from widgets.intake.address import AddressDialog
from widgets.intake.preview import Preview
from widgets.intake.purpose import Purpose
from widgets.speakers.table_window import TableWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model.elements import Source
    from widgets.main_window import MainWindow
    from widgets.project_window import ProjectWindow

D_ = TypeVar("D_", bound=QDialog)
MARKED = "Putin has no reason"
_REWORDED = ("no reason to reconsider", "little reason to reconsider")
_ADDED = "\n\nA spokesman of the Kremlin did not comment."


def article_pictures(window: MainWindow) -> Iterator[tuple[QDialog | MainWindow, str]]:
    """Show one thing after the other in an open project; gives what is shown, and its name."""
    project = window.project
    assert project
    source = project.view.article.text.source
    assert source
    yield from _marks(window, project)
    yield from _speakers(window, project)
    yield from _documents(window, source)
    yield from _texts(window, project, source)


def _marks(window: MainWindow, project: ProjectWindow) -> Iterator[tuple[MainWindow, str]]:
    text = project.view.article.text
    assert text.source
    text.show_span(text.source.text.index(MARKED))
    QTest.qWait(50)
    place = text.source.text.index(MARKED) + 3
    spot = QPointF(text.rect_of(place).center())
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, spot, text.viewport().mapToGlobal(spot), button, held, none)
        QApplication.sendEvent(text.viewport(), event)
    yield window, "handles"


def _speakers(
    window: MainWindow, project: ProjectWindow
) -> Iterator[tuple[QDialog | MainWindow, str]]:
    view = project.view
    project.actions_by_name["toggle_speakers"].trigger()
    view.speakers.show_speaker(view.reading.map.speakers()[0].id)
    view.speakers.follow()
    yield window, "speakers"
    view.speakers.show_table()
    (table,) = window.findChildren(TableWindow)
    yield table, "table"
    table.close()
    view.panes.bring(view.article)


def _documents(window: MainWindow, source: Source) -> Iterator[tuple[QDialog, str]]:
    taken = Taken(
        kind=Kind.PDF,
        title=source.title,
        text=source.text,
        outlet=source.outlet,
        published=source.published,
        origin="talks.pdf",
        missing=(Phrase("Page {number} has no text: it may be a picture.", number=3),),
    )
    dialogs = {
        "preview": Preview(taken, Purpose.BEGIN, window, ""),
        "address": AddressDialog("", window),
    }
    for name, dialog in dialogs.items():
        dialog.open()
        yield dialog, name
        dialog.done(0)


def _texts(
    window: MainWindow, project: ProjectWindow, source: Source
) -> Iterator[tuple[QDialog | MainWindow, str]]:
    texts, checks = project.view.article.texts, project.view.article.checks
    newer = source.text.replace(*_REWORDED).replace(source.text.split("\n\n")[-1], "") + _ADDED
    texts.show_newer(source.id, Taken(kind=Kind.TEXT, text=newer))
    dialog = _waited(window, NewerDialog)
    yield dialog, "newer"
    dialog.button.click()
    checks.setFocus()
    yield window, "checks"
    texts.compare()
    beside = _waited(window, CapturesDialog)
    yield beside, "captures"
    beside.close()
    project.actions_by_name["undo"].trigger()


def _waited(window: MainWindow, kind: type[D_]) -> D_:
    """A dialog that opens when some work is done."""
    for _ in range(200):
        QTest.qWait(20)
        for dialog in window.findChildren(kind):
            if dialog.isVisible():
                return dialog
    raise LookupError(kind.__name__)
