"""Setting up a language model: its address, its key, and what is shown before it is asked."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.settings import load_settings
from tests.app.asking.model_server import ARTICLE, SECRET, ModelServer, said, serving
from tests.fakes.memory_keyring import memory_keyring
from tests.journeys.asker import Asker
from tests.journeys.driver import places_in
from widgets.asking.sending_dialog import SendingDialog
from widgets.asking.set_up_dialog import SetUpDialog
from widgets.drafting.model import State

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


def test_the_question_can_be_left_off_for_an_address_and_comes_back_for_another(
    asker: Asker, server: ModelServer
) -> None:
    asker.set_up(server.address("good"))
    dialog = asker.ask()
    dialog.again.setChecked(True)
    asker.send(dialog)
    asker.begin()  # without a question
    assert len(server.requests) == 2
    asker.set_up(server.address("plain"))
    asker.ask().reject()
    assert len(server.requests) == 2


def test_settings_that_somebody_has_spoilt_send_nothing(asker: Asker) -> None:
    asker.person.window.asking.choose(
        asking=True, asking_address="http://example.org/v1", asking_model="small"
    )
    asker.panel.drafter.bar.choose_model()
    asker.person.press(Key.Key_D, ctrl, shift)
    assert "could be read on the way" in asker.trouble
    assert not asker.person.window.findChildren(SendingDialog)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "no address on the web"),
        ("http://192.168.0.7/v1", "could be read on the way"),
        ("https://me:secret@example.org/v1", "a name or a password"),
        ("javascript:alert(1)", "http or https"),
    ],
)
def test_an_address_that_is_not_safe_is_not_saved(
    asker: Asker, address: str, sentence: str
) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    dialog.form.address.setText(address)
    dialog.form.model.setEditText("small")
    for try_it in (dialog.save.click, dialog.trial.click, dialog.form.list.click):
        try_it()
        assert sentence in dialog.trouble.text()
        assert dialog.trouble.isVisible()
    dialog.reject()
    assert not asker.person.window.asking.is_on


def test_another_machine_is_asked_in_the_open_only_if_that_is_ticked(asker: Asker) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    assert not dialog.form.unencrypted.isVisible()
    dialog.form.address.setText("http://192.168.0.7/v1")
    assert dialog.form.unencrypted.isVisible()
    dialog.form.unencrypted.setChecked(True)
    dialog.form.model.setEditText("small")
    dialog.accept()
    sending = asker.ask()
    assert "They leave this machine" in sending.told.text()
    asker.person.press(Key.Key_Return)  # pressed too soon, it sends nothing
    assert not sending.isVisible()
    assert not asker.panel.drafts.is_running


def tells(dialog: SetUpDialog, words: str) -> bool:
    """Whether a dialog says what came of a trial."""
    return words in dialog.told.text() + dialog.trouble.text()


def test_a_model_is_tried_before_it_is_saved(asker: Asker, server: ModelServer) -> None:
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    sentence = said("that the dam must close because its steel is weak", source="Ana Paz")
    for address, outcome in (
        (server.answering(sentence), "It works, in 1 second."),
        (server.answering("{}"), "does not find who says what"),
        (server.address("status"), "try again later"),
    ):
        dialog.form.address.setText(address)
        dialog.form.model.setEditText("503")
        dialog.trial.click()
        asker.person.bot.waitUntil(partial(tells, dialog, outcome))
    assert all(ARTICLE[:20] not in str(request) for request in server.requests)
    dialog.form.address.setText(server.address("silent"))
    server.asked.clear()
    dialog.trial.click()
    assert server.asked.wait(10)
    dialog.reject()  # ends the trial, not the dialog
    assert dialog.isVisible()
    assert server.left.wait(10)
    dialog.reject()


def test_a_key_is_in_the_keyring_and_nowhere_else(
    asker: Asker, server: ModelServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with memory_keyring() as ring:
        asker.set_up(server.address("locked"), SECRET)
        assert list(ring.kept.values()) == [SECRET]
        asker.send(asker.ask())
        assert server.keys == [f"Bearer {SECRET}"]
        assert asker.number(State.OPEN) == 4
        asker.person.press(Key.Key_Return)
        asker.person.window.open_again()
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        assert dialog.form.key.text() == ""
        assert dialog.form.key.placeholderText() == "Kept in the keyring"
        dialog.reject()
        asker.person.close()
    settings = load_settings(places_in(tmp_path).settings)
    assert settings.asking_key
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"settings.json", "library.sqlite"} <= {path.name for path in files}
    assert [path.name for path in files if SECRET.encode() in path.read_bytes()] == []
    assert SECRET not in caplog.text


def test_a_key_that_can_be_none_is_told_before_it_is_kept(
    asker: Asker, server: ModelServer
) -> None:
    with memory_keyring() as ring:
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        dialog.form.address.setText(server.address("good"))
        dialog.form.model.setEditText("small")
        dialog.form.key.setText(f"Bearer {SECRET}")
        for try_it in (dialog.save.click, dialog.trial.click, dialog.form.list.click):
            try_it()
            assert "copy it again" in dialog.trouble.text()
        dialog.reject()
        assert ring.kept == {}
    assert server.keys == []


def test_a_kept_key_is_not_taken_along_into_the_open(asker: Asker) -> None:
    with memory_keyring():
        asker.set_up("https://api.example.org/v1", SECRET)
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        assert dialog.form.key.placeholderText() == "Kept in the keyring"
        dialog.form.unencrypted.setChecked(True)
        dialog.form.address.setText("http://api.example.org/v1")
        assert dialog.form.key.placeholderText() == "None yet"
        dialog.accept()
        assert not asker.person.window.asking.settings.asking_key


def test_a_key_can_be_forgotten(asker: Asker, server: ModelServer) -> None:
    with memory_keyring() as ring:
        asker.set_up(server.address("locked"), SECRET)
        asker.person.project.actions_by_name["set_up_model"].trigger()
        dialog = asker.person.dialog(SetUpDialog)
        dialog.form.forget.click()
        asker.person.bot.waitUntil(lambda: dialog.told.text() == "The key is forgotten.")
        assert ring.kept == {}
        dialog.accept()
        asker.send(asker.ask())
        assert "asks for a key" in asker.trouble


def test_without_a_keyring_the_key_lasts_until_the_window_is_closed(
    asker: Asker, server: ModelServer
) -> None:
    asker.set_up(server.address("locked"), SECRET)
    assert asker.person.advice.startswith("There is no keyring here")
    assert not asker.person.window.asking.settings.asking_key
    asker.send(asker.ask())
    assert asker.number(State.OPEN) == 4
    asker.person.project.actions_by_name["set_up_model"].trigger()
    dialog = asker.person.dialog(SetUpDialog)
    assert dialog.form.key.placeholderText() == "Kept until Rejoinder is closed"
    dialog.form.forget.click()
    asker.person.bot.waitUntil(lambda: dialog.told.text() == "The key is forgotten.")
    assert dialog.form.key.placeholderText() == "Not needed on this machine"
    dialog.reject()


def test_a_key_is_not_sent_to_another_server(asker: Asker, server: ModelServer) -> None:
    with memory_keyring(), serving() as other:
        asker.set_up(server.address("locked"), SECRET)
        asker.set_up(other.address("good"))
        asker.send(asker.ask())
        assert other.keys == [""]
