"""Who says what, and where it comes from."""

from app import edits
from app.analysis.sayings import independent_sources, said_by, table
from app.model.elements import (
    ClaimId,
    Locution,
    Source,
    SourceId,
    SpeakerId,
    SpeakerKind,
    Stance,
    new_id,
)
from tests.app.builders import ARTICLE, Draft, anchor_of


class News(Draft):
    """Articles, and who says what in them."""

    def article(self, title: str, outlet: str = "", text: str = ARTICLE) -> Source:
        source = Source(id=SourceId(new_id()), title=title, text=text, outlet=outlet)
        self.do(edits.add_source(self.map, source=source))
        return source

    def marked(self, claim: ClaimId, source: Source, words: str, *speakers: str) -> Locution:
        return self.saying(claim, *speakers, anchor=anchor_of(source, words))

    def stance(self, saying: Locution, stance: Stance) -> None:
        self.do(edits.set_stance(self.map, locution=saying.id, stance=stance))

    def key(self, name: str) -> SpeakerId:
        return next(s.id for s in self.map.speakers() if s.name == name)


# All that a speaker says


def test_what_a_speaker_says_comes_in_the_order_of_the_text_and_placeless_last() -> None:
    draft = News()
    second, first = draft.article("B"), draft.article("A")
    claims = [draft.claim(str(number)) for number in range(4)]
    draft.saying(claims[0], "CNN")
    draft.marked(claims[1], second, "CNN says so.", "CNN")
    draft.marked(claims[2], first, "Russia is", "CNN")
    draft.marked(claims[3], first, "Putin", "CNN")

    said = said_by(draft.map, draft.key("CNN"))
    assert [one.claim for one in said] == [claims[3], claims[2], claims[1], claims[0]]
    assert [(one.source, one.paragraph) for one in said] == [
        (first.id, 1),
        (first.id, 2),
        (second.id, 1),
        (None, None),
    ]


def test_who_said_it_first_and_through_whom_is_told() -> None:
    draft = News()
    saying = draft.saying(draft.claim(), "Graham", "CNN", "NV")
    draft.stance(saying, Stance.DENIES)
    graham, cnn, nv = saying.speakers
    ((first,), (middle,), (last,)) = (said_by(draft.map, key) for key in saying.speakers)

    assert (first.by, first.via, first.stance) == (None, (cnn, nv), Stance.DENIES)
    assert (middle.by, middle.via) == (graham, (nv,))
    assert (last.by, last.via) == (graham, ())


def test_a_lost_mark_still_tells_its_source() -> None:
    draft = News()
    source = draft.article("A")
    draft.marked(draft.claim(), source, "Russia is rooting", "CNN")
    draft.do(edits.correct_text(draft.map, source=source.id, text="Nothing of this is left."))
    (one,) = said_by(draft.map, draft.key("CNN"))
    assert (one.source, one.paragraph) == (source.id, None)


def test_the_table_has_a_row_for_each_claim_and_who_says_it_how() -> None:
    draft = News()
    source = draft.article("A")
    late, early = draft.claim("late"), draft.claim("early")
    draft.marked(late, source, "Russia", "Graham")
    denied = draft.marked(early, source, "CNN", "Lough", "CNN")
    draft.stance(denied, Stance.DENIES)
    draft.marked(early, source, "Putin", "Graham")
    draft.marked(early, source, "no reason", "Graham")
    graham, lough, cnn = (draft.key(name) for name in ("Graham", "Lough", "CNN"))
    made = table(draft.map, [graham, lough, cnn])

    assert list(made) == [early, late]
    assert made[early] == {lough: (Stance.DENIES,), graham: (Stance.ASSERTS,)}
    assert made[late] == {graham: (Stance.ASSERTS,)}
    assert table(draft.map, [cnn]) == {}


# Independent sources


def test_five_articles_that_rest_on_one_wire_report_are_one_source() -> None:
    draft = News()
    claim = draft.claim()
    for title in "abcde":
        draft.marked(
            claim, draft.article(title, title.upper()), "Putin", "Reuters", f"Paper {title}"
        )
    (origin,) = independent_sources(draft.map, claim)

    assert (origin.origin, origin.name) == (draft.key("Reuters"), "Reuters")
    assert len(origin.sayings) == 5


def test_articles_that_say_it_themselves_count_by_their_outlet() -> None:
    draft = News()
    claim = draft.claim()
    change = edits.add_speaker(draft.map, name="CNN", sort=SpeakerKind.PUBLICATION)
    cnn = next(iter(draft.do(change).after))
    for title, outlet in [("a", "CNN"), ("b", "cnn"), ("c", "NV"), ("d", ""), ("e", "")]:
        draft.marked(claim, draft.article(title, outlet), "Putin")
    draft.saying(claim, "CNN")
    draft.saying(claim)
    origins = independent_sources(draft.map, claim)

    assert [(one.name, len(one.sayings)) for one in origins] == [
        ("CNN", 3),
        ("d", 1),
        ("e", 1),
        ("NV", 1),
    ]
    assert origins[0].origin == cnn


def test_who_denies_it_or_asks_is_no_source_for_it() -> None:
    draft = News()
    claim = draft.claim()
    for name, stance in [("A", Stance.DENIES), ("B", Stance.ASKS), ("C", Stance.CONCEDES)]:
        draft.stance(draft.saying(claim, name), stance)
    assert [one.name for one in independent_sources(draft.map, claim)] == ["C"]
    assert independent_sources(draft.map, draft.claim()) == []
