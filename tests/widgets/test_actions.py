"""The table of actions."""

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Person
from widgets.action_spec import Scope
from widgets.action_table import SPECS


def test_names_are_unique() -> None:
    assert max(Counter(spec.name for spec in SPECS).values()) == 1


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in (Scope.MAP, Scope.ARTICLE, Scope.SPEAKERS):
        inside = [s for s in SPECS if s.scope in {scope, Scope.WINDOW}]
        keys = Counter(QKeySequence(key).toString() for spec in inside for key in spec.keys)
        assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_means_two_things_on_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    person = Person(qtbot, tmp_path)
    made = {**person.window.actions_by_name, **person.window.start.actions_by_name}
    keys = Counter(key.toString() for action in made.values() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    person.close()


def test_every_action_is_there_in_an_open_project(qtbot: QtBot, tmp_path: Path) -> None:
    person = Person(qtbot, tmp_path)
    person.click("Look at the sample")
    window = person.window
    made = {*window.actions_by_name, *window.start.actions_by_name, *person.project.actions_by_name}
    assert made == {spec.name for spec in SPECS}
    person.close()
