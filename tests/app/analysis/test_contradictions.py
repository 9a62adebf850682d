"""Speakers who argue against themselves."""

from app import edits
from app.analysis.contradictions import Conflict, Contradiction, contradictions
from app.model.elements import ClaimId, Inference, Polarity, SpeakerId, Stance
from tests.app.builders import Draft


class Debate(Draft):
    """A map in which Ada says things."""

    def said(self, claim: ClaimId, stance: Stance = Stance.ASSERTS, by: str = "Ada") -> ClaimId:
        saying = self.saying(claim, by)
        self.do(edits.set_stance(self.map, locution=saying.id, stance=stance))
        return claim

    @property
    def ada(self) -> SpeakerId:
        return next(speaker.id for speaker in self.map.speakers() if speaker.name == "Ada")

    def found(self) -> list[Contradiction]:
        return contradictions(self.map, self.ada)


def premise(step: Inference) -> ClaimId:
    return step.premises[0]


def test_an_objection_to_what_one_says_oneself_is_told() -> None:
    draft = Debate()
    target = draft.said(draft.claim())
    objection = draft.objection(target)
    other = draft.said(premise(objection))

    assert draft.found() == [Contradiction(other, target, Conflict.AGAINST, (objection.id,))]


def test_what_others_say_or_one_only_reports_is_no_contradiction() -> None:
    draft = Debate()
    target = draft.said(draft.claim())
    draft.said(premise(draft.objection(target)), by="Bob")
    draft.said(premise(draft.objection(target)), Stance.REPORTS)
    draft.said(premise(draft.objection(target)), Stance.ASKS)
    passed_on = draft.saying(premise(draft.objection(target)), "Bob", "Ada")
    draft.said(premise(draft.reason(target)))

    assert passed_on.speakers[1] == draft.ada
    assert draft.found() == []


def test_a_reason_for_an_objection_speaks_against_it_too() -> None:
    draft = Debate()
    target = draft.said(draft.claim())
    objection = draft.objection(target)
    reason = draft.reason(premise(objection))
    other = draft.said(premise(reason))

    (one,) = draft.found()
    assert one == Contradiction(other, target, Conflict.AGAINST, (reason.id, objection.id))


def test_a_rebuttal_speaks_for_what_the_objection_is_against() -> None:
    draft = Debate()
    target = draft.said(draft.claim())
    rebuttal = draft.objection(premise(draft.objection(target)))
    draft.said(premise(rebuttal))
    assert draft.found() == []

    draft = Debate()
    denied = draft.said(draft.claim(), Stance.DENIES)
    rebuttal = draft.objection(premise(draft.objection(denied)))
    other = draft.said(premise(rebuttal))
    assert [(one.one, one.other) for one in draft.found()] == [(other, denied)]


def test_to_hold_a_claim_and_to_deny_it_is_a_contradiction() -> None:
    draft = Debate()
    claim = draft.said(draft.said(draft.claim()), Stance.DENIES)
    assert draft.found() == [Contradiction(claim, claim, Conflict.DENIED, ())]


def test_an_undercutter_of_ones_own_step_is_told() -> None:
    draft = Debate()
    step = draft.reason(draft.claim())
    own = draft.said(premise(step))
    change = edits.add_undercutter(draft.map, target=step.id, text="That does not follow")
    undercutter = next(e for e in draft.do(change).after.values() if isinstance(e, Inference))
    other = draft.said(premise(undercutter))

    assert draft.found() == [
        Contradiction(other, own, Conflict.UNDERCUT, (undercutter.id, step.id))
    ]


def test_to_speak_for_something_and_against_it_is_told() -> None:
    draft = Debate()
    target = draft.claim()
    reason, objection = draft.reason(target), draft.objection(target)
    one, other = draft.said(premise(reason)), draft.said(premise(objection))

    assert draft.found() == [
        Contradiction(one, other, Conflict.BOTH_SIDES, (reason.id, objection.id))
    ]


def test_the_way_ends_at_the_next_claim_of_the_speaker() -> None:
    draft = Debate()
    top = draft.said(draft.claim())
    middle = draft.said(premise(draft.objection(top)))
    draft.said(premise(draft.reason(middle)))
    assert [(one.one, one.other) for one in draft.found()] == [(middle, top)]


def test_circles_and_long_chains_come_to_an_end() -> None:
    draft = Debate()
    first = last = draft.claim()
    for _ in range(300):
        last = premise(draft.reason(last))
    draft.step(first, last, Polarity.ATTACK)
    draft.said(last)
    assert draft.found() == []

    draft.said(first)
    (one,) = draft.found()
    assert (one.one, one.other, one.how) == (first, last, Conflict.AGAINST)
