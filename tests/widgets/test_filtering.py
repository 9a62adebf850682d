"""A filter follows each change of the map, and comes out as if it had been set anew."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app import edits
from app.analysis import criteria
from app.document import Document
from app.layout.arrangement import Arranger
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, Inference, InferenceId, Polarity
from app.model.errors import EditError
from app.model.view_state import Criterion, Trait
from tests.app.builders import random_maps
from tests.fakes.memory_store import MemoryLibrary
from widgets.filtering import Filtering
from widgets.fonts import QtMeasure, load_fonts
from widgets.performing import Performer
from widgets.reading import Reading

NUMBERS = st.integers(0, 50)  # ids differ from run to run, so nothing is drawn from a map


def any_edit(argument_map: ArgumentMap, kind: int, number: int, tags: list[str]) -> Change:
    """An edit that adds something, takes something away, or says who says something."""
    claims = sorted(argument_map.every(Claim), key=lambda claim: (claim.text, claim.rank))
    steps = sorted(argument_map.every(Inference), key=lambda step: step.rank)
    if not claims:
        return edits.add_claim(argument_map, text="New")
    claim, other = claims[number % len(claims)].id, claims[kind * number % len(claims)].id
    target = steps[number % len(steps)].id if steps else claim
    ways = [
        lambda: edits.add_claim(argument_map, text="New"),
        lambda: edits.add_reason(argument_map, target=target, text="New"),
        lambda: edits.add_objection(argument_map, target=claim, text="New"),
        lambda: edits.add_step(
            argument_map, target=target, polarity=Polarity.ATTACK, premise=other
        ),
        lambda: edits.remove(argument_map, element=claim),
        lambda: edits.remove_only(argument_map, element=target),
        lambda: edits.flip(argument_map, inference=InferenceId(target), polarity=Polarity.ATTACK),
        lambda: edits.set_tags(argument_map, claim=claim, tags=tags),
        lambda: edits.say(argument_map, claim=claim, speakers=tags),
    ]
    return ways[kind % len(ways)]()


@settings(max_examples=40)
@given(argument_map=random_maps(), data=st.data())
def test_a_filter_that_follows_is_as_one_set_anew(
    qapp: QApplication, argument_map: ArgumentMap, data: st.DataObject
) -> None:
    assert qapp
    load_fonts()
    document = Document(MemoryLibrary().create(argument_map))
    reading = Reading(document, Arranger(QtMeasure()))
    filtering = Filtering(reading, Performer(document))
    trait = data.draw(st.sampled_from(Trait))
    values = filtering.values(trait)
    value = values[data.draw(NUMBERS) % len(values)].value
    criterion = Criterion(trait=trait, value=value)
    filtering.show_only(criterion)
    for _ in range(data.draw(st.integers(1, 6))):
        with suppress(EditError):  # what cannot be done is left
            tags = data.draw(st.lists(st.sampled_from(["a", "CNN"])))
            document.do(any_edit(document.map, data.draw(NUMBERS), data.draw(NUMBERS), tags))
        anew = criteria.matches(reading.map, reading.outline, criterion)
        assert filtering.count == len(anew)
        assert anew <= filtering.claims()
        shown = filtering.steps()
        assert shown == criteria.steps_shown(reading.outline, filtering.claims())
