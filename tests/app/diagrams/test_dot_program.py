"""Our own `dot`: the options that the graphviz package uses, and faults in one line."""

import io
import re
import sys
from pathlib import Path

import graphviz
import pytest
from graphviz.backend import dot_command

from app.diagrams.dot_program import DrawingError, main, read_arguments

pytestmark = pytest.mark.dot
SOURCE = "digraph { a -> b }"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "graph.gv"
    path.write_text(SOURCE)
    return path


def test_it_draws_a_file_to_the_standard_output(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["-Kdot", "-Tsvg", str(file)]) == 0
    assert b"</svg>" in capfdbinary.readouterr().out


def test_it_draws_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOURCE.encode())))
    assert main(["-Tplain"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"graph 1 ")


def test_without_a_format_it_gives_the_graph_back(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(file)]) == 0
    assert b"a -> b" in capfdbinary.readouterr().out


def test_it_writes_where_it_is_told(file: Path) -> None:
    assert main(["-Tsvg", "-o", str(file.with_suffix(".svg")), str(file)]) == 0
    assert main(["-Tpng", "-O", str(file)]) == 0
    assert file.with_suffix(".svg").read_bytes().startswith(b"<?xml")
    assert Path(f"{file}.png").read_bytes().startswith(b"\x89PNG")


def test_attributes_are_set_for_graphs_nodes_and_edges(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["-Gbgcolor=red", "-Nshape=box", "-Ecolor=blue", "-Tsvg", str(file)]) == 0
    drawn = capfdbinary.readouterr().out
    assert b'fill="red"' in drawn
    assert b'stroke="blue"' in drawn
    assert drawn.count(b"<polygon") >= 3


def test_it_tells_the_version_of_the_library(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["-V"]) == 0
    assert re.match(r"dot - graphviz version \d+\.\d+\.\d+ ", capfd.readouterr().err)


def test_positions_are_kept_when_asked(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "placed.gv"
    path.write_text('digraph { a [pos="36,36"] b [pos="372,36"] a -> b }')
    assert main(["-Kneato", "-n2", "-Tplain", str(path)]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    xs = [float(line.split()[2]) for line in lines if line.startswith("node")]
    assert xs[1] - xs[0] == pytest.approx(336 / 72, abs=1e-3)


def test_warnings_are_told_unless_quiet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "odd.gv"
    path.write_text("graph { a [shape=nosuchshape] }")
    assert main(["-Tplain", str(path)]) == 0
    assert "nosuchshape" in capfd.readouterr().err
    assert main(["-q", "-Tplain", str(path)]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("source", "options", "fault"),
    [
        ("graph { a -- ", ["-Tsvg"], "syntax error"),
        ("", ["-Tsvg"], "this is not DOT"),
        (SOURCE, ["-Tnonsense"], "nonsense"),
        (SOURCE, ["-Knonsense"], "nonsense"),
        (SOURCE, ["-x"], "option -x is not known"),
        (SOURCE, ["-Tsvg", "-o/no/such/folder/x.svg"], "No such file"),
    ],
)
def test_a_fault_is_one_line_and_exit_code_1(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], source: str, options: list[str], fault: str
) -> None:
    path = tmp_path / "graph.gv"
    path.write_text(source)
    assert main([str(path), *options]) == 1
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith("Error: ")
    assert fault in said[0]


def test_a_missing_file_is_a_fault(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["-Tsvg", "/no/such/file.gv"]) == 1
    assert "No such file" in capfd.readouterr().err


def test_arguments_may_stand_apart_from_their_options() -> None:
    order = read_arguments(["-K", "neato", "-T", "svg:cairo", "-n"])
    assert (order.engine, order.formats) == ("nop1", ["svg:cairo"])
    with pytest.raises(DrawingError, match="needs a value"):
        read_arguments(["-o"])


def test_the_graphviz_package_can_run_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Path(sys.executable).parent / "rejoinder-dot"
    if not beside.exists():
        pytest.skip("the program is not installed beside Python")
    monkeypatch.setattr(dot_command, "DOT_BINARY", beside)
    assert graphviz.version()[0] >= 14
    assert graphviz.Source(SOURCE).pipe("pdf").startswith(b"%PDF")
    with pytest.raises(graphviz.CalledProcessError):
        graphviz.Source("nonsense {").pipe("svg", quiet=True)
