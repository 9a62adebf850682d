"""Fetching a document from the web: from a server on this machine, which answers well or badly."""

from collections.abc import Iterator

import pytest

from app.articles import web
from app.articles.addresses import FetchError, typed_address
from app.articles.intake import take_fetched
from app.articles.web import FetchCancelledError, Fetched, fetch
from tests.app.articles.documents import MORE, WORDS
from tests.app.articles.web_server import PAGE, serving
from tests.app.loopback import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as server:
        yield server


def test_a_page_comes_with_its_address_and_kind_and_is_understood(server: Loopback) -> None:
    told: list[tuple[int, int | None]] = []
    address = f"{server.root}/page"
    fetched = fetch(f"{server.root}/to//page", progress=lambda *now: told.append(now))
    taken = take_fetched(fetched)

    assert fetched == Fetched(PAGE, address, "text/html; charset=utf-8")
    assert fetched.charset == "utf-8"
    assert told[0] == (0, None)
    assert taken.text == f"{WORDS}\n\n{MORE}"
    assert (taken.address, taken.outlet) == (address, "127.0.0.1")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("status/404", "There is no page at this address"),
        ("status/403", "does not let programs read .* save it or copy its words"),
        ("status/418", "does not give this page"),
        ("status/503", "in trouble: try again later"),
        ("to/file:///etc/passwd", "Only addresses that begin with http or https .* “file:”"),
        ("to/javascript:alert(1)", "“javascript:”"),
        ("to/data:text/html,x", "“data:”"),
        ("to/http://127.0.0.2/", "into this computer or its own network"),
        ("to/http://localhost:1/", "into this computer or its own network"),
        ("to/http://[::ffff:10.0.0.1]/", "into this computer or its own network"),
        ("to/http://169.254.169.254/", "into this computer or its own network"),
        ("to/http://me:secret@127.0.0.1/", "a name or a password in it"),
        ("to/http://[::1/", "no address on the web"),
        ("round", "from place to place without end"),
        ("huge", "too big: at most 10 MB"),
        ("bomb", "too big: at most 10 MB"),
        ("garbled", "damaged"),
        ("lying", "broke off"),
        ("picture", "leads to no text, but to image/png"),
    ],
)
def test_a_bad_answer_is_told_in_a_sentence(server: Loopback, path: str, sentence: str) -> None:
    with pytest.raises(FetchError, match=sentence):
        fetch(f"{server.root}/{path}")


@pytest.mark.parametrize("path", ["silent", "slow"])
def test_a_site_that_does_not_answer_is_not_waited_for(server: Loopback, path: str) -> None:
    with pytest.raises(FetchError, match="takes too long"):
        fetch(f"{server.root}/{path}", patience=0.1)


def test_fetching_can_be_cancelled_while_nothing_comes(server: Loopback) -> None:
    with pytest.raises(FetchCancelledError):
        fetch(f"{server.root}/silent", cancelled=lambda: True)


def test_a_site_that_is_silent_for_long_is_given_up(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_SILENCE", 0.1)

    with pytest.raises(FetchError, match="takes too long"):
        fetch(f"{server.root}/slow")


def test_where_nothing_answers_is_told() -> None:
    with pytest.raises(FetchError, match="nothing answers at this address"):
        fetch("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" example.org/a ", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("localhost:8000/a", "https://localhost:8000/a"),
    ],
)
def test_what_a_person_types_becomes_an_address(typed: str, address: str) -> None:
    assert typed_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "file:///etc/passwd",
        "FILE:/etc",
        "javascript:x()",
        "data:text/plain,x",
        "ftp://a.b",
        "a b",
    ],
)
def test_what_is_no_address_on_the_web_is_refused(typed: str) -> None:
    with pytest.raises(FetchError):
        fetch(typed)
