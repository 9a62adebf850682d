"""Plain sentences of our own, and who says what in them: one for each way to report."""

import pytest

from tests.app.drafting.saying import said_in

_SENTENCES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "In the view of the harbour master, the crane is too old.",
        [("the harbour master", "the crane is too old")],
    ),
    (
        "The crane, in the harbour master’s view, is too old.",
        [("the harbour master", "The crane … is too old")],
    ),
    (
        "The crane is too old, in the words of the harbour master.",
        [("the harbour master", "The crane is too old")],
    ),
    ("The plan will fail, per the Gazette.", [("the Gazette", "The plan will fail")]),
    (
        "According to Dunne, a pilot of long standing, the channel is silting up.",
        [("Dunne, a pilot of long standing", "the channel is silting up")],
    ),
    ("The channel, according to Dunne, is silting up.", [("Dunne", "The channel … is silting up")]),
    (
        "The channel is silting up, as reported by the Gazette.",
        [("the Gazette", "The channel is silting up")],
    ),
    ("As noted by the auditors, the fund is empty.", [("the auditors", "the fund is empty")]),
    ("The fund is empty, as the auditors have said.", [("the auditors", "The fund is empty")]),
    ("The mayor spoke at length about the flood.", [("The mayor", "the flood")]),
    ("She sees the tax as a burden on the poor.", [("She", "the tax as a burden on the poor")]),
    ("The report found a gap in the accounts.", [("The report", "a gap in the accounts")]),
    (
        "The Gallup poll showed the mayor ahead of her rival.",
        [("The Gallup poll", "the mayor ahead of her rival")],
    ),
    (
        "“No crane,” said the master — a man of few words — “and no money.”",
        [("the master", "“No crane,” … “and no money.”")],
    ),
    (
        "The mayor (who grew up here) said the wall would hold.",
        [("The mayor (who grew up here)", "the wall would hold")],
    ),
    ("People who were there said the wall shook.", [("People who were there", "the wall shook")]),
    (
        "The head of the newly made board said the wall would hold.",
        [("The head of the newly made board", "the wall would hold")],
    ),
    (
        "In a speech on Monday the minister said the wall would hold.",
        [("the minister", "the wall would hold")],
    ),
    (
        "A report released on Tuesday said the wall was weak.",
        [("A report released on Tuesday", "the wall was weak")],
    ),
    ("The captain herself said the wall was weak.", [("The captain", "the wall was weak")]),
    (
        "Cory James, the leader of the council, said the wall was weak.",
        [("Cory James, the leader of the council", "the wall was weak")],
    ),
    ("“Enough!” she said.", [("she", "“Enough!”")]),
    (
        "“Will it hold?” asked the mayor. “I doubt it.”",
        [("the mayor", "“Will it hold?” … “I doubt it.”")],
    ),
    (
        "“It is,” she said, “a very old wall, and it will fall.”",
        [("she", "“It is,” … “a very old wall, and it will fall.”")],
    ),
    (
        "“It is an old wall,” the clerk told the court on Friday. “It will fall.”",
        [("the clerk", "“It is an old wall,” … “It will fall.”")],
    ),
    (
        "“We’re done here,” the mayor, who had waited all day for the vote, told the Gazette.",
        [("the mayor, who had waited all day for the vote", "“We’re done here,”")],
    ),
    ("The wall, said Dunne, was built in a year.", [("Dunne", "The wall … was built in a year")]),
    (
        "The wall was built in a year, says the guide.",
        [("the guide", "The wall was built in a year")],
    ),
    ("The clerk told the court: “The wall is old.”", [("The clerk", "“The wall is old.”")]),
    ("The clerk told the court that the wall was old.", [("The clerk", "that the wall was old")]),
    ("The clerk told the court the wall was old.", [("The clerk", "the wall was old")]),
    ("The clerk asked the court to wait.", [("The clerk", "the court to wait")]),
    ("The clerk warned the court not to wait.", [("The clerk", "not to wait")]),
    ("The clerk asked the court whether it would wait.", [("The clerk", "whether it would wait")]),
    ("The clerk asked for a new wall.", [("The clerk", "a new wall")]),
    ("The mayor wants the clerk to resign.", [("The mayor", "the clerk to resign")]),
    ("The mayor warned the sums “do not add up”.", [("The mayor", "the sums “do not add up”")]),
    ("He said on Monday that the wall was old.", [("He", "that the wall was old")]),
    ("He said in a statement: “The wall is old.”", [("He", "“The wall is old.”")]),
    ("He said in a statement on Monday he would resign.", [("He", "he would resign")]),
    ("He said in a statement. “The wall is old.”", [("He", "“The wall is old.”")]),
    (
        "She later said that it was safe, adding that the wall was new.",
        [("She", "that it was safe"), ("She", "that the wall was new")],
    ),
    (
        "The council, noting that the wall was old, voted to close the road.",
        [("The council", "that the wall was old"), ("The council", "to close the road")],
    ),
    (
        "Noting that the wall was old, the council closed the road.",
        [("the council", "that the wall was old")],
    ),
    (
        "By voting to close the road, the council angered the traders.",
        [("the council", "to close the road")],
    ),
    ("He went on to say that the wall was old.", [("He", "that the wall was old")]),
    ("He kept saying the wall was old.", [("He", "the wall was old")]),
    ("She began by thanking the clerk.", [("She", "the clerk")]),
    (
        "The mayor praised the clerk and blamed the owners.",
        [("The mayor", "the clerk"), ("The mayor", "the owners")],
    ),
    (
        "When asked about the wall, Mrs Grey shook her head and said that it would hold.",
        [("Mrs Grey", "that it would hold")],
    ),
    ("He took issue with the plan.", [("He", "the plan")]),
    ("She made clear that the road would stay open.", [("She", "that the road would stay open")]),
    ("They spoke out against the plan.", [("They", "the plan")]),
    ("The traders expressed deep concern about the road.", [("The traders", "the road")]),
    (
        "The traders have no doubt that the road will close.",
        [("The traders", "that the road will close")],
    ),
    ("His fear that the wall would fall proved right.", [("His", "that the wall would fall")]),
    ("The mayor’s promise to rebuild the wall was kept.", [("The mayor", "to rebuild the wall")]),
    ("The claim that the wall is new was false.", [("", "that the wall is new")]),
    ("The mayor is confident that the wall will hold.", [("The mayor", "that the wall will hold")]),
    ("The mayor was critical of the plan.", [("The mayor", "the plan")]),
    ("The traders are opposed to the road.", [("The traders", "the road")]),
    ("The owners are willing to pay.", [("The owners", "to pay")]),
    ("Dunne was an early backer of the plan.", [("Dunne", "the plan")]),
    ("She is no fan of the mayor.", [("She", "the mayor")]),
    ("The plan was criticised by the traders.", [("the traders", "The plan")]),
    ("The wall is expected to fall.", [("", "The wall … to fall")]),
    ("It is said that the wall is haunted.", [("", "that the wall is haunted")]),
    ("He is seen as a friend of the traders.", [("", "He … as a friend of the traders")]),
    ("The water is considered unclean by the doctors.", [("the doctors", "The water … unclean")]),
    ("The mayor was asked whether the wall would hold.", [("", "whether the wall would hold")]),
    ("He was told that the wall was old.", [("", "that the wall was old")]),
    ("What the mayor calls a wall is a fence.", [("the mayor", "What … a wall is a fence")]),
    ("The wall, which traders say was never safe, fell.", [("traders", "which … was never safe")]),
    ("The clerk said the wall was old; the mayor disagreed.", [("The clerk", "the wall was old")]),
    ("But the wall, the clerk said, was old.", [("the clerk", "the wall … was old")]),
    ("Among those who say the wall is old, most are traders.", [("who", "the wall is old")]),
    (
        "The clerk said that “the wall is old and the road is bad,” and that it would rain.",
        [("The clerk", "that “the wall is old and the road is bad,” and that it would rain")],
    ),
    (
        "The clerk said it would rain, according to the Gazette.",
        [("the Gazette", "The clerk said it would rain")],
    ),
    (
        "The clerk said it would rain, but the mayor said it would not.",
        [("The clerk", "it would rain"), ("the mayor", "it would not")],
    ),
    ("LEEDS (PA) — The wall is old, the clerk said.", [("the clerk", "The wall is old")]),
    ("The trader wondered how the road would look.", [("The trader", "how the road would look")]),
    (
        "Most people think it will rain; some say so.",
        [("Most people", "it will rain"), ("some", "so")],
    ),
    ("He praised the clerk, a man of Leeds, on Monday.", [("He", "the clerk, a man of Leeds")]),
    ("The mayor, said Dunne, a clerk, was asleep.", [("Dunne, a clerk", "The mayor … was asleep")]),
    ("The court heard that the wall was old.", [("The court", "that the wall was old")]),
    (
        "The mayor’s aides fear the wall will fall, and many of them say so.",
        [("The mayor’s aides", "the wall will fall")],
    ),
    (
        "The union, which has 400 members, says its members will vote on Friday.",
        [("The union, which has 400 members", "its members will vote on Friday")],
    ),
    (
        "Dunne, an eel expert who has worked here since 1990, argues that the weir must go.",
        [("Dunne, an eel expert who has worked here since 1990", "that the weir must go")],
    ),
    ("He tweeted: “No wall, no road.”", [("He", "“No wall, no road.”")]),
    ("She wrote of the mayor: “He never came.”", [("She", "“He never came.”")]),
    (
        "The clerk and the mayor both say the road is bad.",
        [("The clerk and the mayor", "the road is bad")],
    ),
    (
        "The mayor says the road, which was built in 1950, is bad.",
        [("The mayor", "the road, which was built in 1950, is bad")],
    ),
    (
        "Experts at the university said in a paper published on Monday that the river was rising.",
        [("Experts at the university", "that the river was rising")],
    ),
    (
        "The bank forecasts that prices will rise by 2% next year.",
        [("The bank", "that prices will rise by 2% next year")],
    ),
    (
        "The ministry said exports had risen by 4.2% in May, while imports fell.",
        [("The ministry", "exports had risen by 4.2% in May, while imports fell")],
    ),
    (
        "The plan, the mayor insisted, would cost nothing.",
        [("the mayor", "The plan … would cost nothing")],
    ),
    (
        "“I never saw it,” Dunne recalled in an interview with the Gazette last week.",
        [("Dunne", "“I never saw it,”")],
    ),
    ("“I never saw it,” Dunne, who is 80, recalled.", [("Dunne, who is 80", "“I never saw it,”")]),
    (
        "Dunne called the plan “a folly” and said it would fail.",
        [("Dunne", "the plan “a folly”"), ("Dunne", "it would fail")],
    ),
    ("Dunne called for a new bridge.", [("Dunne", "a new bridge")]),
    (
        "A spokesman for the board said that it would not comment.",
        [("A spokesman for the board", "that it would not comment")],
    ),
    ("A spokeswoman declined to comment.", [("A spokeswoman", "to comment")]),
    (
        "Its authors conclude that the effect is small.",
        [("Its authors", "that the effect is small")],
    ),
    ("Dunne has long argued that the weir harms eels.", [("Dunne", "that the weir harms eels")]),
    (
        "Critics have accused the board of wasting money.",
        [("Critics", "the board of wasting money")],
    ),
    ("The board has promised to publish the accounts.", [("The board", "to publish the accounts")]),
    ("The mayor urged traders to stay open.", [("The mayor", "traders to stay open")]),
    ("The board told traders to stay open.", [("The board", "to stay open")]),
    ("He insisted on a new vote.", [("He", "a new vote")]),
    ("He reminded the council that the wall was old.", [("He", "that the wall was old")]),
    (
        "Officials said on condition of anonymity that the talks had failed.",
        [("Officials", "that the talks had failed")],
    ),
    (
        "The man, who gave his name as Tom, said he had seen nothing.",
        [("The man, who gave his name as Tom", "he had seen nothing")],
    ),
    ("She denied any knowledge of the plan.", [("She", "any knowledge of the plan")]),
    (
        "Some traders, including Dunne, say the road should close.",
        [("Some traders, including Dunne", "the road should close")],
    ),
    ("The traders’ union has rejected the offer.", [("The traders’ union", "the offer")]),
    (
        "Last week the minister said there would be no new tax.",
        [("the minister", "there would be no new tax")],
    ),
    (
        "On Monday, the board announced that the ferry would stop.",
        [("the board", "that the ferry would stop")],
    ),
    (
        "“There will be no new tax,” the minister said, but he gave no date.",
        [("the minister", "“There will be no new tax,”")],
    ),
    (
        "“There will be no new tax,” the minister said in reply to a question from the floor.",
        [("the minister", "“There will be no new tax,”")],
    ),
    (
        "“We have lost,” conceded Dunne, the union’s leader in the town since 1999.",
        [("Dunne, the union’s leader in the town since 1999", "“We have lost,”")],
    ),
    (
        "“We have lost,” said Dunne (the union’s leader).",
        [("Dunne (the union’s leader)", "“We have lost,”")],
    ),
    ("“We have lost,” said Dunne on Monday after the vote.", [("Dunne", "“We have lost,”")]),
    ("“We have lost,” said Dunne, speaking after the vote.", [("Dunne", "“We have lost,”")]),
    (
        "“We have lost,” said the leader of the union in Leeds.",
        [("the leader of the union in Leeds", "“We have lost,”")],
    ),
    (
        "“We have lost,” said a clerk who asked not to be named.",
        [("a clerk who asked not to be named", "“We have lost,”")],
    ),
    ("“We have lost,” he added, before leaving the hall.", [("he", "“We have lost,”")]),
    (
        "The mayor said he was “very sad” about the vote, “but not surprised”.",
        [("The mayor", "he was “very sad” about the vote, “but not surprised”")],
    ),
    (
        "The mayor and the clerk, both of Leeds, said they would resign.",
        [("The mayor and the clerk, both of Leeds", "they would resign")],
    ),
    ("The road is bad, in his view.", [("his", "The road is bad")]),
    ("The fund is empty, as the old saw puts it.", [("the old saw", "The fund is empty")]),
    ("The fund is empty, as Dunne put it in May.", [("Dunne", "The fund is empty")]),
    (
        "Traders fear the road will close and officials say that it must.",
        [("Traders", "the road will close"), ("officials", "that it must")],
    ),
    ("The board took the view that the road was bad.", [("The board", "that the road was bad")]),
    (
        "The storm forced the board to admit that the wall was weak.",
        [("the board", "that the wall was weak")],
    ),
    ("There is concern among voters about the rents.", [("voters", "the rents")]),
    (
        "The board closed the road to appease traders and to tell them that it was safe.",
        [("The board", "that it was safe")],
    ),
    ("The trader was told to leave the hall.", [("", "to leave the hall")]),
    ("The plan is known as a folly.", [("", "The plan … as a folly")]),
    (
        "He said he would go in May 2020, on Friday or next week.",
        [("He", "he would go in May 2020, on Friday or next week")],
    ),
    (
        "She blamed the clerk, the mayor and the board for the loss, and then left.",
        [("She", "the clerk, the mayor and the board for the loss")],
    ),
    ("The mayor said on the radio on Monday, “It will hold.”", [("The mayor", "“It will hold.”")]),
    ("The mayor said on Monday the wall would hold.", [("The mayor", "the wall would hold")]),
    (
        "The clerk, Tom Dunne (42), said the road was bad.",
        [("The clerk, Tom Dunne (42)", "the road was bad")],
    ),
    ("He praised two ideas: a bridge and a wall.", [("He", "two ideas: a bridge and a wall")]),
    ("The mayor spoke to the Gazette about the bridge.", [("The mayor", "the bridge")]),
    ("The mayor boasted of the bridge.", [("The mayor", "the bridge")]),
    ("The report shows that the road is bad.", [("The report", "that the road is bad")]),
    ("Prices, the report says, will rise.", [("the report", "Prices … will rise")]),
    ("The report — written in May — says the road is bad.", [("The report", "the road is bad")]),
    ("The mayor has since said that the wall is safe.", [("The mayor", "that the wall is safe")]),
    (
        "The clerk’s decision to close the road was right, traders said.",
        [("traders", "The clerk’s decision to close the road was right")],
    ),
    ("Dunne, asked whether the road was bad, said yes.", [("Dunne", "yes")]),
    ("Pressed on the matter, Dunne said: “Ask the board.”", [("Dunne", "“Ask the board.”")]),
    (
        "“Ask the board,” Dunne said with a smile, “or the mayor.”",
        [("Dunne", "“Ask the board,” … “or the mayor.”")],
    ),
    (
        "“Ask the board,” Dunne said, adding: “They know.”",
        [("Dunne", "“Ask the board,”"), ("Dunne", "“They know.”")],
    ),
    (
        "“Ask the board,” Dunne told reporters. “They know,” he added.",
        [("Dunne", "“Ask the board,”"), ("he", "“They know,”")],
    ),
    ("The mayor agreed to close the road.", [("The mayor", "to close the road")]),
    (
        "The mayor refused to say whether the road would close.",
        [("The mayor", "to say whether the road would close")],
    ),
]


@pytest.mark.parametrize(("text", "said"), _SENTENCES)
def test_who_says_what_in_a_sentence(text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.source, one.content) for one in said_in(text)] == said
