"""Maps to keep, with every kind of element and every field in use."""

from datetime import UTC, date, datetime, timedelta, timezone

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
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

ARTICLE = Source(
    id=SourceId("article"),
    title="Cracks in unity",
    text="The pipeline split Europe. “It will not help Russia,” John Lough told CNN. 🎈 Ende.",
    author="A. Writer",
    outlet="CNN",
    published=date(2021, 7, 22),
    address="https://example.org/a?b=c",
    language="en",
    captured=datetime(2021, 7, 22, 18, 30, 0, 5, tzinfo=UTC),
    origin="Cracks – unity (1).pdf",
    digest="0123456789abcdef" * 4,
)
EARLIER = Source(
    id=SourceId("earlier"),
    title="Cracks in unity",
    text="The pipeline split Europe.",
    captured=datetime(2021, 7, 21, tzinfo=timezone(timedelta(hours=2))),
    capture_of=ARTICLE.id,
)
QUOTED = "It will not help Russia"


def anchor(words: str, source: Source = ARTICLE) -> Anchor:
    start = source.text.index(words)
    return Anchor(
        source=source.id,
        start=start,
        end=start + len(words),
        exact=words,
        prefix=source.text[max(0, start - 8) : start],
        suffix=source.text[start + len(words) :][:8],
    )


def full_map(key: str = "everything") -> ArgumentMap:
    """A map with each kind of element, an undercutter, a circle, a chain and a shared premise."""
    one, two, three = (ClaimId(word) for word in ("one", "two", "three"))
    return ArgumentMap.of(
        Project(id=ProjectId(key), title="Nord Stream 2"),
        [
            Claim(
                id=one,
                text="It helps\nnobody.",
                rank="a0",
                note="a note",
                tags=("x", "ä, b"),
                same_as=(ClaimAddress(project=ProjectId("energy"), claim=ClaimId("gas")),),
            ),
            Claim(id=two, text='"; DROP TABLE claim; --', rank="a1", unstated=True, confidence=0),
            Claim(id=three, text="", rank="a1"),
            _step("reason", [three, two], one, scheme="expert opinion"),
            _step("objection", [two], one, Polarity.ATTACK),
            _step("undercutter", [three], InferenceId("reason"), Polarity.ATTACK),
            _step("back", [one], three),
            ARTICLE,
            EARLIER,
            Speaker(
                id=SpeakerId("lough"),
                name="John Lough",
                aliases=("Lough", "the analyst"),
                affiliation="Chatham House",
            ),
            Speaker(id=SpeakerId("cnn"), name="CNN", sort=SpeakerKind.PUBLICATION, colour=7),
            Locution(
                id=LocutionId("said"),
                claim=one,
                speakers=(SpeakerId("lough"), SpeakerId("cnn")),
                stance=Stance.DENIES,
                fidelity=Fidelity.QUOTATION,
                anchor=anchor(QUOTED),
                former=anchor("help Russia"),
            ),
            Locution(
                id=LocutionId("placeless"),
                claim=two,
                former=Anchor(source=ARTICLE.id, start=90, end=94, exact="lost"),
            ),
        ],
    )


def small_map(title: str = "Small", *texts: str) -> ArgumentMap:
    argument_map = edits.new_map(title=title)
    for text in texts:
        argument_map = argument_map.apply(edits.add_claim(argument_map, text=text))
    return argument_map


def first_claim(argument_map: ArgumentMap) -> Claim:
    return argument_map.top_claims()[0]


def added(argument_map: ArgumentMap, text: str = "New.") -> Change:
    return edits.add_claim(argument_map, text=text)


def _step(
    key: str,
    premises: list[ClaimId],
    target: ClaimId | InferenceId,
    polarity: Polarity = Polarity.SUPPORT,
    scheme: str = "",
) -> Inference:
    return Inference(
        id=InferenceId(key),
        premises=tuple(premises),
        target=target,
        polarity=polarity,
        rank="a0",
        scheme=scheme,
    )
