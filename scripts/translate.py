"""`ushtil translate`: begin a translation of a page, with its ids, numbers and what it is made from."""

from __future__ import annotations

from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.editing import scaffold
from ushtil.languages import Language, Languages
from ushtil.markup.sources import read
from ushtil.problems import Unreadable
from ushtil.status import names
from ushtil.status.reading import read_trees
from ushtil.status.report import original_of

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("translate")
@click.argument("page")
@click.option("--lang", required=True, metavar="CODE", help="The language to translate into.")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
def command(page: str, lang: str, root: Path) -> None:
    """Begin the translation of PAGE. Nothing that is there is overwritten.

    The new page has the sections and paragraphs of the original, with their ids and numbers, each marked
    .untranslated with the language it still stands in. Write the translation over the text and take both
    marks away: `ushtil status` tells what is left.

    \b
    Example: ushtil translate upr/course.md --lang kk
             ushtil translate reports/review-2022 --lang en --root /tmp/texts
    """
    known = languages.load(root)
    if lang not in known.codes:
        raise Unreadable(f"--lang {lang!r} is no language of this site; take {', '.join(known.codes)}")
    transaction.recover(root)
    _, path = names.split(page, root, known)
    target = known.by_code(lang)
    original, text = source(path, root, known)
    place = f"{target.tree}/{path}"
    if original == target:
        raise Unreadable(f"{place} is the original; translate it into another language")
    if (root / place).exists():
        raise Unreadable(f"{place} is there already; `ushtil status` tells what it lacks")
    scaffolded = scaffold.translation(text, path, original)
    try:
        transaction.commit(root, {place: scaffolded})
    except OSError as error:
        raise Unreadable(f"{root / place} can't be written: {error.strerror}; nothing was changed") from None
    click.echo(place)


def source(path: str, root: Path, known: Languages) -> tuple[Language, str]:
    """The language of the original and its text. Raises `Unreadable` where it is not here."""
    trees = read_trees(root, known).value
    versions = read(trees, known).versions(path)
    code = original_of(versions, known.default.code)
    if not versions:
        raise Unreadable(
            f"there is no page {path} in any language; mend the name, or begin it: ushtil new {path}"
        )
    text = trees.get(code, {}).get(path)
    if text is None:
        raise Unreadable(f"{versions[0].place}: its original ({code}) is not here; add that page first")
    return known.by_code(code), text
