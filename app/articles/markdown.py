"""Markdown: the text as it is, and what the lines between dashes before it say of it."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from app.articles.taken import Kind, Taken
from app.articles.titles import LONGEST_TITLE, title_in
from app.model.text import one_line, shortened

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:(?!---[ \t]*$).*\n)*?)---[ \t]*\n+", re.MULTILINE)
_FIELD = re.compile(r"(\w[\w-]*)[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)")
_LONGEST = 20_000


def read_markdown(text: str) -> Taken:
    """Read Markdown; what stands before it is understood as far as it is plain."""
    found = _FRONT_MATTER.match(text[:_LONGEST])
    body = text[found.end() :] if found else text
    said = _fields(found[1]) if found else {}
    published = None
    with suppress(ValueError):
        published = date.fromisoformat(said.get("date", "")[:10])
    return Taken(
        kind=Kind.MARKDOWN,
        text=body if body.strip() else text,
        title=shortened(said.get("title", ""), LONGEST_TITLE) or title_in(body, markdown=True),
        author=said.get("author", "") or said.get("authors", ""),
        published=published,
        language=said.get("lang", "") or said.get("language", ""),
    )


def _fields(lines: str) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in lines.split("\n"):
        if field := _FIELD.match(line):
            name = field[1].lower()
            fields[name] = _unquoted(field[2])
        elif name and (item := _ITEM.match(line)):
            fields[name] = ", ".join(filter(None, (fields[name], _unquoted(item[1]))))
    return fields


def _unquoted(value: str) -> str:
    return one_line(value).strip("\"'[]")
