"""Keys of servers: kept in a keyring, or for a while."""

from app.asking.keys import Keys
from tests.app.asking.model_server import SECRET
from tests.fakes.memory_keyring import memory_keyring


def test_a_key_is_kept_for_its_host_and_for_no_other() -> None:
    with memory_keyring() as ring:
        assert Keys().keep("https://api.example.org", SECRET)
        assert ring.kept == {("Rejoinder", "api.example.org"): SECRET}
        key = Keys().of("https://api.example.org")
        assert key
        assert key.get_secret_value() == SECRET
        assert Keys().of("https://api.example.org:8080") is None
        assert Keys().of("https://example.org") is None


def test_a_key_that_is_forgotten_is_gone() -> None:
    with memory_keyring() as ring:
        Keys().keep("https://api.example.org", SECRET)
        Keys().forget("https://api.example.org")
        Keys().forget("https://api.example.org")
        assert ring.kept == {}
        assert Keys().of("https://api.example.org") is None


def test_without_a_keyring_a_key_lasts_as_long_as_the_program() -> None:
    keys = Keys()
    assert not keys.keep("https://api.example.org", SECRET)
    key = keys.of("https://api.example.org")
    assert key
    assert key.get_secret_value() == SECRET
    assert Keys().of("https://api.example.org") is None
    keys.forget("https://api.example.org")
    assert keys.of("https://api.example.org") is None


def test_a_key_that_lasts_for_now_is_not_taken_into_the_open_either() -> None:
    keys = Keys()
    keys.keep("https://api.example.org", SECRET)
    assert keys.has_for_now("https://api.example.org/v2")
    assert not keys.has_for_now("http://api.example.org")
    assert keys.of("http://api.example.org") is None


def test_a_key_is_never_written_out_by_chance() -> None:
    keys = Keys()
    keys.keep("https://api.example.org", SECRET)
    assert SECRET not in repr(keys.of("https://api.example.org")) + str(vars(keys))
