"""The golden files, and the map and the branch that they are written of."""

from datetime import UTC, date, datetime
from pathlib import Path

from app.model.argument_map import ArgumentMap
from app.model.branch import Branch, branch_of
from app.model.elements import (
    Anchor,
    Claim,
    ClaimAddress,
    ClaimId,
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
    SpeakerKind,
    Stance,
)

_DATA = Path(__file__).parents[2] / "data"
GOLDEN = _DATA / "rejoinder.json"
GOLDEN_BRANCH = _DATA / "branch.json"
GOLDEN_LIST = _DATA / "branch.txt"


def golden_map() -> ArgumentMap:
    """A map with every kind of element and every field in use."""
    text = "Lough: “It will not help.” 🎈 <b>&amp;</b> \\n\nالسلام 和平"
    quoted = Anchor(
        source=SourceId("s1"), start=8, end=24, exact=text[8:24], prefix="Lough: “", suffix="”"
    )
    return ArgumentMap.of(
        Project(id=ProjectId("p1"), title="Nord Stream «2»"),
        [
            Claim(id=ClaimId("c2"), text="It helps\nnobody.", rank="a0", note="?", tags=("x", "ä")),
            Claim(
                id=ClaimId("c1"),
                text="<&\"\\'>",
                rank="a1",
                unstated=True,
                confidence=70,
                same_as=(ClaimAddress(project=ProjectId("p2"), claim=ClaimId("c1")),),
            ),
            Inference(
                id=InferenceId("i1"),
                premises=(ClaimId("c1"),),
                target=ClaimId("c2"),
                polarity=Polarity.SUPPORT,
                rank="a0",
                scheme="expert opinion",
            ),
            Inference(
                id=InferenceId("i2"),
                premises=(ClaimId("c2"),),
                target=InferenceId("i1"),
                polarity=Polarity.ATTACK,
                rank="a0",
            ),
            Source(
                id=SourceId("s1"),
                title="Cracks",
                text=text,
                author="A. Writer",
                outlet="CNN",
                published=date(2021, 7, 22),
                address="https://example.org/?a=b&c",
                language="en",
                captured=datetime(2021, 7, 22, 18, 30, tzinfo=UTC),
                origin="cracks.pdf",
                digest="5e" * 32,
            ),
            Source(id=SourceId("s2"), title="Crack", text="Lough", capture_of=SourceId("s1")),
            Speaker(
                id=SpeakerId("lough"),
                name="John Lough",
                aliases=("Lough",),
                affiliation="Chatham House",
            ),
            Speaker(id=SpeakerId("cnn"), name="CNN", sort=SpeakerKind.PUBLICATION, colour=3),
            Locution(
                id=LocutionId("l1"),
                claim=ClaimId("c2"),
                speakers=(SpeakerId("lough"), SpeakerId("cnn")),
                stance=Stance.REPORTS,
                fidelity=Fidelity.QUOTATION,
                anchor=quoted,
            ),
            Locution(id=LocutionId("l2"), claim=ClaimId("c1"), former=quoted),
        ],
    )


def golden_branch() -> Branch:
    """A step of the golden map and what hangs below it."""
    return branch_of(golden_map(), [(InferenceId("i1"), None)])
