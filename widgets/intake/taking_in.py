"""Taking a document in, step by step: read it, ask for its password, show what was understood.

What reads documents is imported when the first one is read, in the thread that reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from widgets.dialogs.working_dialog import WorkingDialog
from widgets.intake.ahead import import_ahead
from widgets.intake.dropping import address_in
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from app.articles.taken import Taken
    from app.articles.web import Fetched
    from widgets.intake.address import Got
    from widgets.intake.purpose import Purpose

    Use: TypeAlias = Callable[[Taken], object]
    Read: TypeAlias = Callable[[Reporter, str], Taken]


class TakingIn(QObject):
    """Takes documents in for one purpose; `use` is called with each that the person accepts.

    What goes wrong comes as `failed`, with what would try again; once the person asks for something
    else, it is `outdated`. A document that is asked for while another is being read comes in its
    place, and in that of those that wait. Without a parent it lives as long as the window.
    """

    failed = Signal(str, object)
    outdated = Signal(str)  # the sentence

    def __init__(
        self,
        purpose: Purpose,
        window: QWidget,
        *,
        parent: QObject | None = None,
        known_as: Callable[[Taken], str] = lambda _taken: "",
    ) -> None:
        super().__init__(parent or window)
        self._purpose = purpose
        self._window = window
        self._known_as = known_as
        self._work: Work | None = None
        self._dialog: QDialog | None = None
        self._waiting: list[Path] = []
        self._troubles: list[str] = []  # since the person asked last

    def file(self, path: Path, use: Use) -> None:
        """Take in the document in a file."""
        self.files([path], use)

    def files(self, paths: Sequence[Path], use: Use) -> None:
        """Take in the documents in files, one after the other, until the person cancels."""
        self._begin(paths)
        self._go_on(use)

    def leave_waiting(self) -> list[Path]:
        """The files that are still to be taken in; they are left to who asks."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def _begin(self, paths: Sequence[Path] = ()) -> None:
        """Forget what was asked for before."""
        self._waiting = list(paths)
        if self._troubles:
            self.outdated.emit(" ".join(self._troubles))
            self._troubles = []

    def _go_on(self, use: Use) -> None:
        """Take in the next of the files that wait."""
        if self._waiting:
            self._read_file(self._waiting.pop(0), use)

    def _read_file(self, path: Path, use: Use) -> None:
        def read(reporter: Reporter, password: str) -> Taken:
            from app.articles.intake import take_file  # noqa: PLC0415  see above

            return take_file(
                path,
                password=password,
                progress=reporter.progress,
                cancelled=reporter.cancelled,
            )

        self._read(read, use, name=path.name, again=lambda: self.file(path, use))

    def text(self, text: str, use: Use) -> None:
        """Take in text that was copied or dropped, which may be the source of a page."""
        self._begin()

        def read(_reporter: Reporter, _password: str) -> Taken:
            from app.articles.intake import take_text  # noqa: PLC0415  see above

            return take_text(text)

        self._read(read, use, name=self.tr("the text"), again=None)

    def clipboard(self, use: Use) -> None:
        """Take in the text in the clipboard, or the page whose address that is."""
        text = QGuiApplication.clipboard().text()
        if address := address_in(text):
            self.address(use, typed=address)
        elif text.strip():
            self.text(text, use)
        else:
            self._begin()
            self._tell(self.tr("No text is in the clipboard: copy the article first."), None)

    def address(self, use: Use, *, typed: str = "") -> None:
        """Ask for the address of a page, beginning with what was typed, and take that in."""
        from widgets.intake.address import AddressDialog  # noqa: PLC0415  after the first paint

        self._begin()
        import_ahead()
        dialog = AddressDialog(typed, self._window)
        dialog.got.connect(lambda got: self._look_at(got, use))
        self._open(dialog)

    def stop(self) -> None:
        """Read no more; nothing comes of what is under way."""
        self._waiting = []
        if self._work:
            self._work.stop()
        if self._dialog:
            self._dialog.done(0)

    def _look_at(self, got: Got, use: Use) -> None:
        if got.taken:
            self._show(got.taken, use)
        else:
            self._read(_reading(got.fetched), use, name=got.fetched.address, again=None)

    def _read(
        self,
        read: Read,
        use: Use,
        *,
        name: str,
        again: Callable[[], object] | None,
        password: str = "",
    ) -> None:
        if self._work:
            self._work.cancel()
        work = Work(lambda reporter: read(reporter, password), self)

        def go_on(taken: Taken) -> None:
            self._show(taken, use)

        def fail(sentence: str, error: Exception) -> None:
            from app.articles.taken import PasswordError  # noqa: PLC0415  see above

            if isinstance(error, PasswordError):
                self._ask_password(sentence, try_with, lambda: self._go_on(use))
            else:
                self._tell(sentence, again)
                self._go_on(use)

        def try_with(password: str) -> None:
            self._read(read, use, name=name, again=again, password=password)

        work.done.connect(go_on)
        work.failed.connect(fail)
        work.cancelled.connect(self._waiting.clear)
        WorkingDialog(work, self.tr("Reading {name} …").format(name=name), self._window)
        self._work = work
        work.start()

    def _tell(self, sentence: str, again: Callable[[], object] | None) -> None:
        """Say what is wrong with a document, after what was wrong with those before it."""
        is_first, is_last = not self._troubles, not self._waiting
        self._troubles.append(sentence)
        self.failed.emit(" ".join(self._troubles), again if is_first and is_last else None)

    def _ask_password(
        self, sentence: str, use: Callable[[str], object], leave: Callable[[], object]
    ) -> None:
        from widgets.intake.password import PasswordDialog  # noqa: PLC0415  after the first paint

        dialog = PasswordDialog(sentence, self._window)
        dialog.accepted.connect(lambda: use(dialog.field.text()))
        dialog.rejected.connect(leave)
        self._open(dialog)

    def _show(self, taken: Taken, use: Use) -> None:
        from widgets.intake.preview import Preview  # noqa: PLC0415  after the first paint

        known_as, waiting = self._known_as(taken), len(self._waiting)
        preview = Preview(taken, self._purpose, self._window, known_as, waiting)

        def take() -> None:
            use(preview.taken)
            self._go_on(use)

        preview.accepted.connect(take)
        preview.skipped.connect(lambda: self._go_on(use))
        preview.rejected.connect(self._waiting.clear)
        self._open(preview)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None


def _reading(fetched: Fetched) -> Read:
    def read(reporter: Reporter, password: str) -> Taken:
        from app.articles.intake import take_fetched  # noqa: PLC0415  see above

        return take_fetched(
            fetched,
            password=password,
            progress=reporter.progress,
            cancelled=reporter.cancelled,
        )

    return read
