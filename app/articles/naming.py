"""Where an article names those whose words it passes on."""

from collections.abc import Iterable, Iterator

from app.articles.text import Span, snap_to_words

_POSSESSIVE = "'’"


def named_near(text: str, paragraph: Span, words: Span, names: Iterable[str]) -> Span | None:
    """Where the one who says some words is named in their paragraph; None if nowhere.

    That is the last time before the words end, else the first time behind them, by the first of the
    names that occurs there.

    >>> text = "Lough spoke. It is cold, John Lough's wife said."
    >>> named_near(text, Span(0, len(text)), Span(13, 23), ["John Lough", "Lough"])
    Span(start=25, end=35)
    """
    for name in filter(None, names):
        found = list(_whole(text, paragraph, name))
        if found:
            before = [place for place in found if place.start < words.end]
            return before[-1] if before else found[0]
    return None


def _whole(text: str, paragraph: Span, name: str) -> Iterator[Span]:
    """The places where a name stands by itself, and is no part of a longer word."""
    at = text.find(name, *paragraph)
    while at >= 0:
        place = Span(at, at + len(name))
        around = snap_to_words(text, *place)
        follows = text[place.end : place.end + 1]
        if around.start == at and (around.end == place.end or follows in _POSSESSIVE):
            yield place
        at = text.find(name, at + 1, paragraph.end)
