"""A person at work by chance: any edit, undo and redo, one after the other, from a seed."""

from collections.abc import Callable
from random import Random

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.change import Change
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
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    TargetId,
    new_id,
)
from app.model.errors import EditError

WORDS = (
    *("pipeline", "Europe", "never", "ought", "“because”", "Zoë", "ß", "🎈", "gas", "unity"),
    *("prices", "fell", "rise\nwhy", "however"),
)
NAMES = ["Ada", "CNN", "John Lough", "a diplomat", "Zoë"]

Edit = Callable[[Random, ArgumentMap], Change]


def chance(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311  no secret


def words(by: Random, most: int = 8) -> str:
    return " ".join(by.choices(WORDS, k=by.randint(1, most)))


def one(by: Random, argument_map: ArgumentMap, kind: type[AnyElement]) -> str:
    """The id of any element of a kind; one that is not there if there is none."""
    found = sorted(element.id for element in argument_map.every(kind))
    return by.choice(found) if found else "nowhere"


def claim(by: Random, argument_map: ArgumentMap) -> ClaimId:
    return ClaimId(one(by, argument_map, Claim))


def step(by: Random, argument_map: ArgumentMap) -> InferenceId:
    return InferenceId(one(by, argument_map, Inference))


def either(by: Random, argument_map: ArgumentMap) -> TargetId:
    return claim(by, argument_map) if by.randrange(2) else step(by, argument_map)


def anchor(by: Random, argument_map: ArgumentMap) -> Anchor:
    source = argument_map.source(SourceId(one(by, argument_map, Source)))
    start = by.randrange(len(source.text))
    exact = source.text[start : start + by.randint(1, 9)]
    return Anchor(source=source.id, start=start, end=start + len(exact), exact=exact)


def new_source(by: Random) -> Source:
    return Source(id=SourceId(new_id()), title=words(by, 3), text=words(by, 300))


EDITS: dict[str, Edit] = {
    "claim": lambda by, m: edits.add_claim(m, text=words(by)),
    "reason": lambda by, m: edits.add_reason(m, target=claim(by, m), text=words(by)),
    "objection": lambda by, m: edits.add_objection(m, target=claim(by, m), text=words(by)),
    "undercutter": lambda by, m: edits.add_undercutter(m, target=step(by, m), text=words(by)),
    "premise": lambda by, m: edits.add_premise(m, inference=step(by, m), text=words(by)),
    "text": lambda by, m: edits.set_text(m, claim=claim(by, m), text=words(by)),
    "note": lambda by, m: edits.set_note(m, claim=claim(by, m), note=words(by, 2_000)),
    "tags": lambda by, m: edits.set_tags(m, claim=claim(by, m), tags=words(by, 3).split()),
    "flip": lambda by, m: edits.flip(m, inference=step(by, m), polarity=by.choice([*Polarity])),
    "onto": lambda by, m: edits.move_onto(
        m, element=step(by, m), target=claim(by, m), polarity=by.choice([*Polarity])
    ),
    "remove": lambda by, m: edits.remove(m, element=either(by, m)),
    "title": lambda by, m: edits.rename_project(m, title=words(by, 4)),
    "source": lambda by, m: edits.add_source(m, source=new_source(by)),
    "say": lambda by, m: edits.say(
        m, claim=claim(by, m), speakers=by.choices(NAMES, k=by.randint(0, 2))
    ),
    "mark": lambda by, m: edits.mark(m, claim=claim(by, m), anchor=anchor(by, m)),
    "from words": lambda by, m: edits.claim_from_words(
        m, anchor=anchor(by, m), speakers=by.choices(NAMES, k=1)
    ),
    "unsay": lambda by, m: edits.remove_locution(m, locution=LocutionId(one(by, m, Locution))),
    "colour": lambda by, m: edits.set_speaker_colour(
        m, speaker=SpeakerId(one(by, m, Speaker)), colour=by.randrange(8)
    ),
    "correct": lambda by, m: edits.correct_text(
        m, source=SourceId(one(by, m, Source)), text=words(by, 300)
    ),
}
GROWING = ["claim", "reason", "objection", "premise", "source", "from words", "say"]


def any_change(by: Random, argument_map: ArgumentMap) -> Change:
    """Any edit that can be done to a map."""
    while True:
        name = by.choice([*EDITS, *GROWING])
        try:
            change = EDITS[name](by, argument_map)
            argument_map.apply(change)
        except EditError:
            continue
        if change:
            return change


def act(by: Random, document: Document) -> None:
    """Do something: mostly an edit, now and then undo or redo."""
    match by.randrange(10):
        case 0 | 1:
            document.undo()
        case 2:
            document.redo()
        case _:
            document.do(any_change(by, document.map), group=by.choice(["", "", "typing"]))
