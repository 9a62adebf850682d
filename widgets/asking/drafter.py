"""Drafting by the rules or by a model, as the person chose; a model is asked only when agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.errors import RejoinderError
from widgets.asking.drafter_bar import DrafterBar
from widgets.drafting.suggestions import drafted
from widgets.translating import why

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model.elements import Source
    from widgets.asking.asking import Asking
    from widgets.drafting.drafts import Drafting, Drafts


class Drafter(QObject):
    """Begins drafts; until `use` there are only the rules."""

    advice = Signal(str)
    started = Signal()
    changed = Signal()  # who drafts

    def __init__(self, drafts: Drafts, parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._window = parent
        self._asking: Asking | None = None
        self.bar = DrafterBar(parent)
        self.bar.draft_wanted.connect(self.draft)
        self.bar.set_up_wanted.connect(self.set_up)
        self.bar.changed.connect(self.changed)

    def use(self, asking: Asking) -> None:
        """Offer the model that is set up from now on."""
        self._asking = asking
        asking.changed.connect(self._follow)
        self._offer()

    @property
    def is_offered(self) -> bool:
        """Whether a model is set up."""
        return self._asking is not None and self._asking.is_on

    @property
    def model(self) -> str:
        """The model that drafts; nothing if the rules do."""
        return self._asking.model if self._asking and self.bar.is_model_chosen else ""

    @property
    def lead(self) -> str:
        """What would be looked for, and how."""
        if not self._asking or not self.model:
            return self.tr(
                "Find who says what in this article, what it may argue, and how that hangs"
                " together. You decide on each suggestion; nothing enters the map by itself. "
                "It works for articles in English, and without the web."
            )
        told = self.tr(
            "Ask the language model “{model}” at {host} who says what in this article, and what it"
            " may argue. Of its answer only words of the article are used. You decide on each"
            " suggestion; nothing enters the map by itself."
        )
        return told.format(model=self.model, host=self._asking.host)

    def draft(self) -> None:
        """Draft from the article that is shown; of what would be sent, the person is asked."""
        source = self._drafts.source
        if source is None:
            self.advice.emit(self.tr("There is no article yet."))
        elif self._asking and self.model:
            self._ask(source, self._asking)
        else:
            self._begin(drafted)

    def draft_by_model(self) -> None:
        """Have the model draft; if there is none yet, set one up."""
        if self.is_offered:
            self.bar.choose_model()
            self.draft()
        else:
            self.set_up()

    def set_up(self) -> None:
        """Let the person choose which model is asked, if any."""
        from widgets.asking.set_up_dialog import SetUpDialog  # noqa: PLC0415  seldom opened

        if self._asking:
            dialog = SetUpDialog(self._asking, self._window.window())
            dialog.advice.connect(self.advice)
            dialog.open()

    def _ask(self, source: Source, asking: Asking) -> None:
        from app.asking.drafting import require_sendable  # noqa: PLC0415  seldom needed
        from widgets.asking.sending_dialog import SendingDialog  # noqa: PLC0415

        try:
            endpoint = asking.endpoint()
            require_sendable(source.text, endpoint)
        except RejoinderError as error:
            self._drafts.fail(why(error))
            return
        drafting = asking.drafting(endpoint)
        if not asking.needs_question:
            self._begin(drafting)
            return
        dialog = SendingDialog(source.text, endpoint, self._window.window())

        def agreed(again: bool) -> None:  # noqa: FBT001  as a signal has it
            if not again:
                asking.ask_no_more()
            if self._drafts.source == source:
                self._begin(drafting)

        dialog.agreed.connect(agreed)
        dialog.open()

    def _begin(self, drafting: Drafting) -> None:
        self._drafts.run(drafting)
        self.started.emit()

    def _follow(self) -> None:
        """Offer what is set up now; what is new has just been wanted."""
        was_offered = self.bar.choice.count() > 1
        self._offer()
        if self.is_offered and not was_offered:
            self.bar.choose_model()

    def _offer(self) -> None:
        self.bar.offer(self._asking.model if self._asking and self.is_offered else "")
