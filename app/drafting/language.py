"""Whether a text is English, by its commonest words."""

from app.drafting.reading import Reading

_FEW = 20  # words; fewer do not tell
_MOST_LOOKED_AT = 3_000
_SHARE = 0.18  # of English that is running text, about two fifths are such words


def seems_english(reading: Reading) -> bool:
    """Whether a text has the share of common English words that English has.

    Of very short texts nothing can be said; they pass.
    """
    words = [t.low for t in reading.tokens[:_MOST_LOOKED_AT] if t.word and t.low[0].isalpha()]
    if len(words) < _FEW:
        return True
    common = reading.words("function_words")
    return sum(word in common for word in words) >= _SHARE * len(words)
