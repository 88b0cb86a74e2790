"""Which paragraphs of two languages correspond: by their pinned numbers alone.

    section #s1      ru  p1   p2 p3      p4   p5         (p5a)
                     kk  p1   p2 also p3 p4   p5 also p6
    groups               ├─┤  ├────────┤ ├─┤  ├────────┤ loose

Units that share a number, directly or through `also`, are one group.  Those that the other language has
no counterpart of are loose: what a group lacks may have been moved there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ushtil.checks.units import Unit


@dataclass(frozen=True)
class Group:
    """Units of a translation and those of the text that it is compared with, in reading order."""

    ours: tuple[Unit, ...]
    theirs: tuple[Unit, ...]


@dataclass(frozen=True)
class Pairing:
    """One section of two languages: its groups, and the loose units of either side."""

    groups: tuple[Group, ...]
    loose: Group


def pairings(ours: Iterable[Unit], theirs: Iterable[Unit]) -> Iterator[Pairing]:
    """The sections that both languages have, in the order of `ours`."""
    own, other = _by_section(ours), _by_section(theirs)
    for section in own:
        if section in other:
            yield pair(own[section], other[section])


def pair(ours: list[Unit], theirs: list[Unit]) -> Pairing:
    """The groups of one section."""
    roots = _roots([*ours, *theirs])
    sides: dict[str, tuple[list[Unit], list[Unit]]] = {}
    loose: tuple[list[Unit], list[Unit]] = ([], [])
    for side, units in enumerate((ours, theirs)):
        for unit in units:
            root = next((_find(roots, key) for key in unit.keys), None)
            if root is None:
                loose[side].append(unit)
            else:
                sides.setdefault(root, ([], []))[side].append(unit)
    groups = []
    for own, other in sides.values():
        if own and other:
            groups.append(Group(tuple(own), tuple(other)))
        else:
            loose[0].extend(own)
            loose[1].extend(other)
    return Pairing(tuple(groups), Group(tuple(loose[0]), tuple(loose[1])))


def _by_section(units: Iterable[Unit]) -> Mapping[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.section, []).append(unit)
    return found


def _roots(units: list[Unit]) -> dict[str, str]:
    """A forest of keys: those of one unit have one root (union-find)."""
    roots: dict[str, str] = {}
    for unit in units:
        keys = sorted(unit.keys)
        for key in keys:
            roots.setdefault(key, key)
            roots[_find(roots, key)] = _find(roots, keys[0])
    return roots


def _find(roots: dict[str, str], key: str) -> str:
    while roots[key] != key:
        roots[key] = roots[roots[key]]
        key = roots[key]
    return key
