"""Two texts of an article side by side, and several articles as tabs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import edits
from tests.journeys.driver import Person
from tests.journeys.market import (
    NEWER,
    before_dialog,
    control,
    do,
    keeper_of_market,
    reopen,
    use_newer,
)
from widgets.captures.captures_dialog import CapturesDialog

Key = Qt.Key


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody whose claims rest on each sentence of an article."""
    person = keeper_of_market(qtbot, tmp_path)
    yield person
    person.close()


# Two texts side by side


def test_two_texts_are_read_side_by_side_from_difference_to_difference(keeper: Person) -> None:
    do(keeper, "compare_texts")
    assert "no earlier text" in keeper.advice
    use_newer(keeper, NEWER)
    do(keeper, "compare_texts")
    dialog = before_dialog(keeper, CapturesDialog)
    keeper.bot.waitUntil(lambda: dialog.told.text() != "")
    rows = dialog.comparison.list
    seen = [rows.currentIndex().data()]
    while True:
        keeper.bot.keyClick(rows, Key.Key_F7)
        if rows.currentIndex().data() == seen[-1]:
            break
        seen.append(rows.currentIndex().data())
    assert [one.split(":")[0].split(".")[0] for one in seen] == [
        "moved",
        "reworded",
        "appeared",
        "disappeared",
    ]
    dialog.close()


def test_claims_on_changed_words_are_listed_and_lead_to_the_map(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    do(keeper, "compare_texts")
    dialog = before_dialog(keeper, CapturesDialog)
    keeper.bot.waitUntil(lambda: dialog.claims.topLevelItemCount() > 0)
    said = [dialog.claims.topLevelItem(i) for i in range(dialog.claims.topLevelItemCount())]
    assert [(one.text(0), one.text(1)) for one in said if one] == [
        ("×  lost", "Butter is needless"),
        ("~  reworded", "Bread feeds"),
    ]
    for _ in range(2):
        keeper.bot.keyClick(dialog.claims, Key.Key_Down)
    assert "every single day" in dialog.comparison.list.currentIndex().data()
    keeper.project.view.selection.set(None)
    keeper.bot.keyClick(dialog.claims, Key.Key_Return)
    assert keeper.selected == "Bread feeds"
    assert dialog.isVisible()
    dialog.close()


def test_what_is_shown_side_by_side_follows_the_edits_in_the_window(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    do(keeper, "compare_texts")
    dialog = before_dialog(keeper, CapturesDialog)
    keeper.bot.waitUntil(lambda: dialog.claims.topLevelItemCount() == 2)
    needless = keeper.claim("Butter is needless").id
    keeper.project.view.performer.do(lambda m: edits.set_text(m, claim=needless, text="No butter"))
    first = dialog.claims.topLevelItem
    keeper.bot.waitUntil(lambda: (one := first(0)) is not None and one.text(1) == "No butter")
    use_newer(keeper, NEWER + " And salt.")
    keeper.bot.waitUntil(lambda: dialog.choice.count() == 2)
    for _ in range(3):
        keeper.project.actions_by_name["undo"].trigger()
    keeper.bot.waitUntil(lambda: not dialog.isVisible())


# Several sources


def test_several_articles_are_tabs_and_keys_lead_from_one_to_the_next(keeper: Person) -> None:
    tabs = keeper.project.view.article.sources.tabs
    assert [tabs.tabText(i) for i in range(tabs.count())] == ["Another paper", "The market"]
    keeper.article.setFocus()
    keeper.press(Key.Key_PageDown, control)
    assert keeper.article.source
    assert keeper.article.source.id == "other"
    keeper.press(Key.Key_PageUp, control)
    assert keeper.article.source.id == "market"
    use_newer(keeper, NEWER)
    assert tabs.tabText(1) == "• 2  The market"
    assert tabs.count() == 2  # an earlier text has none


def test_the_article_that_was_read_last_is_shown_again(keeper: Person) -> None:
    keeper.article.setFocus()
    keeper.press(Key.Key_PageDown, control)
    reopen(keeper)
    assert keeper.article.source
    assert keeper.article.source.id == "other"
