"""Finds the texts and pictures of each language under a root.

Hidden files are left out, as MkDocs does, and so is whatever a symbolic link leads to outside the root.
A README.md describes a folder to those who work in it; it is no page.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ushtil.data import is_data
from ushtil.languages import Language, Languages
from ushtil.problems import Outcome, Problem, Severity, Unreadable

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings that MkDocs takes for pages."""


@dataclass(frozen=True)
class Source:
    """One file of a tree: `path` within the tree, `place` within the root, both with forward slashes."""

    path: str
    place: str
    language: str
    file: Path

    @property
    def is_page(self) -> bool:
        return self.path.endswith(MARKDOWN)

    @property
    def is_data(self) -> bool:
        """Whether texts draw on it, if its tree is that of the default language."""
        return is_data(self.path)


def is_text(path: str) -> bool:
    """Whether the checks read a file of a tree: a page, or data."""
    return path.endswith(MARKDOWN) or is_data(path)


def scan(root: Path, languages: Languages) -> Outcome[Mapping[str, Mapping[str, Source]]]:
    """Language code → path → file, in the order of paths. A tree that is not there is empty.

    Raises `Unreadable` where the root holds none of the trees.
    """
    examine(root, languages)
    problems: list[Problem] = []
    found: dict[str, Mapping[str, Source]] = {}
    for language in languages:
        sources = [source for source in _walk(root, language) if not _is_left_out(source, problems)]
        found[language.code] = {source.path: source for source in sources}
    return Outcome(found, tuple(problems))


def examine(root: Path, languages: Languages) -> None:
    """Raises `Unreadable` where the root holds none of the trees."""
    if not root.is_dir():
        raise Unreadable(f"{root}: no such folder; --root names the one that holds {_names(languages)}")
    if not any((root / language.tree).is_dir() for language in languages):
        raise Unreadable(f"{root}: no texts here; expected at least one of the folders {_names(languages)}")


def _names(languages: Languages) -> str:
    return ", ".join(f"{language.tree}/" for language in languages)


def _walk(root: Path, language: Language) -> Iterator[Source]:
    tree = root / language.tree
    for folder, folders, files in os.walk(tree):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                file = Path(folder, name)
                path = file.relative_to(tree).as_posix()
                yield Source(path, f"{language.tree}/{path}", language.code, file)


def _is_left_out(source: Source, problems: list[Problem]) -> bool:
    if source.is_page and source.file.stem == "README":
        what, remedy = "README is not published", "name the page index.md"
        problems.append(Problem(source.place, 0, "P01", Severity.NOTE, what, remedy))
        return True
    if source.file.is_symlink():
        what, remedy = "a symbolic link is not followed", "copy the file here"
        problems.append(Problem(source.place, 0, "P02", Severity.WARNING, what, remedy))
        return True
    return False
