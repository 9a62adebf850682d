"""Several documents at once: dropped together, taken in one after the other, read in turns."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.app.articles import documents
from tests.journeys.driver import Person
from tests.journeys.pointer import taken
from widgets.intake.address import AddressDialog
from widgets.intake.password import PasswordDialog
from widgets.intake.preview import Preview

Key = Qt.Key
SECRET = "bread"  # noqa: S105  of a document made for tests


def drop(place: QWidget, paths: Sequence[Path]) -> None:
    """Drop files from another program."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at, copy = QPointF(40, 40), Qt.DropAction.CopyAction
    QApplication.sendEvent(place, QDragEnterEvent(at.toPoint(), copy, mime, left, none))
    QApplication.sendEvent(place, QDropEvent(at, copy, mime, left, none))


def written(folder: Path, **texts: str) -> list[Path]:
    """Files with such texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def titles(person: Person) -> list[str]:
    return [source.title for source in person.map.sources()]


def preview_of(person: Person, title: str) -> Preview:
    person.bot.waitUntil(
        lambda: any(one.form.title.text() == title for one in person.window.findChildren(Preview))
    )
    return person.dialog(Preview)


def take(person: Person, title: str) -> None:
    """Take in the document that is shown, once it is the one of this title."""
    preview = preview_of(person, title)
    person.bot.keyClick(preview.form.title, Key.Key_Return)


def test_files_that_are_dropped_together_are_taken_in_one_after_the_other(
    mapper: Person, tmp_path: Path
) -> None:
    before = titles(mapper)
    drop(mapper.project.view.article, written(tmp_path, one="One.", two="Two.", three="Three."))
    preview = preview_of(mapper, "One")
    assert "2 more documents wait" in preview.told
    take(mapper, "One")
    preview = preview_of(mapper, "Two")
    assert "1 more document waits" in preview.told
    (skip,) = [one for one in preview.findChildren(QPushButton) if one.text() == "Skip this one"]
    mapper.bot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert "wait" not in preview_of(mapper, "Three").told
    take(mapper, "Three")
    assert sorted(titles(mapper)) == sorted([*before, "One", "Three"])
    assert mapper.article.source
    assert mapper.article.source.title == "Three"


def test_files_can_be_dropped_on_the_map_too(mapper: Person, tmp_path: Path) -> None:
    drop(mapper.view.viewport(), written(tmp_path, one="One."))
    take(mapper, "One")
    assert "One" in titles(mapper)


def test_an_address_in_the_clipboard_is_that_of_the_page(mapper: Person) -> None:
    QGuiApplication.clipboard().setText("https://paper.example/peace\n")
    mapper.project.actions_by_name["add_clipboard"].trigger()
    asking = mapper.dialog(AddressDialog)
    assert asking.field.text() == "https://paper.example/peace"
    asking.reject()


def test_an_empty_clipboard_is_said_to_be_empty(mapper: Person) -> None:
    QGuiApplication.clipboard().clear()
    mapper.project.actions_by_name["add_clipboard"].trigger()
    assert mapper.sees("No text is in the clipboard")


def test_cancelling_leaves_out_all_that_wait(mapper: Person, tmp_path: Path) -> None:
    before = titles(mapper)
    drop(mapper.project.view.article, written(tmp_path, one="One.", two="Two."))
    mapper.bot.keyClick(preview_of(mapper, "One"), Key.Key_Escape)
    mapper.project.adding.add_files(written(tmp_path, last="Last."))
    take(mapper, "Last")
    assert sorted(titles(mapper)) == sorted([*before, "Last"])


def test_the_first_of_them_begins_a_project_and_the_others_are_added(
    person: Person, tmp_path: Path
) -> None:
    drop(person.window.start_page, written(tmp_path, one="One.", two="Two."))
    take(person, "One")
    take(person, "Two")
    person.bot.waitUntil(lambda: titles(person) == ["One", "Two"])
    assert person.window.windowTitle() == "One — Rejoinder"


def test_what_is_wrong_with_some_of_them_is_said_and_stops_none(
    mapper: Person, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(documents.pdf(["Words."], password=SECRET))
    empty, other, last = written(tmp_path, empty="", other=" ", last="Last.")
    mapper.project.adding.add_files([empty, locked, other, last])
    mapper.bot.keyClick(mapper.dialog(PasswordDialog), Key.Key_Escape)
    take(mapper, "Last")
    assert "Last" in titles(mapper)
    assert "empty.txt: " in mapper.banner
    assert "other.txt: " in mapper.banner


def test_what_was_wrong_is_taken_back_when_something_else_is_asked_for(
    mapper: Person, tmp_path: Path
) -> None:
    empty, last = written(tmp_path, empty="", last="Last.")
    mapper.project.adding.add_file(empty)
    mapper.bot.waitUntil(lambda: "empty.txt" in mapper.banner)
    mapper.project.adding.add_file(last)
    assert mapper.banner == ""
    take(mapper, "Last")


def test_each_article_is_shown_where_it_was_read(reader: Person) -> None:
    pane, article = reader.project.view.article, reader.article
    assert article.source
    first = article.source.id
    article.show_span(len(article.source.text) - 200)
    place = article.position_at(QPoint(60, 4))
    assert place > 0
    other = taken(reader, "\n\n".join(f"Paragraph {i} of many words." for i in range(200)))
    assert article.verticalScrollBar().value() == 0
    pane.choose(first)
    assert article.position_at(QPoint(60, 4)) == place
    pane.choose(other.id)
    assert article.verticalScrollBar().value() == 0
