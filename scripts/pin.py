"""`ushtil pin`: numbers to paragraphs that have none, ids to headings, alike in all languages."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.editing import pin
from ushtil.languages import Languages
from ushtil.markup.sources import Trees
from ushtil.problems import Unreadable
from ushtil.status import names
from ushtil.status.reading import read_trees

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("pin")
@click.argument("pages", metavar="[PAGE…]", nargs=-1)
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option("--check", is_flag=True, help="Write nothing; print what would change.")
def command(pages: tuple[str, ...], root: Path, check: bool) -> None:
    """Number the paragraphs of PAGE, or of all pages, and give ids to headings, in all languages at once.

    A number that was given is never moved or used again: a paragraph put in after p3 becomes p3a, in every
    language the same. Nothing but lines of attributes is added. PAGE is upr/course.md, or
    docs_kk/upr/course.md: the page is pinned in all its languages either way.

    \b
    Example: ushtil pin
             ushtil pin upr/course.md reports/2022.md --check
    """
    known = languages.load(root)
    transaction.recover(root)
    trees = read_trees(root, known).value
    outcome = pin.plan(trees, known, paths(pages, root, known, trees))
    if check:
        click.echo(diff(outcome.value, known, trees), nl=False)
    elif outcome.value:
        write(root, outcome.value)
    for problem in outcome.problems:
        click.echo(str(problem), err=True)
    for place in sorted(outcome.value):
        click.echo(f"{place}: {'would be pinned' if check else 'pinned'}", err=True)
    if not outcome.value:
        click.echo("nothing to pin", err=True)


def paths(pages: tuple[str, ...], root: Path, known: Languages, trees: Trees) -> set[str]:
    """The paths within the trees of the pages that were named. Raises `Unreadable`."""
    found = {page: names.split(page, root, known)[1] for page in pages}
    for page, path in found.items():
        if not any(tree.get(path) is not None for tree in trees.values()):
            places = ", ".join(f"{language.tree}/" for language in known)
            raise Unreadable(f"{page}: there is no page {path} in {places}; mend the name")
    return set(found.values())


def diff(changes: Mapping[str, str], known: Languages, trees: Trees) -> str:
    """What would change, as a unified diff."""
    parts: list[str] = []
    for place, text in sorted(changes.items()):
        tree, _, path = place.partition("/")
        language = known.by_tree(tree)
        before = (trees[language.code][path] or "") if language else ""
        lines = before.splitlines(keepends=True), text.splitlines(keepends=True)
        parts += difflib.unified_diff(*lines, f"a/{place}", f"b/{place}")
    return "".join(parts)


def write(root: Path, changes: Mapping[str, str]) -> None:
    """Commit the changes; a disk that is full changes nothing."""
    try:
        transaction.commit(root, changes)
    except OSError as error:
        raise Unreadable(f"{root} can't be written: {error.strerror}; nothing was changed") from None
