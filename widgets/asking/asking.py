"""Which model is asked, if any, and what the person wants to see before."""

from __future__ import annotations

from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.asking.endpoint import Endpoint
    from app.asking.keys import Keys
    from app.settings import Settings
    from widgets.drafting.drafts import Drafting
    from widgets.drafting.suggestions import Drafted
    from widgets.working import Reporter


class Asking(QObject):
    """The choices about asking a model, for all projects of a window."""

    changed = Signal()

    def __init__(
        self, settings: Settings, keep: Callable[[str, object], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._keep = keep

    @property
    def is_on(self) -> bool:
        """Whether a model may be asked."""
        settings = self.settings
        return settings.asking and bool(settings.asking_address and settings.asking_model)

    @property
    def model(self) -> str:
        return self.settings.asking_model

    @property
    def host(self) -> str:
        """Whom the text goes to."""
        return urlsplit(self.settings.asking_address).netloc

    @property
    def needs_question(self) -> bool:
        """Whether the person wants to see what is sent to this address before."""
        return self.settings.asking_unasked != self.settings.asking_address

    def endpoint(self) -> Endpoint:
        """The server and the model. Raises RejoinderError if the address is not a safe one."""
        from app.asking.endpoint import Endpoint, checked_address  # noqa: PLC0415  seldom needed

        settings = self.settings
        address = checked_address(settings.asking_address, unencrypted=settings.asking_unencrypted)
        return Endpoint(address, settings.asking_model, settings.asking_patience)

    @cached_property
    def keys(self) -> Keys:
        """The keys of servers; to be asked in a thread, as a keyring may ask for its password."""
        from app.asking.keys import Keys  # noqa: PLC0415  as above

        return Keys()

    def choose(self, **values: object) -> None:
        """Keep other choices, by their names in the settings."""
        before, self.settings = asdict(self.settings), self.settings.changed(**values)
        for name, value in values.items():
            if before[name] != value:
                self._keep(name, value)
        self.changed.emit()

    def ask_no_more(self) -> None:
        """Send to this address without a question from now on."""
        self.choose(asking_unasked=self.settings.asking_address)

    def drafting(self, endpoint: Endpoint) -> Drafting:
        """What asks the model there, in a thread."""
        keys, has_key = self.keys, self.settings.asking_key

        def drafted_by_model(text: str, reporter: Reporter) -> Drafted:
            from app.asking.drafting import draft_by_model  # noqa: PLC0415  as above
            from widgets.drafting.suggestions import taken  # noqa: PLC0415  as above

            key = keys.of(endpoint.address, in_keyring=has_key)
            return taken(
                draft_by_model(
                    text,
                    endpoint,
                    key,
                    progress=reporter.share_done,
                    cancelled=reporter.cancelled,
                )
            )

        return drafted_by_model
