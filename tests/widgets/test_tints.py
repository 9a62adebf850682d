"""The colours by which claims are told apart: enough of them, readable, and never alone."""

import pytest

from app.analysis.criteria import MOST_TINTS
from resources.themes import NAMES, Theme, load_theme
from tests.widgets.test_theme import contrast

THEMES = [load_theme(name) for name in NAMES]


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_there_is_a_tint_for_each_value_that_gets_one(theme: Theme) -> None:
    assert len(theme.tints) == MOST_TINTS
    assert len({tint.paper for tint in theme.tints}) == MOST_TINTS


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_text_can_be_read_on_every_tint(theme: Theme) -> None:
    for tint in theme.tints:
        assert contrast(tint.on_mark, tint.mark) >= 4.5
        for ink in (theme.ink.text, theme.ink.muted, theme.ink.warning):
            assert contrast(ink, tint.paper) >= 4.5
