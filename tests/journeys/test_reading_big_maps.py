"""Reading a map of a thousand claims: what is shown of it, and that it holds still."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.layout.boxes import CardBox
from app.layout.folding import FIRST_SCREEN, folds_at
from app.layout.viewing import arrangement
from app.model.elements import ClaimId
from app.model.outline import PlaceKey, count_below
from app.model.view_state import Orientation, Spacing, Trait
from storage.shared import write_shared_project
from tests.benchmarks.maps import made_map
from tests.journeys.driver import Person
from widgets.canvas.minimap import Minimap

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
none = Qt.KeyboardModifier.NoModifier
CLAIMS = 1000


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "thousand.rejoinder"
    write_shared_project(made_map(CLAIMS), path)
    return path


@pytest.fixture
def shared(tmp_path: Path, kept: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path))


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path, shared: Path) -> Iterator[Person]:
    """Somebody who has just opened the map, and for whom nothing glides."""
    one = Person(qtbot, tmp_path, shared)
    one.bot.waitUntil(lambda: one.window.project is not None)
    one.project.use_motion(on=False)
    one.view.setFocus()
    yield one
    one.close()


@pytest.fixture
def reader(newcomer: Person) -> Person:
    """Somebody who sees the first three levels."""
    reading = newcomer.project.view.reading
    reading.fold(folds_at(reading.outline, 2))
    return newcomer


def shown(person: Person) -> list[CardBox]:
    """The cards that are on the screen, in full or in part."""
    room = QRectF(person.view.viewport().rect())
    cards = arrangement(person.forest).cards.values()
    return [card for card in cards if person.view.view_rect(card.rect).intersects(room)]


def at(person: Person, claim: str) -> tuple[float, float]:
    """Where the card of a claim is on the screen: its middle and its upper edge."""
    rect = person.view.view_rect(person.forest.places_of(ClaimId(claim))[0].rect)
    return rect.center().x(), rect.top()


def has_stayed(person: Person, claim: str, before: tuple[float, float]) -> bool:
    now = at(person, claim)
    return abs(now[0] - before[0]) <= 1 and abs(now[1] - before[1]) <= 1


def key_of(person: Person, claim: str) -> PlaceKey:
    return person.project.view.reading.outline.cards[ClaimId(claim)].key


def select(person: Person, claim: str) -> None:
    """Click the card of a claim, having scrolled it to the middle of the screen."""
    box = person.forest.places_of(ClaimId(claim))[0]
    person.view.center_on(box.rect.center)
    spot = person.view.view_rect(box.rect).center().toPoint()
    person.bot.mouseClick(person.view.viewport(), Qt.MouseButton.LeftButton, none, spot)
    person.settle()
    assert person.project.view.selection.key == box.key


def click_badge(person: Person, claim: str) -> None:
    """Click what says how many claims are folded away below a claim."""
    box = person.forest.places_of(ClaimId(claim))[0]
    assert isinstance(box, CardBox)
    person.view.grab()
    rect = person.view.view_rect(box.rect).toRect()
    around = rect.adjusted(-60, -30, 60, 30)
    spots = (QPoint(x, y) for y in range(around.top(), around.bottom(), 3)
             for x in range(around.left(), around.right(), 6))  # fmt: skip
    (spot, *_) = (s for s in spots if person.view.badge_at(s.toPointF()) == claim)
    person.bot.mouseClick(person.view.viewport(), Qt.MouseButton.LeftButton, none, spot)


def test_the_first_screen_says_something(newcomer: Person) -> None:
    cards = shown(newcomer)
    assert newcomer.view.zoom >= 0.6  # what it takes to be read at ease
    assert "c0" in {card.claim for card in cards}
    assert 4 < len(arrangement(newcomer.forest).cards) <= FIRST_SCREEN + 1
    outline = newcomer.project.view.reading.outline
    for card in arrangement(newcomer.forest).cards.values():
        below = outline.cards[card.claim]
        is_folded = card.claim in newcomer.project.view.reading.folded
        assert card.shape.content.hidden == (count_below(below) if is_folded else 0)
    folded = [c.shape.content.hidden for c in arrangement(newcomer.forest).cards.values()]
    assert sum(folded) + len(arrangement(newcomer.forest).cards) == CLAIMS


def test_a_click_on_the_badge_unfolds_and_the_card_stays(reader: Person) -> None:
    for claim in ("c7", "c12", "c20"):
        select(reader, claim)
        before = at(reader, claim)
        click_badge(reader, claim)
        assert claim not in reader.project.view.reading.folded
        assert has_stayed(reader, claim, before)
        reader.press(Key.Key_F)
        assert has_stayed(reader, claim, before)
        reader.press(Key.Key_F)
        assert has_stayed(reader, claim, before)


def test_the_card_whose_badge_is_clicked_stays_though_another_is_selected(reader: Person) -> None:
    select(reader, "c5")
    for claim in ("c6", "c15", "c9", "c20"):
        box = reader.forest.places_of(ClaimId(claim))[0]
        reader.view.center_on(box.rect.center)
        before = at(reader, claim)
        click_badge(reader, claim)
        assert claim not in reader.project.view.reading.folded
        assert has_stayed(reader, claim, before)


def test_levels_are_shown_one_by_one_with_the_card_in_its_place(reader: Person) -> None:
    select(reader, "c7")
    before, cards = at(reader, "c7"), len(list(reader.forest.shown()))
    reader.press(Key.Key_PageDown, alt)
    more = len(list(reader.forest.shown()))
    assert more > cards
    assert has_stayed(reader, "c7", before)
    reader.press(Key.Key_PageUp, alt)
    assert len(list(reader.forest.shown())) == cards
    assert has_stayed(reader, "c7", before)


def test_a_branch_alone_and_the_way_back(reader: Person) -> None:
    select(reader, "c7")
    reader.press(Key.Key_F6)
    assert next(iter(reader.forest.shown()))[1] == "c7"
    bar = reader.project.view.scope_bar
    assert bar.isVisible()
    assert len(list(reader.forest.shown())) > 4  # it was folded
    reader.press(Key.Key_Down)
    inner = reader.project.view.selection.key
    assert inner
    assert inner[1] != "c7"
    reader.press(Key.Key_F6)
    assert next(iter(reader.forest.shown()))[1] == inner[1]
    reader.press(Key.Key_F6, shift)
    assert next(iter(reader.forest.shown()))[1] == "c7"
    reader.press(Key.Key_F6, shift)
    assert next(iter(reader.forest.shown()))[1] == "c0"
    assert not bar.isVisible()


def test_crumbs_lead_up_the_argument(reader: Person) -> None:
    reader.press(Key.Key_PageDown, alt)
    select(reader, "c30")
    reader.press(Key.Key_F6)
    bar = reader.project.view.scope_bar
    QApplication.processEvents()
    (crumb,) = (
        b
        for b in bar.findChildren(QToolButton)
        if b.isVisible() and b.accessibleName() == reader.map.claim(ClaimId("c7")).text
    )
    reader.bot.mouseClick(crumb, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert next(iter(reader.forest.shown()))[1] == "c7"
    reader.click("Whole map")
    assert next(iter(reader.forest.shown()))[1] == "c0"


def test_the_neighbours_go_along_with_the_selection(reader: Person) -> None:
    select(reader, "c7")
    counts = []
    for number in (Key.Key_1, Key.Key_2, Key.Key_3):
        before = at(reader, "c7")
        reader.press(number, alt)
        assert has_stayed(reader, "c7", before)
        counts.append(len(list(reader.forest.shown())))
    assert counts == sorted(set(counts))
    reader.press(Key.Key_1, alt)
    reader.press(Key.Key_Down)
    below = reader.project.view.selection.key
    assert below
    seen = {key[1] for key in reader.forest.shown()}
    assert "c0" not in seen
    target = reader.map.inference(reader.project.view.selection.step(reader.map) or "").target  # type: ignore[arg-type]
    assert {below[1], target} <= seen
    reader.press(Key.Key_0, alt)
    assert "c0" in {key[1] for key in reader.forest.shown()}


def test_find_leads_into_folded_parts(reader: Person) -> None:
    reader.press(Key.Key_F, ctrl)
    words = reader.map.claim(ClaimId("c777")).text[:-1]
    reader.type(f'"{words}"')
    reader.press(Key.Key_Return)
    bar = reader.project.view.find_bar
    selection = reader.project.view.selection
    assert selection.key
    assert selection.key[1] == "c777"
    assert "c777" in {card.claim for card in shown(reader)}
    reader.press(Key.Key_A, ctrl)
    reader.type("sanctions")
    reader.press(Key.Key_Return)
    hits = bar.hits
    assert len(hits) > 100
    first = selection.key
    reader.press(Key.Key_Return)
    assert selection.key == hits[(hits.index(first) + 1) % len(hits)]
    reader.press(Key.Key_Return, shift)
    reader.press(Key.Key_Return, shift)
    assert selection.key == hits[hits.index(first) - 1]
    assert selection.key[1] in {card.claim for card in shown(reader)}
    reader.press(Key.Key_Escape)
    assert reader.focus is reader.view
    assert not bar.isVisible()


def test_how_it_is_looked_at_is_kept(qtbot: QtBot, reader: Person, shared: Path) -> None:
    actions = reader.project.actions_by_name
    select(reader, "c7")
    before = at(reader, "c7")
    for name in ("hang_right", "compact", "larger_text", "larger_text", "tint_speaker"):
        actions[name].trigger()
        assert has_stayed(reader, "c7", before), name
    reader.press(Key.Key_F)
    reader.press(Key.Key_F6)
    state = reader.project.view.document.view_state
    seen = list(reader.forest.shown())
    reader.close()
    again = Person(qtbot, shared.parent, shared)
    again.bot.waitUntil(lambda: again.window.project is not None)
    assert again.project.view.document.view_state == state
    assert state.orientation is Orientation.RIGHT
    assert state.spacing is Spacing.COMPACT
    assert state.text_size == 120
    assert state.tint is Trait.SPEAKER
    assert list(again.forest.shown()) == seen
    assert again.project.view.legend.isVisible()
    again.view.setFocus()
    again.press(Key.Key_0, alt)
    assert next(iter(again.forest.shown()))[1] == "c0"
    again.close()


def test_only_what_one_speaker_says_is_shown_and_all_again(reader: Person) -> None:
    reader.project.actions_by_name["tint_speaker"].trigger()
    everything = len(list(reader.forest.shown()))
    line = reader.project.view.legend.lines()[0]
    reader.bot.mouseClick(line, Qt.MouseButton.LeftButton)
    filtering = reader.project.view.filtering
    assert filtering.criterion
    saying = filtering.criterion.value
    matches = {
        claim.id
        for claim in map(reader.map.claim, reader.project.view.reading.outline.cards)
        if any(saying in said.speakers for said in reader.map.locutions_of(claim.id))
    }
    seen = {ClaimId(key[1]) for key in reader.forest.shown()}
    assert matches <= seen
    assert filtering.count == len(matches)
    reader.project.actions_by_name["show_all"].trigger()
    assert len(list(reader.forest.shown())) == everything


def test_the_small_picture_leads_elsewhere(reader: Person) -> None:
    (picture,) = reader.view.viewport().findChildren(Minimap)
    before = reader.view.exposed()
    spot = QPoint(picture.width() - 12, picture.height() // 2)
    reader.bot.mouseClick(picture, Qt.MouseButton.LeftButton, none, spot)
    assert reader.view.exposed().x > before.x


def test_zooming_by_the_wheel_keeps_what_is_under_the_mouse(reader: Person) -> None:
    select(reader, "c7")
    for key in (Key.Key_Plus, Key.Key_Minus):
        before = at(reader, "c7")
        reader.press(key, ctrl)
        middle = reader.view.viewport().rect().center()
        assert abs(at(reader, "c7")[0] - middle.x()) <= abs(before[0] - middle.x()) * 1.3 + 2


# What is looked at stays where it is


def pressed(key: Key, *held: Qt.KeyboardModifier) -> Callable[[Person], None]:
    return lambda person: person.press(key, *held)


def typed(person: Person) -> None:
    person.press(Key.Key_F2)
    person.type(" and a good many more words, so that the card grows by a line or by two")
    person.press(Key.Key_Escape)


def tagged(person: Person) -> None:
    fields = person.project.view.inspector.findChildren(QLineEdit)
    (tags,) = (field for field in fields if field.accessibleName() == "Tags")
    tags.setFocus()
    person.type("war, peace")
    person.press(Key.Key_Return)
    person.view.setFocus()


def added(key: Key) -> Callable[[Person], None]:
    def add(person: Person) -> None:
        person.press(key)
        person.type("New words")
        person.press(Key.Key_Return)

    return add


STAYING = {
    "words": typed,
    "tags": tagged,
    "flip": pressed(Key.Key_O, alt, shift),
    "unstated": pressed(Key.Key_U, alt, shift),
    "earlier": pressed(Key.Key_Up, ctrl),
    "later": pressed(Key.Key_Down, ctrl),
    "fold": pressed(Key.Key_F),
    "detach": pressed(Key.Key_D, alt, shift),
    "reason": added(Key.Key_Tab),
    "objection": added(Key.Key_O),
    "sibling": added(Key.Key_Return),
    "co-premise": added(Key.Key_C),
    "undercutter": added(Key.Key_U),
}


@pytest.mark.parametrize("look", ["hang_down", "hang_right", "hang_up"])
def test_the_card_that_is_edited_stays_where_it_is(reader: Person, look: str) -> None:
    reader.project.actions_by_name[look].trigger()
    reader.press(Key.Key_0, ctrl)
    for name, edit in STAYING.items():
        claim = "c9" if name == "fold" else "c400"
        reader.project.view.reading.reveal(ClaimId(claim))
        select(reader, claim)
        before = at(reader, claim)
        edit(reader)
        new = reader.project.view.selection.key
        assert new
        assert new[1] in {card.claim for card in shown(reader)}, name
        if new[1] == claim:
            assert has_stayed(reader, claim, before), name
        else:  # the map is scrolled no further than the new card needs
            moved = (abs(a - b) for a, b in zip(at(reader, claim), before, strict=True))
            assert max(moved) < 90, name
        reader.press(Key.Key_Z, ctrl)


def test_it_does_not_creep_away_by_many_edits(reader: Person) -> None:
    reader.press(Key.Key_Plus, ctrl)
    select(reader, "c9")
    before = at(reader, "c9")
    for _ in range(8):
        reader.press(Key.Key_F)
        reader.press(Key.Key_F)
        reader.press(Key.Key_O, alt, shift)
        reader.press(Key.Key_R, alt, shift)
    assert has_stayed(reader, "c9", before)
