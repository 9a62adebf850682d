"""Finding words across what claims say, who says them, their notes, their tags and schemes."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.analysis.finding import Field, Finder, Match, matches
from app.analysis.words import terms_of
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, Inference
from app.model.errors import EditError
from app.model.outline import outline
from tests.app.builders import Draft, anchor_of, random_edits, random_maps


def found(argument_map: ArgumentMap, query: str) -> list[str]:
    """What the claims say that a query finds, in order."""
    hits = Finder(argument_map).find(outline(argument_map), terms_of(query))
    return [argument_map.claim(ClaimId(key[1])).text for key in hits]


def test_all_words_must_occur_in_any_of_the_fields() -> None:
    draft = Draft()
    war, peace = draft.claim("The war goes on"), draft.claim("Peace is near")
    draft.do(edits.set_note(draft.map, claim=war, note="See the second year"))
    draft.do(edits.set_tags(draft.map, claim=peace, tags=["talks"]))
    draft.saying(peace, "Thomas Graham", "CNN")
    assert found(draft.map, "WAR second") == ["The war goes on"]
    assert found(draft.map, "peace talk grah") == ["Peace is near"]
    assert found(draft.map, "cnn") == ["Peace is near"]
    assert found(draft.map, "war peace") == []
    assert found(draft.map, '"peace talks"') == []  # no phrase goes from one field to the next
    assert found(draft.map, " ") == []


def test_aliases_and_affiliations_find_what_a_speaker_says() -> None:
    draft = Draft()
    claim = draft.claim("It is so")
    saying = draft.saying(claim, "John Lough")
    old = draft.map.speaker(saying.speakers[0])
    new = type(old)(id=old.id, name=old.name, aliases=("J. L.",), affiliation="Chatham House")
    draft.do(Change.of("Change a speaker", old=[old], new=[new]))
    assert found(draft.map, "chatham") == found(draft.map, "j. l.") == ["It is so"]


def test_hits_come_in_reading_order_each_where_it_stands_in_full() -> None:
    draft = Draft()
    last = draft.claim("word: on its own")
    top = draft.claim("word: the contention")
    reason = draft.reason(top, "word: a reason")
    objection = draft.objection(reason.premises[0], "word: an objection")
    draft.step(objection.premises[0], top)
    assert found(draft.map, "word") == [
        "word: the contention",
        "word: a reason",
        "word: an objection",
        draft.text(last),
    ]


def test_a_step_is_found_by_its_scheme() -> None:
    draft = Draft()
    step = draft.reason(draft.claim())
    new = Inference.model_validate({**dict(step), "scheme": "Expert opinion"})
    draft.do(Change.of("Name a scheme", old=[step], new=[new]))
    (key,) = Finder(draft.map).find(outline(draft.map), terms_of("expert"))
    assert key == (step.target, step.id)
    assert matches(draft.map, step.id, ["expert"]) == [
        Match(Field.SCHEME, "Expert opinion", ((0, 6),))
    ]


def test_it_is_told_which_field_holds_the_words() -> None:
    draft = Draft()
    claim = draft.claim("Graham says no")
    draft.saying(claim, "Thomas Graham", anchor=anchor_of(draft.source(), "Graham told CNN"))
    draft.do(edits.set_note(draft.map, claim=claim, note="Not Graham Greene"))
    assert [match.field for match in matches(draft.map, claim, ["graham"])] == [
        Field.TEXT,
        Field.NOTE,
        Field.SPEAKER,
    ]


def test_the_first_hit_behind_a_place_is_found_round_and_round() -> None:
    draft = Draft()
    keys = [(ClaimId(""), draft.claim(text)) for text in ("x one", "two", "x three")]
    finder, order = Finder(draft.map), outline(draft.map)
    hits = finder.find(order, ["x"])
    assert finder.first_from(order, hits, None) == 0
    assert finder.first_from(order, hits, keys[1]) == 1
    assert finder.first_from(order, hits, keys[2]) == 1
    assert finder.first_from(order, finder.find(order, ["one"]), keys[1]) == 0


@given(random_maps(), st.lists(st.sampled_from("aeio01 \n.")), st.data())
def test_a_finder_that_follows_changes_finds_what_a_new_one_finds(
    argument_map: ArgumentMap, letters: list[str], data: st.DataObject
) -> None:
    terms = terms_of("".join(letters)) or ("a",)
    finder = Finder(argument_map)
    finder.find(outline(argument_map), terms)
    for _ in range(3):
        with suppress(EditError):  # what cannot be done is left
            change = data.draw(random_edits(argument_map))
            argument_map = argument_map.apply(change)
            finder.follow(argument_map, change)
        order = outline(argument_map)
        assert finder.find(order, terms) == Finder(argument_map).find(order, terms)
