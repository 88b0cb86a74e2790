"""`ushtil archive`: the site to take along, as zips for a folder or a stick and as books."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

import click

import ushtil
from ushtil import epub, languages, transaction
from ushtil.archive import contents, downloads, editions
from ushtil.archive.contents import Contents, Kind
from ushtil.archive.editions import Edition
from ushtil.problems import Outcome, Problem, Severity, Unreadable, worst
from ushtil.publish import site, swap
from ushtil.publish.editions import ALL
from ushtil.publish.site import Site

REPOSITORY = Path(__file__).resolve().parent.parent
# A build in a process of its own, which ends when this one does, however that ends: then its input closes.
BUILD = """
import os, sys, threading
threading.Thread(target=lambda: os.read(0, 1) or os._exit(1), daemon=True).start()
from scripts.main import cli
cli(prog_name="ushtil")
"""
MARKS = (downloads.LIST,)


class Failed(Exception):
    """No archive can be made; what is wrong has been told."""


@click.command("archive")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The folder of the archives, to be replaced; by default ROOT/dist.",
)
def command(root: Path, out: Path | None) -> None:
    """Make the archives of the trees under ROOT: the whole site, a site a language, the sources, the books.

    Each opens from a folder, without network or server; beside each stands its sha256, for `ushtil verify`.
    They are made aside and put in place together: the folder is replaced, and the older archives in it are
    gone. What fails leaves them; where the folder holds anything else, nothing is made. With USHTIL_SITE_URL
    they tell where newer ones are. `ushtil build` then offers what is in ROOT/dist on the download page.

    Exit code 0: done; 1: done with errors, or failed; 2: wrong usage or unreadable input.

    \b
    Example: ushtil archive
             ushtil archive --root /tmp/texts --out /tmp/archives
    """
    place = (out or root / downloads.DIST).absolute()
    found = languages.load(root)
    transaction.recover(root)
    planned = site.plan(root.resolve(), found).value
    told = contents.of(planned, ushtil.__version__, os.environ.get("USHTIL_SITE_URL", ""))
    refuse(place, root.resolve(), planned)
    downloads.refuse(place)
    try:
        with swap.staged(place, MARKS) as stage:
            hold(editions.foreseen(planned, told))
            errors = make(planned, told, stage)
            # Once more: it took its time.
            downloads.refuse(place)
    except Failed:
        click.echo("ushtil archive: failed; what was there before is as it was", err=True)
        sys.exit(1)
    click.echo(f"archived {place}", err=True)
    sys.exit(1 if errors else 0)


def refuse(place: Path, root: Path, planned: Site) -> None:
    """Raises `Unreadable` where the archives would stand among the texts, or over them."""
    for language in planned.languages:
        tree = root / language.tree
        if place.resolve().is_relative_to(tree) or tree.is_relative_to(place.resolve()):
            raise Unreadable(f"{place}: lies among the texts of {tree}; choose another --out")


def hold(problems: tuple[Problem, ...]) -> None:
    """Tells what is wrong. Raises `Failed` where it is an error."""
    for problem in problems:
        click.echo(problem, err=True)
    if worst(problems) is Severity.ERROR:
        raise Failed


def make(planned: Site, told: Contents, stage: Path) -> bool:
    """Builds and packs all editions into `stage`, side by side; whether there were errors."""
    work = stage / "sites"
    work.mkdir()
    maker = Maker(planned, told, stage, work)
    with maker.bar, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        # The longest first.
        tasks = [pool.submit(maker.whole), pool.submit(maker.books)]
        tasks += [pool.submit(maker.language, code) for code in planned.languages.codes]
        try:
            made = [edition for task in tasks for edition in task.result()]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            maker.stop()
            raise
    shutil.rmtree(work)
    listed = [downloads.of(one, stage / one.name, editions.vouch(stage / one.name)) for one in made]
    (stage / downloads.LIST).write_text(downloads.text(told, listed), encoding="utf-8", newline="\n")
    return maker.has_errors


class Maker:
    """Makes the editions of one site; its methods run side by side."""

    def __init__(self, planned: Site, told: Contents, stage: Path, work: Path) -> None:
        self.planned, self.told, self.stage, self.work = planned, told, stage, work
        self.has_errors = False
        # Each site is built and packed, the sources are packed, and each language has a book of all texts.
        steps = 2 * (1 + len(planned.languages)) + 1 + len(planned.languages)
        self.bar: Any = click.progressbar(
            length=steps,
            label="archiving",
            hidden=not sys.stderr.isatty(),
            show_eta=False,
            file=sys.stderr,
        )
        self.at_bar = Lock()
        self.builds: list[subprocess.Popen[bytes]] = []
        self.is_stopped = False

    def whole(self) -> list[Edition]:
        """The site in all languages, and the sources with what the site has for other programs."""
        built = self._build(ALL)
        of_site = editions.of_site(built, self.stage, self.planned, self.told, "")
        sources = editions.of_sources(self.stage, self.planned, self.told, built)
        made = [self._held(of_site), self._held(sources)]
        shutil.rmtree(built)
        return made

    def language(self, code: str) -> list[Edition]:
        """The site in one language."""
        built = self._build(code)
        made = self._held(editions.of_site(built, self.stage, self.planned, self.told, code))
        shutil.rmtree(built)
        return [made]

    def books(self) -> list[Edition]:
        """A book a language, and one each long document."""
        made = []
        for book in epub.books(self.planned, site_url=self.told.address):
            if self.is_stopped:
                break
            kind = Kind.DOCUMENT if book.document else Kind.BOOK
            edition = Edition(f"{self.told.prefix}-{book.name}", kind, book.code, book.title)
            epub.write(book, self.stage / edition.name)
            made.append(edition)
            if kind is Kind.BOOK:
                self._step()
        return made

    def stop(self) -> None:
        """Ends the builds that are at work, and waits until they are gone: they write into the stage.

        No other book is begun; the one that is being written is finished.
        """
        self.is_stopped = True
        for build in self.builds:
            assert build.stdin
            build.stdin.close()
            build.wait()

    def _step(self) -> None:
        with self.at_bar:
            self.bar.update(1)

    def _build(self, edition: str) -> Path:
        """The folder of a site, built by `ushtil build`. Raises `Failed` if there is none."""
        place = self.work / edition
        environment = {**os.environ, "USHTIL_EDITION": edition, "USHTIL_SITE_URL": ""}
        build = subprocess.Popen(
            [sys.executable, "-c", BUILD, "build", "--root", str(self.planned.root), "--site", str(place)],
            cwd=REPOSITORY,
            env=environment,
            stdin=subprocess.PIPE,
            # Not into a file: a full disk is among what it may tell.
            stderr=subprocess.PIPE,
        )
        self.builds.append(build)
        assert build.stderr
        said = build.stderr.read().decode(errors="replace")
        if build.wait():
            click.echo(said, nl=False, err=True)
            self.has_errors = True
        if not place.is_dir():
            raise Failed
        self._step()
        return place

    def _held(self, outcome: Outcome[Edition | None]) -> Edition:
        """The edition, if there is one; tells what is wrong with it."""
        hold(outcome.problems)
        assert outcome.value, "an edition is lacking only where something is wrong"
        self._step()
        return outcome.value
