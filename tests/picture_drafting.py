"""Pictures of drafting: the sample article with what was found in it, and of asking a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from app.asking.endpoint import Endpoint
from widgets.asking.sending_dialog import SendingDialog
from widgets.asking.set_up_dialog import SetUpDialog
from widgets.drafting.suggestions import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from widgets.main_window import MainWindow

ADDRESS = "https://api.example.org/v1"
CHOSEN = "Ukraine is already strained"


def drafting_pictures(window: MainWindow) -> Iterator[tuple[QWidget, str]]:
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
    source = project.view.article.text.source
    assert source
    for dialog, name in (
        (SendingDialog(source.text, Endpoint(ADDRESS, "small"), window), "sending"),
        (SetUpDialog(window.asking, window), "model"),
    ):
        dialog.open()
        yield dialog, name
        dialog.reject()
    project.view.panes.bring(project.view.article)
