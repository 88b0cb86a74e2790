"""`ushtil build`: the site of a folder of trees, put in place whole."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from ushtil import languages, transaction
from ushtil.problems import Unreadable
from ushtil.publish import swap, trees

REPOSITORY = Path(__file__).resolve().parent.parent
# Silences the theme's notice of its successor, which it prints when it is imported.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class Counter(logging.Handler):
    """Prints what MkDocs says to standard error, and counts the errors."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.errors = 0
        # On a terminal the line may hold the progress so far.
        self.clear = "\r\x1b[K" if sys.stderr.isatty() else ""

    def emit(self, record: logging.LogRecord) -> None:
        self.errors += record.levelno >= logging.ERROR
        if record.levelno >= logging.WARNING:
            click.echo(f"{self.clear}{record.levelname.lower()}: {record.getMessage()}", err=True)


class Progress(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Shows on a terminal how many pages are done: one step where a page is read, one where it is written."""

    def __init__(self) -> None:
        self.written = 0
        # No estimate of the time: a third of it passes before the first page and after the last.
        self.bar: Any = click.progressbar(
            length=1,
            label="building",
            hidden=not sys.stderr.isatty(),
            show_eta=False,
            file=sys.stderr,
            item_show_func=self._pages,
        )

    def _pages(self, _: object) -> str:
        return f"{self.written} of {(self.bar.length or 0) // 2} pages" if self.written else ""

    def on_nav(self, nav: Any, config: MkDocsConfig, files: Any) -> None:
        """Every language has every page."""
        site = config.extra["ushtil"].site
        self.bar.length = 2 * len(site.entries) * len(site.languages.published)

    def on_page_content(self, html: str, page: Any, config: MkDocsConfig, files: Any) -> None:
        self.bar.update(1)

    def on_post_page(self, output: str, page: Any, config: MkDocsConfig) -> None:
        self.written += 1
        self.bar.update(1)


@click.command("build")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option("--site", type=click.Path(path_type=Path), help="Where to put the site; by default ROOT/site.")
@click.option("--strict", is_flag=True, help="Let a warning fail the build, and leave the old site.")
def command(root: Path, site: Path | None, strict: bool) -> None:
    """Build the site of the trees under ROOT, with this repository's theme.

    The site is built aside and put in place when it is whole; what fails leaves the old one.
    Exit code 0: done; 1: done with errors, or failed; 2: wrong usage or unreadable input.

    \b
    Example: ushtil build
             ushtil build --root /tmp/texts --site /tmp/site --strict
    """
    place = (site or root / "site").absolute()
    examine(root, place)
    transaction.recover(root)
    try:
        with swap.staged(place) as stage:
            errors = make(root, stage, strict)
    except MkDocsException as error:
        raise_unreadable(error)
        click.echo(f"ushtil build: {error}", err=True)
        sys.exit(1)
    click.echo(f"built {place}", err=True)
    sys.exit(1 if errors else 0)


def examine(root: Path, site: Path) -> None:
    """Raises `Unreadable` where there is nothing to build, or the site would stand on its own sources."""
    found = languages.load(root)
    trees.examine(root, found)
    sources = [root.resolve(), *(root.resolve() / language.tree for language in found)]
    for source in sources:
        if source.is_relative_to(site.resolve()):
            raise Unreadable(f"{site}: the site would replace {source}; choose another --site")
    for tree in sources[1:]:
        if site.resolve().is_relative_to(tree):
            raise Unreadable(f"{site}: lies among the texts of {tree}; choose another --site")


def make(root: Path, stage: Path, strict: bool) -> int:
    """Builds into `stage`, and returns how many errors there were. Raises `MkDocsException` if it fails."""
    logger, counter, progress = logging.getLogger("mkdocs"), Counter(), Progress()
    logger.setLevel(logging.INFO)
    logger.addHandler(counter)
    try:
        config = load_config(str(REPOSITORY / "mkdocs.yml"), site_dir=str(stage), strict=strict)
        config.extra["root"] = str(root.resolve())
        config.plugins["progress"] = progress
        config.plugins.on_startup(command="build", dirty=False)
        with progress.bar:
            build(config)
        config.plugins.on_shutdown()
    finally:
        logger.removeHandler(counter)
    return counter.errors


def raise_unreadable(error: MkDocsException) -> None:
    """Raises the `Unreadable` behind what MkDocs says, if that is what made it give up."""
    cause = error.__context__.__cause__ if error.__context__ else None
    if isinstance(cause, Unreadable):
        raise cause
