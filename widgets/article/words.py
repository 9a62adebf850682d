"""Words of an article that are to become a claim, on their way there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from app import edits
from app.articles.anchors import anchor_at, fidelity_of
from app.articles.text import Span
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, ClaimId, Fidelity, Polarity, Source, TargetId
from app.model.errors import EditError
from widgets.performing import Make

MIME = "application/x-rejoinder-words"
"""What words are while they are dragged: JSON of the id of the source, the start and the end."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a source, with who says them."""

    source: Source
    anchor: Anchor
    speakers: Sequence[str] = ()

    @classmethod
    def at(cls, source: Source, span: tuple[int, int], speakers: Sequence[str] = ()) -> "Words":
        """Take the words of a span; EditError if there are none."""
        return cls(source, anchor_at(source, *span), speakers)

    @property
    def _fidelity(self) -> Fidelity:
        return fidelity_of(self.source, self.anchor.start, self.anchor.end)

    def as_claim(
        self, target: TargetId | None = None, polarity: Polarity = Polarity.SUPPORT
    ) -> Make:
        """The edit that makes a claim of them, free or for or against a target."""
        return lambda m: edits.claim_from_words(
            m,
            anchor=self.anchor,
            target=target,
            polarity=polarity,
            speakers=self.speakers,
            fidelity=self._fidelity,
        )

    def as_mark(self, claim: ClaimId) -> Make:
        """The edit that lets a claim rest on them."""
        return lambda m: edits.mark(
            m,
            claim=claim,
            anchor=self.anchor,
            speakers=self.speakers,
            fidelity=self._fidelity,
        )


def put(data: QMimeData, source: Source, span: tuple[int, int]) -> None:
    """Say which words of which source are dragged."""
    data.setData(MIME, json.dumps([source.id, *span]).encode())


def taken(data: QMimeData, argument_map: ArgumentMap, speakers: Sequence[str]) -> Words | None:
    """The words that are dragged, if they are of an article of this project."""
    try:
        key, start, end = json.loads(bytes(data.data(MIME).data()))
        source = argument_map.source(key)
        span = Span(int(start), int(end))
        return Words.at(source, span, speakers) if 0 <= span.start < span.end else None
    except (ValueError, TypeError, OverflowError, RecursionError, EditError):
        return None
