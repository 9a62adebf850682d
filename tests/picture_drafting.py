"""A picture of the Draft tab: the sample article with what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from widgets.drafting.suggestions import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from widgets.main_window import MainWindow

CHOSEN = "Ukraine is already strained"


def drafting_pictures(window: MainWindow) -> Iterator[tuple[MainWindow, str]]:
    """Draft from the article of an open project; gives what is shown, and its name."""
    project = window.project
    assert project
    panel = project.view.draft
    project.actions_by_name["draft_article"].trigger()
    while panel.drafts.is_running:
        QTest.qWait(10)
    for one in panel.model.suggestions:
        index = panel.model.index_of(one.key)
        if one.sort is Sort.SAYING and str(index.data()).startswith(CHOSEN):
            panel.list.go_to(index)
    yield window, "draft"
    project.view.panes.bring(project.view.article)
