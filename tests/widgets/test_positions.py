"""Positions in code points and in UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.article.positions import Positions


@given(st.text(max_size=60))
def test_both_ways_lead_back_and_count_as_utf_16_does(text: str) -> None:
    positions = Positions(text)
    for i in range(len(text) + 1):
        qt = positions.to_qt(i)
        assert qt == len(text[:i].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.from_qt(qt) == i
