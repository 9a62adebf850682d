"""The project as a whole: what is where, and what its packages are."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "widgets", "storage", "resources")


def test_the_top_level_holds_the_four_packages_and_the_tests_and_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607  whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    folders = {line.partition("/")[0] for line in listed.stdout.splitlines() if "/" in line}
    assert folders == {*PACKAGES, "tests", ".ci"}


def test_no_other_distribution_owns_our_package_names() -> None:
    for name in PACKAGES:
        assert packages_distributions().get(name, ["rejoinder"]) == ["rejoinder"]


def test_the_pinned_versions_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in asked}
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    assert {name for name in names if f"{name}==" not in pinned} == set()


def test_nothing_names_a_machine_or_an_index() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = re.compile(r"[\w.-]+==[\w.]+")
    assert [line for line in constraints.splitlines() if not pinned.fullmatch(line)] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_the_four_packages_with_their_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == set(PACKAGES)
    for needed in (
        "resources/fonts/NotoSans-Regular.ttf",
        "resources/fonts/OFL.txt",
        "resources/themes/dark.toml",
        "resources/icons/undo.svg",
        "resources/samples/article.txt",
        "resources/samples/peace-talks.rejoinder",
        "storage/migrations/env.py",
        "app/py.typed",
    ):
        assert needed in names


def test_the_wheel_runs_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = (
        "import app, app.cli, sys; sys.stdout.write(app.__file__); "
        "sys.exit(app.cli.run(['schema'], None))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(str(tmp_path / "site"))
    assert '"$schema"' in done.stdout
