"""Build the sample project with the program's own edits: `make sample` writes it to resources."""

from datetime import date
from pathlib import Path

from app import edits
from app.articles.anchors import anchor_at, fidelity_of
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    Project,
    ProjectId,
    Source,
    SourceId,
    SpeakerKind,
    TargetId,
)
from resources.files import SAMPLES

SPEAKERS = {
    "CNN": (SpeakerKind.PUBLICATION, "", ()),
    "Analysts": (SpeakerKind.UNNAMED, "cited by CNN", ("Analysts cited by CNN",)),
    "Thomas Graham": (SpeakerKind.PERSON, "Russian foreign policy expert", ("Graham",)),
    "John Lough": (SpeakerKind.PERSON, "associate fellow at Chatham House", ("Lough",)),
    "The Washington Post": (SpeakerKind.PUBLICATION, "", ("Washington Post",)),
}


class Builder:
    """Applies edits one after the other and knows the claims by what they say."""

    def __init__(self) -> None:
        self.map = ArgumentMap.of(
            Project(id=ProjectId("samplepeacetalks"), title="Putin and peace talks")
        )
        self.source = Source(
            id=SourceId("samplearticle"),
            title="Putin unlikely to negotiate, whoever wins in Washington",
            author="reporting CNN and The Washington Post",
            outlet="The New Voice of Ukraine",
            published=date(2024, 11, 5),
            text=(SAMPLES / "article.txt").read_text(encoding="utf-8"),
            language="en",
        )
        self.do(edits.add_source(self.map, source=self.source))
        for name, (sort, affiliation, aliases) in SPEAKERS.items():
            (speaker,) = self.do(edits.add_speaker(self.map, name=name)).after.values()
            self.do(
                edits.describe_speaker(
                    self.map,
                    speaker=speaker.id,  # type: ignore[arg-type]
                    sort=sort,
                    affiliation=affiliation,
                    aliases=aliases,
                )
            )

    def do(self, change: Change) -> Change:
        self.map = self.map.apply(change)
        return change

    def said(
        self,
        text: str,
        words: str,
        *speakers: str,
        target: TargetId | None = None,
        polarity: Polarity = Polarity.SUPPORT,
    ) -> tuple[ClaimId, InferenceId]:
        """Make a claim of words of the article and put it as a reader would; no words, no mark."""
        if words:
            start = self.source.text.index(words)
            anchor = anchor_at(self.source, start, start + len(words))
            change = edits.claim_from_words(
                self.map,
                anchor=anchor,
                target=target,
                polarity=polarity,
                speakers=speakers,
                fidelity=fidelity_of(self.source, anchor.start, anchor.end),
            )
        else:
            assert target
            change = edits.add_step(self.map, target=target, polarity=polarity, text=text)
        self.do(change)
        claim = next(e.id for e in change.after.values() if isinstance(e, Claim))
        steps = [e.id for e in change.after.values() if isinstance(e, Inference)]
        self.do(edits.set_text(self.map, claim=claim, text=text))
        return claim, steps[0] if steps else InferenceId("")


def build_sample() -> ArgumentMap:
    """Build the finished map of the sample article."""
    b = Builder()
    against = Polarity.ATTACK
    contention, _ = b.said(
        "Putin is unlikely to enter peace negotiations to end the war in Ukraine, "
        "regardless of who wins the U.S. presidential election.",
        "Russian leader Vladimir Putin is unlikely to enter peace negotiations to end the war in "
        "Ukraine, regardless of who wins the U.S. presidential election",
        "CNN",
    )
    exploit, _ = b.said(
        "Putin would exploit U.S. political dysfunction and “cracks in Western unity” under any "
        "American president.",
        "Putin would aim to exploit perceived U.S. political dysfunction and “cracks in Western "
        "unity” under any American president",
        "Analysts",
        "CNN",
        target=contention,
    )
    b.said(
        "U.S. support may be reduced, NATO’s role weakened, Congress split.",
        "reduced U.S. support under a Trump administration, a weakened NATO role, or internal "
        "splits within Congress",
        target=exploit,
    )
    b.said(
        "Financial pressures and pro-Russian leaders divide the allies.",
        "Financial pressures on European allies, along with the influence of pro-Russian leaders "
        "in NATO members like Hungary and Slovakia",
        target=exploit,
    )
    _, graham = b.said(
        "Without Western unity or a clear vision, “Putin has no reason to reconsider his actions "
        "in Ukraine.”",
        "without Western unity or a clear vision from the West and Ukraine, “Putin has no reason "
        "to reconsider his actions in Ukraine.”",
        "Thomas Graham",
        "CNN",
        target=contention,
    )
    change = b.do(
        edits.add_premise(
            b.map,
            inference=graham,
            text="There is neither Western unity nor a clear vision.",
            unstated=True,
        )
    )
    unstated = next(e.id for e in change.after.values() if isinstance(e, Claim))
    b.said(
        "Western allies may still lack the commitment needed for significant military gains.",
        "Western allies may still lack the commitment needed to enable Ukraine to achieve "
        "significant military gains",
        "CNN",
        target=unstated,
    )
    scale, _ = b.said(
        "The war’s scale is too vast for simple negotiations between Moscow and Kyiv.",
        "the war’s scale is too vast for simple negotiations between Moscow and Kyiv",
        "CNN",
        target=contention,
    )
    b.said(
        "It reflects a broader conflict between Russia and the West.",
        "it reflects a broader conflict between Russia and the West",
        "CNN",
        target=scale,
    )
    lough, advisors = b.said(
        "If advisors clarify the dynamics at play, Trump’s stance toward Putin may shift.",
        "if advisors clarify to Trump the dynamics at play—especially China’s key role in "
        "supporting Russia—Trump’s stance toward Putin may shift",
        "John Lough",
        target=contention,
        polarity=against,
    )
    stance, _ = b.said(
        "A firmer Washington does not by itself bring Moscow to the table.",
        "",
        target=advisors,
        polarity=against,
    )
    b.do(edits.set_unstated(b.map, claim=stance, unstated=True))
    approach, _ = b.said(
        "Trump’s approach to ending the war may ultimately be unacceptable to Moscow.",
        "his potential approach to ending the Ukraine war may ultimately be unacceptable to Moscow",
        "The Washington Post",
        target=lough,
        polarity=against,
    )
    b.said(
        "Russia is quietly rooting for Trump’s victory.",
        "Russia is quietly rooting for Trump’s victory",
        "The Washington Post",
        target=approach,
        polarity=against,
    )
    return b.map


def main() -> None:
    """Write the sample to where it ships."""
    from storage.shared import write_shared_project  # noqa: PLC0415  only here

    write_shared_project(build_sample(), Path(SAMPLES) / "peace-talks.rejoinder")


if __name__ == "__main__":
    main()
