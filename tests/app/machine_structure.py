"""The rules of the machine that copy, divide, join and detach, and that weigh."""

from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app import edits
from app.formats import branch_json
from app.model.branch import Spot, branch_of
from app.model.elements import ClaimAddress, ClaimId, Polarity, ProjectId
from app.model.errors import EditError
from tests.app.machine import ANY_TEXT, MAYBE, NUMBERS, POLARITIES, Person

SPOTS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=3)


def elsewhere(number: int) -> ClaimAddress:
    """One of a few claims of other projects."""
    project, claim = divmod(number, 3)
    return ClaimAddress(project=ProjectId(f"p{project % 3}"), claim=ClaimId(f"c{claim}"))


class Restructuring(Person):
    """A person with a clipboard."""

    def __init__(self) -> None:
        super().__init__()
        self.clipboard = ""

    def spots(self, numbers: list[tuple[int, int]]) -> list[Spot]:
        return [self.place(element, of) for element, of in numbers]

    @rule(spots=SPOTS)
    def copy(self, spots: list[tuple[int, int]]) -> None:
        try:
            branch = branch_of(self.document.map, self.spots(spots))
        except EditError:
            return
        self.clipboard = branch_json.write(branch)
        assert branch_json.read(self.clipboard) == branch

    @rule(on=MAYBE, polarity=POLARITIES)
    def paste(self, on: int | None, polarity: Polarity) -> None:
        if self.clipboard and len(self.document.map) < 200:  # copies of copies grow without end
            branch = branch_json.read(self.clipboard)
            target = None if on is None else self.target(on)
            self.edit(lambda m: edits.paste(m, branch=branch, target=target, polarity=polarity))

    @rule(spots=SPOTS)
    def duplicate(self, spots: list[tuple[int, int]]) -> None:
        if len(self.document.map) < 200:
            self.edit(lambda m: edits.duplicate(m, elements=self.spots(spots)))

    @rule(spots=SPOTS)
    def detach(self, spots: list[tuple[int, int]]) -> None:
        self.edit(lambda m: edits.detach(m, elements=self.spots(spots)))

    @rule(claim=NUMBERS, parts=st.lists(ANY_TEXT, max_size=3))
    def split_claim(self, claim: int, parts: list[str]) -> None:
        self.edit(lambda m: edits.split_claim(m, claim=self.claim(claim), parts=parts))

    @rule(claims=st.lists(NUMBERS, max_size=3), unstated=st.booleans())
    def several(self, claims: list[int], unstated: bool) -> None:  # noqa: FBT001  as elsewhere
        makes = [
            partial(edits.set_unstated, claim=self.claim(n), unstated=unstated) for n in claims
        ]
        self.edit(lambda m: edits.several(m, makes=makes))

    @rule(claim=NUMBERS, confidence=st.none() | st.integers(-1, 101))
    def set_confidence(self, claim: int, confidence: int | None) -> None:
        self.edit(lambda m: edits.set_confidence(m, claim=self.claim(claim), confidence=confidence))

    @rule(claim=NUMBERS, other=NUMBERS)
    def link_same(self, claim: int, other: int) -> None:
        self.edit(lambda m: edits.link_same(m, claim=self.claim(claim), to=elsewhere(other)))

    @rule(claim=NUMBERS, other=NUMBERS)
    def unlink_same(self, claim: int, other: int) -> None:
        self.edit(lambda m: edits.unlink_same(m, claim=self.claim(claim), to=elsewhere(other)))

    @rule(claim=NUMBERS, of=NUMBERS, into=MAYBE)
    def copy_from(self, claim: int, of: int, into: int | None) -> None:
        """Copy a branch of this very map, as if it came from another project."""
        try:
            branch = branch_of(self.document.map, [(self.claim(claim), None)])
        except EditError:
            return
        if len(self.document.map) < 200:
            key = None if into is None else self.claim(into)
            project = elsewhere(of).project
            self.edit(lambda m: edits.copy_from(m, project=project, branch=branch, into=key))

    @rule(inference=NUMBERS, scheme=ANY_TEXT)
    def set_scheme(self, inference: int, scheme: str) -> None:
        self.edit(lambda m: edits.set_scheme(m, inference=self.step(inference), scheme=scheme))

    @rule(into=NUMBERS, others=st.lists(NUMBERS, max_size=3))
    def merge_claims(self, into: int, others: list[int]) -> None:
        keys = [self.claim(other) for other in others]
        self.edit(lambda m: edits.merge_claims(m, into=self.claim(into), others=keys))
