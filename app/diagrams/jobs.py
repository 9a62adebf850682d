"""What the press is told about a drawing: its tiles, and where its links are."""

from collections.abc import Sequence
from typing import Any

from app.diagrams.paging import MOST_POINTS, POINTS, Frame, Pages
from app.diagrams.parts import Drawing


def showable(frame: Frame) -> Frame:
    """A frame that PDF readers show: made smaller, with all that is on it, if it is too long."""
    shrunk = min(1.0, MOST_POINTS / max(frame.width, frame.height))
    return Frame(*(side * shrunk for side in frame)) if shrunk < 1 else frame


def sheet_job(drawing: Drawing, pages: Pages, *, links: bool) -> dict[str, Any]:
    """What the press has to know about a drawing."""
    page = drawing.sheet.page
    frame = pages.drawn if pages.tiles else showable(pages.drawn)
    pixel = POINTS if pages.tiles else frame.scale
    return {
        "tiles": [
            {
                "x": tile.x,
                "y": tile.y,
                "label": f"{number} / {len(pages.tiles)}",
            }
            for number, tile in enumerate(pages.tiles, 1)
        ],
        "scale": POINTS / frame.scale,
        "pixel": pixel,
        "x": (frame.width - page.width * pixel) / 2,
        "y": (frame.height - page.height * pixel) / 2,
        "links": [*_links(drawing)] if links else [],
    }


def _links(drawing: Drawing) -> Sequence[dict[str, Any]]:
    page = drawing.sheet.page
    cards = drawing.sheet.arrangement.cards.values()
    return [
        {
            "rect": card.rect.moved(-page.x, -page.y),
            "address": drawing.links[card.claim].address,
            "words": drawing.links[card.claim].words,
        }
        for card in cards
        if card.shape.content.full and card.claim in drawing.links
    ]
