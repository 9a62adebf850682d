"""What the marks of an article look like, and where their words are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from app.model.role import Role
from resources.themes import NAMES, load_theme
from tests.widgets.test_theme import contrast
from widgets.article.mark_painting import ground_of, stretches
from widgets.fonts import SERIF, load_fonts


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", Role)
def test_words_are_legible_however_many_marks_lie_over_one_another(name: str, role: Role) -> None:
    theme = load_theme(name)
    for steps in (0, 1, 2, 3, 9):
        assert contrast(theme.ink.text, ground_of(theme, role, steps).name()) >= 4.5


@pytest.mark.parametrize("role", Role)
def test_each_further_mark_makes_the_ground_another_one(role: Role) -> None:
    for name in NAMES:
        grounds = [ground_of(load_theme(name), role, steps).name() for steps in range(4)]
        assert len(set(grounds)) == 4


def line_of(text: str, way: Qt.LayoutDirection) -> tuple[QTextLayout, QTextLine]:
    load_fonts()
    font = QFont(SERIF)
    font.setPixelSize(15)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(way)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(600)
    layout.endLayout()
    return layout, line


@pytest.mark.usefixtures("qapp")
def test_words_that_turn_are_in_several_places_of_a_line() -> None:
    text = "قال باسم Reuters إن"
    _layout, line = line_of(text, Qt.LayoutDirection.RightToLeft)
    whole = stretches(line, 0, len(text), turns=True)
    assert len(whole) == 1
    some = stretches(line, text.index("باسم"), text.index("ters"), turns=True)
    assert len(some) == 2
    assert all(left < right for left, right in some)
    assert some[0][1] < some[1][0]


@pytest.mark.usefixtures("qapp")
def test_words_that_do_not_turn_are_in_one_place() -> None:
    text = "Some words here"
    _layout, line = line_of(text, Qt.LayoutDirection.LeftToRight)
    ((left, right),) = stretches(line, 5, 10, turns=False)
    ((first, last),) = stretches(line, 5, 10, turns=True)
    assert abs(left - first) < 2
    assert abs(right - last) < 2
