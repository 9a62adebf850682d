"""Documents are looked at and put right before they are taken in, and nothing hostile does harm."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox

from tests.app.articles import documents
from tests.journeys.driver import Person
from widgets.intake.about import AboutDialog
from widgets.intake.password import PasswordDialog
from widgets.intake.preview import Preview

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
WORDS = documents.WORDS
SECRET = "butter"  # noqa: S105  of documents made here


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def labels(preview: Preview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel) if label.isVisible())


def test_title_and_date_are_put_right_before_a_project_is_begun(
    person: Person, tmp_path: Path
) -> None:
    person.window.beginning.open_file(
        written(tmp_path, "bread.docx", documents.word("On bred", WORDS))
    )
    preview = person.dialog(Preview)
    assert "Word document · bread.docx · 22 words · 2 paragraphs" in labels(preview)
    assert preview.form.title.hasFocus()
    person.type("On bread")  # in place of what is selected
    preview.form.day.setFocus()
    person.type("5 november")
    person.press(Key.Key_Return)
    assert "no date" in preview.fault.text()
    person.type("5 november 2024")
    person.press(Key.Key_Return)

    (source,) = person.map.sources()
    assert person.map.project.title == source.title == "On bread"
    assert source.published == date(2024, 11, 5)
    assert source.text == f"On bred\n\n{WORDS}"
    assert source.origin == "bread.docx"
    assert len(source.digest) == 64
    assert source.captured


def test_the_text_is_corrected_and_accepted_from_within(person: Person) -> None:
    QGuiApplication.clipboard().setText("On bread\n\nBread\u00a0is god.")
    person.click("Paste an article")
    preview = person.dialog(Preview)
    preview.text.setFocus()
    person.press(Key.Key_End, ctrl)
    person.press(Key.Key_Backspace)
    person.press(Key.Key_Backspace)
    person.type("od.")
    person.press(Key.Key_Return, ctrl)
    assert person.map.sources()[0].text == "On bread\n\nBread\u00a0is good."


def test_without_words_nothing_is_taken_in_and_the_dialog_says_so(person: Person) -> None:
    QGuiApplication.clipboard().setText("On bread\n\nBread is good.")
    person.click("Paste an article")
    preview = person.dialog(Preview)
    preview.text.setFocus()
    person.press(Key.Key_A, ctrl)
    person.press(Key.Key_Delete)
    person.press(Key.Key_Return, ctrl)
    assert "no words" in preview.fault.text()
    assert preview.isVisible()
    person.press(Key.Key_Escape)
    assert person.window.project is None
    assert not preview.isVisible()


def test_cancelling_leaves_nothing(mapper: Person, tmp_path: Path) -> None:
    before = mapper.map
    mapper.project.adding.add_file(written(tmp_path, "bread.txt", b"Bread is good."))
    mapper.bot.keyClick(mapper.dialog(Preview), Key.Key_Escape)
    assert mapper.map == before
    assert mapper.project.view.document.undo_label == ""


def test_a_locked_document_asks_until_the_password_is_right(person: Person, tmp_path: Path) -> None:
    person.window.beginning.open_file(
        written(tmp_path, "locked.pdf", documents.pdf([WORDS], password=SECRET))
    )
    for said, typed in (("needs a password", "margarine"), ("not its password", SECRET)):
        asking = person.dialog(PasswordDialog)
        assert said in asking.findChildren(QLabel)[0].text()
        person.bot.keyClicks(asking.field, typed)
        person.bot.keyClick(asking.field, Key.Key_Return)
    person.take_in()
    assert person.map.sources()[0].text == WORDS


def test_a_locked_document_can_be_left_alone(person: Person, tmp_path: Path) -> None:
    person.window.beginning.open_file(
        written(tmp_path, "locked.pdf", documents.pdf([WORDS], password=SECRET))
    )
    person.bot.keyClick(person.dialog(PasswordDialog), Key.Key_Escape)
    assert person.window.project is None
    assert person.banner == ""


HOSTILE = {
    "bomb.docx": (
        documents.archive({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}),
        "out of all proportion",
    ),
    "entities.docx": (
        documents.archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'}),
        "entities of its own",
    ),
    "big.html": (b"<p>" + b"word " * 10_000_000, "too big"),
    "pictures.pdf": (documents.pdf([], []), "no text"),
    "broken.pdf": (b"%PDF-1.7\n" + b"x" * 999, "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_gets_one_sentence_and_the_window_works_on(
    person: Person, tmp_path: Path, name: str
) -> None:
    content, sentence = HOSTILE[name]
    person.window.beginning.open_file(written(tmp_path, name, content))
    person.bot.waitUntil(lambda: sentence in person.banner, timeout=20_000)
    assert person.banner.startswith(f"{name}: ")
    assert person.window.project is None
    person.window.beginning.open_file(written(tmp_path, "bread.txt", b"Bread is good."))
    person.take_in()
    assert person.map.sources()[0].text == "Bread is good."


def test_what_could_not_be_read_is_said_first(person: Person, tmp_path: Path) -> None:
    whole = documents.pdf([WORDS, documents.MORE])
    cut = whole[: whole.index(b"xref")]
    person.window.beginning.open_file(written(tmp_path, "cut.pdf", cut))
    preview = person.dialog(Preview)
    assert "cut off or damaged at its end" in labels(preview)
    person.take_in()
    assert person.map.sources()


def test_the_same_document_is_known_again_and_may_come_twice(
    mapper: Person, tmp_path: Path
) -> None:
    path = written(tmp_path, "bread.txt", b"Bread is good.")
    mapper.project.adding.add_file(path)
    mapper.take_in()
    mapper.project.adding.add_file(path)
    assert "in the project already, as “Bread”" in labels(mapper.dialog(Preview))
    mapper.take_in()
    assert len(mapper.map.sources()) == 2


def test_another_document_comes_in_the_place_of_one_that_is_being_read(
    person: Person, tmp_path: Path
) -> None:
    person.window.beginning.open_file(written(tmp_path, "one.txt", b"One."))
    person.window.beginning.open_file(written(tmp_path, "two.txt", b"Two."))
    person.take_in()
    assert person.map.sources()[0].text == "Two."


def test_closing_the_window_ends_what_is_under_way(person: Person, tmp_path: Path) -> None:
    person.window.beginning.open_file(written(tmp_path, "one.txt", b"One."))
    person.close()
    assert not person.window.findChildren(Preview)


# Articles of the project


def test_the_facts_of_an_article_are_put_right_later(reader: Person) -> None:
    reader.project.actions_by_name["about_article"].trigger()
    about = reader.dialog(AboutDialog)
    about.form.title.clear()
    reader.bot.keyClick(about.form.title, Key.Key_Return)
    assert "needs a title" in about.fault.text()
    reader.bot.keyClicks(about.form.title, "No peace")
    about.form.day.clear()
    reader.bot.keyClick(about.form.title, Key.Key_Return)
    (source,) = reader.map.sources()
    assert (source.title, source.published) == ("No peace", None)
    assert source.outlet == "The New Voice of Ukraine"
    reader.project.actions_by_name["undo"].trigger()
    assert reader.map.sources()[0].title != "No peace"


def test_an_article_is_removed_after_a_question_and_comes_back_with_undo(reader: Person) -> None:
    before = reader.map
    marks = len(before.marks_in(before.sources()[0].id))
    reader.project.actions_by_name["remove_article"].trigger()
    box = reader.dialog(QMessageBox)
    assert f"{marks} marks in it lose their words" in box.informativeText()
    reader.bot.keyClick(box, Key.Key_Escape)
    assert reader.map == before

    reader.project.actions_by_name["remove_article"].trigger()
    box = reader.dialog(QMessageBox)
    (remove,) = (b for b in box.buttons() if b.text() == "Remove")
    reader.bot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert reader.map.sources() == []
    assert len(reader.texts()) == len([claim for claim in before.elements if claim.kind == "claim"])
    reader.project.actions_by_name["undo"].trigger()
    assert reader.map == before
    assert reader.article.source == before.sources()[0]
