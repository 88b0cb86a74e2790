"""Sizes of lists and tables in corresponding sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ushtil.checks.groups import Pairing
from ushtil.checks.units import Sort, Unit

_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Size:
    """A list or a table, begun by `unit`, and how large it is as a problem shows it."""

    unit: Unit
    noun: str
    shown: str
    keys: frozenset[str]


def unlike_sizes(pairing: Pairing) -> Iterator[tuple[str, Size, Size]]:
    """Code and both sizes of the lists and tables of a section that differ."""
    for group in pairing.groups:
        one, two = group.ours[0], group.theirs[0]
        if one.sort is two.sort is Sort.TABLE and _table(one).shown != _table(two).shown:
            yield "N07", _table(one), _table(two)
    ours = _in_order(pairing.loose.ours, (group.ours for group in pairing.groups))
    theirs = _in_order(pairing.loose.theirs, (group.theirs for group in pairing.groups))
    others = list(_lists(theirs))
    for own in _lists(ours):
        like = [other for other in others if own.keys & other.keys]
        # A list that one language cuts in two, or has in part as running text, is left alone.
        if len(like) == 1 and like[0].shown != own.shown and _is_one(own, like[0], ours, theirs):
            yield "N06", own, like[0]


def _in_order(loose: Iterable[Unit], groups: Iterable[Iterable[Unit]]) -> list[Unit]:
    return sorted(chain(loose, *groups), key=lambda unit: unit.line)


def _is_one(own: Size, other: Size, ours: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    """Whether neither list has items outside the other that stand elsewhere in its section."""
    elsewhere = {key for unit in theirs for key in unit.keys} - other.keys
    own_elsewhere = {key for unit in ours for key in unit.keys} - own.keys
    return not (own.keys & elsewhere or other.keys & own_elsewhere)


def _table(unit: Unit) -> Size:
    """Rows below the head, and columns: 3×2."""
    columns = len(_CELL.split(unit.rows[0].strip().strip("|")))
    return Size(unit, "size of the table", f"{len(unit.rows) - 2}×{columns}", unit.keys)


def _lists(units: Sequence[Unit]) -> Iterator[Size]:
    """Runs of items; an item that carries the numbers of several counts as so many."""
    run: list[Unit] = []
    for unit in (*units, None):
        if unit is not None and unit.sort is Sort.ITEM:
            run.append(unit)
        elif run:
            size = sum(max(1, len(item.keys)) for item in run)
            yield Size(run[0], "size of the list", str(size), frozenset().union(*(item.keys for item in run)))
            run = []
