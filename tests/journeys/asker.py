"""Somebody at the Draft tab who asks a language model."""

from PySide6.QtCore import Qt

from tests.journeys.test_drafting import Drafter
from widgets.asking.sending_dialog import SendingDialog
from widgets.asking.set_up_dialog import SetUpDialog

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


class Asker(Drafter):
    """Sets a model up, agrees to what is sent, and sees what comes of it."""

    def set_up(self, address: str, key: str = "", model: str = "small") -> None:
        """Fill in the form by keys, and save it."""
        self.person.project.actions_by_name["set_up_model"].trigger()
        dialog = self.person.dialog(SetUpDialog)
        for field, text in ((dialog.form.address, address), (dialog.form.key, key)):
            field.setFocus()
            field.selectAll()
            self.person.bot.keyClicks(field, text)
        dialog.form.model.setEditText(model)
        self.person.bot.keyClick(dialog.save, Key.Key_Return)
        self.person.bot.waitUntil(lambda: not self.person.window.findChildren(SetUpDialog))

    def ask(self) -> SendingDialog:
        """Begin to draft, which shows what would be sent."""
        self.person.press(Key.Key_D, ctrl, shift)
        return self.person.dialog(SendingDialog)

    def send(self, dialog: SendingDialog) -> None:
        """Agree to it, and wait for what comes of it."""
        self.person.bot.keyClick(dialog.send, Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.person.bot.waitUntil(lambda: not self.panel.drafts.is_running, timeout=20_000)

    @property
    def trouble(self) -> str:
        """What the tab says went wrong."""
        labels = (self.panel.start.trouble, self.panel.head.trouble)
        return " ".join(label.text() for label in labels if label.isVisible())

    @property
    def outcome(self) -> str:
        label = self.panel.head.outcome
        return label.text() if label.isVisible() else ""
