"""Take pictures of the window to be looked at, some of them for README: `make screenshots`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox, QWidget

from app.diagrams.export import DiagramOptions, export_diagram
from app.model.elements import ClaimId
from app.places import Places
from app.window import make_window
from resources.files import ROOT
from storage.library import open_library
from tests.benchmarks.maps import made_map
from tests.make_sample import build_sample
from tests.picture_articles import article_pictures
from tests.picture_drafting import drafting_pictures
from widgets.bugs import bug_dialog
from widgets.dialogs.asking import may_delete
from widgets.dialogs.export_dialog import ExportDialog
from widgets.dialogs.keys_page import KeysPage
from widgets.export_memory import remember
from widgets.fonts import load_fonts
from widgets.palette import Palette
from widgets.presenting.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.main_window import MainWindow
    from widgets.project_window import ProjectWindow

EXPORTS = ("graphviz", "brief", "worksheet", "claims")  # kinds that the dialog is shown with
PRESENTED = 4  # the slide of the sample that is shown
FOLDER = Path("build") / "screenshots"
SHOWN = ROOT / "screenshots"  # those that README shows
README = (
    *("sample-light", "sample-dark", "marking-light", "draft-light", "speakers-light"),
    *("large-1000-opened-light", "tint-light", "outline-dark", "right-light"),
    *("diagram", "diagram-greys"),
    *("export-worksheet-light", "presenting-dark"),
)
WAITING = "A moment …"  # what the dialog of exports says until its preview is there
WORDS = "Ukraine is a means to an end"
LARGE = (1_000, 10_000)
LOOKS = {  # the actions that lead to a picture of the sample, and those that lead back
    "right": (("hang_right", "fit"), ("hang_down",)),
    "compact": (("compact", "fit"), ("roomy",)),
    "branch": (("focus", "fit"), ("whole_map", "fit")),
    "tint": (("tint_speaker",), ("tint_none",)),
    "outline": (("toggle_outline",), ("toggle_inspector",)),
    "several": (("extend_right", "extend_right", "zoom_full"), ("fit",)),
}


def settle() -> None:
    QTest.qWait(60)  # the details follow the map after a moment


def shoot(widget: QWidget, name: str) -> None:
    settle()
    widget.grab().save(str(FOLDER / f"{name}.png"))
    sys.stdout.write(f"{name}.png\n")


def sample_window(folder: Path, theme: str, width: int, height: int) -> MainWindow:
    places = Places(
        folder / "settings.json", folder / "w.ini", folder / "My arguments.sqlite", folder
    )
    window = make_window(places)
    window.choose_theme(theme)
    window.resize(width, height)
    window.show()
    settle()
    return window


def shoot_project(window: MainWindow, theme: str) -> None:
    project = window.project
    assert project
    outline = project.view.reading.outline
    step = next(step for step in outline.steps.values() if len(step.premises) > 1)
    project.view.selection.set(step.premises[0].key)
    shoot(window, f"sample-{theme}")
    text = project.view.article.text
    source = text.source
    assert source
    start = source.text.index(WORDS)
    text.show_span(start)
    text.select_span(start, start + len(WORDS))
    project.view.article.offer_bar()
    shoot(window, f"marking-{theme}")
    text.clear_selection()
    project.view.canvas.view.set_zoom(1)
    project.view.canvas.view.ensure_visible(step.premises[0].key)
    project.view.canvas.edit()
    shoot(window, f"editing-{theme}")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    project.view.selection.set(step.key)
    window.resize(900, 600)
    shoot(window, f"small-{theme}")
    window.resize(1600, 980)
    settle()
    project.view.canvas.view.fit()


def trigger(project: ProjectWindow, *names: str) -> None:
    for name in names:
        project.actions_by_name[name].trigger()
        settle()


def shoot_looks(window: MainWindow, theme: str) -> None:
    """Show the sample in the ways in which a map can be looked at."""
    project = window.project
    assert project
    project.use_motion(on=False)
    cards = project.view.reading.outline.cards.values()
    chosen = next(card for card in cards if card.above and len(card.steps) > 1)
    for name, (there, back) in LOOKS.items():
        project.view.canvas.view.setFocus()
        project.view.selection.set(chosen.key)
        trigger(project, *there)
        shoot(window, f"{name}-{theme}")
        trigger(project, *back)
    trigger(project, "find")
    project.view.find_bar.field.setText("ukraine")
    project.view.find_bar.find_next()
    shoot(window, f"find-{theme}")
    project.view.find_bar.leave()


def shoot_exports(window: MainWindow, theme: str) -> None:
    """Show the dialog of exports with the sample in several kinds."""
    project = window.project
    assert project
    for kind in EXPORTS:
        remember(window.kept, kind, DiagramOptions())
        project.exports.export()
        dialog = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
        dialog.resize(980, 680)
        while dialog.fact.text() == WAITING:
            settle()
        shoot(dialog, f"export-{kind}-{theme}")
        dialog.reject()
        settle()
    remember(window.kept, "", DiagramOptions())


def shoot_presenting(window: MainWindow, theme: str) -> None:
    """Show the sample as it is presented."""
    project = window.project
    assert project
    trigger(project, "present")
    while not (found := window.findChildren(Presentation)):
        settle()
    (shown,) = found
    shown.resize(1600, 900)
    shown.show_slide(PRESENTED)
    QTest.qWait(100)
    shoot(shown, f"presenting-{theme}")
    shown.close()


def shoot_large(folder: Path, theme: str) -> None:
    """Show maps of many claims: as they open, as a whole, and unfolded in the middle."""
    place = folder / "My arguments.sqlite"
    library = open_library(place)
    projects = {claims: library.create(made_map(claims)).project_id for claims in LARGE}
    library.close()
    window = sample_window(folder, theme, 1600, 980)
    for claims, project_id in projects.items():
        window.projects.open(project_id)
        project = window.project
        assert project
        project.use_motion(on=False)
        view = project.view
        shoot(window, f"large-{claims}-opened-{theme}")
        trigger(project, "fit")
        shoot(window, f"large-{claims}-opened-fitted-{theme}")
        view.reading.fold(frozenset())
        trigger(project, "fit")
        shoot(window, f"large-{claims}-fitted-{theme}")
        trigger(project, "zoom_full")
        view.selection.set(view.reading.outline.cards[ClaimId(f"c{claims // 2}")].key)
        trigger(project, "fit_selection", "zoom_full")
        shoot(window, f"large-{claims}-middle-{theme}")
    window.close()


def shoot_dialogs(window: MainWindow) -> None:
    """Show each dialog as the program opens it, and close it unanswered."""
    dialogs: dict[str, Callable[[], object]] = {
        "dialog-new": window.new_project,
        "dialog-delete": lambda: may_delete(window, "Delete “Of bread”?"),
    }

    def shown(name: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog | QMessageBox | QDialog)
        shoot(dialog, name)
        dialog.reject()

    for name, show in dialogs.items():
        QTimer.singleShot(50, lambda name=name: shown(name))
        show()
    for kind, show in ((Palette, window.show_palette), (KeysPage, window.show_keys)):
        show()
        (opened,) = window.findChildren(kind)
        shoot(opened, f"dialog-{kind.__name__.lower()}")
        opened.close()
    box = bug_dialog("Traceback (most recent call last): …", window)
    box.show()
    shoot(box, "dialog-bug")
    box.close()


def main() -> None:
    """Take all pictures anew."""
    QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        with tempfile.TemporaryDirectory() as folder:
            window = sample_window(Path(folder), theme, 1600, 980)
            shoot(window, f"start-empty-{theme}")
            window.open_sample()
            settle()
            shoot_project(window, theme)
            shoot_looks(window, theme)
            shoot_exports(window, theme)
            shoot_presenting(window, theme)
            for pictures in (article_pictures, drafting_pictures):
                for widget, name in pictures(window):
                    shoot(widget, f"{name}-{theme}")
            window.close_project()
            shoot(window, f"start-{theme}")
            shoot_dialogs(window)
            window.banner.say("The library cannot be written: the disk is full. Free some space.")
            shoot(window, f"banner-{theme}")
            window.close()
        with tempfile.TemporaryDirectory() as name:
            shoot_large(Path(name), theme)
    sample, usual = build_sample(), DiagramOptions(dpi=96)
    export_diagram(sample, FOLDER / "diagram.png", options=usual)
    greys = usual.changed(theme="print", legend=True, title=True)
    export_diagram(sample, FOLDER / "diagram-greys.png", options=greys)
    SHOWN.mkdir(exist_ok=True)
    for name in README:
        shutil.copyfile(FOLDER / f"{name}.png", SHOWN / f"{name}.png")


if __name__ == "__main__":
    main()
