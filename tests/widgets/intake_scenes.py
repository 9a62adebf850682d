"""The windows in which documents are taken in, one after the other."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from app.articles.taken import Kind, PasswordError, Taken
from app.model.errors import Phrase
from tests.journeys.driver import Person
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.intake.about import AboutDialog
from widgets.intake.adding import removal_box
from widgets.intake.address import AddressDialog
from widgets.intake.password import PasswordDialog
from widgets.intake.preview import Preview
from widgets.intake.purpose import Purpose
from widgets.translating import why
from widgets.working import Work

TAKEN = Taken(
    kind=Kind.WORD,
    title="Ὁ ἄρτος",
    text="Πρώτα ο λόγος.\n\nΗ Άννα λέει.",
    origin="άρτος",
    missing=(Phrase("page {numbers}", numbers="1"),),
)


def intake_scenes(person: Person) -> Iterator[str]:
    """Show each of the windows, as somebody at an open project sees it."""
    window, source = person.window, person.project.view.article.text.source
    assert source
    makings: dict[str, Callable[[], QDialog]] = {
        "password": lambda: PasswordDialog(why(PasswordError("Not {name}.", name="ά")), window),
        "address": lambda: AddressDialog("", window),
        "removing an article": lambda: removal_box(source, 2, window),
        "working": lambda: _working(window),
    }
    for name, make in makings.items():
        dialog = make()
        dialog.open()
        yield name
        dialog.reject()
    for purpose in Purpose:
        preview = Preview(TAKEN, purpose, window, "Ὁ ἄρτος")
        preview.open()
        yield f"document to {purpose.value}"
        preview.form.day.setText("1")
        preview.accept()
        yield f"fault in a document to {purpose.value}"
        preview.done(0)
    about = AboutDialog(source, window)
    about.form.day.clear()
    about.form.title.clear()
    about.open()
    about.accept()
    yield "about an article"
    about.done(0)


def _working(window: QWidget) -> QDialog:
    work = Work(lambda reporter: reporter.stopped.wait(20), window)
    dialog = WorkingDialog(work, window.tr("Title"), window)
    work.start()
    return dialog
