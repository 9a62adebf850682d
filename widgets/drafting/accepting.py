"""The edits that suggestions stand for."""

from collections.abc import Sequence
from functools import partial

from app import edits
from app.articles.anchors import anchor_at, fidelity_of
from app.model.elements import ClaimId, Fidelity, Polarity, Source, SpeakerKind, TargetId
from widgets.drafting.suggestions import Suggestion, marked_span, words_of
from widgets.drafting.words import stance_of
from widgets.performing import Make


def as_claim(
    source: Source,
    one: Suggestion,
    target: TargetId | None = None,
    polarity: Polarity = Polarity.SUPPORT,
) -> Make:
    """The edit that makes claim, saying, speakers and mark of a suggestion, all at once."""
    span = marked_span(source.text, one)
    fidelity = Fidelity.QUOTATION if one.direct else fidelity_of(source, *span)
    return partial(
        edits.claim_from_words,
        anchor=anchor_at(source, *span),
        target=target,
        polarity=polarity,
        speakers=one.speakers,
        stance=stance_of(one),
        fidelity=fidelity,
        text=words_of(source.text, one),
        sorts={name: SpeakerKind(sort) for name, sort in one.sorts},
    )


def as_claims(source: Source, those: Sequence[Suggestion]) -> Make:
    """The edit that makes free claims of several suggestions, as one step to undo."""
    makes = [as_claim(source, one) for one in those]
    return lambda m: edits.several(m, makes=makes, label="Accept suggestions")


def as_link(ends: tuple[ClaimId, ClaimId], polarity: Polarity) -> Make:
    """The edit that links the two claims of a relation."""
    premise, target = ends
    return partial(edits.add_step, target=target, premise=premise, polarity=polarity)
