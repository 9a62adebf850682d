"""Fetching a document from the web: from a server on this machine, which answers well or badly."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typing_extensions import override

from app.articles import web
from app.articles.intake import take_fetched
from app.articles.web import FetchCancelledError, Fetched, FetchError, fetch, typed_address
from tests.app.articles.documents import MORE, WORDS, page

PAGE = page(f"<article><p>{WORDS}</p><p>{MORE}</p></article>")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:  # noqa: C901  one answer a case
        assert isinstance(self.server, Server)
        name, _, wish = self.path.strip("/").partition("/")
        match name:
            case "page":
                self.answer(200, PAGE, ("Content-Type", "text/html; charset=utf-8"))
            case "status":
                self.answer(int(wish), b"")
            case "to":
                self.answer(302, b"", ("Location", wish))
            case "round":
                self.answer(302, b"", ("Location", "/round"))
            case "huge":
                self.answer(200, b"", length=50_000_000)
            case "lying":
                self.answer(200, b"<p>half", length=9_999)
            case "bomb":
                self.answer(200, gzip.compress(bytes(30_000_000)), ("Content-Encoding", "gzip"))
            case "garbled":
                self.answer(200, b"no gzip", ("Content-Encoding", "gzip"))
            case "picture":
                self.answer(200, b"x", ("Content-Type", "image/png"))
            case "silent":
                self.server.closing.wait(30)
            case "slow":
                self.answer(200, b"a", length=9)
                self.server.closing.wait(30)
            case _:
                raise AssertionError(name)

    def answer(
        self, status: int, content: bytes, *headers: tuple[str, str], length: int | None = None
    ) -> None:
        self.send_response(status)
        for header in headers:
            self.send_header(*header)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
        for fetching in threading.enumerate():
            if fetching.name == "fetch":
                fetching.join()


def test_a_page_comes_with_its_address_and_kind_and_is_understood(server: Server) -> None:
    told: list[tuple[int, int | None]] = []
    address = f"{server.address}/page"
    fetched = fetch(f"{server.address}/to//page", progress=lambda *now: told.append(now))
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
def test_a_bad_answer_is_told_in_a_sentence(server: Server, path: str, sentence: str) -> None:
    with pytest.raises(FetchError, match=sentence):
        fetch(f"{server.address}/{path}")


@pytest.mark.parametrize("path", ["silent", "slow"])
def test_a_site_that_does_not_answer_is_not_waited_for(server: Server, path: str) -> None:
    with pytest.raises(FetchError, match="takes too long"):
        fetch(f"{server.address}/{path}", patience=0.1)


def test_fetching_can_be_cancelled_while_nothing_comes(server: Server) -> None:
    with pytest.raises(FetchCancelledError):
        fetch(f"{server.address}/silent", cancelled=lambda: True)


def test_a_site_that_is_silent_for_long_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_SILENCE", 0.1)

    with pytest.raises(FetchError, match="takes too long"):
        fetch(f"{server.address}/slow")


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
