"""The export command with documents: many files in one call, each what its name says."""

from pathlib import Path

import pytest

from app.documents.kinds import Kind
from app.model.elements import Claim
from resources.files import SAMPLES
from tests.app.builders import Draft
from tests.app.command_line import Keep, Run, refusal
from tests.app.documents.maps import golden, sample
from tests.app.documents.reading_back import read

SAMPLE = SAMPLES / "peace-talks.rejoinder"


def test_a_document_is_what_its_ending_says(run: Run, tmp_path: Path) -> None:
    for name, kind in (("a.md", Kind.BRIEF), ("a.html", Kind.BRIEF), ("a.csv", Kind.CLAIMS)):
        assert run("export", SAMPLE, "-o", name)[:3] == (0, "", "")
        assert (tmp_path / name).read_bytes() == golden(kind, Path(name).suffix).read_bytes()


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_can_be_asked_for(run: Run, tmp_path: Path, kind: Kind) -> None:
    suffix = ".csv" if kind in {Kind.CLAIMS, Kind.LOCUTIONS} else ".md"
    assert run("export", SAMPLE, "-o", f"a{suffix}", "--kind", kind.value)[:3] == (0, "", "")

    assert (tmp_path / f"a{suffix}").read_bytes() == golden(kind, suffix).read_bytes()


def test_many_files_are_written_in_one_call(run: Run, tmp_path: Path) -> None:
    names = ["a.md", "b.html", "c.DOCX", "d.csv", "e.json"]
    outputs = [part for name in names for part in ("-o", name)]

    assert run("export", SAMPLE, *outputs, "--kind", "outline")[:3] == (0, "", "")
    assert {path.name for path in tmp_path.iterdir()} == set(names)
    assert (tmp_path / "a.md").read_bytes() == golden(Kind.OUTLINE, ".md").read_bytes()
    assert (tmp_path / "d.csv").read_bytes() == golden(Kind.CLAIMS, ".csv").read_bytes()


@pytest.mark.dot
def test_diagrams_and_documents_are_written_in_one_call(run: Run, tmp_path: Path) -> None:
    assert run("export", SAMPLE, "-o", "a.svg", "-o", "b.md", "--kind", "diagram").code == 0

    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "b.md").read_bytes() == golden(Kind.BRIEF, ".md").read_bytes()


def test_a_branch_goes_by_its_id_or_by_how_it_begins(run: Run, tmp_path: Path) -> None:
    (claim,) = [c for c in sample().every(Claim) if c.text.startswith("If advisors")]
    for name, branch in (("a.md", claim.id), ("b.md", "if ADVISORS clarify")):
        assert run("export", SAMPLE, "-o", name, "--branch", branch)[:3] == (0, "", "")
    text = (tmp_path / "a.md").read_text("utf-8")

    assert text == (tmp_path / "b.md").read_text("utf-8")
    assert "(1) **If advisors clarify" in text
    assert "Putin is unlikely" not in text.split("## Sources")[0]


def test_a_step_goes_by_its_id(run: Run, tmp_path: Path) -> None:
    (claim,) = [c for c in sample().every(Claim) if c.text.startswith("If advisors")]
    (step,) = sample().uses(claim.id)
    assert run("export", SAMPLE, "-o", "a.md", "--branch", step.id)[:3] == (0, "", "")

    assert "This bears on “Putin is unlikely" in (tmp_path / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "paper"), [("letter", "letter"), ("a4-portrait", "a4"), ("free", "a4")]
)
def test_documents_are_for_the_paper_that_is_named(
    run: Run, tmp_path: Path, page: str, paper: str
) -> None:
    assert run("export", SAMPLE, "-o", "a.html", "--page", page)[:3] == (0, "", "")

    assert f"@page{{size:{paper};" in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.dot
def test_a_paper_for_diagrams_alone_is_no_matter_to_documents_beside_them(
    run: Run, tmp_path: Path
) -> None:
    assert run("export", SAMPLE, "-o", "a.svg", "-o", "b.html", "--page", "a3-landscape").code == 0

    assert 'width="1191pt"' in (tmp_path / "a.svg").read_text("utf-8")
    assert "@page{size:a4;" in (tmp_path / "b.html").read_text("utf-8")


def test_what_is_left_out_and_what_is_blank_can_be_said(run: Run, tmp_path: Path) -> None:
    options = ("--kind", "worksheet", "--blank", "objections", "--no-key")
    assert run("export", SAMPLE, "-o", "a.html", *options, "--no-speakers").code == 0
    words = read(".html", (tmp_path / "a.html").read_bytes()).words

    assert "If advisors" not in words
    assert "Key" not in words
    assert "John Lough" not in words
    assert "The war’s scale" in words


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["-o", "a.gif"], ".dot, .gv, .json, .md, .html, .docx, .csv."),
        (["-o", "a.csv", "--kind", "brief"], "for --kind brief must end in .md, .html, .docx."),
        (
            ["-o", "a.md", "--kind", "diagram"],
            "must end in .png, .svg, .pdf, .jpg, .jpeg, .eps, .dot, .gv.",
        ),
        (["-o", "a.md", "--kind", "poem"], "See rejoinder --help."),
        (["-o", "a.md", "-o", "./a.md"], "Each file to write must have a name of its own."),
        (["-o", "a.md", "--branch", "Nothing"], "No claim has the id “Nothing” or begins so."),
        (["-o", "a.md", "--branch", ""], "No claim has the id “”"),
        (["-o", "a.md", "--blank", "every:0"], "That must be 1 or more."),
        (["-o", "a.json", "--branch", "If advisors"], "JSON holds the whole map"),
        (["-o", "a.svg", "--branch", "If", "--branch", "It"], "A diagram shows one branch"),
        (["-o", "a.docx", "--page", "a3"], "Documents are upright, on A4 or letter"),
        (["-o", "a.docx", "--page", "a4-landscape"], "Documents are upright, on A4 or letter"),
        (["-o", "gone/a.md"], "The document was not written."),
        (["-o", "a.md", "-o", "b.gif"], "must end in one of"),
    ],
)
def test_what_cannot_be_exported_is_one_line_and_leaves_nothing(
    run: Run, tmp_path: Path, options: list[str], sentence: str
) -> None:
    assert sentence in refusal(run("export", SAMPLE, *options))
    assert list(tmp_path.iterdir()) == []


def test_of_several_claims_that_begin_so_the_ids_are_told(run: Run, keep: Keep) -> None:
    draft = Draft("Twins")
    ids = {draft.claim(f"Bread {n}") for n in range(2)}
    keep(draft.map)
    line = refusal(run("export", "Twins", "-o", "a.md", "--branch", "bread"))

    assert line.startswith("2 claims begin with “bread”; give the id of one instead: ")
    assert all(key in line for key in ids)


def test_files_before_one_that_cannot_be_written_are_there(run: Run, tmp_path: Path) -> None:
    refusal(run("export", SAMPLE, "-o", "a.md", "-o", "gone/b.md"))

    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_somebody_at_a_terminal_sees_how_far_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    outcome = run("export", SAMPLE, "-o", "a.md", "-o", "b.csv")

    assert outcome.code == 0
    assert "100%" in outcome.err
