"""Speakers: found, described, coloured, merged, and all that they say, through the window."""

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from app import edits
from app.model.elements import Speaker, SpeakerKind
from app.model.view_state import Trait
from tests.journeys.driver import Person
from tests.journeys.speaking import Listener

if TYPE_CHECKING:
    from widgets.speakers.duplicates import DuplicatesDialog

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listener(reader: Person) -> Listener:
    """Somebody at the sample who has gone to the speakers."""
    reader.press(Key.Key_4, ctrl)
    return Listener(reader)


def has_focus(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


# The left side


def test_the_left_side_has_tabs_of_which_one_counts_the_speakers(reader: Person) -> None:
    left = reader.project.view.left
    assert [left.tabText(i) for i in range(3)] == ["Article", "Draft", "Speakers · 5"]
    reader.press(Key.Key_4, ctrl)
    assert has_focus(reader.project.view.speakers.list)
    assert not reader.article.isVisible()
    reader.project.view.performer.do(lambda m: edits.add_speaker(m, name="Reuters"))
    assert left.tabText(2) == "Speakers · 6"
    reader.press(Key.Key_4, ctrl)
    assert not left.isVisible()
    assert has_focus(reader.view)


def test_going_to_the_words_brings_the_article_to_the_front(listener: Listener) -> None:
    person = listener.person
    person.click_claim("Russia is quietly")
    person.press(Key.Key_Return, shift)
    assert person.article.isVisible()
    assert person.focus is person.article


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_4])
def test_leaving_the_article_closes_the_bar_over_its_words(reader: Person, key: Key) -> None:
    reader.select_words("quietly rooting")
    view = reader.project.view
    view.article.offer_bar()
    assert view.article.bar.isVisible()
    reader.press(key, ctrl)
    assert not view.article.isVisible()
    assert not view.article.bar.isVisible()


def test_sides_and_tabs_are_as_they_were_when_the_project_is_opened_again(
    listener: Listener,
) -> None:
    person = listener.person
    panes = person.project.view.panes
    panes.setSizes([500, 700, 300])
    before = panes.sizes()
    assert before[0] > before[2]
    person.press(Key.Key_2, ctrl)
    person.window.open_again()
    view = person.project.view
    assert view.left.currentWidget() is view.speakers
    assert not view.side.isVisible()
    person.press(Key.Key_2, ctrl)
    person.bot.waitUntil(lambda: view.panes.sizes() == before)


def test_the_panel_is_reached_and_left_by_keys(listener: Listener) -> None:
    person = listener.person
    person.press(Key.Key_Escape)
    assert has_focus(person.view)
    person.press(Key.Key_Tab, ctrl, shift)
    assert has_focus(listener.list)
    person.press(Key.Key_Up)
    person.press(Key.Key_Up)
    assert has_focus(listener.panel.head.search)
    person.press(Key.Key_Return)
    assert has_focus(listener.list)


# One speaker


def test_speakers_are_listed_and_sorted_and_found(listener: Listener) -> None:
    by_name = ["Analysts", "CNN", "John Lough", "The Washington Post", "Thomas Graham"]
    assert listener.names() == by_name
    listener.sort("By how much they say")
    assert listener.names()[:2] == ["CNN", "The Washington Post"]
    listener.sort("As they appear in the articles")
    assert listener.names() == ["CNN", "Analysts", "Thomas Graham", "John Lough", by_name[3]]
    listener.panel.head.search.setFocus()
    listener.person.type("chatham")
    assert listener.names() == ["John Lough"]
    listener.person.press(Key.Key_Down)
    assert listener.person.focus is listener.list
    listener.panel.head.search.setText("nobody at all")
    assert "No speaker goes by this name." in listener.words()


def test_a_speaker_is_renamed_in_its_row(listener: Listener) -> None:
    person = listener.person
    listener.choose("Analysts")
    person.press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    person.type("Observers")
    person.press(Key.Key_Return)
    person.bot.waitUntil(lambda: listener.has("Observers"))
    listener.catch_up()
    assert "Observers" in listener.names()
    assert listener.chosen() == ["Observers"]
    assert "Observers" in {card.shape.content.speaker for card in person.drawn().values()}


def test_a_name_that_is_being_written_is_kept_when_the_project_is_left(
    listener: Listener,
) -> None:
    person = listener.person
    listener.choose("Analysts")
    project = person.map.project.id
    person.press(Key.Key_F2)
    person.type("Observers")
    person.window.close_project()
    person.window.projects.open(project)
    assert Listener(person).has("Observers")


def test_what_is_typed_about_a_speaker_is_kept_and_is_one_step_to_undo(listener: Listener) -> None:
    person = listener.person
    listener.choose("Analysts")
    before = listener.speaker("Analysts")
    field = listener.field("Name")
    field.setFocus()
    field.selectAll()
    person.type("Observ")
    person.bot.waitUntil(lambda: listener.has("Observ"))
    person.type("ers ")
    person.bot.waitUntil(lambda: listener.has("Observers"))
    listener.catch_up()
    assert field.text() == "Observers "
    listener.list.setFocus()
    assert field.text() == "Observers"
    person.press(Key.Key_Z, ctrl)
    assert person.map.speaker(before.id) == before
    listener.catch_up()
    assert field.text() == "Analysts"


def test_a_speaker_keeps_its_name_when_the_field_is_left_empty(listener: Listener) -> None:
    listener.choose("Analysts")
    field = listener.field("Name")
    field.setFocus()
    field.selectAll()
    listener.person.press(Key.Key_Delete)
    listener.list.setFocus()
    assert field.text() == "Analysts"
    assert listener.has("Analysts")


def test_sort_affiliation_and_other_names_are_set(listener: Listener) -> None:
    person = listener.person
    listener.choose("Thomas Graham")
    listener.set_sort(SpeakerKind.UNNAMED)
    for name, text in (("Belongs to", "The council"), ("Also called", "Graham; Tom Graham ; ")):
        field = listener.field(name)
        field.setFocus()
        field.selectAll()
        person.type(text)
        person.press(Key.Key_Return)
    speaker = listener.speaker("Thomas Graham")
    assert (speaker.sort, speaker.affiliation) == (SpeakerKind.UNNAMED, "The council")
    assert speaker.aliases == ("Graham", "Tom Graham")
    listener.catch_up()
    assert listener.told("Thomas Graham") == "unnamed · The council"


def test_a_colour_reaches_the_cards_and_the_tint(listener: Listener) -> None:
    person = listener.person
    listener.choose("John Lough")
    swatch = next(
        one
        for one in listener.panel.findChildren(QToolButton)
        if one.accessibleName() == "Colour 5"
    )
    swatch.click()
    five = 4
    assert listener.speaker("John Lough").colour == five
    card = person.drawn()[person.claim("If advisors").text]
    assert card.shape.content.colour == five
    filtering = person.project.view.filtering
    filtering.tint_by(Trait.SPEAKER)
    mark = filtering.mark_of(person.claim("If advisors").id)
    assert mark
    assert mark.number == five
    entries = {entry.value.name: entry.mark for entry in filtering.legend}
    assert entries["John Lough"] == mark
    numbers = [one.number for one in entries.values() if one]
    assert len(set(numbers)) == len(numbers)


def test_speakers_are_added_and_removed_by_keys(listener: Listener) -> None:
    person = listener.person
    person.press(Key.Key_Insert)
    person.type("Reuters")
    person.press(Key.Key_Return)
    assert listener.chosen() == ["Reuters"]
    assert "says nothing" in listener.told("Reuters")
    assert person.focus is listener.list
    person.press(Key.Key_Delete)
    assert not listener.has("Reuters")
    listener.choose("CNN")
    person.press(Key.Key_Delete)
    assert listener.has("CNN")
    assert "still says something" in person.advice
    person.press(Key.Key_Z, ctrl)
    assert listener.has("Reuters")


# Several speakers


def test_speakers_are_merged_by_keys_and_undo_parts_them(listener: Listener) -> None:
    person = listener.person
    before = person.map
    listener.choose("John Lough")
    person.press(Key.Key_M)
    assert "Select two speakers" in person.advice
    person.press(Key.Key_Down, shift)
    assert listener.chosen() == ["John Lough", "The Washington Post"]
    person.press(Key.Key_M)
    assert person.focus is listener.panel.merging.names
    listener.panel.merging.names.setCurrentText("The Washington Post · 2 sayings")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    listener.catch_up()
    assert not listener.has("The Washington Post")
    assert listener.chosen() == ["John Lough"]
    assert "The Washington Post" in listener.speaker("John Lough").aliases
    listener.list.setFocus()
    person.press(Key.Key_Z, ctrl)
    assert person.map == before


def pairs_in(listener: Listener) -> "DuplicatesDialog":
    from widgets.speakers.duplicates import DuplicatesDialog  # noqa: PLC0415

    listener.panel.duplicates.find()
    listener.panel.head.alike.click()
    (dialog,) = listener.person.window.findChildren(DuplicatesDialog)
    return dialog


def test_speakers_that_may_be_the_same_are_merged_or_kept_apart(listener: Listener) -> None:
    person = listener.person
    for name in ("J. Lough", "Tom Graham", "Thomas Graham III"):
        person.project.view.performer.do(partial(edits.add_speaker, name=name))
    listener.catch_up()
    listener.panel.duplicates.find()
    said = listener.panel.head.alike.text()
    dialog = pairs_in(listener)
    assert said.endswith("speakers may be the same…")
    told = [dialog.list.item(i).text() for i in range(dialog.list.count())]
    lough = next(i for i, text in enumerate(told) if "J. Lough" in text)
    assert "John Lough" in told[lough]
    dialog.list.setCurrentRow(lough)
    assert dialog.first.text() == "Merge into “John Lough”"
    dialog.first.click()
    assert not listener.has("J. Lough")
    assert listener.chosen() == ["John Lough"]
    left = dialog.list.count()
    dialog.activateWindow()
    person.bot.waitUntil(dialog.isActiveWindow)
    person.bot.keyClick(dialog.list, Key.Key_N)
    assert dialog.list.count() == left - 1
    pairs = listener.panel.duplicates.pairs
    dialog.close()
    person.window.open_again()
    again = person.project.view.speakers.duplicates
    again.find()
    assert again.pairs == pairs


# What they say


def test_all_that_a_speaker_says_is_read_and_leads_to_claims_and_words(listener: Listener) -> None:
    person = listener.person
    listener.choose("CNN")
    listener.list.setFocus()
    person.press(Key.Key_Return)
    said = listener.panel.details.said
    assert has_focus(said)
    rows = listener.said()
    assert rows[0].above == "+ asserts · paraphrase"
    assert rows[0].below.endswith(", ¶1")
    assert any("passed on for Thomas Graham" in row.above for row in rows)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert person.selected == rows[1].words
    assert has_focus(person.view)
    said.setFocus()
    person.press(Key.Key_Return, shift)
    assert person.focus is person.article


def test_what_a_speaker_says_follows_the_map(listener: Listener) -> None:
    person = listener.person
    listener.choose("Thomas Graham")
    claim = person.claim("Russia is quietly").id
    perform = person.project.view.performer.do
    perform(lambda m: edits.say(m, claim=claim, speakers=["Thomas Graham", "CNN"]))
    listener.catch_up()
    assert listener.said()[-1] == ("+ asserts · paraphrase · via CNN", *listener.said()[-1][1:])
    assert listener.said()[-1].below == "marked in no article"
    perform(lambda m: edits.set_text(m, claim=claim, text="Russia roots for Trump."))
    listener.catch_up()
    assert listener.said()[-1].words == "Russia roots for Trump."


def test_claims_of_a_speaker_that_attack_each_other_are_shown(listener: Listener) -> None:
    person = listener.person
    perform = person.project.view.performer.do
    for start in ("If advisors", "Trump’s approach"):
        claim = person.claim(start).id
        perform(partial(edits.say, claim=claim, speakers=["Reuters"]))
    listener.catch_up()
    listener.choose("Reuters")
    link = listener.link("1 contradiction")
    assert link.isVisible()
    link.click()
    sentence, one, other = listener.said()[-3:]
    assert sentence.words == "The first speaks against the second:"
    assert one.words.startswith("Trump’s approach")
    assert other.words.startswith("If advisors")
    person.press(Key.Key_Return)
    assert person.selected.startswith("Trump’s approach")


def test_one_speaker_alone_is_shown_from_the_menu(listener: Listener) -> None:
    person = listener.person
    listener.choose("John Lough")
    listener.from_menu("Show only what John Lough says first")
    assert person.project.view.filtering.count == 1
    listener.from_menu("Show all claims again")
    listener.from_menu("Tint the map by speaker")
    assert person.project.view.filtering.tint is Trait.SPEAKER


def test_a_map_without_speakers_says_how_to_name_them(mapper: Person) -> None:
    mapper.press(Key.Key_4, ctrl)
    listener = Listener(mapper)
    assert "No speakers yet." in listener.words()
    mapper.press(Key.Key_Insert)
    mapper.type("Reuters")
    mapper.press(Key.Key_Return)
    assert listener.names() == ["Reuters"]
    assert [one.name for one in mapper.map.every(Speaker)] == ["Reuters"]
