"""A whole article: who says what, what it argues, and what stays the same."""

import pytest

from app.drafting.confidence import Confidence
from app.drafting.drafting import NOT_ENGLISH, NOTHING_SAID, draft
from app.drafting.stance import Stance
from app.drafting.watching import StoppedError
from resources.files import SAMPLES
from tests.app.drafting.saying import said_in, speakers_in

_SAMPLE = (SAMPLES / "article.txt").read_text(encoding="utf-8")
_SAID = [
    (("CNN",), "Russian leader Vladimir Putin", "the U.S. presidential election"),
    (("CNN",), "that while U.S. policy", "in the White House"),
    (("Analysts", "CNN"), "that Putin would aim", "under any American president"),
    (("Thomas Graham", "CNN"), "that without Western unity", "his actions in Ukraine.”"),
    (("CNN",), "that the war’s scale", "between Russia and the West"),
    (("John Lough",), "that for Putin", "U.S. influence globally"),
    (("John Lough",), "that if advisors clarify", "toward Putin may shift"),
    (("John Lough",), "that any concessions", "a sign of U.S. weakness"),
    (("CNN",), "that Ukraine is already strained", "endure high casualties"),
    (("The Washington Post",), "that Russia is quietly", "unacceptable to Moscow"),
]


def test_all_that_the_sample_article_reports_is_found_with_its_speakers() -> None:
    assert speakers_in(_SAMPLE) == [speakers for speakers, _, _ in _SAID]
    for said, (_, begins, ends) in zip(said_in(_SAMPLE), _SAID, strict=True):
        assert said.content.startswith(begins)
        assert said.content.endswith(ends)


def test_the_contention_of_the_sample_article_comes_first() -> None:
    first, *others = draft(_SAMPLE).contentions
    words = _SAMPLE[slice(*first.span)]
    assert words.startswith("Russian leader Vladimir Putin is unlikely to enter peace")
    assert len(others) <= 2


def test_what_stands_within_a_report_belongs_to_it() -> None:
    found = draft("Ana Paz said that the mayor wants the dam to stay.")
    outer, inner = found.attributions
    assert (outer.speakers, inner.speakers) == (("Ana Paz",), ("The mayor",))
    assert found.within(outer.key) == (inner,)


def test_a_key_stays_the_same_while_the_words_do() -> None:
    text = "Ana Paz said the dam was old."
    (before,) = draft(text).attributions
    (after,) = draft(f"It rained.\n\n{text}").attributions
    assert before.key == after.key
    assert before.source != after.source


def test_the_same_words_twice_have_two_keys() -> None:
    keys = [one.key for one in draft("Paz said it leaks. Paz said it leaks.").attributions]
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Paz said the dam was old.", Stance.ASSERTS),
        ("Ana Paz denied that the dam was old.", Stance.DENIES),
        ("Ana Paz did not believe that the dam was old.", Stance.DOUBTS),
        ("Ana Paz doubted that the dam was old.", Stance.DOUBTS),
        ("Ana Paz asked whether the dam was old.", Stance.ASKS),
        ("Ana Paz wants to close the dam.", Stance.WANTS),
        ("Ana Paz supports the dam.", Stance.SUPPORTS),
        ("Ana Paz does not support the dam.", Stance.OPPOSES),
        ("Ana Paz criticised the dam.", Stance.OPPOSES),
        ("Ana Paz predicted that the dam would fail.", Stance.EXPECTS),
    ],
)
def test_a_speaker_takes_a_stance(text: str, stance: Stance) -> None:
    assert draft(text).attributions[0].stance is stance


def test_only_words_in_marks_are_direct() -> None:
    direct, mixed = draft("“It is old,” Paz said. Okafor said it was “quite old”.").attributions
    assert (direct.direct, mixed.direct) == (True, False)


def test_the_surest_rules_are_likely_and_the_loosest_guesses() -> None:
    text = "“It is old,” Ana Paz said. Her fear that the dam might fail was real."
    grades = [one.confidence for one in draft(text).attributions]
    assert grades == [Confidence.LIKELY, Confidence.GUESS]


def test_why_says_the_rule_its_words_and_whom_a_pronoun_means() -> None:
    last = draft("Ana Paz spoke first. She said that the dam was old.").attributions[-1]
    assert str(last.reason) == "verb + that (“said”); “She”: most likely Ana Paz"


def test_a_text_without_reports_says_so() -> None:
    assert draft("The sun rose over the lake and the boats went out.").notice == NOTHING_SAID


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag, dass die Brücke im Mai wieder geöffnet werde. " * 3,
        "Le ministre a déclaré lundi que le pont rouvrirait en mai avec les ingénieurs. " * 3,
        "Министр заявил в понедельник, что мост откроется в мае этого года для всех. " * 3,
    ],
)
def test_another_language_is_said_to_be_none_that_works(text: str) -> None:
    found = draft(text)
    assert (found.notice, found.attributions) == (NOT_ENGLISH, ())


def test_progress_is_told_up_to_the_end() -> None:
    shares: list[float] = []
    draft(_SAMPLE, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_run_can_be_stopped() -> None:
    with pytest.raises(StoppedError):
        draft(_SAMPLE, cancelled=lambda: True)
