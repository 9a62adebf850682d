"""Which programs draw, and fake ones that fail."""

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

OWN, SYSTEM = "", "dot"
MakeProgram = Callable[[str], str]


@pytest.fixture(params=[OWN, SYSTEM], ids=["own", "system"])
def program(request: pytest.FixtureRequest) -> str:
    """The program that comes along, and the one that the system has, if it has one."""
    if request.param == SYSTEM and not shutil.which(SYSTEM):
        pytest.skip("this system has no Graphviz")
    return str(request.param)


@pytest.fixture
def fake_program(tmp_path: Path) -> MakeProgram:
    """Make a program that does what some lines of Python say."""
    if sys.platform == "win32":
        pytest.skip("a script is no program here")

    def make(lines: str) -> str:
        path = tmp_path / "programs" / f"fake{abs(hash(lines))}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{sys.executable}\nimport os, sys, time, subprocess\n{lines}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return make
