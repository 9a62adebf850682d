"""Linking claims that are there already: asked for, and in place of one typed again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.elements import ClaimId, Polarity
from tests.journeys.driver import Person
from widgets.canvas.editor import CardEditor
from widgets.canvas.repeat_hint import RepeatHint
from widgets.linking import LinkPopup

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier
alt = Qt.KeyboardModifier.AltModifier

SAID = "Russia is quietly rooting for Trump’s victory."
TYPED = SAID.replace("’", "'")  # as keys have it


def opened(person: Person) -> LinkPopup:
    person.press(Key.Key_L)
    (popup,) = (p for p in person.window.findChildren(LinkPopup) if p.isVisible())
    return popup


def hint(person: Person) -> str:
    (found,) = person.window.findChildren(RepeatHint)
    return found.text() if found.isVisible() else ""


def wait_for_words(person: Person, claim: ClaimId, text: str) -> None:
    """Wait until what was typed is kept, which is when repeats are looked for, too."""
    person.bot.waitUntil(lambda: person.map.claim(claim).text == text)
    QApplication.processEvents()


def premises_on(person: Person, start: str) -> list[tuple[list[str], Polarity]]:
    """What bears on a claim, in order."""
    steps = person.map.inferences_on(person.claim(start).id)
    return [([person.map.claim(p).text for p in s.premises], s.polarity) for s in steps]


# Asked for


def test_a_claim_is_found_by_some_of_its_words_and_linked_as_a_reason(reader: Person) -> None:
    reader.click_claim("Financial")
    popup = opened(reader)
    assert len(popup.shown()) == 12
    reader.type("QUÍETLY rooting")
    assert popup.shown()[0] == SAID
    assert len(popup.shown()) <= 12
    reader.press(Key.Key_Return)
    assert premises_on(reader, "Financial") == [([SAID], Polarity.SUPPORT)]
    assert reader.texts().count(SAID) == 1
    assert reader.selected == SAID
    assert not popup.isVisible()


def test_with_alt_it_is_an_objection_and_with_shift_a_co_premise(reader: Person) -> None:
    reader.click_claim("Financial")
    opened(reader)
    reader.type("quietly rooting")
    reader.press(Key.Key_Return, alt)
    assert premises_on(reader, "Financial") == [([SAID], Polarity.ATTACK)]
    QApplication.processEvents()
    reader.click_claim("Financial")
    step = reader.step_of("Financial").inference.id
    opened(reader)
    reader.type("quietly rooting")
    reader.press(Key.Key_Return, shift)
    assert reader.claim(SAID).id in reader.map.inference(step).premises
    reader.view.setFocus()
    reader.press(Key.Key_Z, ctrl)
    assert reader.claim(SAID).id not in reader.map.inference(step).premises


def test_it_says_why_a_claim_cannot_be_its_own_premise(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    before = reader.map
    popup = opened(reader)
    reader.type(TYPED)
    reader.press(Key.Key_Return)
    assert popup.isVisible()
    assert popup.why_not == "A claim cannot be its own premise."
    reader.press(Key.Key_Return, shift)
    assert popup.why_not == "A claim can be a premise of the same step only once."
    reader.press(Key.Key_Escape)
    assert reader.map == before


def test_a_claim_at_the_top_gets_no_co_premise(reader: Person) -> None:
    reader.click_claim("Putin is unlikely")
    popup = opened(reader)
    reader.type("quietly rooting")
    reader.press(Key.Key_Return, shift)
    assert popup.why_not == "Select a reason or an objection first."
    popup.close()


def test_people_may_argue_in_circles(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    opened(reader)
    reader.type("Putin is unlikely to enter")
    reader.press(Key.Key_Return)
    assert len(premises_on(reader, "Russia is quietly")) == 1


def test_a_link_to_a_folded_claim_is_shown(reader: Person) -> None:
    reader.click_claim("It reflects")
    reader.press(Key.Key_F)
    opened(reader)
    reader.type("quietly rooting")
    reader.press(Key.Key_Return)
    assert reader.selected == SAID
    assert reader.claim("It reflects").id not in reader.project.view.reading.folded


def test_without_a_selection_it_is_said_what_to_do(reader: Person) -> None:
    reader.click_empty_map()
    reader.press(Key.Key_L)
    assert "Select the claim" in reader.advice
    assert reader.window.findChildren(LinkPopup) == []


def test_words_typed_since_are_found_and_old_ones_are_not(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("Butter is dear")
    popup = opened(mapper)
    assert popup.shown() == ["Butter is dear"]
    popup.close()
    QApplication.processEvents()
    mapper.click_claim("Butter")
    mapper.press(Key.Key_F2)
    mapper.press(Key.Key_A, ctrl)
    mapper.write("Bread is cheap")
    popup = opened(mapper)
    mapper.type("bread cheap")
    assert popup.shown() == ["Bread is cheap"]
    popup.close()


# Typed again


def test_a_claim_that_is_typed_again_can_be_linked_instead(reader: Person) -> None:
    reader.click_claim("It reflects")
    reader.press(Key.Key_Tab)
    reader.write("Because of this")
    before = reader.map
    reader.press(Key.Key_Return, ctrl)  # another one before it
    reader.type("russia is  quietly rooting for Trump's Victory")
    reader.bot.waitUntil(lambda: bool(hint(reader)))
    assert hint(reader) == "This claim is there already: Ctrl+L links it instead"
    reader.press(Key.Key_L, ctrl)
    assert not isinstance(QApplication.focusWidget(), CardEditor)
    assert hint(reader) == ""
    assert reader.texts().count(SAID) == 1
    assert [texts for texts, _ in premises_on(reader, "It reflects")][-2:] == [
        [SAID],
        ["Because of this"],
    ]
    assert reader.selected == SAID
    reader.press(Key.Key_Z, ctrl)
    assert reader.map == before


def test_a_repeated_co_premise_is_linked_at_its_place(reader: Person) -> None:
    reader.click_claim("Without Western")
    step = reader.step_of("Without Western").inference.id
    reader.press(Key.Key_C)
    reader.type(TYPED)
    reader.press(Key.Key_L, ctrl)  # no need to wait for the hint
    premises = [reader.map.claim(p).text for p in reader.map.inference(step).premises]
    assert premises.index(SAID) == premises.index(reader.claim("Without Western").text) + 1
    assert reader.texts().count(SAID) == 1


def test_a_repeated_free_claim_leads_to_the_one_that_is_there(reader: Person) -> None:
    before = reader.map
    reader.view.setFocus()
    reader.press(Key.Key_N)
    reader.type(TYPED)
    reader.bot.waitUntil(lambda: "goes to it" in hint(reader))
    reader.press(Key.Key_L, ctrl)
    assert reader.map == before
    assert reader.selected == SAID


def test_short_words_other_words_and_the_target_itself_bring_no_hint(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Tab)
    claim = ClaimId(str(reader.view.edited and reader.view.edited[1]))
    for text in ("Yes.", "Nobody else on this map has said so.", TYPED):
        reader.press(Key.Key_A, ctrl)
        reader.type(text)
        wait_for_words(reader, claim, text)
        assert hint(reader) == ""
    before = reader.map
    reader.press(Key.Key_L, ctrl)
    assert reader.map == before


def test_an_old_claim_that_is_edited_brings_no_hint(reader: Person) -> None:
    reader.click_claim("Financial")
    claim = reader.claim("Financial").id
    reader.press(Key.Key_F2)
    reader.press(Key.Key_A, ctrl)
    reader.type(TYPED)
    wait_for_words(reader, claim, TYPED)
    assert hint(reader) == ""
