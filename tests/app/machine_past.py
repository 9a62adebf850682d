"""The rules of the machine that bring back what the map was, or what a copy of it has become."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app import edits
from app.model.elements import Claim
from tests.app.machine import NUMBERS, Person


class Remembering(Person):
    """A person who keeps what the map was."""

    @rule(number=NUMBERS)
    def restore(self, number: int) -> None:
        past = self.past(number)
        self.edit(lambda m: edits.restore(m, past=past))
        assert self.document.map == past

    @rule(number=NUMBERS)
    def take_over(self, number: int) -> None:
        copy = self.past(number)
        noted = {claim.id for claim in self.document.map.every(Claim) if claim.note}
        self.edit(lambda m: edits.take_over(m, copy=copy))
        now = self.document.map.every(Claim)
        assert {claim.id for claim in now} == {claim.id for claim in copy.every(Claim)}
        assert all(claim.note for claim in now if claim.id in noted)

    @rule(number=NUMBERS, claims=st.lists(NUMBERS, max_size=3))
    def take_from(self, number: int, claims: list[int]) -> None:
        past = self.past(number)
        self.edit(
            lambda m: edits.take_from(m, past=past, claims=[self.claim(claim) for claim in claims])
        )
