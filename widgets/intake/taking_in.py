"""Taking a document in, step by step: read it, ask for its password, show what was understood.

What reads documents is imported when the first one is read, in the thread that reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from widgets.dialogs.working_dialog import WorkingDialog
from widgets.intake.ahead import import_ahead
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from collections.abc import Callable
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

    What goes wrong comes as `failed`, with what would try again. A document that is asked for while
    another is being read comes in its place. Without a parent it lives as long as the window.
    """

    failed = Signal(str, object)

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

    def file(self, path: Path, use: Use) -> None:
        """Take in the document in a file."""

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

        def read(_reporter: Reporter, _password: str) -> Taken:
            from app.articles.intake import take_text  # noqa: PLC0415  see above

            return take_text(text)

        self._read(read, use, name=self.tr("the text"), again=None)

    def address(self, use: Use, *, typed: str = "") -> None:
        """Ask for the address of a page, beginning with what was typed, and take that in."""
        from widgets.intake.address import AddressDialog  # noqa: PLC0415  after the first paint

        import_ahead()
        dialog = AddressDialog(typed, self._window)
        dialog.got.connect(lambda got: self._look_at(got, use))
        self._open(dialog)

    def stop(self) -> None:
        """Read no more; nothing comes of what is under way."""
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
                self._ask_password(sentence, try_with)
            else:
                self.failed.emit(sentence, again)

        def try_with(password: str) -> None:
            self._read(read, use, name=name, again=again, password=password)

        work.done.connect(go_on)
        work.failed.connect(fail)
        WorkingDialog(work, self.tr("Reading {name} …").format(name=name), self._window)
        self._work = work
        work.start()

    def _ask_password(self, sentence: str, use: Callable[[str], object]) -> None:
        from widgets.intake.password import PasswordDialog  # noqa: PLC0415  after the first paint

        dialog = PasswordDialog(sentence, self._window)
        dialog.accepted.connect(lambda: use(dialog.field.text()))
        self._open(dialog)

    def _show(self, taken: Taken, use: Use) -> None:
        from widgets.intake.preview import Preview  # noqa: PLC0415  after the first paint

        known_as = self._known_as(taken)
        preview = Preview(taken, self._purpose, self._window, known_as)
        preview.accepted.connect(lambda: use(preview.taken))
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
