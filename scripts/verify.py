"""`ushtil verify`: whether an archive, or the folder it was unpacked into, is as it was made."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from ushtil.archive import folders, zips
from ushtil.problems import Problem, Severity, Unreadable, worst


@click.command("verify")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--sha256",
    "digest",
    metavar="DIGEST",
    help="What the sha256 of the zip must be, or that of the folder's MANIFEST.sha256.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output, and nothing else.")
def command(path: Path, digest: str | None, as_json: bool) -> None:
    """Check the zip or the unpacked folder PATH: what is changed, missing or extra; nothing is unpacked.

    A zip is compared with the digest in PATH.sha256 beside it, the MANIFEST.sha256 of a folder with its copy
    beside it, PATH.manifest.sha256; or either with --sha256. The site's download page has both files. Without
    any, only damage can be told: who changes a file on purpose can change the manifest inside as well.

    Exit code 0: whole; 1: not; 2: wrong usage or unreadable input.

    \b
    Example: ushtil verify dist/ushtil-0.1.0-2026-11-22.zip
             ushtil verify ~/Downloads/ushtil-0.1.0-2026-11-22
    """
    if not path.exists():
        raise Unreadable(
            f"{path}: no such file or folder; name a zip, or the folder that holds MANIFEST.sha256"
        )
    outcome = (folders if path.is_dir() else zips).verify(path, digest)
    is_whole = worst(outcome.problems) is not Severity.ERROR
    if as_json:
        problems = [problem.as_json() for problem in outcome.problems]
        click.echo(
            json.dumps({"whole": is_whole, **asdict(outcome.value), "problems": problems}, ensure_ascii=False)
        )
    else:
        tell(
            path,
            outcome.problems,
            f"{path}: {'whole' if is_whole else 'NOT whole'}, files: {outcome.value.files}",
        )
    sys.exit(0 if is_whole else 1)


def tell(path: Path, problems: tuple[Problem, ...], verdict: str) -> None:
    """Faults to standard error, the verdict to standard output."""
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(verdict)
