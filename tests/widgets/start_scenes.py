"""What the start page shows, one scene after the other."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.driver import Person
from widgets.start.listing import Shelf
from widgets.start.tags_dialog import TagsDialog


def start_scenes(person: Person) -> Iterator[str]:
    """Show these to somebody before the start page of a library with projects."""
    page, start = person.window.start_page, person.window.start
    page.list.setFocus()
    yield "start page"
    page.list.selectAll()
    start.tag()
    dialog = person.dialog(TagsDialog)
    yield "tags of projects"
    dialog.field.setText("άρτος, οίνος")
    dialog.add_typed()
    yield "tags to choose from"
    dialog.accept()
    page.head.add_tag("άρτος")
    yield "projects with a tag"
    page.head.look_for("ω")
    yield "no project found"
    page.head.clear()
    yield from _putting_away(person)


def _putting_away(person: Person) -> Iterator[str]:
    window, page, start = person.window, person.window.start_page, person.window.start
    for put_away in (start.duplicate, start.archive, start.undo, start.put_in_bin):
        page.list.selectAll()
        put_away()
        yield "projects put away"
    for shelf in (Shelf.ARCHIVED, Shelf.BIN):
        page.head.show_shelf(shelf)
        page.list.selectAll()
        yield f"shelf: {shelf}"
    window.projects.open(page.list.projects[0].id)
    yield "opening what is in the bin"
    shown: list[str] = []
    QTimer.singleShot(0, lambda: shown.append(_close_menu()))
    page.menu_wanted.emit(window.pos())
    assert shown
    start.restore()
    window.banner.hide()
    page.head.show_shelf(Shelf.PROJECTS)
    yield "start page"


def _close_menu() -> str:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return menu.accessibleName()
