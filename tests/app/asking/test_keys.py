"""Keys of servers: kept in a keyring, or for a while."""

from app.asking.keys import Keys
from tests.app.asking.model_server import SECRET
from tests.fakes.memory_keyring import memory_keyring


def test_a_key_is_kept_for_its_host_and_for_no_other() -> None:
    with memory_keyring() as ring:
        assert Keys().keep("api.example.org", SECRET)
        assert ring.kept == {("Rejoinder", "api.example.org"): SECRET}
        key = Keys().of("api.example.org")
        assert key
        assert key.get_secret_value() == SECRET
        assert Keys().of("api.example.org:8080") is None
        assert Keys().of("example.org") is None


def test_a_key_that_is_forgotten_is_gone() -> None:
    with memory_keyring() as ring:
        Keys().keep("api.example.org", SECRET)
        Keys().forget("api.example.org")
        Keys().forget("api.example.org")
        assert ring.kept == {}
        assert Keys().of("api.example.org") is None


def test_without_a_keyring_a_key_lasts_as_long_as_the_program() -> None:
    keys = Keys()
    assert not keys.keep("api.example.org", SECRET)
    key = keys.of("api.example.org")
    assert key
    assert key.get_secret_value() == SECRET
    assert Keys().of("api.example.org") is None
    keys.forget("api.example.org")
    assert keys.of("api.example.org") is None


def test_a_key_is_never_written_out_by_chance() -> None:
    keys = Keys()
    keys.keep("api.example.org", SECRET)
    assert SECRET not in repr(keys.of("api.example.org")) + str(vars(keys))
