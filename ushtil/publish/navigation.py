"""The navigation of one language, made from the pages themselves.

A folder is a section, named by its index.md.  Order: index.md first; then what has an `order` in its front
matter, by that number; then by name, numbers counted as numbers (s2 before s10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

INDEX = "index.md"
_PARTS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Leaf:
    """A page as navigation sees it. `path` is within the tree; `order` what the author gave, if anything."""

    path: str
    title: str
    order: float | None = None


@dataclass(frozen=True)
class Item:
    """A page (`path`), or a section (`children`, its index first if it has one)."""

    title: str
    path: str = ""
    children: tuple[Item, ...] = ()

    @property
    def first(self) -> str:
        """The page that one gets to by this item."""
        return self.path or self.children[0].first


def paths(items: Iterable[Item]) -> Iterator[str]:
    """The pages of these items and all below them, in reading order."""
    for item in items:
        if item.path:
            yield item.path
        yield from paths(item.children)


def tree(leaves: Iterable[Leaf]) -> tuple[Item, ...]:
    """The navigation of these pages."""
    return _level([(PurePosixPath(leaf.path).parts, leaf) for leaf in leaves])


def named(path: str) -> str:
    """A title made from a file's or folder's name, for want of a better one."""
    name = PurePosixPath(path)
    words = (name.parent.name if name.name == INDEX else name.stem).replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def mkdocs(items: Iterable[Item]) -> list[dict[str, Any]]:
    """The same as the value of `nav` in mkdocs.yml; titles as they are, unescaped."""
    return [{item.title: mkdocs(item.children) if item.children else item.path} for item in items]


def _level(entries: Sequence[tuple[tuple[str, ...], Leaf]]) -> tuple[Item, ...]:
    """One folder's items; each entry is what is left of a path, and the page."""
    groups: dict[str, list[tuple[tuple[str, ...], Leaf]]] = {}
    for parts, leaf in entries:
        groups.setdefault(parts[0] if len(parts) == 1 else f"{parts[0]}/", []).append((parts[1:], leaf))
    ranked = sorted(groups.items(), key=lambda group: _rank(group[0], _order(group[1])))
    return tuple(_item(name, group) for name, group in ranked)


def _item(name: str, group: Sequence[tuple[tuple[str, ...], Leaf]]) -> Item:
    if not name.endswith("/"):
        return Item(group[0][1].title, group[0][1].path)
    index = _index(group)
    return Item(index.title if index else named(name), children=_level(group))


def _index(group: Sequence[tuple[tuple[str, ...], Leaf]]) -> Leaf | None:
    return next((leaf for parts, leaf in group if parts == (INDEX,)), None)


def _order(group: Sequence[tuple[tuple[str, ...], Leaf]]) -> float | None:
    """A page's own order; a folder has that of its index."""
    leaf = group[0][1] if not group[0][0] else _index(group)
    return leaf.order if leaf else None


def _rank(name: str, order: float | None) -> tuple[Any, ...]:
    is_no_index, is_unordered = name != INDEX, order is None
    return (is_no_index, is_unordered, order or 0, natural(name.removesuffix("/").removesuffix(".md")), name)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts s2 before s10, and capitals among small letters."""
    parts = _PARTS.split(name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
