"""How the window looks at sizes and with words that are hard to fit."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton, QWidget

from app import edits
from app.layout.cards import CardShapes
from app.layout.contents import Content
from app.layout.look import ROOMY
from app.model.role import Role
from tests.journeys.driver import Person
from widgets.fonts import QtMeasure
from widgets.labels import breakable

Key = Qt.Key
ADDING = ("Reason", "Objection", "Co-premise", "Undercut")


def resize(person: Person, width: int, height: int) -> None:
    person.window.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()


def sheet(person: Person) -> tuple[QWidget, QWidget]:
    """What the inspector shows, and the viewport that it must fit."""
    (area,) = person.project.view.inspector.findChildren(QScrollArea)
    shown = area.widget()
    assert shown
    return shown, area.viewport()


def buttons(person: Person) -> dict[str, QToolButton]:
    found = person.project.bar.findChildren(QToolButton)
    return {button.text(): button for button in found}


def rename(person: Person, title: str) -> None:
    person.project.view.performer.do(lambda m: edits.rename_project(m, title=title))


def title_shown(person: Person) -> str:
    (button,) = (b for b in person.project.bar.findChildren(QToolButton) if b.menu())
    return button.text()


@pytest.mark.parametrize("size", [(1380, 860), (1000, 650), (700, 500)])
@pytest.mark.parametrize("start", ["Without Western", "A firmer", "Putin is unlikely"])
def test_the_details_fit_their_panel(reader: Person, size: tuple[int, int], start: str) -> None:
    reader.click_claim(start)
    resize(reader, *size)
    shown, viewport = sheet(reader)
    assert shown.minimumSizeHint().width() <= viewport.width()
    assert shown.width() == viewport.width()
    for child in shown.findChildren(QWidget):
        if child.isVisibleTo(shown):
            left = child.mapTo(shown, child.rect().topLeft()).x()
            assert left + child.width() <= viewport.width()


def test_an_overlong_word_does_not_widen_the_details(reader: Person) -> None:
    claim = reader.claim("Putin is unlikely").id
    reader.project.view.performer.do(lambda m: edits.set_text(m, claim=claim, text="w" * 150))
    reader.click_claim("Without Western")
    resize(reader, 1000, 650)
    shown, viewport = sheet(reader)
    assert shown.minimumSizeHint().width() <= viewport.width()
    assert breakable("w" * 150).replace("\u200b", "") == "w" * 150
    assert breakable("no long words here") == "no long words here"


def test_every_button_of_the_bar_is_whole_at_every_width(reader: Person) -> None:
    rename(reader, "A rather long title of a project, longer than there is room for")
    for width in range(1500, 639, -43):
        resize(reader, width, 600)
        parts = [w for w in reader.project.bar.findChildren(QWidget) if w.isVisible()]
        parts = sorted((w for w in parts if w.parent() is reader.project.bar), key=QWidget.x)
        for part in parts:
            assert part.width() >= part.sizeHint().width(), (width, part)
        for one, other in pairwise(parts):
            assert one.geometry().right() < other.x()
        assert parts[-1].geometry().right() <= reader.project.bar.width()


def test_a_narrow_bar_goes_without_hints_first_and_then_without_words(reader: Person) -> None:
    def hints() -> bool:
        labels = reader.project.bar.findChildren(QLabel)
        return any(label.isVisible() for label in labels)

    def words() -> bool:
        icons = Qt.ToolButtonStyle.ToolButtonIconOnly
        return all(buttons(reader)[name].toolButtonStyle() is not icons for name in ADDING)

    seen: list[tuple[bool, bool]] = []
    for width in range(1500, 639, -20):
        resize(reader, width, 600)
        if not seen or seen[-1] != (hints(), words()):
            seen.append((hints(), words()))
    assert seen == [(True, True), (False, True), (False, False)]
    tips = [buttons(reader)[name].toolTip() for name in ADDING]
    assert tips == ["Reason (Tab)", "Objection (O)", "Co-premise (C)", "Undercut (U)"]
    resize(reader, 1500, 600)
    assert (hints(), words()) == (True, True)


def test_a_long_title_ends_in_an_ellipsis_and_an_ampersand_is_shown(reader: Person) -> None:
    rename(reader, "A & B")
    assert title_shown(reader) == "A && B"
    rename(reader, "Of bread and of butter, a story without any end")
    resize(reader, 640, 500)
    shown = title_shown(reader)
    assert shown.endswith("…")
    assert "Of bread and".startswith(shown[:8])


def test_facts_without_room_end_in_an_ellipsis(reader: Person) -> None:
    status = reader.window.status
    resize(reader, 1500, 600)
    assert status.facts.shown == status.facts.text()
    resize(reader, 640, 500)
    assert status.warning.shown == status.warning.text()
    status.advise("A sentence of advice that is as long as such a sentence ever is here.")
    QApplication.processEvents()
    assert status.facts.shown.endswith("…")
    assert status.advice.width() > 200
    assert status.advice.geometry().right() <= status.width()


@pytest.mark.parametrize("text", ["several words of all sorts " * 80, "w" * 2000, "字" * 900])
def test_the_ellipsis_of_a_text_that_is_cut_is_on_the_card(reader: Person, text: str) -> None:
    assert reader.window.isVisible()
    look, measure = ROOMY, QtMeasure()
    shape = CardShapes(look, measure).shape(Content(text=text, role=Role.REASON))
    assert shape.cut
    assert shape.lines[-1].endswith(" …")
    inner = shape.width - 2 * look.pad - look.bar
    assert measure.width(shape.lines[-1], shape.font) <= inner
