"""The keys of servers: in the keyring of the system, and nowhere else.

Where there is no keyring, a key is kept for as long as the program runs.
"""

import string
from typing import TYPE_CHECKING

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


class Keys:
    """Finds and keeps keys, by the host that each is for; a keyring may ask for its password.

    All of these can take as long as that person does.
    """

    def __init__(self) -> None:
        self._for_now: dict[str, SecretStr] = {}

    def of(self, host: str, *, in_keyring: bool = True) -> "SecretStr | None":
        """The key for a host; None if there is none, or the keyring does not open.

        The keyring is not asked, and so asks nobody, if it is known to have none.
        """
        from keyring import get_password  # noqa: PLC0415  slow, and seldom needed
        from keyring.errors import KeyringError  # noqa: PLC0415
        from pydantic import SecretStr  # noqa: PLC0415

        if host in self._for_now or not in_keyring:
            return self._for_now.get(host)
        try:
            found = get_password(_SERVICE, host)
        except KeyringError:
            return None
        return SecretStr(found) if found else None

    def keep(self, host: str, key: str) -> bool:
        """Keep a key; whether the keyring took it, or else it is kept for now only."""
        from keyring import set_password  # noqa: PLC0415  as above
        from keyring.errors import KeyringError  # noqa: PLC0415
        from pydantic import SecretStr  # noqa: PLC0415

        try:
            set_password(_SERVICE, host, key)
        except KeyringError:
            self._for_now[host] = SecretStr(key)
            return False
        self._for_now.pop(host, None)
        return True

    def forget(self, host: str) -> None:
        """Have no key for a host any more."""
        from keyring import delete_password  # noqa: PLC0415  as above
        from keyring.errors import KeyringError  # noqa: PLC0415

        self._for_now.pop(host, None)
        try:
            delete_password(_SERVICE, host)
        except KeyringError:  # there is none, or no keyring
            return
