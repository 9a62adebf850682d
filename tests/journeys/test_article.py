"""Marking an article, and going from its words to the map and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolButton

from app import edits
from app.model.elements import Fidelity
from resources.themes import load_theme
from tests.journeys.driver import Person
from widgets.article.marking_bar import MarkingBar
from widgets.speakers.chains import chain_of
from widgets.speakers.names_field import NamesField

Key = Qt.Key
shift = Qt.KeyboardModifier.ShiftModifier


def test_words_are_snapped_and_marked_with_their_speaker(reader: Person) -> None:
    reader.select_words("kraine is a means to an en")
    reader.say_who("John Lough")
    reader.press(Key.Key_Return)
    claim = reader.claim("Ukraine is a means to an end")
    (saying,) = reader.map.locutions_of(claim.id)
    assert saying.anchor
    assert saying.anchor.exact == "Ukraine is a means to an end"
    assert saying.fidelity is Fidelity.QUOTATION
    assert reader.selected == claim.text
    assert not reader.project.view.article.bar.isVisible()


def test_the_bar_offers_only_what_can_be_done(reader: Person) -> None:
    reader.select_words("any concessions would be viewed")
    bar = reader.project.view.article.bar
    assert bar.isVisible()
    assert not button(bar, "Reason").isEnabled()
    reader.click_claim("Russia is quietly")
    reader.article.setFocus()
    reader.select_words("any concessions would be viewed")
    assert button(bar, "Reason").isEnabled()


def button(bar: MarkingBar, text: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.text() == text)


def test_a_claim_can_rest_on_more_words(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    before = len(reader.map.locutions_of(reader.claim("Russia is quietly").id))
    reader.select_words("Putin appears willing to endure high casualties")
    reader.press(Key.Key_F)
    assert len(reader.map.locutions_of(reader.claim("Russia is quietly").id)) == before + 1


def test_words_without_a_place_to_go_are_answered_with_advice(reader: Person) -> None:
    reader.click_empty_map()
    reader.select_words("Putin appears willing")
    reader.press(Key.Key_R)
    assert "Select the claim" in reader.advice
    reader.press(Key.Key_F)
    assert "Select a claim" in reader.advice
    reader.article.clear_selection()
    reader.press(Key.Key_Return)
    assert "Select some words" in reader.advice


def test_the_bar_knows_speakers_by_their_aliases(reader: Person) -> None:
    post = next(one for one in reader.map.speakers() if one.name == "The Washington Post")
    reader.project.view.performer.do(
        lambda m: edits.describe_speaker(m, speaker=post.id, sort=post.sort, aliases=["WaPo"])
    )
    reader.select_words("cracks in Western unity")
    reader.press(Key.Key_S)
    reader.type("Thomas Graham via wap")
    popup = reader.project.view.article.bar.findChildren(NamesField)[0].completer().popup()
    assert popup
    reader.bot.keyClick(popup, Key.Key_Down)
    reader.bot.keyClick(popup, Key.Key_Return)
    reader.bot.waitUntil(lambda: QApplication.focusWidget() is reader.article)
    speakers = reader.project.view.article.bar.speakers
    assert speakers == ["Thomas Graham", "The Washington Post"]


def test_shift_enter_goes_to_the_words_and_back(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Return, shift)
    assert QApplication.focusWidget() is reader.article
    reader.click_empty_map()
    reader.select_words("quietly")
    reader.press(Key.Key_Return, shift)
    assert reader.selected == "Russia is quietly rooting for Trump’s victory."
    reader.click_claim("A firmer")
    reader.press(Key.Key_Return, shift)
    assert "no words" in reader.advice


def test_a_click_on_marked_words_selects_their_claim(reader: Person) -> None:
    source = reader.article.source
    assert source
    reader.article.show_span(source.text.index("quietly rooting"))
    point = reader._point_before(source.text.index("rooting") + 2)
    reader.bot.mouseClick(reader.article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.selected == "Russia is quietly rooting for Trump’s victory."


def test_a_second_article_is_chosen_by_its_tab(reader: Person) -> None:
    from app.articles.intake import take_text  # noqa: PLC0415
    from app.articles.taken import as_source  # noqa: PLC0415

    source = as_source(take_text("Another view\n\nNot so, say others."))
    reader.project.view.performer.do(lambda m: edits.add_source(m, source=source))
    tabs = reader.project.view.article.sources.tabs
    assert tabs.isVisible()
    assert tabs.tabText(0) == "Another view"
    reader.bot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert reader.article.source == source


def test_marks_follow_the_map_and_undo(reader: Person) -> None:
    before = len(reader.article.marks)
    reader.click_claim("Trump’s approach")
    reader.press(Key.Key_Delete)
    assert len(reader.article.marks) == before - 2
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(reader.article.marks) == before


def test_emoji_before_the_words_do_not_shift_the_mark(person: Person) -> None:
    QGuiApplication.clipboard().setText(
        "Title here\n\n😀😀 One 👩‍👩‍👧 thing is said. Another is not."
    )
    person.click("Paste an article")
    person.take_in()
    person.select_words("Another is not")
    person.press(Key.Key_Return)
    claim = person.claim("Another")
    (saying,) = person.map.locutions_of(claim.id)
    assert saying.anchor
    assert saying.anchor.exact == "Another is not"


def press_in_popup(person: Person, key: Qt.Key) -> None:
    """Press a key as the system gives it out: to the list that has popped up, if there is one."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target
    person.bot.keyClick(target, key)


@pytest.mark.parametrize("downs", [0, 1])
def test_a_name_that_is_offered_is_taken_with_enter_and_the_words_have_the_focus(
    reader: Person, downs: int
) -> None:
    reader.select_words("Putin appears willing to endure")
    reader.press(Key.Key_S)
    reader.type("gra")
    assert QApplication.activePopupWidget()
    for _ in range(downs):
        press_in_popup(reader, Key.Key_Down)
    press_in_popup(reader, Key.Key_Return)
    reader.bot.waitUntil(lambda: QApplication.focusWidget() is reader.article)
    assert QApplication.activePopupWidget() is None
    reader.press(Key.Key_Return)
    (saying,) = reader.map.locutions_of(reader.claim("Putin appears").id)
    names = [reader.map.speaker(s).name for s in saying.speakers]
    assert names == (["Thomas Graham"] if downs else ["gra"])


def test_a_name_that_is_offered_is_taken_with_the_mouse(reader: Person) -> None:
    reader.select_words("Putin appears willing to endure")
    reader.press(Key.Key_S)
    reader.type("gra")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    row = popup.visualRect(popup.model().index(0, 0)).center()
    reader.bot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=row)
    reader.bot.waitUntil(lambda: QApplication.focusWidget() is reader.article)
    assert reader.project.view.article.bar.speakers == ["Thomas Graham"]


def test_shift_enter_goes_to_the_claim_of_the_words_that_the_cursor_stands_in(
    reader: Person,
) -> None:
    source = reader.article.source
    assert source
    reader.article.show_span(source.text.index("quietly rooting") + 3)
    reader.article.setFocus()
    reader.press(Key.Key_Return, shift)
    assert reader.selected == "Russia is quietly rooting for Trump’s victory."
    reader.article.show_span(source.text.index("suggest that"))
    reader.article.setFocus()
    reader.press(Key.Key_Return, shift)
    assert "No claim" in reader.advice


def test_a_hidden_article_is_shown_when_its_words_are_wanted(reader: Person) -> None:
    pane = reader.project.view.article
    reader.project.actions_by_name["toggle_article"].trigger()
    assert not pane.isVisible()
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Return, shift)
    assert pane.isVisible()
    assert QApplication.focusWidget() is reader.article
    assert reader.article.viewport().rect().contains(reader.article.cursorRect())


def test_another_theme_leaves_the_place_in_the_article_and_the_selected_words(
    reader: Person,
) -> None:
    reader.window.choose_theme("light")
    reader.window.resize(1000, 500)
    reader.select_words("rooting for Trump")
    bar = reader.article.verticalScrollBar()
    place = bar.value()
    assert place > 0
    reader.project.view.article.bar.offer(bears=True)
    reader.window.choose_theme("dark")
    QApplication.processEvents()
    assert bar.value() == place
    assert reader.article.textCursor().selectedText() == "rooting for Trump’s"
    assert reader.project.view.article.bar.isVisible()
    ink = load_theme("dark").ink
    blocks = [reader.article.document().findBlockByNumber(i) for i in range(3)]
    colours = [block.begin().fragment().charFormat().foreground().color() for block in blocks]
    assert [colour.name() for colour in colours] == [ink.text, ink.muted, ink.text]


def test_escape_closes_the_bar_and_forgets_the_speaker(reader: Person) -> None:
    reader.select_words("Putin appears willing to endure")
    reader.say_who("Somebody")
    reader.press(Key.Key_Escape)
    bar = reader.project.view.article.bar
    assert not bar.isVisible()
    assert bar.speakers == []


def test_a_speaker_does_not_outlive_the_bar_that_is_scrolled_away(reader: Person) -> None:
    reader.window.resize(1000, 500)
    reader.select_words("cracks in Western unity")
    reader.say_who("Somebody")
    bar, scroll = reader.project.view.article.bar, reader.article.verticalScrollBar()
    before = bar.y()
    scroll.setValue(scroll.value() + 20)
    assert bar.isVisible()
    assert bar.y() == before - 20
    assert bar.speakers == ["Somebody"]
    scroll.setValue(scroll.maximum())
    assert not bar.isVisible()
    assert bar.speakers == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane VIA Joe", ["Jane", "Joe"]),
        ("via CNN", ["CNN"]),
        ("Jane via ", ["Jane"]),
        ("Jane via via CNN", ["Jane", "CNN"]),
        ("Olivia Viaud", ["Olivia Viaud"]),
        ("via", []),
    ],
)
def test_names_are_joined_by_via(text: str, names: list[str]) -> None:
    assert chain_of(text) == names


def test_the_focus_is_with_the_words_when_the_bar_is_scrolled_away(reader: Person) -> None:
    reader.window.resize(1000, 500)
    reader.select_words("cracks in Western unity")
    reader.press(Key.Key_S)
    reader.article.verticalScrollBar().setValue(reader.article.verticalScrollBar().maximum())
    assert QApplication.focusWidget() is reader.article
