"""`ushtil check`: every check of the texts, told with file and line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from ushtil import checks, languages, transaction
from ushtil.problems import Outcome, Problem, Severity, Unreadable, worst
from ushtil.publish import trees
from ushtil.status.since import brought, folder_at, standing, trees_at
from ushtil.terms import termbase
from ushtil.terms.termbase import ENDING, FOLDER

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("check")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too.")
@click.option(
    "--since", default="", metavar="REV", help="Tell only what has come since this revision of git."
)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as one JSON value.")
def command(root: Path, strict: bool, since: str, as_json: bool) -> None:
    """Check the texts of all languages: front matter, ids and paragraph numbers, links, missing sections;
    and the termbase, if there is a folder glossary/.

    Each problem is a line PATH:LINE CODE MESSAGE; REMEDY on standard error. Exit code 0: no errors; 1: errors
    (with --strict warnings, too); 2: wrong usage or unreadable input.

    \b
    Example: ushtil check
             ushtil check --since main
             ushtil check --root /tmp/texts --strict --json
    """
    transaction.recover(root)
    known = languages.load(root)
    outcome, glossary = read(root), read_glossary(root)
    unread = (*outcome.problems, *glossary.problems)
    problems = sorted((*unread, *checks.check(outcome.value, known, glossary.value)))
    if since:
        run = partial(git, root)
        texts_then = trees_at(since, run, known, trees.is_text)
        before = checks.check(texts_then, known, folder_at(since, run, FOLDER, ENDING))
        problems = list(brought(problems, (*before, *standing(unread, since, run))))
    show(problems, as_json)
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if worst(problems) in fatal else 0)


def git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes | None:
    """What git prints in `root`; None where it fails or is not installed."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], input=stdin, capture_output=True, check=False
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def read(root: Path) -> Outcome[Mapping[str, Mapping[str, str | None]]]:
    """Language → path → text, `None` for files that are neither pages nor data. Raises `Unreadable`."""
    found = trees.scan(root, languages.load(root))
    texts = {
        code: {path: text(source) if trees.is_text(path) else None for path, source in sources.items()}
        for code, sources in found.value.items()
    }
    return Outcome(texts, found.problems)


def read_glossary(root: Path) -> Outcome[Mapping[str, str]]:
    """The texts of the termbase by path from the root; nothing where there is no termbase."""
    folder = root / FOLDER
    return termbase.texts(folder, FOLDER) if folder.is_dir() else Outcome({})


def text(source: trees.Source) -> str:
    """The text of a page. Raises `Unreadable` if it is not UTF-8."""
    try:
        return source.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{source.place}: cannot be read: {error}; save it as UTF-8") from error


def show(problems: list[Problem], as_json: bool) -> None:
    """JSON to standard output and nothing else, or lines to standard error."""
    if as_json:
        listed = [problem.as_json() for problem in problems]
        click.echo(json.dumps({"problems": listed}, ensure_ascii=False, indent=2))
        return
    for problem in problems:
        click.echo(str(problem), err=True)
    errors, warnings = (sum(p.severity is s for p in problems) for s in (Severity.ERROR, Severity.WARNING))
    click.echo(f"{errors} errors, {warnings} warnings", err=True)
