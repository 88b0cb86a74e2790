"""Where parallel pages stand: one for each page, a long one cut at its sections into several.

parallel/report/s1.html               a page, or the first part of it
parallel/report/s1--s1-d.html         the part that begins with the section s1-d
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ushtil.publish.sections import Chunk, merged

BUDGET = 140_000
"""Bytes of Markdown, all languages together, that make some 45 kB of gzip: 0.25 for Cyrillic, 0.35 for Latin
letters. The source is measured, so that a page knows its parts before they are made."""


@dataclass(frozen=True)
class Piece:
    """A section without those below it, all languages together."""

    id: str
    level: int
    size: int


@dataclass(frozen=True)
class Part:
    """Sections that stand on one parallel page. `name` is empty for the first."""

    name: str
    sections: tuple[str, ...]


def plan(versions: Mapping[str, Sequence[Chunk]], budget: int = BUDGET) -> tuple[Part, ...]:
    """The parts of a page's parallel reading, versions in the order in which they lead."""
    pieces = _pieces(versions)
    groups = _cut(pieces, budget)
    return tuple(
        Part(group[0].id if place else "", tuple(piece.id for piece in group))
        for place, group in enumerate(groups)
    )


def _pieces(versions: Mapping[str, Sequence[Chunk]]) -> list[Piece]:
    """The sections in reading order; text under a heading without a pinned id counts to the one before."""
    levels: dict[str, int] = {}
    sizes: dict[str, int] = {}
    orders = []
    for chunks in versions.values():
        name, order = "", list[str]()
        for chunk in chunks:
            if chunk.id or not order:
                name = chunk.id
                order.append(name)
                levels.setdefault(name, chunk.level or 1)
            sizes[name] = sizes.get(name, 0) + len(chunk.text.encode())
        orders.append(list(dict.fromkeys(order)))
    return [Piece(name, levels[name], sizes[name]) for name in merged(orders)]


def _cut(pieces: Sequence[Piece], budget: int) -> list[list[Piece]]:
    """Runs of whole sections that each fit the budget, unless a single one does not."""
    if _size(pieces) <= budget or len(pieces) == 1:
        return [list(pieces)]
    top = min(piece.level for piece in pieces[1:])
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not groups or piece.level <= top:
            groups.append([piece])
        else:
            groups[-1].append(piece)
    packed: list[list[Piece]] = []
    for group in groups:
        for run in _cut(group, budget):
            if packed and _size(packed[-1]) + _size(run) <= budget:
                packed[-1] += run
            else:
                packed.append(run)
    return packed


def _size(pieces: Sequence[Piece]) -> int:
    return sum(piece.size for piece in pieces)
