"""The command that drafts from articles."""

from pathlib import Path
from typing import Annotated

import typer

from app.terminal import for_terminal


def draft_articles(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE...", help="Texts, pages, PDFs, Word and other documents."),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an article.")] = False,
) -> None:
    """Say who says what in articles in English, what they may argue, and how it hangs together."""
    from app.articles.intake import take_file  # noqa: PLC0415
    from app.drafting import telling  # noqa: PLC0415
    from app.drafting.drafting import draft  # noqa: PLC0415

    for article in articles:
        text = take_file(article).text
        found = draft(text)
        if as_json:
            typer.echo(telling.as_json(found, str(article)))
            continue
        typer.echo(f"# {for_terminal(article.name)}")
        for depth, line in telling.as_list(found, text):
            typer.echo(f"{'  ' * depth}{for_terminal(line)}")
        typer.echo()
