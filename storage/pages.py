"""The pages of an SQLite file and the rows on them, read without SQLite, for files that it refuses.

The format is the one of https://sqlite.org/fileformat2.html; the numbers in brackets are its
sections. Nothing is believed: each page is looked at once, no row is longer than the file, and all
rows together are not much longer, so that reading comes to an end whatever lies in the file.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

Value = None | int | float | str | bytes
Record = tuple[int, Sequence[Value]]
"""A row's number and its values."""

_DEFAULT_PAGE = 4096
_SMALLEST_PAGE, _LARGEST_PAGE = 512, 65_536
_INTERIOR, _LEAF = 5, 13  # kinds of pages of a table [1.6]
_FILE_HEADER = 100
_LONGEST_VARINT = 9
_MOST_COLUMNS = 100
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # by serial type [2.1]
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_GENEROUS: Final = 8  # all rows together are at most so many times as long as the file


class BadPage(Exception):  # noqa: N818  it is told of, not raised to the person
    """A page, or a row on it, is not what it should be."""


class Pages:
    """The pages of a file, counted from 1."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        size = int.from_bytes(content[16:18], "big")
        size = _LARGEST_PAGE if size == 1 else size
        if size.bit_count() != 1 or not _SMALLEST_PAGE <= size <= _LARGEST_PAGE:
            size = _DEFAULT_PAGE
        self._size = size
        self.count: Final = -(-len(content) // size)
        self._left = _GENEROUS * len(content)
        self.gaps = 0
        """How many rows that were read so far lack their end."""

    def leaves(self, root: int, seen: set[int]) -> Iterator[int]:
        """The pages with the rows of a table; what was looked at is added to `seen`.

        Raises BadPage at the end if there were pages on the way that cannot be.
        """
        waiting, is_whole = [root], True
        while waiting:
            number = waiting.pop()
            kind = self._kind(number)
            if number in seen or kind is None:
                is_whole = False
                continue
            seen.add(number)
            if kind == _LEAF:
                yield number
            else:
                waiting += self._children(number)
        if not is_whole:
            raise BadPage

    def loose_leaves(self, seen: set[int]) -> Iterator[int]:
        """The pages with rows that lie in the file but in no table that was looked at."""
        free = self._free()
        for number in range(1, self.count + 1):
            if number not in seen and number not in free and self._kind(number) == _LEAF:
                yield number

    def records(self, number: int) -> Iterator[Record | None]:
        """The rows on a page, None for each that cannot be read."""
        page, start = self._page(number)
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for cell in range(min(count, self._size // 2)):
            place = start + 8 + 2 * cell
            offset = int.from_bytes(page[place : place + 2], "big")
            try:
                yield self._record(page, offset)
            except (BadPage, IndexError, ValueError, struct.error):
                yield None

    def _page(self, number: int) -> tuple[bytes, int]:
        """A page, and where its own header begins."""
        start = (number - 1) * self._size
        page = self._content[start : start + self._size]
        return page, _FILE_HEADER if number == 1 else 0

    def _kind(self, number: int) -> int | None:
        if not 1 <= number <= self.count:
            return None
        page, start = self._page(number)
        kind = page[start] if len(page) > start + 8 else None
        return kind if kind in {_INTERIOR, _LEAF} else None

    def _children(self, number: int) -> Iterator[int]:
        page, start = self._page(number)
        yield int.from_bytes(page[start + 8 : start + 12], "big")
        for cell in range(int.from_bytes(page[start + 3 : start + 5], "big")):
            place = start + 12 + 2 * cell
            offset = int.from_bytes(page[place : place + 2], "big")
            yield int.from_bytes(page[offset : offset + 4], "big")

    def _free(self) -> set[int]:
        """The pages that hold nothing any more [1.5]."""
        free: set[int] = set()
        trunk = int.from_bytes(self._content[32:36], "big")
        while 1 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page, _ = self._page(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self._size // 4 - 2)
            free.update(
                int.from_bytes(page[8 + 4 * each : 12 + 4 * each], "big") for each in range(count)
            )
            trunk = int.from_bytes(page[:4], "big")
        return free

    def _record(self, page: bytes, offset: int) -> Record:
        length, offset = _varint(page, offset)
        number, offset = _varint(page, offset)
        self._left -= length
        if length > len(self._content) or self._left < 0:
            raise BadPage
        return number - (1 << 64) * (number >> 63), _values(self._payload(page, offset, length))

    def _payload(self, page: bytes, offset: int, length: int) -> bytes:
        """The bytes of a row, part of which may lie on pages of their own [1.6]."""
        most = self._size - 35
        if length <= most:
            return page[offset : offset + length]
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._size - 4)
        here = least if here > most else here
        parts, left = [page[offset : offset + here]], length - here
        following = int.from_bytes(page[offset + here : offset + here + 4], "big")
        while left > 0:
            if not 1 < following <= self.count:  # so much was found, let what is missing be zeros
                self.gaps += 1
                parts.append(bytes(left))
                break
            content, _ = self._page(following)
            parts.append(content[4 : 4 + min(left, self._size - 4)])
            left -= self._size - 4
            following = int.from_bytes(content[:4], "big")
        return b"".join(parts)


def _varint(content: bytes, offset: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next one begins."""
    number = 0
    for place in range(_LONGEST_VARINT):
        byte = content[offset + place]
        if place == _LONGEST_VARINT - 1:
            return number << 8 | byte, offset + _LONGEST_VARINT
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004  the bit that says that more follow
            return number, offset + place + 1
    raise BadPage


def _values(payload: bytes) -> list[Value]:
    end, offset = _varint(payload, 0)
    types: list[int] = []
    while offset < end:
        if len(types) == _MOST_COLUMNS:
            raise BadPage
        type_, offset = _varint(payload, offset)
        types.append(type_)
    values: list[Value] = []
    for type_ in types:
        width = _WIDTHS[type_] if type_ < len(_WIDTHS) else max(0, (type_ - _FIRST_BLOB) // 2)
        if offset + width > len(payload):
            raise BadPage
        values.append(_value(type_, payload[offset : offset + width]))
        offset += width
    return values


def _value(type_: int, content: bytes) -> Value:
    if type_ == 0:
        return None
    if type_ == _FLOAT:
        (number,) = struct.unpack(">d", content)
        return float(number)
    if type_ in {_ZERO, _ONE}:
        return type_ - _ZERO
    if type_ < _FLOAT:
        return int.from_bytes(content, "big", signed=True)
    if type_ < _FIRST_BLOB:
        raise BadPage
    return content.decode("utf-8", "replace") if type_ % 2 else content
