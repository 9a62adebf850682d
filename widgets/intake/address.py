"""Asking for the address of a web page, and fetching it: the one place that asks the web."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.articles.addresses import FetchError, typed_address
from widgets.alerting import announce
from widgets.labels import plain_label
from widgets.translating import why
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from app.articles.taken import Taken
    from app.articles.web import Fetched


@dataclass(frozen=True, slots=True)
class Got:
    """What came from the web, and what was understood of it; None if that needs a password."""

    fetched: Fetched
    taken: Taken | None


class AddressDialog(QDialog):
    """Asks for an address until something came from there, or the person gives up."""

    got = Signal(object)  # a Got

    def __init__(self, typed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self.setWindowTitle(self.tr("Open a web page"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(560, 230)
        self.field = QLineEdit(typed, self)
        self.field.setAccessibleName(self.tr("Address"))
        self.field.selectAll()
        self.trouble = plain_label(name="Warning", parent=self)
        self.trouble.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much has come"))
        self._amount = plain_label(name="Muted", parent=self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go_on = self._buttons.addButton(
            self.tr("Fetch the page"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._follow)
        self._lay_out()
        self._show_work()
        self._follow()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Address of the page"), self)
        label.setBuddy(self.field)
        said = self.tr(
            "Rejoinder asks this site for this one page, and nothing else of the web: "
            "no pictures, no scripts. The text is then kept in your project."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.trouble)
        column.addWidget(self.bar)
        column.addWidget(self._amount)
        column.addWidget(plain_label(said, name="Muted", parent=self))
        column.addStretch(1)
        column.addWidget(self._buttons)

    @override
    def accept(self) -> None:
        """Fetch the page."""
        if self._work:
            return
        try:
            address = typed_address(self.field.text())
        except FetchError as error:
            self._tell(why(error))
            return
        self.trouble.hide()
        work = Work(lambda reporter: fetched_and_read(address, reporter), self)
        work.progressed.connect(self._show_progress)
        work.done.connect(self._hand_on)
        work.failed.connect(lambda sentence, _error: self._tell(sentence))
        work.cancelled.connect(self._stop_showing)
        self._work = work
        self._show_work()
        self._show_progress(-1)
        work.start()

    @override
    def reject(self) -> None:
        """Stop fetching; if nothing is fetched just now, give up."""
        if self._work:
            self._work.cancel()
        else:
            super().reject()

    def _hand_on(self, got: Got) -> None:
        self._stop_showing()
        super().accept()
        self.got.emit(got)

    def _tell(self, sentence: str) -> None:
        self._stop_showing()
        self.trouble.setText(sentence)
        self.trouble.show()
        self.field.setFocus()
        self.field.selectAll()
        announce(self.trouble, sentence, urgent=True)

    def _stop_showing(self) -> None:
        self._work = None
        self._show_work()
        self.field.setFocus()

    def _show_work(self) -> None:
        for widget in (self.bar, self._amount):
            widget.setVisible(self._work is not None)
        self.field.setReadOnly(self._work is not None)
        self._follow()
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Stop") if self._work else self.tr("Cancel"))

    def _follow(self) -> None:
        self._go_on.setEnabled(self._work is None and bool(self.field.text().strip()))
        if not self._work:
            self.trouble.hide()

    def _show_progress(self, share: float) -> None:
        self.bar.setRange(0, 0 if share < 0 else 1000)
        self.bar.setValue(round(max(share, 0) * 1000))
        amount = self._work.amount if self._work else 0
        size = QLocale().formattedDataSize(int(amount))
        self._amount.setText(
            self.tr("{size} have come").format(size=size) if amount else self.tr("Asking the site…")
        )


def fetched_and_read(address: str, reporter: Reporter) -> Got:
    """Fetch a document and read it; the work of a thread."""
    from app.articles.intake import take_fetched  # noqa: PLC0415  only here, in the thread
    from app.articles.taken import PasswordError  # noqa: PLC0415
    from app.articles.web import fetch  # noqa: PLC0415

    fetched = fetch(address, progress=reporter.progress, cancelled=reporter.cancelled)
    try:
        return Got(fetched, take_fetched(fetched, cancelled=reporter.cancelled))
    except PasswordError:
        return Got(fetched, None)
