"""Setting up a language model: where it is, trying it, and keeping its key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.asking.drafting import draft_by_model, models_of
from app.asking.errors import AskingError
from app.model.errors import RejoinderError
from widgets.alerting import announce
from widgets.asking.set_up_form import SetUpForm
from widgets.labels import plain_label
from widgets.translating import number_words, why
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import SecretStr

    from widgets.asking.asking import Asking

_SENTENCE = "Ana Paz, the mayor, said that the dam must close because its steel is weak."

_Found = TypeVar("_Found")


class SetUpDialog(QDialog):
    """Asks for the server and the model until the person has saved them, or gives up."""

    advice = Signal(str)

    def __init__(self, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking = asking
        self._work: Work | None = None
        self.setWindowTitle(self.tr("Language model for drafts"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.resize(560, 0)
        self.on = QCheckBox(self.tr("Offer a language model for drafts"), self)
        is_new = not asking.settings.asking_model
        self.on.setChecked(asking.settings.asking or is_new)
        self.form = SetUpForm(asking.settings, asking.keys, self)
        self.trial = QPushButton(self.tr("Try it"), self)
        self.trial.setAutoDefault(False)
        self.told = plain_label(name="Muted", parent=self)
        self.trouble = plain_label(name="Warning", parent=self)
        self.trouble.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = self._buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        said = self.tr(
            "Drafts are made by rules on this machine. A language model can be asked as well: then"
            " the text of the article is sent to the server that you name here, whenever you draft"
            " with it, and to nobody else. Of what it answers, only words of the article are used."
        )
        row = QHBoxLayout()
        row.addWidget(self.trial)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(said, parent=self))
        column.addWidget(self.on)
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.on.toggled.connect(self._follow)
        self.form.changed.connect(self._follow)
        self.form.list.clicked.connect(self.list_models)
        self.form.forget.clicked.connect(self.forget_key)
        self.trial.clicked.connect(self.try_it)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # What is tried

    def list_models(self) -> None:
        """Ask the server which models it has."""
        try:
            endpoint = self.form.endpoint()
            key = self._key_for(endpoint.address)
        except RejoinderError as error:
            self._warn(why(error))
            return
        self._begin(
            self.tr("Asking {host} …").format(host=endpoint.host),
            lambda reporter: models_of(endpoint, key(), cancelled=reporter.cancelled),
            self._show_models,
        )

    def try_it(self) -> None:
        """Have the model draft from a sentence of ours."""
        try:
            endpoint = self.form.endpoint()
            if not endpoint.model:
                raise AskingError("Choose a model first.")
            key = self._key_for(endpoint.address)
        except RejoinderError as error:
            self._warn(why(error))
            return

        def tried(reporter: Reporter) -> tuple[bool, float]:
            begun = time.monotonic()
            cancelled = reporter.cancelled
            draft = draft_by_model(_SENTENCE, endpoint, key(), cancelled=cancelled)
            return bool(draft.attributions), time.monotonic() - begun

        asking = self.tr("Asking “{model}” about a sentence of ours …").format(model=endpoint.model)
        self._begin(asking, tried, self._show_trial)

    def _show_models(self, names: tuple[str, ...]) -> None:
        if not names:
            self._warn(self.tr("This server has no models yet: install one first."))
            return
        self.form.offer_models(names)
        self._tell(number_words(len(names), self.tr("1 model"), self.tr("{n} models")))

    def _show_trial(self, outcome: tuple[bool, float]) -> None:
        found, seconds = outcome
        if not found:
            self._warn(
                self.tr("The model answers, but does not find who says what: try another model.")
            )
            return
        words = number_words(
            max(round(seconds), 1),
            self.tr("It works, in 1 second."),
            self.tr("It works, in {n} seconds."),
        )
        self._tell(words)

    def _key_for(self, address: str) -> Callable[[], SecretStr | None]:
        """What finds the key: the one that is typed, or else the one that was kept."""
        typed, keys = self.form.typed_key(), self._asking.keys
        kept = self.form.has_kept_key

        def key() -> SecretStr | None:
            from pydantic import SecretStr  # noqa: PLC0415  in the thread

            if typed:
                return SecretStr(typed)
            return keys.of(address, in_keyring=kept)

        return key

    # What is kept

    @override
    def accept(self) -> None:
        """Keep the choices, and the key in the keyring."""
        if self._work:
            return
        if not self.on.isChecked():
            self._finish({"asking": False})
            return
        try:
            choices = self.form.choices()
            if not choices["asking_model"]:
                raise AskingError("Choose a model first.")
            key = self.form.typed_key()
        except RejoinderError as error:
            self._warn(why(error))
            return
        choices |= {"asking": True, "asking_key": self.form.has_kept_key}
        keys = self._asking.keys
        if not key:
            self._finish(choices)
            return
        address = str(choices["asking_address"])
        self._begin(
            self.tr("Keeping the key …"),
            lambda _reporter: keys.keep(address, key),
            lambda kept: self._finish(choices | {"asking_key": kept}, kept=kept),
        )

    def forget_key(self) -> None:
        """Take the key out of the keyring, or out of the memory of the program."""
        address, keys = self.form.checked(), self._asking.keys

        def forgotten(_done: object) -> None:
            self._asking.choose(asking_key=False)
            self.form.forget_kept_key(self._asking.settings)
            self._tell(self.tr("The key is forgotten."))

        self._begin(
            self.tr("Forgetting the key …"), lambda _reporter: keys.forget(address), forgotten
        )

    def _finish(self, choices: dict[str, object], *, kept: bool = True) -> None:
        self._asking.choose(**choices)
        super().accept()
        if not kept:
            self.advice.emit(
                self.tr("There is no keyring here: the key is kept until Rejoinder is closed.")
            )

    @override
    def reject(self) -> None:
        """Stop what is under way; if that is nothing, give up."""
        if self._work:
            self._work.cancel()
        else:
            super().reject()

    # Work

    def _begin(
        self,
        words: str,
        what: Callable[[Reporter], _Found],
        then: Callable[[_Found], None],
    ) -> None:
        """Do what takes long, and then what follows from it."""
        if self._work:
            return
        work = self._work = Work(what, self)
        work.done.connect(lambda found: self._end(lambda: then(found)))
        work.failed.connect(lambda sentence, _error: self._end(lambda: self._warn(sentence)))
        work.cancelled.connect(lambda: self._end(lambda: self._tell("")))
        self._tell(words)
        self._follow()
        work.start()

    def _end(self, then: Callable[[], None]) -> None:
        self._work = None
        self._follow()
        then()

    def _tell(self, words: str) -> None:
        self.trouble.hide()
        self.told.setText(words)
        announce(self.told, words)

    def _warn(self, sentence: str) -> None:
        self.told.clear()
        self.trouble.setText(sentence)
        self.trouble.show()
        self._fit()
        announce(self.trouble, sentence, urgent=True)

    def _follow(self) -> None:
        idle, on = self._work is None, self.on.isChecked()
        self.form.setEnabled(idle)
        self.trial.setEnabled(idle)
        for widget in (self.form, self.trial, self.told):
            widget.setVisible(on)
        self.save.setEnabled(idle)
        if idle:
            self.trouble.hide()
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel") if idle else self.tr("Stop"))
        self._fit()

    def _fit(self) -> None:
        """Be as high as all that is shown needs."""
        layout = self.layout()
        if layout:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
