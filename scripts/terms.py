"""`ushtil terms`: the termbase asked and written for other tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from ushtil import languages
from ushtil.problems import Severity, worst
from ushtil.terms import exports, termbase, texts
from ushtil.terms.matching import Matcher, Occurrence
from ushtil.terms.termbase import FOLDER

REPOSITORY = Path(__file__).resolve().parent.parent


@click.group("terms")
def command() -> None:
    """Find the terms of the glossary in a text, or write the termbase for other tools.

    \b
    Example: ushtil terms find --lang kk report.txt
             ushtil terms export --format tbx > glossary.tbx
    """


@command.command("export")
@click.option("--format", "form", type=click.Choice(list(exports.FORMATS)), required=True, help="The format.")
@click.option(
    "--terms",
    type=click.Path(path_type=Path),
    default=REPOSITORY / FOLDER,
    help="The folder of the termbase.",
)
def export(form: str, terms: Path) -> None:
    """Print the whole termbase in a format of other tools, in UTF-8.

    tbx: TBX-Basic (ISO 30042:2019); skos: SKOS in Turtle; csv: a concept a row, for spreadsheets; json: a
    list of concepts in the form of their files. Faults of the termbase go to standard error, and what is
    not at fault is printed. Exit code 1: the termbase has errors.

    \b
    Example: ushtil terms export --format tbx > glossary.tbx
             ushtil terms export --format csv --terms /tmp/terms > terms.csv
    """
    known = languages.load(REPOSITORY)
    outcome = termbase.read(terms, known)
    for problem in outcome.problems:
        click.echo(str(problem), err=True)
    # Bytes: a terminal's own encoding and line ends would change the file.
    click.echo(exports.FORMATS[form].write(outcome.value, known).encode("utf-8"), nl=False)
    sys.exit(1 if worst(outcome.problems) is Severity.ERROR else 0)


@command.command("find")
@click.argument("file", type=click.File("rb"))
@click.option("--lang", "code", required=True, help="The code of the text's language.")
@click.option(
    "--terms",
    type=click.Path(path_type=Path),
    default=REPOSITORY / FOLDER,
    help="The folder of the termbase.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the occurrences as one JSON value.")
def find(file: IO[bytes], code: str, terms: Path, as_json: bool) -> None:
    """Print where the terms of the glossary stand in a plain text; FILE may be "-".

    Each occurrence is a line LINE:COLUMN CONCEPT TEXT, each place told once, by the longest term there. With
    --json: [{"concept", "start", "end", "text"}], half-open, in code points of the file as it is: a byte
    order mark is one, CR LF are two. Faults of the termbase go to standard error, and matching goes on. Exit
    code 1: the termbase has errors.

    \b
    Example: ushtil terms find --lang kk report.txt
             ushtil terms find --lang ru --terms /tmp/terms --json report.txt
    """
    known = languages.load(REPOSITORY)
    if code not in known.codes:
        raise click.BadParameter(f"{code!r} is none of {', '.join(known.codes)}", param_hint="--lang")
    read = texts.decode(file.read(), file.name)
    outcome = termbase.read(terms, known)
    problems = (*read.problems, *outcome.problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    found = Matcher(outcome.value, code).find(read.value)
    if as_json:
        rows = [
            {"concept": one.concept, "start": one.start, "end": one.end, "text": one.text} for one in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for row in lines(found, read.value):
            click.echo(row)
    sys.exit(1 if worst(problems) is Severity.ERROR else 0)


def lines(found: list[Occurrence], text: str) -> Iterator[str]:
    """Each occurrence with its line and column, both from 1."""
    line, line_start = 1, 0
    for one in found:
        line += text.count("\n", line_start, one.start)
        line_start = text.rfind("\n", 0, one.start) + 1
        yield f"{line}:{one.start - line_start + 1} {one.concept} {' '.join(one.text.split())}"
