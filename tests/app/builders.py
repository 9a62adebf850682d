"""Maps to try things on: grown edit by edit, by hand or by Hypothesis."""

from contextlib import suppress
from typing import TypeVar

from hypothesis import strategies as st

from app import edits
from app.articles.anchors import anchor_at
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    Claim,
    ClaimId,
    Fidelity,
    Inference,
    InferenceId,
    Locution,
    Polarity,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    Stance,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.text import clean, one_line

ARTICLE = "CNN says so. “Putin has no reason,” Graham told CNN.\nRussia is rooting for Trump."
E_ = TypeVar("E_")


class Draft:
    """A map that grows by edits; each method gives what it has added."""

    def __init__(self, title: str = "A map") -> None:
        self.map = edits.new_map(title=title)

    def do(self, change: Change) -> Change:
        self.map = self.map.apply(change)
        return change

    def claim(self, text: str = "A claim") -> ClaimId:
        return added(self.do(edits.add_claim(self.map, text=text)), Claim).id

    def reason(self, target: TargetId, text: str = "A reason") -> Inference:
        return added(self.do(edits.add_reason(self.map, target=target, text=text)), Inference)

    def objection(self, target: TargetId, text: str = "An objection") -> Inference:
        return added(self.do(edits.add_objection(self.map, target=target, text=text)), Inference)

    def step(
        self, premise: ClaimId, target: TargetId, polarity: Polarity = Polarity.SUPPORT
    ) -> Inference:
        """Let a claim that is there bear on something else."""
        change = edits.add_step(self.map, target=target, polarity=polarity, premise=premise)
        return added(self.do(change), Inference)

    def premise(self, step: Inference, text: str = "A co-premise") -> ClaimId:
        change = edits.add_premise(self.map, inference=step.id, text=text)
        return added(self.do(change), Claim).id

    def source(self, text: str = ARTICLE) -> Source:
        source = Source(id=SourceId(new_id()), title="An article", text=text)
        self.do(edits.add_source(self.map, source=source))
        return source

    def speaker(self, name: str) -> SpeakerId:
        return added(self.do(edits.add_speaker(self.map, name=name)), Speaker).id

    def saying(self, claim: ClaimId, *speakers: str, anchor: Anchor | None = None) -> Locution:
        change = edits.say(self.map, claim=claim, speakers=speakers, anchor=anchor)
        return added(self.do(change), Locution)

    def text(self, claim: ClaimId) -> str:
        return self.map.claim(claim).text

    def texts_on(self, target: TargetId) -> list[str]:
        """The first premises of what bears on a target, in order."""
        return [self.text(step.premises[0]) for step in self.map.inferences_on(target)]

    def top_texts(self) -> list[str]:
        return [claim.text for claim in self.map.top_claims()]


def added(change: Change, kind: type[E_]) -> E_:
    """The one new element of a kind in a change."""
    (found,) = (
        element
        for key, element in change.after.items()
        if isinstance(element, kind) and key not in change.before
    )
    return found


def anchor_of(source: Source, words: str) -> Anchor:
    start = source.text.index(words)
    return anchor_at(source, start, start + len(words))


@st.composite
def random_maps(draw: st.DrawFn) -> ArgumentMap:
    """Maps of some elements of every kind, with shared premises, circles and undercutters."""
    draft = Draft(draw(st.text().filter(one_line)))
    draft.claim(draw(st.text()))
    draft.source(draw(st.text().map(clean)))
    for _ in range(draw(st.integers(0, 12))):
        with suppress(EditError):  # what cannot be done is left
            draft.do(draw(random_edits(draft.map)))
    return draft.map


@st.composite
def random_edits(draw: st.DrawFn, argument_map: ArgumentMap) -> Change:
    """An edit that adds to a map; Hypothesis finds the same one again by the text of the claims."""
    claims = sorted(argument_map.every(Claim), key=lambda claim: (claim.text, claim.rank))
    steps = argument_map.every(Inference)
    claim = draw(st.sampled_from(claims)).id
    targets: list[TargetId] = [claim, *(step.id for step in steps)]
    target, premise = draw(st.sampled_from(targets)), draw(st.sampled_from([None, claim]))
    text, flag = draw(st.text()), draw(st.booleans())
    polarity = draw(st.sampled_from(Polarity))
    match draw(st.integers(0, 5)):
        case 0:
            return edits.add_claim(argument_map, text=text)
        case 1 | 2:
            return edits.add_step(
                argument_map, target=target, polarity=polarity, text=text, premise=premise
            )
        case 3 if argument_map.is_inference(target):
            return edits.add_premise(
                argument_map, inference=InferenceId(target), text=text, unstated=flag
            )
        case 4:
            change = edits.set_note(argument_map, claim=claim, note=text)
            tagged = edits.set_tags(argument_map.apply(change), claim=claim, tags=[text, "tag"])
            return change.then(tagged)
        case _:
            return draw(_random_sayings(argument_map, claim, text))


@st.composite
def _random_sayings(
    draw: st.DrawFn, argument_map: ArgumentMap, claim: ClaimId, name: str
) -> Change:
    (source,) = argument_map.sources()
    start, end = (draw(st.integers(0, len(source.text))) for _ in range(2))
    marked = source.text[start:end].strip()
    return edits.say(
        argument_map,
        claim=claim,
        speakers=[name, draw(st.sampled_from(["CNN", "Graham"]))],
        anchor=anchor_at(source, start, end) if marked else None,
        stance=draw(st.sampled_from(Stance)),
        fidelity=draw(st.sampled_from(Fidelity)),
    )
