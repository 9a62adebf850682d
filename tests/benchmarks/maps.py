"""Maps to measure on: always the same for a number of claims."""

import random

from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ClaimId,
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
)
from app.model.ranks import first_ranks

WORDS = (
    *("policy", "war", "peace", "western", "unity", "support", "aid", "alliance", "leaders"),
    *("congress", "talks", "election", "losses", "allies", "sanctions", "energy", "prices"),
    *("budget", "voters", "courts", "reform", "climate", "cities", "transport"),
)
BRANCHES = 4  # inferences on each claim
SPEAKERS = 12


def made_map(claims: int, *, seed: int = 1) -> ArgumentMap:
    """A tree of so many claims; every tenth step has a co-premise, every third claim a saying."""
    chance = random.Random(seed)  # noqa: S311  no secret
    ranks = first_ranks(claims + 1)
    source = Source(
        id=SourceId("source"), title="Made up", text=_article(chance.choices(WORDS, k=3 * claims))
    )
    speakers = [
        Speaker(id=SpeakerId(f"s{i}"), name=f"{chance.choice(WORDS).title()} Speaker {i}")
        for i in range(SPEAKERS)
    ]
    elements: list[AnyElement] = [source, *speakers]
    ids = [ClaimId(f"c{i}") for i in range(claims)]
    for i, key in enumerate(ids):
        text = " ".join(chance.choices(WORDS, k=chance.randint(8, 14))).capitalize() + "."
        elements.append(Claim(id=key, text=text, rank=ranks[i]))
        if i % 3 == 0:
            elements.append(_saying(chance, source, key, i))
    i = 1
    while i < claims:
        premises = ids[i : i + (2 if i % 10 == 0 else 1)]
        elements.append(
            Inference(
                id=InferenceId(f"i{i}"),
                premises=tuple(premises),
                target=ids[(i - 1) // BRANCHES],
                polarity=chance.choice([Polarity.SUPPORT, Polarity.SUPPORT, Polarity.ATTACK]),
                rank=ranks[i],
            )
        )
        i += len(premises)
    project = Project(id=ProjectId(f"made{claims}"), title=f"{claims} claims")
    return ArgumentMap.of(project, elements)


def _article(words: list[str]) -> str:
    """Sentences of 12 words, in paragraphs of six sentences."""
    starts = range(0, len(words), 12)
    sentences = [" ".join(words[start : start + 12]).capitalize() + "." for start in starts]
    return "\n\n".join(" ".join(sentences[i : i + 6]) for i in range(0, len(sentences), 6))


def _saying(chance: random.Random, source: Source, claim: ClaimId, i: int) -> Locution:
    start = chance.randrange(len(source.text) - 40)
    return Locution(
        id=LocutionId(f"l{i}"),
        claim=claim,
        speakers=(SpeakerId(f"s{i % SPEAKERS}"),),
        anchor=Anchor(
            source=source.id, start=start, end=start + 20, exact=source.text[start : start + 20]
        ),
    )
