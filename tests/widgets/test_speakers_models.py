"""What the lists and the table of speakers hold, and how they follow the map."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app import edits
from app.analysis.contradictions import contradictions
from app.analysis.sayings import said_by
from app.document import Document
from app.layout.arrangement import Arranger
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, SpeakerId, Stance
from app.model.errors import EditError
from tests.app.builders import Draft, anchor_of, random_edits, random_maps
from tests.fakes.memory_store import MemoryLibrary
from widgets.fonts import QtMeasure, load_fonts
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.model import SpeakersModel
from widgets.speakers.order import Order, listed
from widgets.speakers.said import Kind, SaidModel
from widgets.speakers.table_model import TableModel, is_disputed
from widgets.speakers.typing_line import TypingLine


@pytest.fixture
def draft() -> Draft:
    """Two speakers who are marked in a text, one who is not, and one who says nothing."""
    draft = Draft()
    source = draft.source()
    top = draft.claim("Russia will talk")
    objection = draft.objection(top, "Putin has no reason")
    draft.saying(objection.premises[0], "Graham", "CNN", anchor=anchor_of(source, "no reason"))
    draft.saying(top, "Zed", anchor=anchor_of(source, "CNN says so"))
    draft.saying(top, "Graham")
    draft.speaker("Anna")
    return draft


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    """What keeps models as long as a test goes on."""
    assert qapp
    load_fonts()
    one = QObject()
    yield one
    one.deleteLater()


def reading_of(argument_map: ArgumentMap, owner: QObject) -> Reading:
    document = Document(MemoryLibrary().create(argument_map))
    return Reading(document, Arranger(QtMeasure()), owner)


def speaker(argument_map: ArgumentMap, name: str) -> SpeakerId:
    return next(one.id for one in argument_map.speakers() if one.name == name)


def names(argument_map: ArgumentMap, order: Order, typed: str = "") -> list[str]:
    return [argument_map.speaker(one).name for one in listed(argument_map, order, typed)]


def test_speakers_are_sorted_by_name_by_sayings_and_by_where_they_appear_first(
    draft: Draft,
) -> None:
    assert names(draft.map, Order.NAME) == ["Anna", "CNN", "Graham", "Zed"]
    assert names(draft.map, Order.SAYINGS) == ["Graham", "CNN", "Zed", "Anna"]
    assert names(draft.map, Order.APPEARANCE) == ["Zed", "CNN", "Graham", "Anna"]


def test_speakers_are_found_by_name_alias_and_affiliation(draft: Draft) -> None:
    graham = draft.map.speaker(speaker(draft.map, "Graham"))
    draft.do(
        edits.describe_speaker(
            draft.map, speaker=graham.id, sort=graham.sort, affiliation="Yale", aliases=["Élan"]
        )
    )
    for typed in ("grah", "YALE", "elan ya"):
        assert names(draft.map, Order.NAME, typed) == ["Graham"]


def test_the_lists_are_sound_models(
    draft: Draft, owner: QObject, qtmodeltester: ModelTester
) -> None:
    reading = reading_of(draft.map, owner)
    speakers = SpeakersModel(reading, Performer(reading.document, owner), owner)
    assert speakers.fill()
    assert not speakers.fill()
    qtmodeltester.check(speakers)
    said = SaidModel(reading, owner)
    graham = speaker(draft.map, "Graham")
    said.show_sayings(said_by(draft.map, graham))
    said.show_conflicts(contradictions(draft.map, graham))
    kinds = [row.kind for i in range(said.rowCount()) if (row := said.row(said.index(i)))]
    assert kinds == [Kind.SAYING, Kind.SAYING, Kind.SENTENCE, Kind.CLAIM, Kind.CLAIM]
    qtmodeltester.check(said)
    cells = TableModel(reading, owner)
    cells.fill(listed(draft.map, Order.SAYINGS))
    assert (cells.rowCount(), cells.columnCount()) == (2, 4)
    qtmodeltester.check(cells)


def test_a_claim_that_went_leaves_an_empty_row_until_the_list_is_filled(
    draft: Draft, owner: QObject
) -> None:
    reading = reading_of(draft.map, owner)
    said, graham = SaidModel(reading, owner), speaker(draft.map, "Graham")
    said.show_sayings(said_by(draft.map, graham))
    cells = TableModel(reading, owner)
    cells.fill([graham])
    for claim in draft.map.top_claims():
        reading.document.do(edits.remove(reading.map, element=claim.id))
    assert {said.data(said.index(i)) for i in range(said.rowCount())} == {""}
    assert cells.claim(0) is None
    assert cells.headerData(0, Qt.Orientation.Vertical) == ""
    assert cells.fill([graham])
    assert cells.rowCount() == 0


@settings(max_examples=30)
@given(argument_map=random_maps(), data=st.data())
def test_a_table_that_follows_is_as_one_made_anew(
    qapp: QApplication, argument_map: ArgumentMap, data: st.DataObject
) -> None:
    assert qapp
    load_fonts()
    owner = QObject()
    reading = reading_of(argument_map, owner)
    table = TableModel(reading, owner)
    for _ in range(data.draw(st.integers(1, 4))):
        with suppress(EditError):  # what cannot be done is left
            reading.document.do(data.draw(random_edits(reading.map)))
        table.fill(listed(reading.map, Order.SAYINGS))
        anew = TableModel(reading, owner)
        anew.fill(listed(reading.map, Order.SAYINGS))
        rows = range(table.rowCount())
        columns = range(table.columnCount())
        assert table.as_text(rows, columns) == anew.as_text(rows, columns)
        said = {c.id for c in reading.map.every(Claim) if _has_speaker(reading.map, c)}
        assert {table.claim(row) for row in rows} == said


def _has_speaker(argument_map: ArgumentMap, claim: Claim) -> bool:
    return any(saying.speakers for saying in argument_map.locutions_of(claim.id))


@pytest.mark.parametrize(
    ("cells", "disputed"),
    [
        ([(Stance.ASSERTS,), (Stance.DENIES,)], True),
        ([(Stance.CONCEDES, Stance.DENIES)], True),
        ([(Stance.REPORTS,), (Stance.DENIES,)], False),
        ([(Stance.ASSERTS,), (Stance.ASKS,)], False),
        ([], False),
    ],
)
def test_a_claim_is_disputed_if_it_is_held_and_denied(
    cells: list[tuple[Stance, ...]],
    disputed: bool,  # noqa: FBT001  a case of the test
) -> None:
    assert is_disputed(cells) is disputed


# A line that is typed in


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    one = QWidget()
    qtbot.addWidget(one)
    return one


@pytest.fixture
def line(qtbot: QtBot, window: QWidget, kept: list[str]) -> TypingLine:
    """A line with the focus, which needs words; all that it hands over is kept."""

    def keeper(text: str, _group: str) -> bool:
        kept.append(text)
        return True

    one = TypingLine(keeper, window, needed=True)
    window.show()
    one.show_value("Ann")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    one.setFocus()
    return one


def test_what_is_typed_is_handed_over_after_a_pause_in_one_line(
    qtbot: QtBot, line: TypingLine, kept: list[str]
) -> None:
    line.selectAll()
    qtbot.keyClicks(line, " Anna  B ")
    assert kept == []
    qtbot.waitUntil(lambda: kept == ["Anna B"])
    line.show_value("Anna B")
    assert line.text() == " Anna  B "
    assert line.keep()
    assert kept == ["Anna B"]


def test_what_the_map_holds_does_not_overwrite_what_is_being_typed(
    qtbot: QtBot, line: TypingLine
) -> None:
    line.setCursorPosition(len(line.text()))
    qtbot.keyClicks(line, "a")
    line.show_value("Ann")
    assert line.text() == "Anna"
    assert line.keep()
    line.show_value("Eve")
    assert line.text() == "Eve"


def test_a_needed_line_is_never_handed_over_empty(
    qtbot: QtBot, line: TypingLine, kept: list[str]
) -> None:
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert line.keep()
    line.clearFocus()
    assert (line.text(), kept) == ("Ann", [])


def test_what_cannot_be_kept_stays_in_the_line(window: QWidget) -> None:
    line = TypingLine(lambda _text, _group: False, window)
    line.setText("Anna")
    assert not line.keep()
    assert line.text() == "Anna"


def test_colours_that_were_chosen_are_on_the_cards(draft: Draft, owner: QObject) -> None:
    zed = speaker(draft.map, "Zed")
    reading = reading_of(draft.map, owner)
    reading.document.do(edits.set_speaker_colour(reading.map, speaker=zed, colour=3))
    (top,) = draft.map.top_claims()
    box = reading.forest.places_of(top.id)[0]
    assert box.shape.content.colour == reading.map.speaker(zed).colour  # type: ignore[union-attr]
