"""`ushtil import`: source documents to Markdown in the trees."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.problems import Severity, Unreadable, worst
from ushtil.sources import importing, report

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--doc", "document", required=True, help="The document's id, the same in every language.")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option(
    "--lang", default="auto", show_default=True, metavar="auto|CODE", help="The language of the files."
)
@click.option("--check", is_flag=True, help="Write nothing; print what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON value.")
def command(
    files: tuple[Path, ...], document: str, root: Path, lang: str, check: bool, as_json: bool
) -> None:
    """Turn source documents into Markdown in the trees under ROOT.

    FILE is plain text. A file that holds several languages becomes a document in each; one that is there
    already in another language lends its ids. What a maintainer edited is never overwritten.

    \b
    Example: ushtil import report.ru.txt report.kk.txt --doc report-2022
             ushtil import article.txt --doc article-2025 --root /tmp/texts --check
    """
    known = languages.load(root)
    if lang != "auto" and lang not in known.codes:
        raise Unreadable(f"--lang {lang!r} is no language of this site; take auto, {', '.join(known.codes)}")
    if not root.is_dir():
        raise Unreadable(f"--root {root} is no folder; make it first, or name another")
    transaction.recover(root)
    hidden = not sys.stderr.isatty()
    with click.progressbar(files, label="reading", hidden=hidden, show_eta=False, file=sys.stderr) as shown:
        outcome = importing.plan(shown, document, root, known, "" if lang == "auto" else lang)
    failed = worst(outcome.problems) is Severity.ERROR
    if not check and not failed:
        write(root, outcome.value)
    show(outcome.value, check, as_json, [problem.as_json() for problem in outcome.problems])
    for problem in () if as_json else outcome.problems:
        click.echo(str(problem), err=True)
    if failed:
        sys.exit(1)


def write(root: Path, plan: importing.Plan) -> None:
    """Commit the plan, all of it or nothing."""
    if not plan.changes:
        return
    try:
        transaction.commit(root, plan.changes)
    except OSError as error:
        decided = transaction.is_decided(root)
        state = "the next command completes what was begun" if decided else "nothing was changed"
        raise Unreadable(f"{root} can't be written: {error.strerror}; make room: {state}") from None


def show(plan: importing.Plan, check: bool, as_json: bool, problems: list[dict[str, str | int]]) -> None:
    """The report: JSON on standard output alone, or the diff there and the rest on standard error."""
    if as_json:
        click.echo(
            json.dumps(
                {"documents": report.as_json(plan), "problems": problems}, ensure_ascii=False, indent=1
            )
        )
        return
    if check:
        click.echo(report.diff(plan), nl=False)
    for line in report.lines(plan):
        click.echo(line, err=True)
    if not plan.changes:
        click.echo("nothing to change", err=True)
