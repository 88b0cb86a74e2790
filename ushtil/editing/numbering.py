"""Numbers for paragraphs that have none, alike in all languages.

    original          translation
    One.     p1       Бір.     p1
    New.     → p1a    Жаңа.    → p1a      the same new paragraph: aligned between p1 and p2
    Two.     p2       Екі.     p2
                      Тағы.    → p2a      stands in no other language

Numbers that were given are fixed points; none is moved or used again, those of merged and removed
paragraphs neither.  Between two fixed points the paragraphs of a language are aligned with those of the
others that have a number which it lacks; what is left gets one of its own, put in after the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ushtil.alignment.paragraphs import align_paragraphs
from ushtil.alignment.pinning import after

_DIGITS = re.compile(r"\d+")
# Translations of one paragraph are seldom longer than this many times the other.
_FARTHEST = 3


@dataclass
class Row:
    """A paragraph as numbering sees it; `given` where it got a number now. `others` are merged or removed."""

    text: str
    number: str = ""
    others: tuple[str, ...] = ()
    given: bool = False
    also: tuple[str, ...] = ()


@dataclass
class Column:
    """The paragraphs of one section in one language, in reading order."""

    rows: list[Row] = field(default_factory=list)

    def numbers(self) -> dict[str, int]:
        """Each number that stands here, with the place of its paragraph."""
        return {
            number: place
            for place, row in enumerate(self.rows)
            for number in (*row.others, *row.also, row.number)
            if number
        }

    def runs(self) -> list[tuple[int, int]]:
        """Stretches of paragraphs without a number, half-open."""
        found: list[tuple[int, int]] = []
        for place, row in enumerate(self.rows):
            if not row.number:
                start = found.pop()[0] if found and found[-1][1] == place else place
                found.append((start, place + 1))
        return found


def number(columns: Sequence[Column]) -> None:
    """Give every row of one section a number; `columns` are the languages, the original first."""
    used = {name for column in columns for name in column.numbers()}
    for column in columns:
        if not used:
            for place, row in enumerate(column.rows, 1):
                row.number, row.given = f"p{place}", True
                used.add(row.number)
            continue
        for start, end in column.runs():
            _fill(column, start, end, [other for other in columns if other is not column], used)


def _fill(column: Column, start: int, end: int, others: Sequence[Column], used: set[str]) -> None:
    """Numbers for one run: those of the other languages' paragraphs, then new ones."""
    for other in others:
        free = [place for place in range(start, end) if not column.rows[place].number]
        for part in _stretches(free):
            there = _between(column, part, other)
            _take(column, part, [other.rows[place] for place in there], used)
    last = next((row.number for row in reversed(column.rows[:start]) if row.number), "p0")
    for row in column.rows[start:end]:
        if not row.number:
            row.number, row.given = after(last, used), True
        last = row.number


def _stretches(places: Sequence[int]) -> Iterator[list[int]]:
    """Places that follow each other."""
    part: list[int] = []
    for place in places:
        if part and place != part[-1] + 1:
            yield part
            part = []
        part.append(place)
    if part:
        yield part


def _between(column: Column, part: Sequence[int], other: Column) -> list[int]:
    """The paragraphs of another language between the same fixed points, with numbers that this one lacks."""
    own, there = column.numbers(), other.numbers()
    before = [there[name] for name, place in own.items() if place < part[0] and name in there]
    behind = [there[name] for name, place in own.items() if place > part[-1] and name in there]
    span = range(max(before, default=-1) + 1, min(behind, default=len(other.rows)))
    return [place for place in span if other.rows[place].number and other.rows[place].number not in own]


def _take(column: Column, part: Sequence[int], there: Sequence[Row], used: set[str]) -> None:
    """Give the rows at `part` the numbers of the rows that they correspond to."""
    if not there:
        return
    rows = [column.rows[place] for place in part]
    rest_a: list[int] = []
    rest_b: list[int] = []
    # In a text that was numbered before, few paragraphs are new, and what aligns for want of others may not
    # correspond; in one that is numbered now alignment has enough to go by, and a figure may be wrong.
    is_put_in = any(row.number and not row.given for row in column.rows)
    for match in align_paragraphs([row.text for row in there], [row.text for row in rows]):
        alone = len(match.a) == len(match.b) == 1
        doubted = is_put_in and alone and not _may_be(there[match.a[0]], rows[match.b[0]])
        if match.a and match.b and not doubted:
            _pair(rest_a, rest_b, there, rows)
            rest_a, rest_b = [], []
            _give(rows[match.b[0]], [there[n] for n in match.a])
            for n in match.b[1:]:
                rows[n].number, rows[n].given = after(rows[n - 1].number, used), True
        else:
            rest_a += match.a
            rest_b += match.b
    _pair(rest_a, rest_b, there, rows)


def _pair(a: Sequence[int], b: Sequence[int], there: Sequence[Row], rows: Sequence[Row]) -> None:
    """Pair by order what alignment left between two matches, where nothing speaks against it."""
    if len(a) == len(b) and all(_may_be(there[n], rows[m]) for n, m in zip(a, b, strict=True)):
        for n, m in zip(a, b, strict=True):
            _give(rows[m], [there[n]])


def _give(row: Row, there: Sequence[Row]) -> None:
    """The number of the paragraph, or paragraphs, that a row corresponds to."""
    row.number, row.given = there[0].number, True
    row.also = tuple(name for one in there for name in (one.number, *one.also))[1:]


def _may_be(one: Row, other: Row) -> bool:
    """Whether two paragraphs may say the same: lengths not too far apart, no other figures in them."""
    short, long = sorted((len(one.text), len(other.text)))
    figures, others = set(_DIGITS.findall(one.text)), set(_DIGITS.findall(other.text))
    return long <= _FARTHEST * max(short, 1) and (not figures or not others or bool(figures & others))
