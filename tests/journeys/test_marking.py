"""Marking words and adjusting marks, by mouse and by keys."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app import edits
from app.articles.marked import Mark
from app.model.elements import Fidelity, Locution
from tests.journeys.driver import Person
from tests.journeys.pointer import Pointer, taken
from widgets.article.handles import Edge

Key = Qt.Key
shift = Qt.KeyboardModifier.ShiftModifier
ctrl = Qt.KeyboardModifier.ControlModifier
alt = Qt.KeyboardModifier.AltModifier
OUTER = "Russia is quietly rooting for Trump’s victory"
INNER = "quietly rooting"


@pytest.fixture
def pointer(reader: Person) -> Pointer:
    return Pointer(reader)


def chosen(person: Person) -> str:
    """The words that are seen to be selected."""
    return person.article.textCursor().selectedText()


def exact(person: Person, mark: Mark) -> str:
    """The words that a mark holds, on the map."""
    saying = person.map.locution(mark.locution)
    assert saying.anchor
    return saying.anchor.exact


def mark_over(person: Person, words: str) -> Mark:
    source = person.article.source
    assert source
    mark = person.article.mark_at(source.text.index(words))
    assert mark
    return mark


def handle(person: Person, edge: Edge) -> QPoint:
    mark = person.article.active
    assert mark
    return person.article.handles.knob(mark, edge).toPoint()


def begun_on(person: Person, words: str) -> Mark:
    """Make a claim of some words."""
    person.select_words(words)
    person.press(Key.Key_Return)
    person.article.setFocus()
    return mark_over(person, words)


# Selecting


@pytest.mark.parametrize(
    ("clicks", "words"),
    [
        (2, "illegal"),
        (3, "He says the war is illegal."),
        (4, "First of all, hear this. He says the war is illegal. She denies it!"),
    ],
)
def test_clicks_select_a_word_a_sentence_a_paragraph(
    reader: Person, clicks: int, words: str
) -> None:
    paragraph = "First of all, hear this. He says the war is illegal. She denies it!"
    taken(reader, f"{paragraph}\n\nAnother paragraph.")
    pointer = Pointer(reader)
    pointer.click(pointer.over("illegal", letter=3), clicks)
    assert chosen(reader) == words
    assert reader.project.view.article.bar.isVisible()


def test_dragged_words_snap_when_the_button_is_let_go_of(pointer: Pointer) -> None:
    person = pointer.person
    start, end = pointer.over("quietly", letter=3), pointer.over("for Trump’s victory", letter=7)
    pointer.begin([start, end])
    assert "tly rooting for Trum" in chosen(person)
    assert not chosen(person).startswith("quietly")
    pointer.drop(end)
    assert chosen(person) == "quietly rooting for Trump’s"


def test_shift_and_a_click_go_on_with_the_selection(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over("rooting", letter=2), 2)
    assert chosen(person) == "rooting"
    pointer.click(pointer.over("Trump’s victory", letter=11), held=shift)
    assert chosen(person) == "rooting for Trump’s victory"


def test_words_of_the_title_are_no_words_of_the_article(pointer: Pointer) -> None:
    person = pointer.person
    person.article.verticalScrollBar().setValue(0)
    pointer.click(QPoint(60, 30), 2)
    assert chosen(person)
    assert person.article.selected_span() is None
    person.press(Key.Key_Return)
    assert "Select some words" in person.advice


# Adjusting


def test_a_clicked_mark_has_handles_and_its_end_is_dragged(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    mark = person.article.active
    assert mark
    before = person.map
    to = pointer.over("victory", letter=-4)  # within "Trump’s"
    pointer.begin([handle(person, Edge.END), to])
    assert person.map == before  # only a preview
    pointer.drop(to)
    assert exact(person, mark) == "Russia is quietly rooting for Trump’s"
    assert person.article.active == mark._replace(end=mark.end - len(" victory"))
    person.press(Key.Key_Z, ctrl)
    assert person.map == before


def test_with_alt_a_handle_goes_to_any_letter(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    mark = person.article.active
    assert mark
    to = person.article.rect_of(mark.start + 3).center()
    pointer.drag([handle(person, Edge.START), to], alt)
    assert exact(person, mark) == OUTER[3:]


def test_escape_lets_go_of_a_handle(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    before, to = person.map, pointer.over("rooting")
    pointer.begin([handle(person, Edge.END), to])
    person.press(Key.Key_Escape)
    pointer.drop(to)
    assert person.map == before
    assert person.article.active


def test_a_mark_is_adjusted_by_keys(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    mark = person.article.active
    assert mark
    person.press(Key.Key_Left, alt, shift)
    assert exact(person, mark) == "Russia is quietly rooting for Trump’s"
    person.press(Key.Key_Right, alt, shift)
    person.press(Key.Key_Right, alt, ctrl)
    assert exact(person, mark) == "is quietly rooting for Trump’s victory"
    person.press(Key.Key_Left, alt, ctrl)
    assert exact(person, mark) == OUTER
    person.press(Key.Key_Z, ctrl)
    assert exact(person, mark) == "is quietly rooting for Trump’s victory"


def test_without_a_mark_there_is_nothing_to_adjust(pointer: Pointer) -> None:
    person = pointer.person
    person.select_words("suggest that")
    person.press(Key.Key_Left, alt, shift)
    assert "Click the mark" in person.advice


def test_words_within_a_mark_can_still_be_selected(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    pointer.drag([pointer.over("quietly", letter=2), pointer.over("rooting", letter=3)])
    assert chosen(person) == INNER
    person.press(Key.Key_Return)
    assert exact(person, mark_over(person, INNER)) == INNER


# Marks over one another


def test_each_click_goes_to_the_next_of_the_marks_at_a_place(pointer: Pointer) -> None:
    person = pointer.person
    outer = mark_over(person, INNER)
    inner = begun_on(person, INNER)
    place = pointer.over(INNER, letter=2)
    reached = []
    for _ in range(3):
        pointer.click(place)
        active = person.article.active
        assert active
        reached.append(active)
        assert person.selected == person.map.claim(reached[-1].claim).text
    assert reached in ([inner, outer, inner], [outer, inner, outer])


def test_keys_reach_all_marks_at_a_place_too(pointer: Pointer) -> None:
    person = pointer.person
    outer = mark_over(person, INNER)
    inner = begun_on(person, INNER)
    person.article.show_span(inner.start + 2)
    reached = set()
    for _ in range(2):
        person.press(Key.Key_M)
        assert person.article.hasFocus()
        reached.add(person.selected)
    assert reached == {person.map.claim(mark.claim).text for mark in (outer, inner)}


def test_a_tooltip_tells_all_claims_of_the_words(pointer: Pointer) -> None:
    person = pointer.person
    begun_on(person, INNER)
    place = pointer.over(INNER, letter=2)
    event = QHelpEvent(QEvent.Type.ToolTip, place, pointer.port.mapToGlobal(place))
    QApplication.sendEvent(pointer.port, event)
    assert "Quietly rooting" in QToolTip.text()
    assert "Russia is quietly rooting for Trump’s victory." in QToolTip.text()
    QToolTip.hideText()


def test_a_bar_beside_the_text_selects_its_claim(pointer: Pointer) -> None:
    person = pointer.person
    place = pointer.over(INNER)
    column = person.article.column
    assert column
    left, _ = column.column
    person.click_empty_map()
    pointer.click(QPoint(round(left) - 7, place.y()))
    assert person.selected == "Russia is quietly rooting for Trump’s victory."


# Quotations


def test_a_quotation_is_checked_word_for_word(pointer: Pointer) -> None:
    person = pointer.person
    pointer.click(pointer.over(INNER))
    claim = person.claim("Russia is quietly")
    (saying, *_) = person.map.locutions_of(claim.id)
    person.project.actions_by_name["fidelity_quotation"].trigger()
    person.settle()
    assert "Quotation checked ✓" in details(person)
    person.click_claim("Russia is quietly")
    person.press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor
    person.press(Key.Key_A, ctrl)
    person.write("Russia is loudly rooting for Trump’s victory.")
    person.settle()
    words = "“loudly” is not in the article there: it says “quietly”."
    assert any(words in text for text in details(person))
    card = person.drawn()["Russia is loudly rooting for Trump’s victory."]
    assert card.shape.content.misquoted
    assert card.shape.content.corner.startswith("!")
    assert fidelity(person, saying) is Fidelity.QUOTATION


def test_misquoted_claims_are_counted_and_found(pointer: Pointer) -> None:
    person = pointer.person
    act = person.project.actions_by_name
    person.project.misquoting.check()
    act["next_misquoted"].trigger()
    assert "No claim differs from what it quotes." in person.advice
    person.click_claim("Russia is quietly")
    act["fidelity_quotation"].trigger()
    claim = person.claim("Russia is quietly").id
    person.project.view.performer.do(partial(edits.set_text, claim=claim, text="Russia is loud."))
    assert "1 misquoted claim" in person.window.status.warning.text()
    person.click_claim("If advisors clarify")
    act["next_misquoted"].trigger()
    assert person.project.view.selection.claim(person.map) == claim
    person.press(Key.Key_Z, ctrl)
    assert "misquoted" not in person.window.status.warning.text()


def fidelity(person: Person, saying: Locution) -> Fidelity:
    return person.map.locution(saying.id).fidelity


def details(person: Person) -> list[str]:
    """What the labels of the details say."""
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    labels = person.project.view.inspector.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]
