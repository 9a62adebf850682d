"""Reading an article: how it is set, what is mapped of it, and its words beside the map."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app import edits
from app.articles.anchors import anchor_at
from app.model.elements import ClaimId
from app.model.view_state import LineHeight
from tests.journeys.driver import Person
from tests.journeys.outliner import Outliner
from tests.journeys.pointer import Pointer, taken
from widgets.article.setting import Style, as_shown

Key = Qt.Key
shift = Qt.KeyboardModifier.ShiftModifier
ctrl = Qt.KeyboardModifier.ControlModifier
ARABIC = (
    "أعلنت الحكومة اليوم أن المفاوضات ستبدأ غدا. وقال المتحدث باسم Reuters إن الشروط لم تتغير.\n\n"
    "ويرى المحللون أن الخلاف سيستمر."
)
CHINESE = "政府今天宣布，谈判将于下周开始。发言人说，条件没有改变。\n\n分析人士认为分歧将长期存在。"


def byline(person: Person) -> str:
    return person.article.document().findBlockByNumber(1).text()


def chosen(person: Person) -> str:
    return person.article.textCursor().selectedText()


# How it is set


def test_lines_are_of_a_measured_width_in_the_middle_of_a_wide_pane(reader: Person) -> None:
    reader.project.view.panes.setSizes([1000, 400, 100])
    QApplication.processEvents()
    column = reader.article.column
    assert column
    left, width = column.column
    lines = reader.article.document().findBlockByNumber(2).layout()
    longest = max(lines.lineAt(i).textLength() for i in range(lines.lineCount()))
    assert 58 <= longest <= 74
    right = reader.article.viewport().width() - left - width
    assert left > 100
    assert abs(left - right) < 30


def test_in_a_narrow_pane_the_margins_shrink(reader: Person) -> None:
    reader.project.view.panes.setSizes([300, 1000, 200])
    QApplication.processEvents()
    column = reader.article.column
    assert column
    left, width = column.column
    assert left < 45
    assert width > 200


def test_paragraphs_have_no_blank_lines_between_them(reader: Person) -> None:
    taken(reader, "One.\n\n\nTwo.\n \nThree.\n\n")
    document = reader.article.document()
    blocks = [document.findBlockByNumber(i).text().strip() for i in range(document.blockCount())]
    assert blocks[2:] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "text", ["", "One.", "\n\nOne.\n", "a\nb\n\n\nc", "  x \n\n y  ", "\n", CHINESE, ARABIC]
)
def test_each_character_is_shown_where_it_stands(text: str) -> None:
    shown = as_shown(text)
    assert len(shown) == len(text)
    assert shown.split() == text.split()


def test_an_overlong_paragraph_is_set_in_parts_behind_sentences() -> None:
    text = " ".join(["One sentence of very many."] * 2_000)
    shown = as_shown(text)
    parts = shown.split("\n")
    assert shown.replace("\n", " ") == text
    assert all(part.endswith("many.") for part in parts)
    assert max(map(len, parts)) < 10_000
    without_sentences = as_shown("word " * 10_000)
    assert max(map(len, without_sentences.split("\n"))) < 10_000
    assert as_shown("字" * 20_000) == "字" * 20_000


def bold_words(person: Person) -> list[str]:
    """What is painted bold in the text of the article."""
    column, document = person.article.column, person.article.document()
    assert column
    assert column.ground
    words = []
    block = document.findBlockByNumber(2)
    while block.isValid():
        top = column.blockBoundingRect(block).topLeft()
        for rect in column.ground.bold(block):
            y = rect.center().y()
            ends = [
                column.character_at(QPointF(x, y) + top) for x in (rect.left(), rect.right() - 1)
            ]
            words.append(document.toPlainText()[ends[0] : ends[1] + 1].strip())
        block = block.next()
    return words


def test_those_who_speak_are_bold_where_they_are_named(reader: Person) -> None:
    assert "Thomas Graham" in bold_words(reader)
    graham = next(one for one in reader.map.speakers() if one.name == "Thomas Graham")
    rename = partial(edits.rename_speaker, speaker=graham.id, name="An expert")
    reader.project.view.performer.do(rename)
    assert "Thomas Graham" not in bold_words(reader)
    assert "Graham" in bold_words(reader)  # by which he goes, too


class PaintedHeights(QObject):
    """Watches how much of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights: list[int] = []
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_selecting_claims_paints_nothing_of_the_article_but_their_words(reader: Person) -> None:
    view = reader.article.viewport()
    reader.view.setFocus()
    QApplication.processEvents()
    painted = PaintedHeights(view)
    reader.click_claim("There is neither")
    QApplication.processEvents()
    assert painted.heights == []
    reader.click_claim("Putin is unlikely")
    QApplication.processEvents()
    assert painted.heights
    assert max(painted.heights) < view.height() / 2


def test_lines_that_were_broken_at_a_width_flow_again(reader: Person) -> None:
    line = "These are words of an article that somebody has sent by mail,"
    text = "\n".join([*[line] * 5, "and it ends.", "", *[line] * 5, "The end."])
    taken(reader, text)
    assert reader.article.document().blockCount() == 2 + 2


def test_size_and_lines_are_chosen_and_kept_with_the_project(reader: Person) -> None:
    actions = reader.project.actions_by_name
    for name in ("larger_article", "larger_article", "lines_roomy"):
        actions[name].trigger()
    assert reader.article.style_of_text == Style(120, LineHeight.ROOMY)
    assert actions["lines_roomy"].isChecked()
    project = reader.project.project_id
    reader.window.close_project()
    reader.window.projects.open(project)
    assert reader.article.style_of_text == Style(120, LineHeight.ROOMY)
    assert reader.project.actions_by_name["lines_roomy"].isChecked()


def test_the_place_in_the_text_stays_where_it_is_read(reader: Person) -> None:
    taken(reader, "\n\n".join(f"Paragraph {n}. " + "Some words of it. " * 30 for n in range(300)))
    bar = reader.article.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    place = reader.article.position_at(QPoint(100, 5))
    for name in ("larger_article", "lines_tight", "smaller_article"):
        reader.project.actions_by_name[name].trigger()
        assert abs(reader.article.position_at(QPoint(100, 5)) - place) < 120
    reader.project.view.panes.setSizes([700, 600, 200])
    QApplication.processEvents()
    assert abs(reader.article.position_at(QPoint(150, 5)) - place) < 160


def test_scrolling_back_over_what_was_never_seen_does_not_jump(reader: Person) -> None:
    taken(reader, "\n\n".join(f"Paragraph {n}. " + "Words. " * (n % 90) for n in range(400)))
    text, bar = reader.article, reader.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    for _ in range(40):
        place = text.position_at(QPoint(100, 10))
        before = text.rect_of(place).top()
        bar.setValue(bar.value() - 60)
        QApplication.processEvents()
        assert abs(text.rect_of(place).top() - before - 60) <= 1


def test_the_wheel_with_ctrl_makes_the_text_larger(reader: Person) -> None:
    at = QPointF(80, 80)
    turn = QWheelEvent(at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, ctrl,
                       Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(reader.article.viewport(), turn)
    assert reader.project.view.reading.document.view_state.article_size == 110


# Other ways of writing


def test_an_article_from_right_to_left_begins_at_the_right(reader: Person) -> None:
    source = taken(reader, ARABIC)
    text = reader.article
    assert text.is_rtl
    assert text.rect_of(0).x() > text.viewport().width() / 2
    assert text.rect_of(20).x() < text.rect_of(0).x()
    anchor = anchor_at(source, 0, 60)
    reader.project.view.performer.do(lambda m: edits.claim_from_words(m, anchor=anchor))
    assert not text.grab().isNull()
    pointer = Pointer(reader)
    pointer.click(pointer.over("ويرى"), 3)
    assert chosen(reader) == "ويرى المحللون أن الخلاف سيستمر."


def test_in_an_article_from_right_to_left_marks_grow_to_the_left(reader: Person) -> None:
    source = taken(reader, ARABIC)
    anchor = anchor_at(source, 0, 5)
    reader.project.view.performer.do(lambda m: edits.claim_from_words(m, anchor=anchor))
    pointer = Pointer(reader)
    pointer.click(pointer.over("أعلنت", letter=2))
    reader.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier, shift)
    (mark,) = reader.article.marks
    assert source.text[mark.start : mark.end] == "أعلنت الحكومة"


def test_chinese_sentences_and_words_are_selected(reader: Person) -> None:
    taken(reader, CHINESE)
    pointer = Pointer(reader)
    pointer.click(pointer.over("条件没有改变"), 3)
    assert chosen(reader) == "发言人说，条件没有改变。"
    pointer.click(pointer.over("谈判", letter=0), 2)
    assert chosen(reader) == "谈"
    reader.select_words("分歧将长期")
    assert chosen(reader) == "分歧将长期"


# What is mapped


def test_the_byline_counts_the_sentences_that_are_mapped(reader: Person) -> None:
    assert byline(reader).endswith("9 of 15 sentences mapped")
    reader.select_words("Lough added that any concessions")
    reader.press(Key.Key_Return)
    assert byline(reader).endswith("10 of 15 sentences mapped")
    reader.press(Key.Key_Z, ctrl)
    assert byline(reader).endswith("9 of 15 sentences mapped")
    assert "mapped" not in reader.window.status.facts.text()


def test_the_next_sentence_without_a_claim_can_be_marked_at_once(reader: Person) -> None:
    reader.view.setFocus()
    reader.press(Key.Key_F8)
    first = chosen(reader)
    assert first.startswith("CNN reports that")
    assert reader.project.view.article.bar.isVisible()
    reader.press(Key.Key_F8)
    second = chosen(reader)
    assert second not in {"", first}
    reader.press(Key.Key_F8, shift)
    assert chosen(reader) == first
    reader.press(Key.Key_Return)
    assert any(text.startswith("CNN reports that") for text in reader.texts())


def test_where_all_is_mapped_it_is_said(reader: Person) -> None:
    source = taken(reader, "Only this.")
    anchor = anchor_at(source, 0, 9)
    reader.project.view.performer.do(lambda m: edits.claim_from_words(m, anchor=anchor))
    reader.press(Key.Key_F8)
    assert "every sentence" in reader.advice


# The words and the map


def test_words_under_the_pointer_ring_their_card_and_nothing_else_happens(viewer: Person) -> None:
    pointer = Pointer(viewer)
    place = pointer.over("quietly rooting")
    selected, before = viewer.selected, viewer.view.grab().toImage()
    spot = viewer.view.verticalScrollBar().value()
    pointer.hover(place)
    assert viewer.view.grab().toImage() != before
    assert (viewer.selected, viewer.view.verticalScrollBar().value()) == (selected, spot)
    pointer.leave()
    assert viewer.view.grab().toImage() == before


def test_the_pointer_within_a_mark_costs_nothing(viewer: Person) -> None:
    pointer = Pointer(viewer)
    told: list[str] = []
    viewer.article.claim_hovered.connect(told.append)
    for words in ("is quietly", "quietly", "rooting", "for Trump’s victory", "Meanwhile"):
        pointer.hover(pointer.over(words))
    assert [bool(claim) for claim in told] == [True, False]


def test_a_card_under_the_pointer_lights_its_words_or_ticks_the_edge(viewer: Person) -> None:
    viewer.article.show_span(0)
    claim = viewer.claim("Russia is quietly")
    viewer.window.resize(1500, 420)
    QApplication.processEvents()
    port = viewer.article.viewport()
    edge = port.width() - 2
    before = column_of(viewer, edge)
    hover_card(viewer, claim.id)
    assert column_of(viewer, edge) != before
    viewer.view.claim_hovered.emit("")
    assert column_of(viewer, edge) == before


def test_a_row_of_the_outline_under_the_pointer_lights_its_words(viewer: Person) -> None:
    outliner = Outliner(viewer)
    viewer.article.show_span(0)
    QApplication.processEvents()
    told: list[str] = []
    outliner.tree.claim_hovered.connect(told.append)
    before = viewer.article.viewport().grab().toImage()
    outliner.tree.scrollTo(outliner.row("Russia is quietly"))
    port = outliner.tree.viewport()
    QTest.mouseMove(port, outliner.tree.visualRect(outliner.row("Russia is quietly")).center())
    assert told[-1] == viewer.claim("Russia is quietly").id
    assert viewer.article.viewport().grab().toImage() != before
    QTest.mouseMove(port, QPoint(4, port.height() - 2))
    assert told[-1] == ""
    assert viewer.article.viewport().grab().toImage() == before


def column_of(person: Person, x: int) -> list[QColor]:
    """The colours of a column of pixels of the article."""
    picture = person.article.viewport().grab().toImage()
    return [picture.pixelColor(x, y) for y in range(picture.height())]


def hover_card(person: Person, claim: ClaimId) -> None:
    box = person.forest.places_of(claim)[0]
    person.view.ensure_visible(box.key)
    QTest.mouseMove(person.view.viewport(), QPoint(1, 1))
    middle = person.view.view_rect(box.rect).center().toPoint()
    QTest.mouseMove(person.view.viewport(), middle)


def test_going_to_the_words_again_goes_to_the_next_of_them(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    other = taken(reader, "Elsewhere it says: Russia is rooting.", "Zoo")
    claim = reader.claim("Russia is quietly").id
    anchor = anchor_at(other, 19, 36)
    reader.project.view.performer.do(lambda m: edits.mark(m, claim=claim, anchor=anchor))
    shown = []
    for _ in range(3):
        reader.view.setFocus()
        reader.press(Key.Key_Return, shift)
        assert reader.article.source
        shown.append(reader.article.source.title)
        assert reader.article.active
    assert sorted(set(shown)) == ["Putin unlikely to negotiate, whoever wins in Washington", "Zoo"]
    assert shown[0] == shown[2]


def test_lines_may_be_tight(reader: Person) -> None:
    before = reader.article.verticalScrollBar().maximum()
    reader.project.actions_by_name["lines_tight"].trigger()
    assert reader.article.verticalScrollBar().maximum() < before
    state = reader.project.view.reading.document.view_state
    assert state.article_lines is LineHeight.TIGHT
