"""`ushtil status`: what is translated, stale, missing, page by page and section by section."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.languages import Languages
from ushtil.problems import Severity, Unreadable, worst
from ushtil.status import accept, names, tables
from ushtil.status.history import History
from ushtil.status.reading import read_sources
from ushtil.status.report import PageStatus, report, totals

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("status")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option("--json", "as_json", is_flag=True, help="Print the status as one JSON value.")
@click.option(
    "--accept",
    "accepted",
    metavar="PAGE[#section]",
    multiple=True,
    help="Record that this translation follows the original as it is now. May be given several times.",
)
def command(root: Path, as_json: bool, accepted: tuple[str, ...]) -> None:
    """Tell what became of each text in the other languages, section by section.

    A section of a translation is current; stale: the original has changed since (what has changed is looked
    up in git's history); unrecorded: nothing tells what it was made from; untranslated: it still stands in
    the language of the original; missing; or extra: the original has none such. PAGE is
    docs_kk/upr/course.md, or upr/course.md where one translation alone can be meant.

    JSON: {"languages": [{"language", "pages", "existing", "reviewed", "sections", "current", "stale",
    "unrecorded", "untranslated", "missing", "extra", "percent"}], "pages": [{"path", "language", "original",
    "place", "exists", "reviewed", "sections": [{"id", "title", "state", "line", "recorded", "source",
    "difference"}]}], "problems"}. "percent" is that of current sections; "difference" is a list of lines,
    null where there is none to show. With --accept: {"accepted": [{"place", "sections"}]}.

    \b
    Example: ushtil status
             ushtil status --json --root /tmp/texts
             ushtil status --accept docs_kk/upr/course.md#troika
    """
    transaction.recover(root)
    known = languages.load(root)
    outcome = read_sources(root, known)
    pages = report(outcome.value)
    if accepted:
        renew(root, known, pages, accepted, as_json)
        return
    history = History(lambda *arguments: git(root, *arguments))
    sums = totals(pages, known.codes)
    if as_json:
        value = tables.as_json(pages, sums, outcome.problems, history)
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        for line in tables.lines(pages, sums, history):
            click.echo(line)
        for problem in outcome.problems:
            click.echo(str(problem), err=True)
    sys.exit(1 if worst(outcome.problems) is Severity.ERROR else 0)


def renew(
    root: Path, known: Languages, pages: tuple[PageStatus, ...], accepted: tuple[str, ...], as_json: bool
) -> None:
    """Write the renewed hashes of all accepted sections, all or none."""
    named: dict[str, PageStatus] = {}
    sections: dict[str, list[str]] = {}
    for name in accepted:
        wanted, _, section = name.partition("#")
        page = names.translation(wanted, root, known, pages)
        named[page.place] = page
        sections.setdefault(page.place, []).append(section)
    changes: dict[str, str | None] = {}
    told: list[dict[str, object]] = []
    for place, page in named.items():
        text = (root / place).read_bytes().decode("utf-8")
        # A page named without a section is accepted whole.
        only = sections[place] if all(sections[place]) else []
        changes[place], renewed = accept.accept(text, page, only)
        told.append({"place": place, "sections": list(renewed)})
    try:
        transaction.commit(root, changes)
    except OSError as error:
        raise Unreadable(f"{root} can't be written: {error.strerror}; nothing was changed") from None
    if as_json:
        click.echo(json.dumps({"accepted": told}, ensure_ascii=False, indent=2))
    for row in () if as_json else told:
        ids = " ".join(f"#{name}" for name in row["sections"]) or "nothing to renew"
        click.echo(f"{row['place']}: {ids}", err=True)


def git(root: Path, *arguments: str) -> bytes | None:
    """What git prints in `root`; None where it fails or is not installed."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
