"""`ushtil search`: what a built site has on a query, ranked as in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ushtil.problems import Unreadable
from ushtil.search import layout
from ushtil.search.asking import Answer, Shown, ask, show
from ushtil.search.ranking import Level
from ushtil.search.store import Store

REPOSITORY = Path(__file__).resolve().parent.parent
MARK = "yellow"
SHOWN = 20


@click.command("search")
@click.argument("query")
@click.option("--lang", "code", required=True, help="The language whose index is asked.")
@click.option(
    "--site", type=click.Path(path_type=Path), default=REPOSITORY / "site", help="A site that was built."
)
@click.option("--json", "as_json", is_flag=True, help="Print the results as one JSON value.")
def command(query: str, code: str, site: Path, as_json: bool) -> None:
    """Search a built site for QUERY.

    Words are found in all their forms; "…" is a phrase, a minus before a word excludes it. Sections stand
    together by pages, the best page first.
    JSON: [{"language", "page", "id", "title", "score", "snippet"}].

    \b
    Example: ushtil search --lang kk "адам құқықтары"
             ushtil search --lang ru "УПО -пытки" --site /tmp/site --json
    """
    store = open_store(site, code)
    answer = ask(store, query)
    results = [show(store, hit) for hit in answer.hits]
    if as_json:
        click.echo(json.dumps([row(shown, code) for shown in results], ensure_ascii=False, indent=2))
        return
    for line in remarks(answer):
        click.echo(line, err=True)
    page = ""
    for shown in results[:SHOWN]:
        if shown.page != page:
            page = shown.page
            click.echo(click.style(" › ".join((page, *shown.trail[:1])), bold=True))
        click.echo(f"  {shown.title}  #{shown.id}  {shown.score}")
        click.echo(f"    {marked(shown)}")
    if len(results) > SHOWN:
        click.echo(f"{len(results) - SHOWN} more; --json prints all", err=True)


def open_store(site: Path, code: str) -> Store:
    """The index of a language. Raises `Unreadable` that names those there are."""
    folder = site / layout.FOLDER
    there = sorted(manifest.parent.name for manifest in folder.glob("*/manifest.js"))
    if not there:
        raise Unreadable(f"{site} has no search index; build the site, or name another by --site")
    if code not in there:
        raise Unreadable(f"{site} has no search index in {code!r}; there are {', '.join(there)}")
    return Store(site, code)


def row(shown: Shown, code: str) -> dict[str, Any]:
    """A result as JSON has it."""
    return {
        "language": code,
        "page": shown.page,
        "id": shown.id,
        "title": shown.title,
        "score": shown.score,
        "snippet": "".join(piece.text for piece in shown.pieces),
    }


def marked(shown: Shown) -> str:
    """A snippet with its marks."""
    return "".join(
        click.style(piece.text, fg=MARK, bold=True) if piece.is_marked else piece.text
        for piece in shown.pieces
    )


def remarks(answer: Answer) -> list[str]:
    """What there is to say of an answer, a line each."""
    said = [f"nothing has {word!r}; shown is {', '.join(taken)}" for word, taken in answer.corrected]
    if answer.missing:
        said.append(f"no section has {', '.join(answer.missing)}")
    if answer.level is Level.PAGE:
        said.append("no section has all the words; shown are pages that have")
    elif answer.level is Level.SOME:
        said.append("no page has all the words; shown is what has most of them")
    elif answer.level is Level.NONE:
        said.append("nothing was found")
    return said
