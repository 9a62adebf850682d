"""What undo and redo do is seen, wherever it is."""

import pytest
from PySide6.QtCore import Qt

from app import edits
from app.model.elements import Polarity
from tests.journeys.driver import Person
from tests.journeys.looking import check, only, sees

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


EDITS = ("text", "flip", "delete", "unstated", "tags", "note", "confidence", "speaker", "step")


# Undo and redo show what they did


def test_undo_of_a_deletion_below_a_fold_is_seen(viewer: Person) -> None:
    viewer.click_claim("Russia is quietly")
    viewer.press(Key.Key_Delete)
    assert viewer.project.actions_by_name["undo"].text() == "Undo: Delete"
    viewer.press(Key.Key_F, shift)
    viewer.press(Key.Key_Z, ctrl)
    assert viewer.selected.startswith("Russia is quietly")
    assert sees(viewer, "Russia is quietly")


@pytest.mark.parametrize(
    ("edit", "hiding"),
    [
        pytest.param(
            edit, hiding, marks=() if edit == "text" or hiding == "fold" else pytest.mark.slow
        )
        for edit in EDITS
        for hiding in ("focus", "filter", "near", "fold")
    ],
)
def test_undo_and_redo_show_what_they_touch_though_it_is_hidden(
    viewer: Person, hiding: str, edit: str
) -> None:
    claim = viewer.claim("Russia is quietly").id
    step = viewer.step_of("Russia is quietly").inference.id
    (saying,) = viewer.map.locutions_of(claim)
    viewer.click_claim("Russia is quietly")
    do = viewer.project.view.performer.do
    make = {
        "text": lambda m: edits.set_text(m, claim=claim, text="Other words"),
        "flip": lambda m: edits.flip(m, inference=step, polarity=Polarity.SUPPORT),
        "delete": lambda m: edits.remove(m, element=claim, of=step),
        "unstated": lambda m: edits.set_unstated(m, claim=claim, unstated=True),
        "tags": lambda m: edits.set_tags(m, claim=claim, tags=["votes"]),
        "note": lambda m: edits.set_note(m, claim=claim, note="Where from?"),
        "confidence": lambda m: edits.set_confidence(m, claim=claim, confidence=40),
        "speaker": lambda m: edits.set_speakers(m, locution=saying.id, speakers=["CNN"]),
        "step": lambda m: edits.set_scheme(m, inference=step, scheme="Sign"),
    }[edit]
    assert do(make)
    viewer.click_claim("It reflects")
    if hiding == "focus":
        viewer.press(Key.Key_F6)
    elif hiding == "filter":
        only(viewer, "Thomas Graham")
    elif hiding == "near":
        viewer.press(Key.Key_1, alt)
    else:
        viewer.press(Key.Key_F, shift)
    viewer.view.setFocus()
    assert claim not in {key[1] for key in viewer.forest.shown()}
    viewer.press(Key.Key_Z, ctrl)
    assert sees(viewer, "Russia is quietly")
    key = viewer.project.view.selection.key
    assert key
    assert key[1] in {claim, step}
    check(viewer)
    viewer.press(Key.Key_Y, ctrl)
    check(viewer)
    if edit != "delete":
        key = viewer.project.view.selection.key
        assert key
        assert key[1] in {claim, step}
