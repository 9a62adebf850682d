"""A site on this machine, which answers well or badly."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.app.articles.documents import MORE, WORDS, page, pdf
from tests.app.loopback import Loopback, Quiet

PAGE = page(f"<article><p>{WORDS}</p><p>{MORE}</p></article>")


class Answers(Quiet):
    def do_GET(self) -> None:  # noqa: C901, N802, PLR0912  one answer a case
        assert isinstance(self.server, Loopback)
        name, _, wish = self.path.strip("/").partition("/")
        match name:
            case "page":
                self.answer(200, PAGE, ("Content-Type", "text/html; charset=utf-8"))
            case "locked":
                self.answer(200, pdf([WORDS], password=wish), ("Content-Type", "application/pdf"))
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


@contextmanager
def serving() -> Iterator[Loopback]:
    """Answer as long as somebody asks; in the end no fetch is left."""
    server = Loopback(Answers)
    with server.serving():
        yield server
    for fetching in threading.enumerate():
        if fetching.name == "fetch":
            fetching.join()
