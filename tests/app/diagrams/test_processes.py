"""Programs are watched: what they write has a limit, and nothing of them goes on."""

import sys
from typing import Any

import pytest

from app.diagrams import engine, processes
from app.diagrams.processes import (
    CancelledError,
    Program,
    Ran,
    TooMuchError,
    TooSlowError,
)
from app.model.errors import DiagramError
from tests.app.diagrams.conftest import MakeProgram

ENDLESS = "while True: sys.stdout.write('x' * 65536)"


def run(words: list[str], content: bytes, **limits: Any) -> Ran:  # noqa: ANN401
    """Start a program and let it do its work."""
    with Program(words) as program:
        return program.finish(content, **limits)


def python(lines: str) -> list[str]:
    return [sys.executable, "-c", f"import sys, time\n{lines}"]


def test_what_a_program_reads_writes_and_says_is_passed_on() -> None:
    ran = run(python("sys.stdout.write(sys.stdin.read() * 2); sys.exit('done')"), b"ab")
    assert (ran.code, ran.written, ran.said) == (1, b"abab", b"done\n")


def test_a_program_that_closes_its_output_may_still_work_on() -> None:
    ran = run(python("import os; os.close(1); time.sleep(0.3); os._exit(3)"), b"")
    assert (ran.code, ran.written) == (3, b"")


def test_a_program_that_never_stops_writing_is_stopped() -> None:
    with pytest.raises(TooMuchError):
        run(python(ENDLESS), b"", most=1_000_000)


def test_a_program_that_never_stops_complaining_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOST_BYTES", 1_000_000)
    with pytest.raises(TooMuchError):
        run(python(ENDLESS.replace("stdout", "stderr")), b"")


def test_a_program_that_hangs_is_stopped() -> None:
    with pytest.raises(TooSlowError):
        run(python("time.sleep(99)"), b"", time_limit=0.2)


def test_a_program_that_nobody_wants_any_more_is_stopped() -> None:
    with pytest.raises(CancelledError):
        run(python("time.sleep(99)"), b"", cancelled=lambda: True)


def test_a_graphviz_that_would_fill_the_disk_is_told(
    fake_program: MakeProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MOST_BYTES", 2 << 20)
    with pytest.raises(DiagramError, match="more than 2 megabytes"):
        engine.draw("digraph {}", "png", program=fake_program(ENDLESS))


def test_a_press_that_fails_says_why() -> None:
    with engine.Press() as press, pytest.raises(DiagramError, match="could not be made: "):
        press.work(b'{"sizes": [3], "sheets": [{"tiles": [], "links": []}], "dpi": 9}\nabc')


def test_a_program_that_was_started_in_vain_is_gone() -> None:
    with Program(python("sys.stdin.read()")) as program:
        process = program._process
    assert process.returncode is not None
