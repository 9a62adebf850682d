"""The command that drafts from articles."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.model.errors import RejoinderError
from app.terminal import for_terminal

if TYPE_CHECKING:
    from app.drafting.results import Draft

KEY_VARIABLE = "REJOINDER_KEY"

_Drafter = Callable[[str, str], "Draft"]
"""Makes a draft of a text; the name of its file is for telling."""


def draft_articles(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE...", help="Texts, pages, PDFs, Word and other documents."),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an article.")] = False,
    address: Annotated[
        str,
        typer.Option(
            "--with",
            metavar="ADDRESS",
            help="Ask a language model instead, at an OpenAI-compatible address: the articles are"
            f" sent there. A key comes from {KEY_VARIABLE} or the system's keyring.",
        ),
    ] = "",
    model: Annotated[str, typer.Option(metavar="NAME", help="The model that is asked.")] = "",
    unencrypted: Annotated[
        bool, typer.Option("--unencrypted", help="Allow http to another machine.")
    ] = False,
    wait: Annotated[
        int, typer.Option(metavar="SECONDS", min=1, help="How long one answer may take.")
    ] = 300,
) -> None:
    """Say who says what in articles, what they may argue, and how it hangs together.

    Rules of grammar find it, on this machine, in articles in English.
    """
    from app.articles.intake import take_file  # noqa: PLC0415
    from app.drafting import telling  # noqa: PLC0415

    if bool(address) != bool(model):
        raise RejoinderError("Asking a model takes both: --with ADDRESS --model NAME.")
    drafter = _asking(address, model, wait, unencrypted=unencrypted) if address else _by_rules()
    for article in articles:
        text = take_file(article).text
        found = drafter(text, article.name)
        if as_json:
            typer.echo(telling.as_json(found, str(article)))
            continue
        typer.echo(f"# {for_terminal(article.name)}")
        for depth, line in telling.as_list(found, text):
            typer.echo(f"{'  ' * depth}{for_terminal(line)}")
        typer.echo()


def _by_rules() -> _Drafter:
    from app.drafting.drafting import draft  # noqa: PLC0415

    return lambda text, _name: draft(text)


def _asking(address: str, model: str, patience: int, *, unencrypted: bool) -> _Drafter:
    """What asks a model, and says on stderr what goes where."""
    from pydantic import SecretStr  # noqa: PLC0415

    from app.asking.drafting import draft_by_model  # noqa: PLC0415
    from app.asking.endpoint import Endpoint, checked_address  # noqa: PLC0415
    from app.asking.keys import Keys  # noqa: PLC0415

    endpoint = Endpoint(checked_address(address, unencrypted=unencrypted), model, patience)
    given = os.environ.get(KEY_VARIABLE)
    kept = Keys().of(endpoint.address) if endpoint.is_private and not given else None
    key = SecretStr(given) if given else kept
    there = "on this machine" if endpoint.is_local else "which is another machine"

    def drafter(text: str, name: str) -> "Draft":
        told = f"{name}: {len(text.split()):,} words go to {endpoint.host}, {there}."
        typer.echo(for_terminal(told), err=True)
        return draft_by_model(text, endpoint, key)

    return drafter
