"""Stories of documents that people hand in: chosen, looked at, written and remembered."""

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QSpinBox

from app.documents.kinds import Kind
from app.documents.options import BlankRule
from app.documents.paper import Paper
from app.model.elements import Claim
from tests.benchmarks.maps import made_map
from tests.journeys.driver import Person
from tests.journeys.exporting import choose, finish, open_export, tick
from tests.journeys.test_from_article_to_diagram import choose as choose_file
from tests.widgets.scenes import put_into_library
from widgets.dialogs.export_dialog import ExportDialog
from widgets.export_kinds import KINDS


def previewed(person: Person, dialog: ExportDialog) -> str:
    """What the preview shows, as soon as it is there."""
    tells(person, dialog, " words")
    return dialog.document.page.toPlainText()


def tells(person: Person, dialog: ExportDialog, words: str) -> None:
    """Wait until something is said below the preview."""
    person.bot.waitUntil(lambda: words in dialog.fact.text(), timeout=20_000)


def waits_for(person: Person, dialog: ExportDialog, words: str, *, there: bool = True) -> None:
    """Wait until the preview holds some words, or holds them no more."""
    page = dialog.document.page
    person.bot.waitUntil(lambda: (words in page.toPlainText()) is there, timeout=20_000)


def saved(person: Person, name: str) -> None:
    person.bot.waitUntil(lambda: person.sees(f"Saved {name}"), timeout=30_000)


def close(dialog: ExportDialog) -> None:
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_brief_is_looked_at_written_and_remembered(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "brief.md")
    dialog = open_export(reader)
    choose(dialog, "What", "brief")
    shown = previewed(reader, dialog)
    assert all(claim.text in shown for claim in reader.map.every(Claim))
    assert "John Lough" in shown
    tick(dialog, "Speakers")
    waits_for(reader, dialog, "— John Lough", there=False)
    finish(reader, dialog)
    saved(reader, "brief.md")
    written = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "Objections and answers" in written
    assert "— John Lough" not in written

    dialog = open_export(reader)
    assert dialog.choices.kind.name == "brief"
    assert not dialog.choices.document().speakers
    close(dialog)


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_every_kind_of_page_is_written(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    claims = [claim.text for claim in reader.map.every(Claim)]
    for kind in (kind for kind in KINDS if kind.document and ending in kind.suffixes):
        path = tmp_path / f"{kind.name}{ending}"
        choose_file(monkeypatch, path)
        dialog = open_export(reader)
        choose(dialog, "What", kind.name)
        finish(reader, dialog)
        saved(reader, path.name)
        if ending == ".docx":
            assert "word/document.xml" in ZipFile(path).namelist()
        elif kind.document is not Kind.WORKSHEET:
            text = path.read_text(encoding="utf-8")
            assert sum(claim.split(" ", 1)[0] in text for claim in claims) == len(claims)


def test_tables_are_shown_as_rows_and_written(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "claims.csv")
    dialog = open_export(reader)
    choose(dialog, "What", "claims")
    reader.bot.waitUntil(lambda: dialog.fact.text() == "13 rows")
    rows = dialog.document.rows
    first = [rows.data(rows.index(0, column)) for column in range(rows.columnCount())]
    assert reader.claim("Putin is unlikely").text in first
    finish(reader, dialog)
    saved(reader, "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len([*csv.reader(file)]) == 14


def test_a_worksheet_has_the_selected_cards_blank_and_their_key(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "worksheet.md")
    reader.click_claim("Trump’s approach")
    dialog = open_export(reader)
    choose(dialog, "What", "worksheet")
    waits_for(reader, dialog, "Trump’s approach")
    choose(dialog, "Which", "chosen")
    tick(dialog, "The key, on a page of its own")
    waits_for(reader, dialog, "Trump’s approach", there=False)
    tick(dialog, "The key, on a page of its own")
    waits_for(reader, dialog, "Trump’s approach")
    finish(reader, dialog)
    saved(reader, "worksheet.md")
    sheet, key = (tmp_path / "worksheet.md").read_text(encoding="utf-8").split("## Key")
    assert "Trump’s approach" not in sheet
    assert "Trump’s approach" in key


def test_every_rule_for_blank_cards_can_be_chosen(reader: Person) -> None:
    reader.project.view.selection.set(None)
    dialog = open_export(reader)
    choose(dialog, "What", "worksheet")
    every = next(
        box for box in dialog.findChildren(QSpinBox) if box.accessibleName() == "One in every"
    )
    every.setValue(2)
    assert dialog.choices.document().blanks.every == 2
    assert every.isVisible()
    for rule in BlankRule:
        choose(dialog, "Which", rule)
        assert dialog.choices.document().blanks.rule is rule
    assert not every.isVisible()
    with pytest.raises(AssertionError):
        choose(dialog, "Which", "chosen")
    close(dialog)


def test_one_branch_or_several_are_written(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "outline.md")
    cards = reader.project.view.reading.outline.cards
    chosen = [reader.claim(start).id for start in ("The war’s scale", "Trump’s approach")]
    reader.project.view.selection.set_all(cards[claim].key for claim in chosen)
    dialog = open_export(reader)
    choose(dialog, "What", "outline")
    choose(dialog, "Of", "branch")
    waits_for(reader, dialog, "The war’s scale", there=False)
    choose(dialog, "Of", "selection")
    waits_for(reader, dialog, "The war’s scale")
    finish(reader, dialog)
    saved(reader, "outline.md")
    written = (tmp_path / "outline.md").read_text(encoding="utf-8")
    assert "Russia is quietly rooting" in written
    assert "Financial pressures" not in written


def test_a_branch_begins_with_a_step(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "brief.md")
    reader.project.view.selection.set(reader.step_of("Trump’s approach").key)
    dialog = open_export(reader)
    choose(dialog, "Of", "branch")
    choose(dialog, "What", "brief")
    waits_for(reader, dialog, "This bears on “If advisors")
    finish(reader, dialog)
    saved(reader, "brief.md")
    written = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "Russia is quietly rooting" in written
    assert "The war’s scale" not in written


def test_a_document_is_for_the_paper_that_is_chosen(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "brief.html")
    dialog = open_export(reader)
    choose(dialog, "What", "brief")
    choose(dialog, "Paper", "letter")
    finish(reader, dialog)
    saved(reader, "brief.html")
    assert "@page{size:letter;" in (tmp_path / "brief.html").read_text(encoding="utf-8")
    dialog = open_export(reader)
    assert dialog.choices.document().paper is Paper.LETTER
    close(dialog)


def test_of_a_large_map_only_the_beginning_is_shown(person: Person, tmp_path: Path) -> None:
    large = made_map(1_000)
    put_into_library(tmp_path, large)
    person.window.projects.open(large.project.id)
    dialog = open_export(person)
    for kind, unit in (("outline", "words"), ("locutions", "rows"), ("claims", "rows")):
        choose(dialog, "What", kind)
        tells(person, dialog, f" {unit}; this is how it begins")
    assert dialog.document.rows.rowCount() == 200
    assert dialog.document.page.document().lineCount() < 3_000
    close(dialog)


def test_a_folder_that_is_not_there_is_told_of(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "nowhere" / "brief.docx")
    dialog = open_export(reader)
    choose(dialog, "What", "brief")
    finish(reader, dialog)
    reader.bot.waitUntil(lambda: reader.sees("was not written"), timeout=20_000)
    assert not (tmp_path / "nowhere").exists()


def test_words_of_a_map_are_no_markup_in_the_preview(reader: Person) -> None:
    hostile = "<b>bold</b> ![x](file:///etc/hosts) [y](javascript:z) **a** # b"
    reader.project.view.canvas.view.setFocus()
    reader.click_claim("Trump’s approach")
    reader.press(Qt.Key.Key_F2)
    reader.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reader.type(hostile)
    reader.press(Qt.Key.Key_Return)
    dialog = open_export(reader)
    choose(dialog, "What", "outline")
    waits_for(reader, dialog, hostile)
    close(dialog)
