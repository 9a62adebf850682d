"""What the window shows of the library and of the past, one scene after the other."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from app import edits
from app.model.elements import ClaimAddress, ClaimId, ProjectId
from app.ports import Elsewhere, RescuedProject, RescueReport, Tie
from tests.journeys.driver import Person
from widgets.conflict_box import ConflictBox
from widgets.everywhere.kin_details import KinDetails
from widgets.everywhere.popup import SearchPopup
from widgets.libraries.popup import LibraryPopup
from widgets.sharing.present_box import PresentBox
from widgets.sharing.share_dialog import ShareDialog
from widgets.upkeep.backups_dialog import BackupsDialog
from widgets.upkeep.rescue_dialog import RescueDialog


def library_scenes(person: Person) -> Iterator[str]:
    """Show these to somebody at an open project."""
    yield from _history(person)
    yield from _dialogs(person)
    for is_read_only in (False, True):
        person.window.guests.bar.show_file(Path("άρτος.rejoinder"), is_read_only=is_read_only)
        yield "guest"
    person.window.guests.bar.hide()
    yield from _kin(person)
    here = person.project.project_id
    popup = SearchPopup(person.window.projects.search, person.window, here=here)
    popup.open_over(person.window)
    for words in ("ο", "άρτος", "ωωωω"):
        popup.show_matches(words)
        yield f"search for {words}"
    popup._choose(Qt.KeyboardModifier.AltModifier)
    popup.show_matches("άρτος")
    popup._choose(Qt.KeyboardModifier.ControlModifier)
    yield "search that copies nothing"
    popup.close()
    popup.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    person.window.activateWindow()


def _history(person: Person) -> Iterator[str]:
    view, do = person.project.view, person.project.view.performer.do
    view.panes.bring(view.history)
    do(lambda m: edits.add_claim(m, text="Καινούργιο"))
    person.project.actions_by_name["undo"].trigger()
    person.project.actions_by_name["redo"].trigger()
    view.history.refresh()
    yield "history"
    moment = view.history.model.moment(view.history.model.index(1))
    assert moment
    view.looking.look(moment)
    yield "the past"
    view.looking.back()
    view.panes.bring(view.inspector)
    view.inspector.show_selection()
    view.canvas.view.setFocus()


def _kin(person: Person) -> Iterator[str]:
    """A claim that is in other projects, and one that was."""
    kin = person.project.view.inspector.findChild(KinDetails)
    assert kin
    address = ClaimAddress(project=ProjectId("p"), claim=ClaimId("c"))
    told = [
        ("Περὶ ἄρτου", "Ο άρτος", 1.0),
        ("Περὶ ἄρτου", "", 0.4),
        ("Περὶ", None, 0),
        (None, None, 0),
    ]
    ties = [Elsewhere(address, tie, *one) for tie in Tie for one in told]
    kin.show_kin([*ties, *ties])
    yield "in other projects"
    kin.show_kin(())


def _dialogs(person: Person) -> Iterator[str]:
    now, here = datetime.now(UTC), Path("/ά/β")
    ages = (0, 90, 4_000, 9_000, 90_000, 400_000)
    backups = [(now - timedelta(seconds=age), Path("ο.sqlite")) for age in ages]
    lost = RescuedProject(ProjectId("p"), "Περὶ ἄρτου", 3, 9, 1, 2, 1, is_history_kept=False)
    whole = RescuedProject(ProjectId("q"), "Περὶ οἴνου", 1, 2, 0, 0, 0, is_history_kept=True)
    dialogs = {
        "backups": BackupsDialog(backups, Path(), person.window),
        "no backups": BackupsDialog([], Path(), person.window),
        "rescued": RescueDialog(
            RescueReport(Path("ο"), Path("ο"), [lost, whole], is_all=False), person.window
        ),
        "nothing rescued": RescueDialog(
            RescueReport(Path("ο"), Path("ο"), [], is_all=True), person.window
        ),
        "sharing": ShareDialog(person.map, person.window.kept, person.window),
        "taking in": PresentBox(person.map, None, person.window),
        "taking in what is there": PresentBox(
            person.map, person.window.projects.summaries()[0], person.window
        ),
        "libraries": LibraryPopup([Path("/ά/ο"), here], str(here), person.window),
        "conflict": ConflictBox("Άρτος", "Άρτος", "", person.window),
        "conflict about what is gone": ConflictBox("Άρτος", "", "Άρτος", person.window),
    }
    for name, dialog in dialogs.items():
        dialog.open()
        QApplication.processEvents()
        yield name
        dialog.close()
