"""Each rule by sentences: what it takes for a report, and what it leaves alone."""

import pytest

from tests.app.drafting.saying import Said, said_in

_FOUND = [
    # Quotations
    (
        "“The bridge is safe,” Ana Paz said.",
        "Ana Paz",
        "said",
        "“The bridge is safe,”",
        "quotation, X said, behind",
    ),
    (
        "“The bridge is safe,” said Ana Paz, the city's engineer.",
        "Ana Paz, the city's engineer",
        "said",
        "“The bridge is safe,”",
        "quotation, said X, behind",
    ),
    ("“No!” shouted the driver.", "the driver", "shouted", "“No!”", "quotation, said X, behind"),
    (
        '"The bridge is safe," the mayor told reporters on Monday. "It will stand for years."',
        "the mayor",
        "told",
        '"The bridge is safe," … "It will stand for years."',
        "quotation, X said, behind",
    ),
    (
        "“The bridge,” he added, “is safe.”",
        "he",
        "added",
        "“The bridge,” … “is safe.”",
        "quotation, X said, behind",
    ),
    (
        "Mr Okafor said: “We will rebuild it.”",
        "Mr Okafor",
        "said",
        "“We will rebuild it.”",
        "verb + quotation",
    ),
    (
        "Mr Okafor said the plan was “a waste of money”.",
        "Mr Okafor",
        "said",
        "the plan was “a waste of money”",
        "verb + clause",
    ),
    (
        "Paz told the committee: “The steel is weak.”",
        "Paz",
        "told",
        "“The steel is weak.”",
        "told X: quotation",
    ),
    # Clauses
    (
        "The bridge is safe, the engineer says.",
        "the engineer",
        "says",
        "The bridge is safe",
        "clause, X said, behind",
    ),
    (
        "The mill, the Gazette says, closed in June.",
        "the Gazette",
        "says",
        "The mill … closed in June",
        "clause, X said, behind",
    ),
    (
        "The minister said that the bridge would open in May.",
        "The minister",
        "said",
        "that the bridge would open in May",
        "verb + that",
    ),
    (
        "The minister said the bridge would open in May.",
        "The minister",
        "said",
        "the bridge would open in May",
        "verb + clause",
    ),
    (
        "The minister said on Monday that the bridge would open.",
        "The minister",
        "said",
        "that the bridge would open",
        "verb + that",
    ),
    (
        "The council, however, insisted that nothing had changed.",
        "The council",
        "insisted",
        "that nothing had changed",
        "verb + that",
    ),
    (
        "Paz told the committee that the steel was weak.",
        "Paz",
        "told",
        "that the steel was weak",
        "told X that",
    ),
    (
        "Economists asked whether the bank had waited too long.",
        "Economists",
        "asked",
        "whether the bank had waited too long",
        "verb + question",
    ),
    (
        "Ana Paz, who said the steel was weak, has resigned.",
        "who",
        "said",
        "the steel was weak",
        "verb + clause",
    ),
    # Wishes, judgements
    (
        "The union urged the firm to raise wages.",
        "The union",
        "urged",
        "the firm to raise wages",
        "told X to",
    ),
    ("The firm vowed to appeal.", "The firm", "vowed", "to appeal", "verb + to"),
    (
        "The senator criticised the budget.",
        "The senator",
        "criticised",
        "the budget",
        "verb + object",
    ),
    (
        "The report calls for a ban on diesel cars.",
        "The report",
        "calls for",
        "a ban on diesel cars",
        "phrase + object",
    ),
    (
        "The bishop spoke out against the war.",
        "The bishop",
        "spoke out against",
        "the war",
        "phrase + object",
    ),
    (
        "Critics see the scheme as a gift to landlords.",
        "Critics",
        "see",
        "the scheme as a gift to landlords",
        "verb + as",
    ),
    (
        "The plan was condemned by the unions.",
        "the unions",
        "was condemned by",
        "The plan",
        "passive, by X",
    ),
    ("The dam is expected to fail.", "", "is expected", "The dam … to fail", "passive, no source"),
    (
        "Asked about the leak, the owner hung up.",
        "",
        "Asked about",
        "the leak",
        "passive, no source",
    ),
    # Phrases with a source
    (
        "According to the survey, most tenants pay too much.",
        "the survey",
        "According to",
        "most tenants pay too much",
        "according to, first",
    ),
    (
        "Most tenants pay too much, according to the survey.",
        "the survey",
        "according to",
        "Most tenants pay too much",
        "according to, last",
    ),
    (
        "The harvest, according to farmers in the valley, was the worst in years.",
        "farmers in the valley",
        "according to",
        "The harvest … was the worst in years",
        "according to, inserted",
    ),
    (
        "In the view of the court, the law is too vague.",
        "the court",
        "In the view of",
        "the law is too vague",
        "in the view of, first",
    ),
    (
        "As the Gazette reported, the mill closed in June.",
        "the Gazette",
        "reported",
        "the mill closed in June",
        "as X says",
    ),
    (
        "As reported by the Gazette, the mill closed in June.",
        "the Gazette",
        "As reported by",
        "the mill closed in June",
        "as reported, first",
    ),
    # Participles, nouns, adjectives
    (
        "The firm cut prices, adding that more was to come.",
        "The firm",
        "adding",
        "that more was to come",
        "participle",
    ),
    (
        "Noting that prices had fallen, the bank cut its forecast.",
        "the bank",
        "Noting",
        "that prices had fallen",
        "participle, first",
    ),
    (
        "A letter warning that the dam might fail was never sent.",
        "A letter",
        "warning",
        "that the dam might fail",
        "participle",
    ),
    (
        "The mayor's support for the scheme is well known.",
        "The mayor",
        "support for",
        "the scheme",
        "noun with preposition",
    ),
    (
        "Her fear that the dam might fail was real.",
        "Her",
        "fear",
        "that the dam might fail",
        "noun + that",
    ),
    (
        "The minister is confident that the talks will succeed.",
        "The minister",
        "is confident",
        "that the talks will succeed",
        "adjective + clause",
    ),
    (
        "The governor voiced concern about the cost.",
        "The governor",
        "voiced concern about",
        "the cost",
        "verb and noun",
    ),
    (
        "She was an early supporter of the scheme.",
        "She",
        "was an early supporter of",
        "the scheme",
        "noun for a side",
    ),
    (
        "What the union calls a lockout began on Monday.",
        "the union",
        "calls",
        "What … a lockout began",
        "relative clause",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "rule"), _FOUND)
def test_a_rule_finds_who_says_what(
    text: str, source: str, cue: str, content: str, rule: str
) -> None:
    assert said_in(text) == [Said(source, cue, content, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "The claims department reports to the board.",
        "He read the report and left.",
        "The plan failed.",
        "Prices rose and wages fell.",
        "The board said nothing.",
        "“Tomorrow” is the title of the song.",
        "Photo: A. Lindqvist.",
        "There is a call for volunteers on the door.",
        "The pledged funds were spent.",
        "Rules that bind the board were changed.",
    ],
)
def test_what_is_no_report_is_left_alone(text: str) -> None:
    assert said_in(text) == []
