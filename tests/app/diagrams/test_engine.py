"""Which program draws, and what happens when it does not do as it should."""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

from app.diagrams import engine
from app.model.errors import DiagramError
from tests.app.diagrams.conftest import MakeProgram

SOURCE = "digraph { a -> b }"
PNG = r"b'\x89PNG\r\n'"


def no_pygraphviz(name: str) -> None:
    assert name == "pygraphviz"


# Which program


def test_the_persons_choice_comes_first(fake_program: MakeProgram) -> None:
    program = fake_program("")
    assert engine.find_program(program) == [program]


def test_without_a_choice_our_own_program_draws() -> None:
    assert engine.find_program()[-2:] == ["-m", "app.diagrams.dot_program"]


def test_without_pygraphviz_the_systems_dot_draws(
    monkeypatch: pytest.MonkeyPatch, fake_program: MakeProgram, tmp_path: Path
) -> None:
    dot = Path(fake_program("")).rename(tmp_path / "dot")
    monkeypatch.setattr(engine, "find_spec", no_pygraphviz)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engine.find_program() == [str(dot)]


def test_a_bundle_runs_the_program_that_lies_beside_it(
    monkeypatch: pytest.MonkeyPatch, fake_program: MakeProgram, tmp_path: Path
) -> None:
    beside = Path(fake_program("")).rename(tmp_path / "rejoinder-dot")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "rejoinder"))
    assert engine.find_program() == [str(beside)]
    beside.unlink()
    assert engine.find_program()[0] != str(beside) if shutil.which("dot") else True


def test_without_any_program_the_person_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "find_spec", no_pygraphviz)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DiagramError, match=r"Install Graphviz"):
        engine.draw(SOURCE, "png")


@pytest.mark.parametrize("program", ["/no/such/dot", "no-such-program"])
def test_a_choice_that_is_not_there_is_named(program: str) -> None:
    with pytest.raises(DiagramError, match=f"“{program}” is not there"):
        engine.draw(SOURCE, "png", program=program)


def test_a_folder_is_no_program(tmp_path: Path) -> None:
    with pytest.raises(DiagramError, match="cannot be run"):
        engine.draw(SOURCE, "png", program=str(tmp_path))


# Good days


@pytest.mark.dot
@pytest.mark.parametrize(
    ("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")]
)
def test_graphviz_draws(program: str, kind: str, start: bytes) -> None:
    assert engine.draw('digraph { layout=nop2 a [pos="9,9"] }', kind, program=program).startswith(
        start
    )


@pytest.mark.dot
def test_options_reach_the_program(program: str) -> None:
    source = 'digraph { layout=nop2 a [pos="9,9"] }'
    small, big = (
        engine.draw(source, "png", program=program, options=[o]) for o in ("-Gdpi=40", "-Gdpi=400")
    )
    assert len(big) > 2 * len(small)


def test_warnings_are_no_failure(fake_program: MakeProgram) -> None:
    program = fake_program(
        f"print('Warning: cell too small', file=sys.stderr); sys.stdout.buffer.write({PNG})"
    )
    assert engine.draw(SOURCE, "png", program=program) == b"\x89PNG\r\n"


def test_a_long_source_reaches_a_program_that_is_slow_to_read(fake_program: MakeProgram) -> None:
    program = fake_program(
        "time.sleep(0.3); size = len(sys.stdin.buffer.read());"
        f" sys.stdout.buffer.write({PNG} + str(size).encode())"
    )
    assert engine.draw("é" * 500_000, "png", program=program) == b"\x89PNG\r\n1000000"


def test_our_own_program_is_not_led_astray_by_the_folder_it_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.joinpath("app").mkdir()
    tmp_path.joinpath("app", "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert engine.draw('digraph { layout=nop2 a [pos="9,9"] }', "svg")


# Bad days


def test_what_the_program_says_of_its_failing_is_told(fake_program: MakeProgram) -> None:
    program = fake_program(
        "sys.exit('Warning: x\\nFontconfig warning: y\\nError: syntax error in line 3.\\nmore')"
    )
    with pytest.raises(DiagramError, match=r"could not draw this: syntax error in line 3\.$"):
        engine.draw(SOURCE, "png", program=program)


def test_an_old_program_that_does_not_know_our_options_is_told_of(
    fake_program: MakeProgram,
) -> None:
    program = fake_program(
        "sys.exit('dot: option -q unrecognized\\n\\nUsage: dot [-Vv?]\\n(more: [-n|-n2])')"
    )
    with pytest.raises(DiagramError, match="draw this: dot: option -q unrecognized"):
        engine.draw(SOURCE, "png", program=program)


def test_what_a_program_says_is_told_without_what_a_terminal_would_do_with_it(
    fake_program: MakeProgram,
) -> None:
    program = fake_program("sys.exit('Error: \\x1b[31mbad\\x00\\tfont\\x07')")
    with pytest.raises(DiagramError, match=r"draw this: \[31mbad font\."):
        engine.draw(SOURCE, "png", program=program)


@pytest.mark.parametrize(
    ("kind", "half"), [("svg", b"<?xml?><svg>"), ("pdf", b"%PDF-1.5"), ("jpg", b"\xff\xd8")]
)
def test_half_a_drawing_is_no_drawing(fake_program: MakeProgram, kind: str, half: bytes) -> None:
    program = fake_program(f"sys.stdout.buffer.write({half!r})")
    with pytest.raises(DiagramError, match="in the middle of the drawing"):
        engine.draw(SOURCE, kind, program=program)


def test_a_folder_for_temporary_files_that_is_gone_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(DiagramError, match=r"could not be started\. .*gone.*: "):
        engine.draw(SOURCE, "svg")


def test_a_program_that_dies_without_a_word_has_crashed(fake_program: MakeProgram) -> None:
    with pytest.raises(DiagramError, match="draw this: it crashed"):
        engine.draw(SOURCE, "png", program=fake_program("os.kill(os.getpid(), 9)"))


def test_a_program_that_draws_nothing_has_failed(fake_program: MakeProgram) -> None:
    with pytest.raises(DiagramError, match="drew nothing"):
        engine.draw(SOURCE, "png", program=fake_program(""))


def test_a_program_that_is_not_graphviz_is_found_out(fake_program: MakeProgram) -> None:
    with pytest.raises(DiagramError, match="does not seem to be Graphviz: it gave no PNG"):
        engine.draw(SOURCE, "png", program=fake_program("print('hello')"))


def test_a_file_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF, or not")
    broken.chmod(0o755)
    with pytest.raises(DiagramError, match=r"could not be started\. .*broken: "):
        engine.draw(SOURCE, "png", program=str(broken))


def test_a_program_that_takes_too_long_is_stopped(fake_program: MakeProgram) -> None:
    started = time.monotonic()
    with pytest.raises(DiagramError, match=r"longer than 0\.4 seconds"):
        engine.draw(SOURCE, "png", program=fake_program("time.sleep(99)"), time_limit=0.4)
    assert time.monotonic() - started < 30


def test_stopping_ends_the_program_and_what_it_has_started(
    fake_program: MakeProgram, tmp_path: Path
) -> None:
    note = tmp_path / "child"
    program = fake_program(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(99)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\nchild.wait()"
    )
    with pytest.raises(engine.StoppedError):
        engine.draw(
            SOURCE,
            "png",
            program=program,
            cancelled=lambda: note.exists() and bool(note.read_text()),
        )
    assert is_gone(int(note.read_text()))


def is_gone(process: int) -> bool:
    """Whether a process has ended, if need be after a moment, even if nobody has asked how."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_nothing_temporary_is_left(
    fake_program: MakeProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    program = fake_program(f"assert os.listdir({str(folder)!r}); sys.stdout.buffer.write({PNG})")
    engine.draw(SOURCE, "png", program=program)
    assert os.listdir(folder) == []  # noqa: PTH208
