"""Sections that correspond in two versions of a document.

First what the texts say: the sections of both are taken in reading order and linked by dynamic
programming where numbers, names and length agree; what is left over is linked in further rounds, which
finds sections that were moved.  Then what the places say: below two sections that correspond, the
children that are left are linked by likeness, or by order where nothing tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language.enumerators import Enumerator, enumerator
from ..language.names import meaning_of
from ..model import Section
from .features import Features, Rarity, Vector, cosine, features, length_fit, rarity, together, vector
from .monotone import align
from .text import plain

# Alike in place and shape alone two sections reach 0.37.
THRESHOLD = 0.42
MOVED = 0.46
BELOW_PARENTS = 0.3
ROUNDS = 4
NEIGHBOUR = 0.2
# Letters of own text from which on it says more than what stands below.
ENOUGH = 120


@dataclass(frozen=True)
class Pair:
    """Two sections that correspond, by their places in reading order; confidence 0 to 1."""

    a: int
    b: int
    confidence: float


@dataclass(frozen=True)
class Unit:
    """A section as it is compared: its own text, the text with all below it, what its title tells."""

    own: Vector
    whole: Vector
    depth: int
    enumerator: Enumerator | None
    meaning: str
    children: tuple[int, ...]
    title: str


def align_sections(a: Section, b: Section) -> list[Pair]:
    """The pairs of sections below two roots, the roots themselves first; places count from the root, 0."""
    left, right = units(a, b)
    pairs = [Pair(0, 0, 1.0), *same(left, right)]
    rest_a = sorted(set(range(len(left))) - {pair.a for pair in pairs})
    rest_b = sorted(set(range(len(right))) - {pair.b for pair in pairs})
    for turn in range(ROUNDS):
        bar = MOVED if turn else THRESHOLD
        found = one_round(left, right, rest_a, rest_b, bar)
        pairs += found
        rest_a = [n for n in rest_a if n not in {pair.a for pair in found}]
        rest_b = [n for n in rest_b if n not in {pair.b for pair in found}]
        if not found:
            break
    pairs += below_parents(left, right, pairs)
    return supported(sorted(pairs, key=lambda pair: pair.a))


def same(left: Sequence[Unit], right: Sequence[Unit]) -> list[Pair]:
    """The pairs of sections that are letter for letter the same, and the only ones that are so."""
    sides = []
    for side in (left, right):
        places: dict[tuple[str, str], list[int]] = {}
        for n, unit in enumerate(side[1:], 1):
            places.setdefault((unit.title, unit.own.text), []).append(n)
        sides.append({key: found[0] for key, found in places.items() if len(found) == 1})
    return [Pair(n, sides[1][key], 1.0) for key, n in sides[0].items() if key in sides[1]]


def supported(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with confidence added for each neighbour that is paired with the partner's neighbour."""
    links = {(pair.a, pair.b) for pair in pairs}
    gains = [NEIGHBOUR * sum(near in links for near in beside(pair)) for pair in pairs]
    return [
        replace(pair, confidence=min(1.0, pair.confidence + gain))
        for pair, gain in zip(pairs, gains, strict=True)
    ]


def beside(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places right before and right after a pair."""
    return (pair.a - 1, pair.b - 1), (pair.a + 1, pair.b + 1)


def units(a: Section, b: Section) -> tuple[list[Unit], list[Unit]]:
    """The sections below both roots as units, their tokens weighted over both."""
    left, right = walk(a), walk(b)
    own = ([features(plain(row.section)) for row in left], [features(plain(row.section)) for row in right])
    rare = rarity([*own[0], *own[1]])
    whole = (with_below(left, own[0]), with_below(right, own[1]))
    return (
        [unit(*parts, rare) for parts in zip(left, own[0], whole[0], strict=True)],
        [unit(*parts, rare) for parts in zip(right, own[1], whole[1], strict=True)],
    )


def with_below(rows: Sequence[Row], own: Sequence[Features]) -> list[Features]:
    """For each section what it holds with all below it; children come after their parent."""
    whole = list(own)
    for place in range(len(rows) - 1, -1, -1):
        if rows[place].children:
            whole[place] = together([own[place], *(whole[child] for child in rows[place].children)])
    return whole


@dataclass
class Row:
    """A section, its depth and the places of its children in reading order."""

    section: Section
    depth: int
    children: list[int]


def walk(root: Section) -> list[Row]:
    """All sections below a root, itself first."""
    rows: list[Row] = []

    def visit(section: Section, depth: int) -> int:
        row = Row(section, depth, [])
        rows.append(row)
        place = len(rows) - 1
        row.children = [visit(child, depth + 1) for child in section.sections]
        return place

    visit(root, 0)
    return rows


def unit(row: Row, own: Features, whole: Features, rare: Rarity) -> Unit:
    """One section as a unit."""
    title = row.section.title.replace("\\", "")
    found = enumerator(title)
    rest = title[found.length :] if found else title
    return Unit(
        vector(own, rare), vector(whole, rare), row.depth, found, meaning_of(rest), tuple(row.children), title
    )


def one_round(
    left: Sequence[Unit], right: Sequence[Unit], rest_a: Sequence[int], rest_b: Sequence[int], bar: float
) -> list[Pair]:
    """The best monotone links among the sections that are left."""

    def score(i: int, j: int, _di: int, _dj: int) -> float:
        return similarity(left[rest_a[i]], right[rest_b[j]]) - bar

    links = align(len(rest_a), len(rest_b), score)
    return [Pair(rest_a[link.a], rest_b[link.b], min(1.0, link.score + bar)) for link in links]


def similarity(a: Unit, b: Unit) -> float:
    """How much speaks for two sections being one, 0 to 1 or a little more."""
    if a.own.text and a.own.text == b.own.text and a.title == b.title:
        return 1.0
    if bool(a.enumerator) != bool(b.enumerator) and abs(a.depth - b.depth) > 1:
        return 0.0
    shared = cosine(a.whole, b.whole)
    if min(a.own.length, b.own.length) >= ENOUGH:
        shared = 0.7 * cosine(a.own, b.own) + 0.3 * shared
    value = 0.9 * shared + 0.15 * length_fit(a.whole.length, b.whole.length, slope=0.6)
    value += 0.12 if a.depth == b.depth else -0.1 * abs(a.depth - b.depth)
    value += enumerator_fit(a.enumerator, b.enumerator)
    value += 0.05 if len(a.children) == len(b.children) else 0.0
    if a.meaning or b.meaning:
        value += 0.4 if a.meaning == b.meaning else -0.2
    return value


def enumerator_fit(a: Enumerator | None, b: Enumerator | None) -> float:
    """What the printed enumerators say: the same number speaks for, a different style against."""
    if a is None or b is None:
        return 0.05 if a is b else -0.15
    if a.style != b.style:
        return -0.1
    if a.value != b.value:
        return -0.05
    # A letter starts anew in each section, a number with its word stands once in a document.
    return 0.18 if "letter" in a.style else 0.35


def below_parents(left: Sequence[Unit], right: Sequence[Unit], pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs among the children, left over so far, of sections that correspond; top down."""
    partner = {pair.a: pair.b for pair in pairs}
    free_b = set(range(len(right))) - set(partner.values())
    found: list[Pair] = []
    for n in range(len(left)):
        if n not in partner:
            continue
        ours = [k for k in left[n].children if k not in partner]
        theirs = [k for k in right[partner[n]].children if k in free_b]
        for pair in [*by_likeness(left, right, ours, theirs), *by_order(left, right, ours, theirs)]:
            if pair.a not in partner and pair.b in free_b:
                partner[pair.a] = pair.b
                free_b.discard(pair.b)
                found.append(pair)
    return found


def by_likeness(
    left: Sequence[Unit], right: Sequence[Unit], ours: Sequence[int], theirs: Sequence[int]
) -> list[Pair]:
    """The likest pairs first; each section once."""
    rows = sorted(
        ((similarity(left[n], right[m]), -abs(n - m), n, m) for n in ours for m in theirs), reverse=True
    )
    found: list[Pair] = []
    for value, _, n, m in rows:
        if value > BELOW_PARENTS and all(pair.a != n and pair.b != m for pair in found):
            found.append(Pair(n, m, min(1.0, value)))
    return found


def by_order(
    left: Sequence[Unit], right: Sequence[Unit], ours: Sequence[int], theirs: Sequence[int]
) -> list[Pair]:
    """Pairs of which only their place speaks: as many on both sides, of one depth and kind."""
    alike = len(ours) == len(theirs) and all(
        left[n].depth == right[m].depth and bool(left[n].enumerator) == bool(right[m].enumerator)
        for n, m in zip(ours, theirs, strict=True)
    )
    return [Pair(n, m, BELOW_PARENTS) for n, m in zip(ours, theirs, strict=True)] if alike else []
