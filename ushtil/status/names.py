"""Which page a person means: `docs_kk/upr.md`, `upr.md` or `upr`, also by its path on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ushtil.languages import Language, Languages
from ushtil.problems import Unreadable
from ushtil.status.report import PageStatus, State


def split(name: str, root: Path, languages: Languages) -> tuple[Language | None, str]:
    """The language that a name of a page tells, if any, and the path within the tree.

    Raises `Unreadable` for a name that leads out of the trees.
    """
    given = name.replace("\\", "/").removeprefix("./")
    path = Path(given)
    if path.is_absolute():
        if not path.resolve().is_relative_to(root.resolve()):
            raise Unreadable(f"{name} is no page below {root}; name it by its path there, for example upr.md")
        given = path.resolve().relative_to(root.resolve()).as_posix()
    tree, _, rest = given.partition("/")
    language = languages.by_tree(tree) if rest else None
    found = rest if language else given
    if not found or ".." in found.split("/"):
        raise Unreadable(
            f"{name!r} names no page; write, for example, upr.md or {languages.default.tree}/upr.md"
        )
    return language, found if found.endswith(".md") else f"{found}.md"


def translation(name: str, root: Path, languages: Languages, pages: Iterable[PageStatus]) -> PageStatus:
    """The one translation that `name` means. Raises `Unreadable` where there is none, or several.

    A name without a tree means the translation that is not current, where there is one only.
    """
    language, path = split(name, root, languages)
    there = [page for page in pages if page.path == path]
    found = [page for page in there if page.exists and language in (None, languages.by_code(page.language))]
    open_ = [page for page in found if page.count(State.STALE, State.UNRECORDED)]
    if len(found) > 1 and len(open_) == 1:
        found = open_
    if len(found) == 1:
        return found[0]
    if found:
        places = " or ".join(page.place for page in found)
        raise Unreadable(f"{name} is translated into several languages; name one: {places}")
    if there and language and language.code == there[0].original:
        raise Unreadable(f"{name} is the original; name a translation of it, for example {there[0].place}")
    raise Unreadable(f"{name} is no translation that is here; `ushtil status` lists all")
