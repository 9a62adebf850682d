"""Maps with ids that never change, so that their diagrams can be compared letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.articles.anchors import anchor_at
from app.diagrams.options import DiagramOptions, Direction, Paper, Turn
from app.layout.arrangement import Arranger
from app.layout.boxes import Arrangement
from app.layout.look import Look
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Fidelity,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    Polarity,
    Project,
    ProjectId,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    TargetId,
)
from app.model.outline import outline
from resources import files

ARTICLE = files.SAMPLES.joinpath("article.txt").read_text(encoding="utf-8")
GOLDEN = Path(__file__).parents[2] / "data" / "diagrams"
EVERYTHING = DiagramOptions(
    quotations=True, notes=True, legend=True, title=True, drawn=date(2026, 11, 23)
)
GOLDEN_OPTIONS = {
    "full-light": DiagramOptions(),
    "full-dark": DiagramOptions(theme="dark"),
    "full-everything": EVERYTHING.changed(
        theme="print", direction=Direction.RIGHT, paper=Paper.A4, turn=Turn.LANDSCAPE
    ),
    "full-bare": DiagramOptions(
        theme="contrast", direction=Direction.UP, speakers=False, badges=False, card_width=140
    ),
}


@dataclass
class Plan:
    """A map under construction: ids count up, ranks follow the order of adding."""

    title: str = "Putin and peace talks"
    elements: list[AnyElement] = field(default_factory=list)
    speakers: dict[str, Speaker] = field(default_factory=dict)

    def claim(  # noqa: PLR0913  a claim has many fields
        self,
        text: str,
        *speakers: str,
        words: str = "",
        fidelity: Fidelity = Fidelity.PARAPHRASE,
        unstated: bool = False,
        tags: Sequence[str] = (),
        confidence: int | None = None,
        note: str = "",
    ) -> ClaimId:
        claim = Claim(
            id=ClaimId(self._id("c")),
            text=text,
            rank=self._rank(),
            unstated=unstated,
            tags=tuple(tags),
            confidence=confidence,
            note=note,
        )
        self.elements.append(claim)
        if speakers or words:
            start = ARTICLE.index(words)
            anchor = anchor_at(self.article, start, start + len(words)) if words else None
            self.elements.append(
                Locution(
                    id=LocutionId(self._id("l")),
                    claim=claim.id,
                    speakers=tuple(map(self._speaker, speakers)),
                    fidelity=fidelity,
                    anchor=anchor,
                )
            )
        return claim.id

    def reason(self, target: TargetId, *premises: ClaimId) -> InferenceId:
        return self._step(target, premises, Polarity.SUPPORT)

    def objection(self, target: TargetId, *premises: ClaimId) -> InferenceId:
        return self._step(target, premises, Polarity.ATTACK)

    @property
    def article(self) -> Source:
        return Source(
            id=SourceId("article"),
            title="An article",
            text=ARTICLE,
            outlet="The Outlet",
            published=date(2024, 11, 5),
            address="https://example.org/article?a=1&b=2",
        )

    def finish(self) -> ArgumentMap:
        project = Project(id=ProjectId("project"), title=self.title)
        return ArgumentMap.of(project, [self.article, *self.elements])

    def _step(
        self, target: TargetId, premises: Sequence[ClaimId], polarity: Polarity
    ) -> InferenceId:
        step = Inference(
            id=InferenceId(self._id("i")),
            premises=tuple(premises),
            target=target,
            polarity=polarity,
            rank=self._rank(),
        )
        self.elements.append(step)
        return step.id

    def _speaker(self, name: str) -> SpeakerId:
        if name not in self.speakers:
            speaker = Speaker(id=SpeakerId(f"s{len(self.speakers) + 1}"), name=name)
            self.speakers[name] = speaker
            self.elements.append(speaker)
        return self.speakers[name].id

    def _id(self, kind: str) -> str:
        return f"{kind}{len(self.elements) + 1}"

    def _rank(self) -> str:
        return f"a{len(self.elements) + 1:04}z"


def full_map() -> ArgumentMap:
    """A small map with everything that a diagram knows to draw, but for folded claims."""
    plan = Plan()
    contention = plan.claim(
        "Putin is unlikely to enter peace negotiations to end the war in Ukraine, regardless of"
        " who wins the U.S. presidential election.",
        "CNN",
        words="Russian leader Vladimir Putin is unlikely",
    )
    exploit = plan.claim(
        "Putin would exploit U.S. political dysfunction and “cracks in Western unity”.",
        "Analysts",
        "CNN",
        words="Putin would aim to exploit",
    )
    plan.reason(contention, exploit)
    reduced = plan.claim(
        "U.S. support may be reduced.",
        words="reduced U.S. support",
        fidelity=Fidelity.INTERPRETATION,
    )
    plan.reason(exploit, reduced)
    no_reason = plan.claim(
        "Without Western unity, “Putin has no reason to reconsider his actions in Ukraine.”",
        "Thomas Graham",
        "CNN",
        words="Putin has no reason to reconsider",
        fidelity=Fidelity.QUOTATION,
    )
    disunity = plan.claim("There is no Western unity.", unstated=True)
    together = plan.reason(contention, no_reason, disunity)
    plan.objection(together, plan.claim("Unity could come from elsewhere.", "John Lough"))
    shift = plan.claim("Trump’s stance toward Putin may shift.", "John Lough", "CNN")
    plan.objection(contention, shift)
    moscow = plan.claim(
        "Trump’s approach may be unacceptable to Moscow.",
        "The Washington Post",
        words="unacceptable to Moscow",
        fidelity=Fidelity.SUMMARY,
        tags=["war aims"],
        note="Compare what the Post wrote in October.",
        confidence=70,
    )
    plan.objection(shift, moscow)
    rooting = plan.claim("Russia is rooting for Trump.", "The Washington Post", tags=["trump"])
    plan.objection(moscow, rooting)
    plan.reason(rooting, reduced)
    plan.claim("Nothing bears on this yet.")
    return plan.finish()


def circular_map() -> ArgumentMap:
    """Two steps that bear on each other, which stand in no tree."""
    plan = Plan("A circle")
    first, second = plan.claim("The first."), plan.claim("The second.")
    plan.objection(InferenceId("i4"), first)
    plan.objection(InferenceId("i3"), second)
    return plan.finish()


def map_of(texts: Sequence[str], title: str = "Texts") -> ArgumentMap:
    """A map of a contention with a reason for each text, whose speaker is called like it."""
    plan = Plan(title)
    contention = plan.claim("What all of these bear on.")
    for text in texts:
        plan.reason(contention, plan.claim(text))
    return plan.finish()


def arranged(
    argument_map: ArgumentMap, *, folded: frozenset[ElementId] = frozenset()
) -> Arrangement:
    arranger = Arranger(ShippedFonts(), look=Look(most_lines=0))
    return arranger.arrange(argument_map, outline(argument_map), folded=folded)


def write_golden() -> None:
    """Write the files anew that the sources of the full map are compared with; look at the diff."""
    from app.diagrams.export import diagram_source  # noqa: PLC0415  only here

    for name, options in GOLDEN_OPTIONS.items():
        source = diagram_source(full_map(), options)
        (GOLDEN / f"{name}.gv").write_text(source, encoding="utf-8")


if __name__ == "__main__":
    write_golden()
