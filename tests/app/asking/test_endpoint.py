"""Which addresses are asked, and how."""

import pytest

from app.asking.endpoint import Endpoint, checked_address, host_of, is_local
from app.model.errors import RejoinderError


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://api.example.org/v1", "https://api.example.org/v1"),
        (" https://API.example.org/v1/ ", "https://api.example.org/v1"),
        ("api.example.org/v1", "https://api.example.org/v1"),
        ("https://api.example.org/v1/chat/completions", "https://api.example.org/v1"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("localhost:8080/v1/models", "http://localhost:8080/v1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address_is_made_of_what_is_typed(typed: str, address: str) -> None:
    assert checked_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "no address on the web"),
        ("not an address", "no address on the web"),
        ("file:///etc/passwd", "begin with http or https"),
        ("https://me:secret@example.org/v1", "a name or a password in it"),
        ("https://example.org/v1?key=secret", "must end before"),
        ("https://example.org/v1#x", "must end before"),
        ("http://[::1/v1", "no address on the web"),
        ("http://example.org/v1", "could be read on the way"),
        ("http://127.0.0.1.example.org/v1", "could be read on the way"),
        ("http://192.168.1.5/v1", "could be read on the way"),
        ("http://0.0.0.0/v1", "could be read on the way"),
        ("http://localhost.example.org/v1", "could be read on the way"),
    ],
)
def test_an_address_that_is_not_safe_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(RejoinderError, match=sentence) as caught:
        checked_address(typed)
    assert "secret" not in str(caught.value)


def test_another_machine_is_asked_without_encryption_only_if_that_is_meant() -> None:
    address = checked_address("http://192.168.1.5:8080/v1", unencrypted=True)
    assert address == "http://192.168.1.5:8080/v1"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1", "http://127.9.9.9:1/v1", "http://localhost", "http://[::1]:80"]
)
def test_this_machine_is_known(address: str) -> None:
    assert is_local(address)
    assert Endpoint(address, "m").is_local


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1", "https://127.0.0.1.org", "https://localhost.org", "http://[", "", "x"],
)
def test_other_machines_are_not_taken_for_this_one(address: str) -> None:
    assert not is_local(address)


def test_a_key_is_for_a_host_with_its_port() -> None:
    assert host_of("https://api.example.org/v1") == "api.example.org"
    assert Endpoint("http://localhost:8080/v1", "m").host == "localhost:8080"
