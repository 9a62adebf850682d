"""Where sentences end: good enough for English, and not bad for other languages.

Known abbreviations, initials and list numbers end none; nor does anything after which the text goes
on with a small letter. Chinese and Japanese marks end one without a blank after them.
"""

import re
from collections.abc import Iterator

_END = re.compile(
    r"""(?: (?P<mark> [.!?…‽؟۔।॥]+ ) | (?P<wide> [。！？｡]+ ) )
    (?P<close> ['"’”»)\]」』》）〉】›“]* ) (?: \[\d{1,3}\] )* (?P<gap> \s* )""",
    re.VERBOSE,
)
_TOKEN = re.compile(r"[\w.&’'-]+\Z")
_NEXT = re.compile(r"[\W_]*([^\W\d_]*)")
_LONGEST_TOKEN = 24
_OPENING = "'\"‘“«„(["

_BEFORE_NAMES = re.compile(
    r"""mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|cpl|capt|cmdr|adm|maj|rev|hon|st|mt|ft|pres|supt
    |messrs|mme|mlle|vs|cf|e\.g|i\.e|figs?|al|approx|ca|viz|bzw|z\.b|d\.h|nr|m\.e""",
    re.VERBOSE,
)
_BEFORE_NUMBERS = re.compile(
    r"nos?|pp?|vol|art|sec|ch|para|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_OFTEN_INSIDE = re.compile(r".|.*\..*|inc|ltd|co|corp|jr|sr|bros|plc|llc|univ|dept|est")
_STARTERS = re.compile(
    r"""the|an?|this|that|these|those|he|she|it|we|they|i|you|his|her|its|their|our|my|in|on|at|for
    |from|with|as|but|and|or|so|if|when|while|although|though|however|because|since|after|before
    |then|there|here|what|who|why|how|where|meanwhile|moreover|furthermore|additionally|also|yet
    |still|another|some|many|most|all|no|not|one|both|each|by|to|even|now|today|such|instead""",
    re.VERBOSE,
)


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end in a part of a text, the last one's end too, in order."""
    begun = start
    for match in _END.finditer(text, start, end):
        if match.end() == end:
            break
        if match["wide"] or (match["gap"] and _is_end(text, begun, match)):
            begun = match.end()
            yield match.start("gap")
    yield end


def _is_end(text: str, begun: int, match: re.Match[str]) -> bool:
    """Whether a mark with a blank after it ends the sentence that has begun at a place."""
    if text[match.end() : match.end() + 4].lstrip(_OPENING)[:1].islower():
        return False
    if match["mark"] != "." or match["close"]:
        return True
    if _is_label(text[begun : match.start()][:4].strip(), match.start() - begun):
        return False
    return _ends_after(_token_before(text, match.start()), text, match.end())


def _is_label(words: str, length: int) -> bool:
    """Whether all that stands in a sentence so far is a number or letter of a list."""
    return length <= len(words) and (words.isdigit() or len(words) == 1)


def _token_before(text: str, place: int) -> str:
    found = _TOKEN.search(text, max(0, place - _LONGEST_TOKEN), place)
    return found[0].lower().lstrip("’'") if found else ""


def _ends_after(token: str, text: str, place: int) -> bool:
    """Whether a full stop after this token ends the sentence, seeing what comes at a place."""
    if _BEFORE_NAMES.fullmatch(token):
        return False
    if _BEFORE_NUMBERS.fullmatch(token):
        return not text[place].isdigit()
    if _OFTEN_INSIDE.fullmatch(token):
        following = _NEXT.match(text, place)
        return bool(following and _STARTERS.fullmatch(following[1].lower()))
    return True
