"""Stories of exporting: choices with a preview, remembered; printing; the clipboard."""

import gc
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.diagrams.options import DiagramOptions, Fit, Paper, Part
from app.documents.options import Options
from app.model.elements import Claim
from tests.benchmarks.maps import made_map
from tests.journeys.driver import Person
from tests.journeys.exporting import choose, finish, open_export, tick
from tests.journeys.test_from_article_to_diagram import choose as choose_file
from tests.widgets.scenes import put_into_library
from widgets.export_kinds import KINDS
from widgets.export_memory import remember
from widgets.laying_out import drawings_of
from widgets.printing import MapPrinting, on_paper
from widgets.sheet_painting import wording
from widgets.working import Reporter

ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def size_of(png: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return width, height


def saved(person: Person, name: str) -> None:
    person.bot.waitUntil(lambda: person.sees(f"Saved {name}"), timeout=30_000)


@pytest.mark.dot
def test_what_is_chosen_is_previewed_exported_and_remembered(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "map.png")
    dialog = open_export(reader)
    first = dialog.choices.nextInFocusChain()
    while first and not isinstance(first, QComboBox):
        first = first.nextInFocusChain()
    assert first
    assert first.accessibleName() == "What"
    before = dialog.preview.grab().toImage()
    choose(dialog, "Colours", "dark")
    choose(dialog, "Paper", "a4")
    choose(dialog, "Sides", "portrait")
    tick(dialog, "Legend")
    reader.bot.waitUntil(lambda: dialog.preview.grab().toImage() != before)
    reader.bot.waitUntil(lambda: "210 × 297 mm" in dialog.fact.text())
    finish(reader, dialog)
    saved(reader, "map.png")
    assert size_of(tmp_path / "map.png") == (1587, 2245)  # A4 at 192 dots an inch

    dialog = open_export(reader)
    options = dialog.choices.options()
    assert (options.theme, options.paper, options.legend) == ("dark", Paper.A4, True)
    dialog.reject()


@pytest.mark.dot
def test_a_map_is_drawn_without_graphviz_as_on_the_screen(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.diagrams.engine.Program", None)  # no program is started
    for name in ("map.pdf", "map.svg", "map.png", "map.webp", "map.jpg"):
        choose_file(monkeypatch, tmp_path / name)
        dialog = open_export(reader)
        choose(dialog, "What", "screen")
        finish(reader, dialog)
        saved(reader, name)
    texts = {word for claim in reader.map.every(Claim) for word in claim.text.split()}
    document = pypdfium2.PdfDocument((tmp_path / "map.pdf").read_bytes())
    assert texts <= set(document[0].get_textpage().get_text_range().split())
    root = ET.parse(tmp_path / "map.svg").getroot()  # noqa: S314  our own file
    drawn = {word for part in root.itertext() for word in part.split()}
    assert texts <= drawn
    image = QImage(str(tmp_path / "map.png"))
    assert image.dotsPerMeterX() == pytest.approx(192 / 0.0254, abs=1)
    assert not QImage(str(tmp_path / "map.webp")).isNull()


def test_several_pages_can_be_leafed_through(reader: Person) -> None:
    dialog = open_export(reader)
    choose(dialog, "Paper", "a4")
    choose(dialog, "Size", "tiles")
    reader.bot.waitUntil(lambda: "Page 1 of" in dialog.fact.text())
    dialog.preview.setFocus()
    reader.bot.keyClick(dialog.preview, Qt.Key.Key_PageDown)
    assert "Page 2 of" in dialog.fact.text()
    zoom = dialog.preview.zoom
    reader.bot.keyClick(dialog.preview, Qt.Key.Key_Plus)
    assert dialog.preview.zoom > zoom
    reader.bot.keyClick(dialog.preview, Qt.Key.Key_0)
    assert dialog.preview.zoom == pytest.approx(zoom)
    dialog.reject()


def test_a_branch_can_be_chosen_only_if_something_is_selected(reader: Person) -> None:
    reader.project.view.selection.set(None)
    dialog = open_export(reader)
    with pytest.raises(AssertionError):
        choose(dialog, "Of", "branch")
    dialog.reject()
    reader.click_claim("Trump’s approach")
    dialog = open_export(reader)
    choose(dialog, "Of", "branch")
    assert dialog.choices.options().elements == (reader.claim("Trump’s approach").id,)
    dialog.reject()


def test_a_map_without_claims_says_so_and_cannot_be_exported(mapper: Person) -> None:
    dialog = open_export(mapper)
    mapper.bot.waitUntil(lambda: "nothing to draw" in dialog.fact.text())
    assert not dialog.button.isEnabled()
    dialog.reject()


def test_a_large_map_is_laid_out_beside_the_window(person: Person, tmp_path: Path) -> None:
    large = made_map(3_000)
    put_into_library(tmp_path, large)
    person.window.projects.open(large.project.id)
    dialog = open_export(person)
    assert dialog.isVisible()
    assert dialog.fact.text() == "A moment …"
    choose(dialog, "Paper", "a4")  # stops the first
    person.bot.waitUntil(lambda: "too big for one page" in dialog.fact.text(), timeout=30_000)
    assert not dialog.button.isEnabled()
    choose(dialog, "Paper", "free")
    person.bot.waitUntil(dialog.button.isEnabled, timeout=30_000)
    assert dialog.fact.text().endswith(" m")
    choose(dialog, "Colours", "dark")
    dialog.reject()  # and what is still being laid out is stopped


def test_a_map_that_no_paper_can_hold_is_not_printed(person: Person, tmp_path: Path) -> None:
    large = made_map(3_000)
    put_into_library(tmp_path, large)
    person.window.projects.open(large.project.id)
    remember(person.window.kept, KINDS[0].name, DiagramOptions(fit=Fit.TILES))
    person.press(Qt.Key.Key_P, ctrl, shift)
    person.bot.waitUntil(lambda: "more than the 400" in person.advice, timeout=30_000)
    assert not [one for one in person.window.findChildren(QPrintPreviewDialog) if one.isVisible()]


@pytest.mark.dot
def test_several_files_are_told_of(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "map.png")
    dialog = open_export(reader)
    choose(dialog, "Paper", "a4")
    choose(dialog, "Size", "tiles")
    finish(reader, dialog)
    saved(reader, "map-1.png")
    assert "more" in reader.banner


def test_the_map_is_copied_as_it_is_shown(reader: Person) -> None:
    reader.view.setFocus()
    reader.press(Qt.Key.Key_C, ctrl, shift)
    image = QGuiApplication.clipboard().image()
    bounds = reader.forest.bounds.grown(reader.forest.look.margin)
    assert image.width() == pytest.approx(2 * bounds.width, abs=2)
    assert "on the clipboard" in reader.advice
    reader.project.actions_by_name["copy_svg"].trigger()
    content: QMimeData = QGuiApplication.clipboard().mimeData()
    root = ET.fromstring(bytes(content.data("image/svg+xml").data()))  # noqa: S314  our own
    assert "because" in "".join(root.itertext())
    assert content.text().startswith("<?xml")


def test_of_too_many_cards_no_svg_is_put_on_the_clipboard(person: Person, tmp_path: Path) -> None:
    large = made_map(2_100)
    put_into_library(tmp_path, large)
    person.window.projects.open(large.project.id)
    assert person.project
    person.project.view.reading.fold(frozenset())
    QGuiApplication.clipboard().clear()
    copy = person.project.actions_by_name["copy_svg"]
    copy.trigger()
    assert "fold some away" in person.advice
    assert not QGuiApplication.clipboard().text()
    person.project.actions_by_name["fold_all"].trigger()
    copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("<?xml")
    assert QGuiApplication.overrideCursor() is None


def test_a_map_is_printed_on_the_paper_of_the_printer(reader: Person, tmp_path: Path) -> None:
    options = on_paper(DiagramOptions(theme="dark", part=Part.BRANCH))
    assert (options.theme, options.part) == ("light", Part.WHOLE)
    drawings = drawings_of(reader.map, options, wording(), Reporter())
    printing = MapPrinting(drawings, options, reader.map.project.title, reader.window)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.paint(printer)
    document = pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert len(document) == 1
    words = set(document[0].get_textpage().get_text_range().split())
    assert {word for claim in reader.map.every(Claim) for word in claim.text.split()} <= words


def test_what_will_be_printed_can_be_seen_before(reader: Person) -> None:
    remember(reader.window.kept, KINDS[0].name, DiagramOptions(legend=True))
    reader.press(Qt.Key.Key_P, ctrl, shift)
    dialog = reader.dialog(QPrintPreviewDialog)
    gc.collect()
    reader.settle()
    seen = dialog.grab().toImage()
    assert seen.width() >= 600
    dialog.reject()
    reader.settle()


def test_settings_that_somebody_has_spoilt_do_no_harm(qtbot: QtBot, reader: Person) -> None:
    assert qtbot
    for spoilt in (
        *("{", "[]", "null", '{"options": 3}', '{"kind": [], "options": {"dpi": 1e9}}'),
        *('{"document": 3}', '{"document": {"every": 0, "rule": [], "speakers": 1}}'),
    ):
        reader.window.kept.setValue("export", spoilt)
        dialog = open_export(reader)
        assert dialog.choices.options().dpi == 192
        assert dialog.choices.document() == Options()
        dialog.reject()
        QApplication.processEvents()
