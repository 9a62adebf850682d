"""Words of the article that are to be selected for something else than a claim."""

from collections.abc import Callable
from typing import NamedTuple

from app.articles.text import Span
from widgets.article.set_text import SetText


class _Asked(NamedTuple):
    take: Callable[[Span], object]
    stop: Callable[[], object]


class AskedWords:
    """Hands over what is selected next and taken with Enter; Esc stops that."""

    def __init__(self, text: SetText) -> None:
        self._text = text
        self._asked: _Asked | None = None

    @property
    def is_on(self) -> bool:
        """Whether words are asked for."""
        return self._asked is not None

    def ask(self, take: Callable[[Span], object], stop: Callable[[], object]) -> None:
        """Ask for words; `take` gets them, `stop` is called when the person wants to give none."""
        self._asked = _Asked(take, stop)

    def end(self) -> None:
        """Ask for words no more."""
        self._asked = None

    def take(self) -> None:
        """Hand the selected words over, if there are any."""
        span = self._text.selected_span()
        if self._asked and span:
            self._asked.take(span)

    def leave(self) -> None:
        if self._asked:
            self._asked.stop()
