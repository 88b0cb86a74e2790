"""`ushtil align`: the corresponding paragraphs of two texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ushtil.alignment import texts
from ushtil.alignment.paragraphs import Match

UNCERTAIN = 0.6


@click.command("align")
@click.argument("a", metavar="A.md", type=click.Path(path_type=Path))
@click.argument("b", metavar="B.md", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as one JSON value.")
def command(a: Path, b: Path, as_json: bool) -> None:
    """Print which paragraphs of two texts in different languages correspond.

    Paragraphs are numbered from 0 in reading order, headings not counted. Plain text will do, with blank
    lines between paragraphs. The language is told by the front matter, by the tree, or by the words.
    Pinned ids that both texts have are kept; what is uncertain is marked "?".

    \b
    Example: ushtil align docs_ru/upr/course.md docs_kk/upr/course.md
             ushtil align report.en.txt report.ru.txt --json
    """
    matches = texts.align_texts(texts.load(a), texts.load(b))
    if as_json:
        click.echo(json.dumps({"pairs": [row(match) for match in matches]}, ensure_ascii=False))
        return
    for match in matches:
        click.echo(line(match))


def row(match: Match) -> dict[str, Any]:
    """One pair as JSON; a gap has no confidence."""
    found: dict[str, Any] = {"a": list(match.a), "b": list(match.b)}
    return found | ({"confidence": match.confidence} if match.a and match.b else {})


def line(match: Match) -> str:
    """One pair as a line: `3 4 ↔ 5  0.97`."""
    sides = " ↔ ".join(" ".join(map(str, numbers)) or "–" for numbers in (match.a, match.b))
    if not match.a or not match.b:
        return sides
    return f"{sides}  {match.confidence:.2f}{' ?' if match.confidence < UNCERTAIN else ''}"
