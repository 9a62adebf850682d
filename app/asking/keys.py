"""The keys of servers: in the keyring of the system, and nowhere else.

Where there is no keyring, a key is kept for as long as the program runs.
"""

import string
from typing import TYPE_CHECKING, NamedTuple

from app.asking.endpoint import host_of, is_private
from app.asking.errors import AskingError

if TYPE_CHECKING:
    from pydantic import SecretStr

_SERVICE = "Rejoinder"
_LONGEST = 4_000  # characters
_PLAIN = frozenset(string.ascii_letters + string.digits + string.punctuation)


def checked_key(text: str) -> str:
    """The key that somebody typed. Raises AskingError, without it, for what no header can hold."""
    key = text.strip()
    if len(key) > _LONGEST or not _PLAIN.issuperset(key):
        raise AskingError("The key has blanks or other characters that no key has: copy it again.")
    return key


class _ForNow(NamedTuple):
    """A key that no keyring took, and whether it was given for a way that nobody can read on."""

    key: "SecretStr"
    is_private: bool


class Keys:
    """Finds and keeps keys, each for the host of an address; a keyring may ask for its password.

    All of these can take as long as that person does.
    """

    def __init__(self) -> None:
        self._for_now: dict[str, _ForNow] = {}

    def has_for_now(self, address: str) -> bool:
        """Whether there is a key as long as the program runs, given for as safe a way."""
        kept = self._for_now.get(host_of(address))
        return kept is not None and is_private(address) >= kept.is_private

    def of(self, address: str, *, in_keyring: bool = True) -> "SecretStr | None":
        """The key for an address; None if there is none, or the keyring does not open.

        The keyring is not asked, and so asks nobody, if it is known to have none.
        """
        from keyring import get_password  # noqa: PLC0415  slow, and seldom needed
        from keyring.errors import KeyringError  # noqa: PLC0415
        from pydantic import SecretStr  # noqa: PLC0415

        if self.has_for_now(address):
            return self._for_now[host_of(address)].key
        if not in_keyring:
            return None
        try:
            found = get_password(_SERVICE, host_of(address))
        except KeyringError:
            return None
        return SecretStr(found) if found else None

    def keep(self, address: str, key: str) -> bool:
        """Keep a key; whether the keyring took it, or else it is kept for now only."""
        from keyring import set_password  # noqa: PLC0415  as above
        from keyring.errors import KeyringError  # noqa: PLC0415
        from pydantic import SecretStr  # noqa: PLC0415

        host = host_of(address)
        try:
            set_password(_SERVICE, host, key)
        except KeyringError:
            self._for_now[host] = _ForNow(SecretStr(key), is_private(address))
            return False
        self._for_now.pop(host, None)
        return True

    def forget(self, address: str) -> None:
        """Have no key for the host of an address any more."""
        from keyring import delete_password  # noqa: PLC0415  as above
        from keyring.errors import KeyringError  # noqa: PLC0415

        host = host_of(address)
        self._for_now.pop(host, None)
        try:
            delete_password(_SERVICE, host)
        except KeyringError:  # there is none, or no keyring
            return
