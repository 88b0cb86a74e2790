"""`ushtil new`: begin a page, its front matter, title and first paragraph."""

from __future__ import annotations

from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.editing import scaffold
from ushtil.languages import Language, Languages
from ushtil.problems import Unreadable
from ushtil.status import names
from ushtil.status.strings import strings

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("new")
@click.argument("page")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option(
    "--lang", default="", metavar="CODE", help="The language it is written in; else the site's default."
)
def command(page: str, root: Path, lang: str) -> None:
    """Begin PAGE in the language that it is written in. Nothing that is there is overwritten.

    PAGE is its path within the tree, with or without .md; docs_kk/upr/course.md tells the language, too.

    \b
    Example: ushtil new reports/review-2022
             ushtil new reports/review-2022 --lang kk
    """
    known = languages.load(root)
    if not root.is_dir():
        raise Unreadable(f"--root {root} is no folder; make it first, or name another")
    transaction.recover(root)
    told, path = names.split(page, root, known)
    language = chosen(lang, known) if lang else told or known.default
    scaffold.check_path(path, known)
    place = f"{language.tree}/{path}"
    refuse(path, place, root, known)
    text = scaffold.new(path, language, strings(language.code).write_here)
    try:
        transaction.commit(root, {place: text})
    except OSError as error:
        raise Unreadable(f"{root / place} can't be written: {error.strerror}; nothing was changed") from None
    click.echo(place)


def chosen(code: str, known: Languages) -> Language:
    """The language with this code. Raises `Unreadable`."""
    if code not in known.codes:
        raise Unreadable(f"--lang {code!r} is no language of this site; take {', '.join(known.codes)}")
    return known.by_code(code)


def refuse(path: str, place: str, root: Path, known: Languages) -> None:
    """Raise `Unreadable` where the page is there already, in this language or another."""
    there = [language for language in known if (root / language.tree / path).exists()]
    if any(f"{language.tree}/{path}" == place for language in there):
        raise Unreadable(f"{place} is there already; edit it, or name another page")
    if there:
        other = f"{there[0].tree}/{path}"
        raise Unreadable(f"{other} is there already; to translate it: ushtil translate {path} --lang CODE")
