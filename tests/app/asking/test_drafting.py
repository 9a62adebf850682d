"""Drafts by a model, from a server that answers well."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from app.asking.collecting import NOTHING_FOUND
from app.asking.drafting import MOST_CHARACTERS, draft_by_model, models_of
from app.asking.endpoint import Endpoint
from app.asking.errors import AskingError
from app.asking.pieces import pieces_of
from app.asking.request import INSTRUCTIONS
from app.drafting import drafting
from app.drafting.confidence import Confidence
from app.drafting.stance import Stance
from tests.app.asking.asking import ask, words
from tests.app.asking.model_server import ARTICLE, SECRET, ModelServer, Request, said, serving

KEY = SecretStr(SECRET)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


def test_what_a_model_finds_becomes_suggestions_with_its_name(server: ModelServer) -> None:
    shares: list[float] = []
    draft = draft_by_model(
        ARTICLE, Endpoint(server.address("good"), "small"), progress=shares.append
    )
    assert words(draft) == [
        "“The bridge is safe,” … “It will stand for years.”",
        "the bridge is not safe at all",
        "the council to close it at once",
    ]
    safe, unsafe, close = draft.attributions
    assert [one.speakers for one in draft.attributions] == [
        *(("Anna Lind",), ("Peter Holm",), ("Peter Holm",))
    ]
    assert safe.direct
    assert not unsafe.direct
    assert close.stance is Stance.WANTS
    assert {one.confidence for one in draft.attributions} == {Confidence.CHECK}
    assert str(safe.reason) == "all its words stand in the article"
    assert [ARTICLE[slice(*one.span)] for one in draft.contentions] == [
        "The town argues about its bridge."
    ]
    (relation,) = draft.relations
    assert (relation.kind, ARTICLE[slice(*relation.cue)]) == ("rebuts", "However")
    assert (draft.origin, draft.left_out, draft.notice) == ("small", 0, None)
    assert shares == [1.0]


def test_the_same_words_have_the_same_key_as_by_the_rules(server: ModelServer) -> None:
    text = "Ana Paz said that the dam must close."
    answer = said("that the dam must close", source="Ana Paz", cue="said", speaker="Ana Paz")
    (by_model,) = ask(server.answering(answer), text).attributions
    (by_rule,) = drafting.draft(text).attributions
    assert by_model.key == by_rule.key


def test_only_the_article_is_sent_and_no_key_unless_there_is_one(server: ModelServer) -> None:
    ask(server.address("good"))
    (request,) = server.requests
    assert [message["content"] for message in request["messages"]] == [
        INSTRUCTIONS,
        pieces_of(ARTICLE)[0].said(ARTICLE),
    ]
    assert set(request) == {"model", "messages", "stream", "temperature", "response_format"}
    assert server.keys == [""]


def test_a_key_is_sent_and_a_wrong_one_told(server: ModelServer) -> None:
    endpoint = Endpoint(server.address("locked"), "small")
    assert draft_by_model(ARTICLE, endpoint, KEY).attributions
    with pytest.raises(AskingError, match="does not accept this key"):
        draft_by_model(ARTICLE, endpoint, SecretStr("sk-other"))
    with pytest.raises(AskingError, match="asks for a key"):
        draft_by_model(ARTICLE, endpoint)


def test_an_older_server_is_asked_again_without_what_it_does_not_know(server: ModelServer) -> None:
    text = ARTICLE + "\n\n" + "The town waits. " * 600
    assert words(ask(server.address("plain"), text), text)[1] == "the bridge is not safe at all"
    asked = [wishes(request) for request in server.requests]
    assert asked == [
        {"temperature", "response_format"},
        {"response_format"},
        set(),
        set(),  # and then never more again
    ]


def test_a_server_that_has_its_own_temperature_is_still_asked_for_the_form(
    server: ModelServer,
) -> None:
    assert ask(server.address("warm")).attributions
    assert [wishes(request) for request in server.requests] == [
        {"temperature", "response_format"},
        {"response_format"},
    ]


def wishes(request: Request) -> set[str]:
    return set(request) - {"model", "messages", "stream"}


@pytest.mark.parametrize("manner", ["narrow", "brief"])
def test_what_is_too_long_for_a_model_is_sent_in_smaller_pieces(
    server: ModelServer, manner: str
) -> None:
    text = "".join(f"This is sentence number {n} of them. " for n in range(300))
    draft = ask(server.address(manner), text)
    assert draft.notice == NOTHING_FOUND
    sent = [request["messages"][1]["content"] for request in server.requests]
    short = [one for one in sent if len(one) <= 2_500]
    assert "".join(short).count("sentence number") >= 300


def test_an_answer_in_many_small_parts_is_put_together(server: ModelServer) -> None:
    assert len(ask(server.address("chunked")).attributions) == 3


# Words that are not in the article


def test_a_report_within_a_report_stands_in_it(server: ModelServer) -> None:
    text = "Ana Paz said that the mayor wants the dam to stay."
    answer = {
        "attributions": [
            {
                "content": ["that the mayor wants the dam to stay"],
                "source": "Ana Paz",
                "cue": "said",
            },
            {"content": ["the dam to stay"], "source": "the mayor", "cue": "wants"},
        ]
    }
    outer, inner = ask(server.answering(answer), text).attributions
    assert (outer.parent, inner.parent) == ("", outer.key)


# Time


# What is asked for


def test_an_article_that_is_far_too_long_is_not_sent(server: ModelServer) -> None:
    with pytest.raises(AskingError, match="at most 400,000 characters"):
        ask(server.address("good"), "a" * (MOST_CHARACTERS + 1))
    with pytest.raises(AskingError, match="Choose a model first"):
        ask(server.address("good"), model=" ")
    assert server.requests == []


def test_a_text_without_words_asks_nobody(server: ModelServer) -> None:
    assert ask(server.address("good"), " \n ").notice == NOTHING_FOUND
    assert server.requests == []


def test_a_server_says_which_models_it_has(server: ModelServer) -> None:
    assert models_of(Endpoint(server.address("good"), "")) == ("large", "small")
    with pytest.raises(AskingError, match="often ends in v1"):
        models_of(Endpoint(server.address("nowhere"), ""))


# The key
