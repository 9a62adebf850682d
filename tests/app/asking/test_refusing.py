"""Servers that answer badly, slowly, or not at all; the key, and the way to them."""

import logging
import socket
import traceback
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from app.asking.drafting import draft_by_model
from app.asking.endpoint import Endpoint
from app.asking.errors import AskingError
from app.drafting.watching import StoppedError
from tests.app.asking.asking import ask
from tests.app.asking.model_server import ARTICLE, SECRET, ModelServer, serving


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        ("limited", "asked too often: try again in 17 seconds"),
        ("tired", "asked too often: try again in (90|8.) seconds"),
        ("page", "no answer of a chat endpoint"),
        ("cut", "broke off before all was there"),
        ("huge", "over 4 MB"),
        ("packed", "packs its answer"),
    ],
)
def test_a_bad_answer_is_told_in_a_sentence(
    server: ModelServer, manner: str, sentence: str
) -> None:
    with pytest.raises(AskingError, match=sentence):
        ask(server.address(manner))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (301, "sends one on to another address"),
        (400, "does not understand what it was asked"),
        (402, "wants to be paid"),
        (403, "asks for a key"),
        (404, "has no model “404”"),
        (413, "too long for the model"),
        (422, "does not understand what it was asked"),
        (429, "asked too often, or your account is used up"),
        (500, r"in trouble \(500\)"),
        (503, r"in trouble \(503\)"),
    ],
)
def test_what_a_server_refuses_is_told_in_a_sentence(
    server: ModelServer, status: int, sentence: str
) -> None:
    with pytest.raises(AskingError, match=sentence):
        ask(server.address("status"), model=str(status))


def test_nobody_is_sent_on_elsewhere(server: ModelServer) -> None:
    with serving() as other:
        for place in (other.address("good"), "http://[bad", "file:///etc/passwd"):
            with pytest.raises(AskingError, match=r"another address|broke off"):
                ask(server.address("moved"), model=place)
        assert other.requests == []


@pytest.mark.parametrize("manner", ["silent", "dripping"])
def test_a_server_that_takes_too_long_is_left(server: ModelServer, manner: str) -> None:
    with pytest.raises(AskingError, match="did not answer within"):
        ask(server.address(manner), patience=0.2)
    assert server.left.wait(10)


@pytest.mark.parametrize("manner", ["silent", "dripping"])
def test_cancelling_ends_the_request_at_the_server_too(server: ModelServer, manner: str) -> None:
    with pytest.raises(StoppedError):
        draft_by_model(
            ARTICLE, Endpoint(server.address(manner), "small"), cancelled=server.asked.is_set
        )
    assert server.left.wait(10)


def test_a_server_that_is_not_there_is_told(server: ModelServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        port = taken.getsockname()[1]
        with pytest.raises(AskingError, match=f"Nothing answers at 127.0.0.1:{port}: start"):
            ask(f"http://127.0.0.1:{port}/v1")
    with pytest.raises(AskingError, match="are you online"):
        ask("https://no-such-host.invalid/v1")
    with pytest.raises(AskingError, match=r"broke off|certificate|Nothing answers"):
        ask(server.address("good").replace("http:", "https:"))


def test_what_is_for_this_machine_goes_through_no_proxy(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address("good"))
        assert ask(server.address("good")).attributions
        assert proxy.requests == []


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nonsense://127.0.0.1:1"])
def test_a_proxy_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(AskingError, match="proxy"):
        ask("https://api.example.org/v1")


@pytest.mark.parametrize("manner", ["locked", "status", "page", "cut", "moved", "silent"])
def test_the_key_is_in_no_error_no_traceback_and_no_log(
    server: ModelServer, manner: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = Endpoint(server.address(manner), "503", patience=0.3)
    wrong = SecretStr(SECRET + "x")
    with pytest.raises(AskingError) as caught:
        draft_by_model(ARTICLE, endpoint, wrong)
    assert server.keys == [f"Bearer {SECRET}x"]
    trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert SECRET not in "".join(trace.format()) + caplog.text + repr(endpoint)


@pytest.mark.parametrize("key", [f"{SECRET}\nx", f"{SECRET} x", f"{SECRET}ü", SECRET * 1_000])
def test_a_key_that_no_header_can_hold_is_refused_in_words_without_it(
    server: ModelServer, key: str
) -> None:
    with pytest.raises(AskingError, match="copy it again") as caught:
        draft_by_model(ARTICLE, Endpoint(server.address("good"), "small"), SecretStr(key))
    trace = "".join(traceback.format_exception(caught.value))
    assert SECRET not in trace
    assert server.requests == []
