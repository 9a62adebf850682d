"""A server on this machine that answers like a language model: well, badly, slowly, or with malice.

The first part of the address says how: http://127.0.0.1:…/good/v1 answers well.
"""

import gzip
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import formatdate
from time import time
from typing import Any

from tests.app.loopback import Loopback, Quiet

ARTICLE = """The town argues about its bridge.

“The bridge is safe,” said Anna Lind, the mayor of the town.
“It will stand for years.”

However, Peter Holm told the council that the bridge is not safe at all.
He wants the council to close it at once."""

ANSWER: dict[str, Any] = {
    "attributions": [
        {
            "paragraph": 2,
            "content": ["“The bridge is safe,”", "“It will stand for years.”"],
            "source": "Anna Lind, the mayor of the town",
            "cue": "said",
            "speaker": "Anna Lind",
            "via": "",
            "stance": "asserts",
        },
        {
            "paragraph": 4,
            "content": ["the bridge is not safe at all"],
            "source": "Peter Holm",
            "cue": "told the council that",
            "speaker": "Peter Holm",
            "via": "",
            "stance": "asserts",
        },
        {
            "paragraph": 5,
            "content": ["the council to close it at once"],
            "source": "He",
            "cue": "wants",
            "speaker": "Peter Holm",
            "via": "",
            "stance": "wants",
        },
    ],
    "contentions": [{"paragraph": 1, "words": "The town argues about its bridge."}],
    "relations": [
        {
            "from_paragraph": 4,
            "from_words": "the bridge is not safe at all",
            "to_paragraph": 2,
            "to_words": "The bridge is safe",
            "kind": "rebuts",
            "cue": "However",
        }
    ],
}

Request = Mapping[str, Any]
SECRET = "sk-very-secret-0123456789"  # noqa: S105  of nobody


def said(content: str, **attribution: object) -> dict[str, Any]:
    """An answer in which somebody says one thing."""
    return {"attributions": [{"content": [content], **attribution}]}


class ModelServer(Loopback):
    """Remembers what it was asked, by whom, and whether they went before the answer came."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.requests: list[Request] = []
        self.keys: list[str] = []
        self.answers: dict[str, object] = {}
        self.asked = threading.Event()
        self.left = threading.Event()

    def address(self, manner: str) -> str:
        return f"{self.root}/{manner}/v1"

    def answering(self, answer: object) -> str:
        """The address under which this is answered: a string as it is, all else as JSON."""
        manner = f"given{len(self.answers)}"
        self.answers[manner] = answer
        return self.address(manner)


class _Handler(Quiet):
    server: ModelServer

    def do_GET(self) -> None:  # noqa: N802  as the library has it
        self.server.keys.append(self.headers.get("Authorization", ""))
        if "silent" in self.path:
            self._wait()
        elif self.path == "/good/v1/models":
            self._send({"object": "list", "data": [{"id": "small"}, {"id": "large"}]})
        else:
            self._send("<h1>Not here</h1>", status=404)

    def do_POST(self) -> None:  # noqa: N802  as above
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        self.server.requests.append(request)
        self.server.keys.append(self.headers.get("Authorization", ""))
        self.server.asked.set()
        manner = self.path.split("/")[1]
        if manner in self.server.answers:
            answer = self.server.answers[manner]
            self._complete(answer if isinstance(answer, str) else json.dumps(answer))
        else:
            MANNERS[manner](self, request)

    # What all answers are made of

    def _complete(self, content: str, reason: str = "stop") -> None:
        message = {"role": "assistant", "content": content}
        self._send({"id": "1", "choices": [{"message": message, "finish_reason": reason}]})

    def _send(self, content: object, status: int = 200, **headers: str) -> None:
        raw = content if isinstance(content, str | bytes) else json.dumps(content)
        raw = raw.encode() if isinstance(raw, str) else raw
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _wait(self) -> None:
        """Say nothing until the other side goes or the test is over."""
        self.connection.settimeout(0.05)
        while not self.server.closing.is_set():
            try:
                if not self.connection.recv(1):
                    self.server.left.set()
                    return
            except TimeoutError:
                continue
            except OSError:
                self.server.left.set()
                return

    # Manners

    def good(self, _request: Request) -> None:
        self._complete(json.dumps(ANSWER))

    def locked(self, _request: Request) -> None:
        if self.headers.get("Authorization") == f"Bearer {SECRET}":
            self._complete(json.dumps(ANSWER))
        else:
            error = {"error": {"message": f"wrong key {self.headers.get('Authorization')}"}}
            self._send(error, status=401)

    def plain(self, request: Request) -> None:
        """Know no form of answers, as older servers do."""
        if "response_format" in request or "temperature" in request:
            self._send({"error": {"message": "Unrecognised: response_format"}}, status=400)
        else:
            self._complete(f"<think>{{Hm.}}</think>\n```json\n{json.dumps(ANSWER)}\n```")

    def warm(self, request: Request) -> None:
        """Have a temperature of its own, as models that think do."""
        if "temperature" in request:
            self._send({"error": {"message": "Unsupported value: temperature"}}, status=400)
        else:
            self._complete(json.dumps(ANSWER))

    def narrow(self, request: Request) -> None:
        """Read but short texts."""
        if len(request["messages"][1]["content"]) > 2_500:
            error = {"error": {"message": "exceeds the available context size"}}
            self._send(error, status=400)
        else:
            self._complete(json.dumps({"attributions": []}))

    def brief(self, request: Request) -> None:
        """Stop in the middle of long answers."""
        if len(request["messages"][1]["content"]) > 2_500:
            self._complete('{"attributions": [{"con', "length")
        else:
            self._complete("{}")

    def limited(self, _request: Request) -> None:
        self._send({}, status=429, Retry_After="17")

    def tired(self, _request: Request) -> None:
        self._send({}, status=429, Retry_After=formatdate(time() + 90, usegmt=True))

    def status(self, request: Request) -> None:
        """Answer with the status that is the model's name."""
        self._send({"error": {"message": "no"}}, status=int(request["model"]))

    def moved(self, request: Request) -> None:
        self._send("", status=307, Location=request["model"])

    def page(self, _request: Request) -> None:
        self._send("<!doctype html><script>alert(1)</script>", Content_Type="text/html")

    def cut(self, _request: Request) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "9999")
        self.end_headers()
        self.wfile.write(b'{"choices": [')

    def huge(self, _request: Request) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.closing.is_set():
                self.wfile.write(b" " * 65_536)
        except OSError:
            self.server.left.set()

    def packed(self, _request: Request) -> None:
        """Send what would be large if anybody unpacked it."""
        self._send(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def chunked(self, _request: Request) -> None:
        """Send a good answer in many small parts."""
        message = {"content": json.dumps(ANSWER)}
        raw = json.dumps({"choices": [{"message": message}]}).encode()
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for at in range(0, len(raw), 100):
            part = raw[at : at + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def silent(self, _request: Request) -> None:
        self._wait()

    def dripping(self, _request: Request) -> None:
        """Send a blank now and then, so that there is never silence."""
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.closing.wait(0.01):
                self.wfile.write(b" ")
        except OSError:
            self.server.left.set()


MANNERS: Mapping[str, Callable[[_Handler, Request], None]] = {
    name: manner
    for name, manner in vars(_Handler).items()
    if callable(manner) and not name.startswith(("_", "do_", "log_"))
}


@contextmanager
def serving() -> Iterator[ModelServer]:
    """Answer as long as somebody asks."""
    server = ModelServer()
    with server.serving():
        yield server
