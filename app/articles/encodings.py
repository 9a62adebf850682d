"""In what encoding a text is that does not say so."""

import codecs
import string

from app.model.errors import FormatError

_SAMPLE = 200_000
_HEAD = 4_096
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1a\x1b"))

_WESTERN = "cp1252"
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúü",  # Spanish
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíòóù",  # Italian
        "åäöæøéü",  # the Nordic languages
        "áéèëïíóöüú",  # Dutch
    )
)
_ANYWHERE = frozenset(string.printable + "‘’‚“”„«»‹›–—…•€£§°©®™·¡¿ºª½×\xa0\xad\x1a\x1b")
_LIKELY = [
    *(_WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp874", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr", "koi8_r", "koi8_u"),
]


def decoded(content: bytes) -> str:
    """Make text of bytes in whatever encoding they are. Raises FormatError if they are no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded_as(encoding, content)
    if encoding := _bare_utf16(content):
        return _decoded_as(encoding, content)
    if b"\0" in content or 50 * len(content.translate(None, _CONTROLS)) < 49 * len(content):
        raise _not_text()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_guessed_encoding(content), "replace")


def _bare_utf16(content: bytes) -> str:
    """Which UTF-16 a text is in that lacks its mark, as some programs on Windows write it.

    >>> _bare_utf16("Peace, said the minister.".encode("utf-16-le"))
    'utf-16-le'
    """
    sample = content[:_HEAD]
    high, low = sample[1::2], sample[::2]
    if len(content) % 2 == 0:
        for zeros, others, encoding in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
            if 10 * zeros.count(0) > 8 * len(zeros) > 0 == others.count(0):
                return encoding
    return ""


def _decoded_as(encoding: str, content: bytes) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _guessed_encoding(content: bytes) -> str:
    """Tell from the beginning of a text that is not UTF-8."""
    sample = content[:_SAMPLE]
    if len(sample) < len(content):  # do not cut a character in two
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    if _is_western(sample):
        return _WESTERN
    from charset_normalizer import from_bytes  # noqa: PLC0415  seldom needed, and slow to import

    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    if best is None:
        raise _not_text()
    return best.encoding


def _is_western(sample: bytes) -> bool:
    """Whether a text makes sense in one Western language; charset-normalizer 3.5 misses many."""
    try:
        letters = frozenset(sample.decode(_WESTERN).lower()) - _ANYWHERE
    except UnicodeDecodeError:
        return False
    return any(letters <= alphabet for alphabet in _ALPHABETS)


def _not_text() -> FormatError:
    return FormatError(
        "This is not text: save it as plain text, or copy its words and paste them here."
    )
