"""Who says a claim, in its details: chains, names that are offered, and on whom it rests."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app import edits
from tests.journeys.details import link_named, said_by, speakers_of, words
from tests.journeys.driver import Person
from widgets.speakers.origins import Origins

Key = Qt.Key
alt = Qt.KeyboardModifier.AltModifier


def offered(field: QLineEdit, text: str) -> list[str]:
    """The names that are offered for what is typed."""
    completer = field.completer()
    assert completer
    completer.setCompletionPrefix(text)
    model = completer.completionModel()
    return [str(model.index(i, 0).data()) for i in range(model.rowCount())]


@pytest.fixture
def writer(reader: Person) -> Person:
    """Somebody in the field for who says a claim."""
    reader.click_claim("Russia is quietly")
    said_by(reader).setFocus()
    return reader


def test_known_names_and_aliases_are_offered_for_each_part(writer: Person) -> None:
    post = next(one for one in writer.map.speakers() if one.name == "The Washington Post")
    writer.project.view.performer.do(
        lambda m: edits.describe_speaker(m, speaker=post.id, sort=post.sort, aliases=["WaPo"])
    )
    writer.view.setFocus()
    field = said_by(writer)
    field.setFocus()
    assert offered(field, "grah") == ["Thomas Graham"]
    assert "CNN" in offered(field, "John Lough via c")
    field.setText("Thomas Graham via WaP")
    completer = field.completer()
    assert completer
    (alias,) = [one for one in offered(field, field.text()) if one.startswith("WaPo")]
    assert alias == "WaPo (The Washington Post)"
    chosen = completer.pathFromIndex(completer.completionModel().index(0, 0))
    assert chosen == "Thomas Graham via The Washington Post"


def test_a_name_is_moved_along_the_chain_by_keys(writer: Person) -> None:
    field = said_by(writer)
    field.selectAll()
    writer.type("CNN via John Lough")
    writer.press(Key.Key_Left, alt)
    assert field.text() == "John Lough via CNN"
    writer.press(Key.Key_Left, alt)
    assert field.text() == "John Lough via CNN"
    writer.press(Key.Key_Right, alt)
    assert field.text() == "CNN via John Lough"
    writer.press(Key.Key_Left, alt)
    writer.press(Key.Key_Return)
    assert speakers_of(writer, "Russia is quietly") == [["John Lough", "CNN"]]


def test_without_a_speaker_the_article_itself_says_it(writer: Person) -> None:
    field = said_by(writer)
    assert field.placeholderText() == "The article itself says it"
    field.clear()
    writer.press(Key.Key_Return)
    assert speakers_of(writer, "Russia is quietly") == [[]]


def test_another_saying_is_added_and_removed_without_words_of_an_article(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    link_named(reader, "Say who else says it").click()
    reader.type("Reuters")
    reader.press(Key.Key_Return)
    assert sorted(speakers_of(reader, "Russia is quietly")) == [
        ["Reuters"],
        ["The Washington Post"],
    ]
    reader.view.setFocus()
    reader.click_claim("Putin is unlikely")
    reader.click_claim("Russia is quietly")
    fields = reader.project.view.inspector.findChildren(QLineEdit)
    (reuters,) = (one for one in fields if one.isVisible() and one.text() == "Reuters")
    reuters.setFocus()
    reuters.clear()
    reader.press(Key.Key_Return)
    assert speakers_of(reader, "Russia is quietly") == [["The Washington Post"]]


def say(person: Person, *chains: list[str]) -> str:
    """Let a claim be said, and what its details then say on whom it rests."""
    claim = person.claim("Russia is quietly").id
    for chain in chains:
        person.project.view.performer.do(partial(edits.say, claim=claim, speakers=chain))
    person.click_claim("Putin is unlikely")
    person.click_claim("Russia is quietly")
    return words(person)


def test_five_sayings_of_one_report_rest_on_one_source(reader: Person) -> None:
    assert not any(part.isVisible() for part in reader.project.view.inspector.findChildren(Origins))
    post = "The Washington Post"
    told = say(reader, *([post, paper] for paper in ("CNN", "Sun", "Mail", "Times")))
    assert "All 5 sayings rest on one source: The Washington Post." in told


def test_independent_sources_are_counted_and_named(reader: Person) -> None:
    told = say(reader, ["Reuters", "CNN"], ["Reuters"])
    assert "2 independent sources" in told
    assert "– Reuters · 2 sayings" in told
    assert "– The Washington Post · 1 saying" in told
