"""Which pieces of a page's versions stand beside one another.

A number is the same paragraph in every language, so a row is what shares a number:

    en  p1   p2  p3    –          row p1: 1 1 1
    ru  p1  (p2, also p3)  –      row p2, p3: two paragraphs beside one
    kk  p1   p2  p3   p3a         row p3a: gaps but for one language

What has no number is matched by its place between two numbered ones, where all languages that have anything
there have as many; such a row is uncertain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ushtil.publish.sections import merged
from ushtil.publish.units import Form, Part, Unit

Key = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """Pieces that correspond, by language; a language that has nothing there is a gap."""

    section: str
    cells: Mapping[str, tuple[Unit, ...]]
    numbers: tuple[str, ...] = ()
    level: int = 0
    """That of the heading, where the row is a section's title."""
    uncertain: bool = False


def rows(versions: Mapping[str, Sequence[Part]]) -> tuple[Row, ...]:
    """The rows of a page in reading order, versions in the order in which they lead."""
    by_id = {code: {part.id: part for part in parts} for code, parts in versions.items()}
    order = merged([part.id for part in parts] for parts in versions.values())
    found: list[Row] = []
    for name in order:
        found += _section(name, {code: parts[name] for code, parts in by_id.items() if name in parts})
    return tuple(found)


def _section(name: str, parts: Mapping[str, Part]) -> list[Row]:
    """The rows of one section, its title first."""
    titles = {code: part.units[:1] for code, part in parts.items() if _is_titled(part)}
    level = min((parts[code].level for code in titles), default=1)
    first = [Row(name, titles, level=level)] if titles else []
    units = {code: part.units[_is_titled(part) :] for code, part in parts.items()}
    return [*first, *_paragraphs(name, units)]


def _is_titled(part: Part) -> bool:
    return bool(part.units) and part.units[0].form is Form.TITLE


def _paragraphs(name: str, versions: Mapping[str, Sequence[Unit]]) -> list[Row]:
    groups = _groups(versions)
    keys = {code: _keys(units, groups) for code, units in versions.items()}
    keys = _apart_where_counts_differ(keys)
    order = merged(list(dict.fromkeys(sequence)) for sequence in keys.values())
    cells: dict[Key, dict[str, tuple[Unit, ...]]] = {key: {} for key in order}
    for code, units in versions.items():
        for key, unit in zip(keys[code], units, strict=True):
            cells[key][code] = (*cells[key].get(code, ()), unit)
    return [_row(name, key, cells[key]) for key in order]


def _row(name: str, key: Key, cells: Mapping[str, tuple[Unit, ...]]) -> Row:
    numbers = dict.fromkeys(n for units in cells.values() for unit in units for n in unit.numbers)
    return Row(name, cells, tuple(numbers), uncertain=not numbers and len(cells) > 1)


def _groups(versions: Mapping[str, Sequence[Unit]]) -> dict[str, str]:
    """Number → the number that its row is known by: all that are merged in any language are one."""
    leader: dict[str, str] = {}

    def find(number: str) -> str:
        while leader.setdefault(number, number) != number:
            number = leader[number]
        return number

    for units in versions.values():
        for unit in units:
            for number in unit.numbers:
                leader[find(number)] = find(unit.numbers[0])
    return {number: find(number) for number in leader}


def _keys(units: Sequence[Unit], groups: Mapping[str, str]) -> list[Key]:
    """What each unit's row is known by: its number's group, or its place after one."""
    found: list[Key] = []
    before, place = "", 0
    for unit in units:
        if unit.numbers:
            before, place = groups[unit.numbers[0]], 0
            found.append((before,))
        else:
            found.append(("after", before, str(place)))
            place += 1
    return found


def _apart_where_counts_differ(keys: Mapping[str, list[Key]]) -> dict[str, list[Key]]:
    """The keys, those of unnumbered units made a language's own where the languages have not as many."""
    counts = {code: _counts(sequence) for code, sequence in keys.items()}
    differ = {
        before
        for held in counts.values()
        for before, count in held.items()
        if any(other.get(before, count) != count for other in counts.values())
    }
    return {
        code: [(*key, code) if len(key) > 1 and key[1] in differ else key for key in sequence]
        for code, sequence in keys.items()
    }


def _counts(sequence: Sequence[Key]) -> dict[str, int]:
    """Number → how many unnumbered units follow it."""
    counts: dict[str, int] = {}
    for key in sequence:
        if len(key) > 1:
            counts[key[1]] = counts.get(key[1], 0) + 1
    return counts
