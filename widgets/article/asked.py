"""Words of the article that are to be selected for something else than a claim."""

from collections.abc import Callable
from dataclasses import dataclass

from app.articles.text import Span
from widgets.article.set_text import SetText


@dataclass(frozen=True, slots=True)
class Asked:
    """What takes the words that are selected next, with Enter, and what stops that, with Esc."""

    take: Callable[[Span], object]
    stop: Callable[[], object]

    def take_from(self, text: SetText) -> None:
        """Hand the selected words over, if there are any."""
        span = text.selected_span()
        if span:
            self.take(span)
