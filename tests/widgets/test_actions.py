"""The table of actions."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Person
from widgets.action_table import SPECS, Scope


def test_names_are_unique() -> None:
    assert max(Counter(spec.name for spec in SPECS).values()) == 1


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in (Scope.MAP, Scope.ARTICLE, Scope.SPEAKERS):
        inside = [s for s in SPECS if s.scope in {scope, Scope.WINDOW}]
        keys = Counter(QKeySequence(key).toString() for spec in inside for key in spec.keys)
        assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_there_in_an_open_project(qtbot: QtBot, tmp_path: object) -> None:
    person = Person(qtbot, tmp_path)  # type: ignore[arg-type]
    person.click("Look at the sample")
    made = set(person.window.actions_by_name) | set(person.project.actions_by_name)
    assert made == {spec.name for spec in SPECS}
    person.close()
