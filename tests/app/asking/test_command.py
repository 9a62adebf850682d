"""`rejoinder draft --with`: a model is asked, and what goes where is said."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.drafting import KEY_VARIABLE
from tests.app.asking.model_server import ARTICLE, SECRET, ModelServer, said, serving
from tests.app.command_line import Run, refusal
from tests.fakes.memory_keyring import memory_keyring


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    with serving() as server:
        yield server


@pytest.fixture
def asked(run: Run) -> Iterator[Run]:
    """Ask about an article that is there."""
    Path("bridge.txt").write_text(ARTICLE, encoding="utf-8")
    with memory_keyring() as ring:
        ring.kept["Rejoinder", "api.example.org"] = "sk-of-another-host"
        yield lambda *more: run("draft", "bridge.txt", *more)


def test_a_model_drafts_and_what_goes_where_is_said(asked: Run, server: ModelServer) -> None:
    outcome = asked("--with", server.address("good"), "--model", "small")
    host = f"127.0.0.1:{server.server_port}"
    assert outcome.err == f"bridge.txt: 46 words go to {host}, on this machine.\n"
    assert "Suggested by the language model “small”" in outcome.out
    said = "asserts: the bridge is not safe at all [check: all its words stand in the article]"
    assert said in outcome.out
    assert server.requests[0]["model"] == "small"
    assert server.keys == [""]


def test_json_says_who_found_it_and_what_was_left_out(asked: Run, server: ModelServer) -> None:
    address = server.answering(said("the bridge is made of butter"))
    told = json.loads(asked("--json", "--with", address, "--model", "small").out)
    assert (told["origin"], told["left_out"], told["attributions"]) == ("small", 1, [])
    listed = asked("--with", address, "--model", "small").out
    assert "Left out, since its words are not in the article: 1" in listed


def test_the_key_comes_from_the_environment_or_else_the_keyring(
    asked: Run, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = ("--with", server.address("locked"), "--model", "small")
    assert asked(*order).code == 2
    with memory_keyring() as ring:
        ring.kept["Rejoinder", f"127.0.0.1:{server.server_port}"] = SECRET
        outcome = asked(*order)
    assert outcome.code == 0
    monkeypatch.setenv(KEY_VARIABLE, SECRET)
    assert asked(*order).code == 0
    assert SECRET not in outcome.out + outcome.err
    assert server.keys == ["", f"Bearer {SECRET}", f"Bearer {SECRET}"]


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (("--with", "http://127.0.0.1:1/v1"), "takes both"),
        (("--model", "small"), "takes both"),
        (("--with", "http://example.org/v1", "--model", "small"), "could be read on the way"),
        (("--with", "ftp://example.org/v1", "--model", "small"), "begin with http or https"),
        (("--with", "http://127.0.0.1:1/v1", "--model", "small", "--wait", "0"), "--wait"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    asked: Run, order: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refusal(asked(*order))


def test_a_kept_key_does_not_go_through_the_open(asked: Run, server: ModelServer) -> None:
    """Somebody may read what goes to another machine through plain http."""
    with memory_keyring() as ring:
        ring.kept["Rejoinder", "no-such-host.invalid"] = f"{SECRET} x"  # told if it were to be sent
        told = asked(
            *(
                "--with",
                "http://no-such-host.invalid/v1",
                "--unencrypted",
                "--model",
                "m",
                "--wait",
                "1",
            )
        )
    assert "copy it again" not in told.err
    assert "no-such-host.invalid" in told.err
    assert server.keys == []
