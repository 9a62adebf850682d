"""The small picture of a map that the start page shows."""

from app.layout.arrangement import Arrangement
from app.ports import Miniature

_MOST = 160  # cards; more would be dust


def miniature_of(arrangement: Arrangement) -> Miniature:
    """Scale an arrangement down to a picture within 0 to 1."""
    bounds = arrangement.bounds
    if not bounds.width or not bounds.height:
        return Miniature()
    cards = tuple(
        (
            round((card.rect.x - bounds.x) / bounds.width, 4),
            round((card.rect.y - bounds.y) / bounds.height, 4),
            round(card.rect.width / bounds.width, 4),
            round(card.rect.height / bounds.height, 4),
            card.shape.content.role.value,
        )
        for card in list(arrangement.cards.values())[:_MOST]
    )
    return Miniature(round(bounds.width / bounds.height, 4), cards)
