"""Writing documents: in one piece or not at all, however deep or large the map is."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from app.documents.export import document_of, export_document
from app.documents.going import DocumentError, StoppedError
from app.documents.kinds import SUFFIXES, Kind
from app.documents.options import Blanks, Options
from app.documents.paper import Paper
from app.documents.word_styles import Xml
from app.model.elements import Polarity
from tests.app.builders import Draft
from tests.app.documents.maps import DOCUMENTS, chain, sample
from tests.app.documents.reading_back import Page, read
from tests.benchmarks.maps import made_map
from tests.storage.conftest import guarded_folder as guarded_folder  # noqa: PLC0414  a fixture


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
def test_a_document_is_written_beside_and_moved_into_place(
    tmp_path: Path, kind: Kind, suffix: str
) -> None:
    path = tmp_path / f"a “b” 'c' & d{suffix.upper()}"
    path.write_text("what was there before")
    export_document(sample(), path, kind=kind)

    assert read(suffix, path.read_bytes()).words
    assert list(tmp_path.iterdir()) == [path]


def _number(element: Xml, name: str) -> int:
    return int(element.get(qn(f"w:{name}")))


@pytest.mark.parametrize("kind", [kind for kind, suffix in DOCUMENTS if suffix == ".docx"])
@pytest.mark.parametrize("paper", Paper)
def test_word_documents_are_laid_out_for_their_paper(kind: Kind, paper: Paper) -> None:
    content = document_of(sample(), kind, ".docx", Options(paper=paper))
    body = Document(BytesIO(content)).element.body
    (size,), (margins,) = body.iter(qn("w:pgSz")), body.iter(qn("w:pgMar"))
    width, height = _number(size, "w"), _number(size, "h")
    assert (width, height) == pytest.approx([mm * 1440 / 25.4 for mm in paper.size], abs=1)
    text = width - _number(margins, "left") - _number(margins, "right")
    grids = body.iter(qn("w:tblGrid"))
    widths = [sum(_number(column, "w") for column in grid) for grid in grids]
    assert widths == pytest.approx([text] * len(widths), abs=10)
    stops = [_number(stop, "pos") for tabs in body.iter(qn("w:tabs")) for stop in tabs]
    assert bool(stops) is (kind is Kind.WORKSHEET)
    assert max(stops, default=text) == pytest.approx(text, abs=1)


@pytest.mark.parametrize("paper", Paper)
def test_web_pages_are_printed_on_their_paper(paper: Paper) -> None:
    content = document_of(sample(), Kind.BRIEF, ".html", Options(paper=paper)).decode()

    assert f"@page{{size:{paper.value};" in content


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("a.odt", None, "a.odt: documents are written as .md, .html, .docx, .csv."),
        ("a", None, "a: documents are written as .md, .html, .docx, .csv."),
        ("a.csv", Kind.BRIEF, "a.csv: what is called brief is written as .md, .html, .docx."),
        ("a.md", Kind.CLAIMS, "a.md: what is called claims is written as .csv."),
        ("gone/a.md", None, "The document was not written. gone: there is no such file or folder."),
        ("folder.md", None, "The document was not written. folder.md: it is a folder."),
        (f"{'x' * 300}.md", None, "its name is too long"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: Kind | None, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.md").mkdir()
    with pytest.raises(DocumentError) as refused:
        export_document(sample(), Path(name), kind=kind)

    assert sentence in str(refused.value)
    assert list(tmp_path.rglob("*")) == [tmp_path / "folder.md"]


def test_a_folder_that_can_only_be_read_is_told(guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    with pytest.raises(DocumentError, match="you have no permission to use it"):
        export_document(sample(), closed / "a.docx")

    assert list(closed.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_document_that_is_stopped_leaves_what_was_there(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("before")
    told: list[float] = []
    with pytest.raises(StoppedError):
        export_document(made_map(400), path, progress=told.append, cancelled=lambda: len(told) == 3)

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
def test_progress_grows_to_the_whole(tmp_path: Path, kind: Kind, suffix: str) -> None:
    told: list[float] = []
    export_document(made_map(400), tmp_path / f"a{suffix}", kind=kind, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1
    assert all(0 < part < 1 for part in told[:-1])


@pytest.mark.parametrize(
    "polarity", [Polarity.ATTACK, pytest.param(Polarity.SUPPORT, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        (Kind.BRIEF, ".md"),
        (Kind.BLOCK, ".html"),
        (Kind.WORKSHEET, ".docx"),
        (Kind.OUTLINE, ".html"),
    ],
)
def test_the_deepest_argument_is_told_to_its_end(
    kind: Kind, suffix: str, polarity: Polarity
) -> None:
    content = document_of(chain(3000, polarity), kind, suffix, Options())
    words = set(read(suffix, content).words.split())

    assert {f"{n}." for n in range(3000)} <= words
    if suffix == ".html":
        assert Page(content).depth < 60


def test_an_undercutter_of_an_undercutter_goes_on_below() -> None:
    draft = Draft()
    step = draft.reason(draft.claim("top"), "first")
    for n in range(40):
        step = draft.objection(step.id, f"undercutter {n}.")
    text = document_of(draft.map, Kind.OUTLINE, ".md", Options()).decode()

    assert [n for n in range(40) if text.count(f"undercutter {n}.") < 1] == []
    assert "goes on below, under “The step from (8), continued”" in text
    assert "#### The step from (8), continued" in text


def test_large_pages_are_folded_and_say_how_much_is_below() -> None:
    small, large = (
        document_of(made_map(n), Kind.OUTLINE, ".html", Options()).decode() for n in (300, 301)
    )

    assert "<details class=" in small
    assert small.count("<details") == small.count(" open>")
    assert 1 < large.count(" open>") < large.count("<details") // 4
    assert "· 300 below" in large


def test_every_nth_must_be_a_number() -> None:
    with pytest.raises(DocumentError, match="must be 1 or more"):
        Blanks(every=0)
