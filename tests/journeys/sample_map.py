"""The finished map of the sample's article, and whether two maps say the same."""

from typing import NamedTuple

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Inference, InferenceId


class Part(NamedTuple):
    """A claim of the sample's map: its text, the words it rests on, who says them, and its place.

    `kind` is "reason", "objection", "undercutter" or "co-premise" of the claim that begins with
    `of`; a claim without words is written by the person.
    """

    text: str
    words: str = ""
    who: str = ""
    kind: str = ""
    of: str = ""


PARTS = (
    Part(
        "Putin is unlikely to enter peace negotiations to end the war in Ukraine, regardless of "
        "who wins the U.S. presidential election.",
        "Russian leader Vladimir Putin is unlikely to enter peace negotiations to end the war in "
        "Ukraine, regardless of who wins the U.S. presidential election",
        "CNN",
    ),
    Part(
        "Putin would exploit U.S. political dysfunction and “cracks in Western unity” under any "
        "American president.",
        "Putin would aim to exploit perceived U.S. political dysfunction and “cracks in Western "
        "unity” under any American president",
        "Analysts via CNN",
        "reason",
        "Putin is unlikely",
    ),
    Part(
        "U.S. support may be reduced, NATO’s role weakened, Congress split.",
        "reduced U.S. support under a Trump administration, a weakened NATO role, or internal "
        "splits within Congress",
        "",
        "reason",
        "Putin would exploit",
    ),
    Part(
        "Financial pressures and pro-Russian leaders divide the allies.",
        "Financial pressures on European allies, along with the influence of pro-Russian leaders "
        "in NATO members like Hungary and Slovakia",
        "",
        "reason",
        "Putin would exploit",
    ),
    Part(
        "Without Western unity or a clear vision, “Putin has no reason to reconsider his actions "
        "in Ukraine.”",
        "without Western unity or a clear vision from the West and Ukraine, “Putin has no reason "
        "to reconsider his actions in Ukraine.”",
        "Thomas Graham via CNN",
        "reason",
        "Putin is unlikely",
    ),
    Part(
        "There is neither Western unity nor a clear vision.",
        kind="co-premise",
        of="Without Western unity",
    ),
    Part(
        "Western allies may still lack the commitment needed for significant military gains.",
        "Western allies may still lack the commitment needed to enable Ukraine to achieve "
        "significant military gains",
        "CNN",
        "reason",
        "There is neither",
    ),
    Part(
        "The war’s scale is too vast for simple negotiations between Moscow and Kyiv.",
        "the war’s scale is too vast for simple negotiations between Moscow and Kyiv",
        "CNN",
        "reason",
        "Putin is unlikely",
    ),
    Part(
        "It reflects a broader conflict between Russia and the West.",
        "it reflects a broader conflict between Russia and the West",
        "CNN",
        "reason",
        "The war’s scale",
    ),
    Part(
        "If advisors clarify the dynamics at play, Trump’s stance toward Putin may shift.",
        "if advisors clarify to Trump the dynamics at play—especially China’s key role in "
        "supporting Russia—Trump’s stance toward Putin may shift",
        "John Lough",
        "objection",
        "Putin is unlikely",
    ),
    Part(
        "A firmer Washington does not by itself bring Moscow to the table.",
        kind="undercutter",
        of="If advisors",
    ),
    Part(
        "Trump’s approach to ending the war may ultimately be unacceptable to Moscow.",
        "his potential approach to ending the Ukraine war may ultimately be unacceptable to Moscow",
        "The Washington Post",
        "objection",
        "If advisors",
    ),
    Part(
        "Russia is quietly rooting for Trump’s victory.",
        "Russia is quietly rooting for Trump’s victory",
        "The Washington Post",
        "objection",
        "Trump’s approach",
    ),
)
UNSTATED = ("There is neither", "A firmer Washington")


def told(argument_map: ArgumentMap) -> list[object]:
    """What a map says, without its ids: each claim where it stands, and who says it in what words.

    The order of siblings counts; the order in which claims came to be does not.
    """
    lines: list[object] = []
    for claim in argument_map.every(Claim):
        sayings = [
            (
                [argument_map.speaker(speaker).name for speaker in saying.speakers],
                saying.stance,
                saying.fidelity,
                saying.anchor and (saying.anchor.start, saying.anchor.exact),
            )
            for saying in argument_map.locutions_of(claim.id)
        ]
        below = [_step(argument_map, step) for step in argument_map.inferences_on(claim.id)]
        state = (claim.unstated, claim.tags, claim.note, claim.confidence)
        lines.append((claim.text, state, sayings, below))
    return sorted(lines, key=str)


def _step(argument_map: ArgumentMap, step: Inference) -> object:
    """A step in words, with the steps that undercut it."""
    premises = [argument_map.claim(ClaimId(claim)).text for claim in step.premises]
    hits = argument_map.inferences_on(InferenceId(step.id))
    return (step.polarity, step.scheme, premises, [_step(argument_map, hit) for hit in hits])
