"""What speaks for two runs of paragraphs being one text: log likelihood ratios, in nats.

Of each kind of word in one run that has partners in the other text, the evidence is whether the other run
holds one: log(r/p) if it does and log((1-r)/(1-p)) if not, where r is how often a true translation
holds one and p how often any paragraph does.  Lengths add the ratio of two normal distributions over the
logarithm of b/a (after Gale and Church 1993).  Both directions count by half.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .partners import Partners
from .tokens import Unit

# Paragraphs taken to be elsewhere, so that a word seen once in three paragraphs is not thought common.
ELSEWHERE = 12.0
SPREAD, SPREAD_OF_LETTER = 0.10, 6.8
ODD = 0.02
MOST_COMMON = 0.9
# Lengths that fit so badly that no words need be looked at.
HOPELESS = -6.0
# What it adds that two paragraphs are the same letter for letter: one language, another version.
IDENTICAL = 12.0


@dataclass(frozen=True)
class Side:
    """One direction: what each kind tells when found and when missed."""

    found: dict[str, float]
    missed: dict[str, float]


@dataclass(frozen=True)
class Run:
    """One or several paragraphs in a row; `covered` are the other side's kinds that have a partner here."""

    length: int
    kinds: frozenset[str]
    covered: frozenset[str]
    missed: float
    text: str


@dataclass(frozen=True)
class Lengths:
    """log(b/a) of paragraphs that correspond (`centre`, `spread`), and of any two (`any_spread`)."""

    centre: float
    spread: float
    any_spread: float


class Evidence:
    """Scores runs of two texts; `reliability` overrides that of kinds, measured in a first pass."""

    def __init__(
        self,
        a: Sequence[Unit],
        b: Sequence[Unit],
        partners: Partners,
        lengths: Lengths,
        measured: tuple[dict[str, float], dict[str, float]] = ({}, {}),
    ) -> None:
        links, turned = partners.pruned(), partners.turned().pruned()
        self.lengths = lengths
        self.units = (a, b)
        self.inverse = (inverse(turned), inverse(links))
        covered = ([self.covered_by(0, unit) for unit in a], [self.covered_by(1, unit) for unit in b])
        self.covered = covered
        self.sides = (tell(links, covered[1], measured[0]), tell(turned, covered[0], measured[1]))
        self.mean = tuple(sum(unit.length for unit in units) / max(1, len(units)) for units in (a, b))
        self.runs: tuple[dict[tuple[int, int], Run], dict[tuple[int, int], Run]] = ({}, {})

    def covered_by(self, side: int, unit: Unit) -> frozenset[str]:
        """The kinds of the other side that have a partner in a unit of `side`."""
        table = self.inverse[side]
        return frozenset().union(*(table[kind] for kind in unit.kinds if kind in table))

    def run(self, side: int, start: int, count: int) -> Run:
        """units[start:start+count] of a side as one."""
        held = self.runs[side].get((start, count))
        if held is None:
            held = self.runs[side][start, count] = self.make_run(side, start, count)
        return held

    def make_run(self, side: int, start: int, count: int) -> Run:
        """The same, made anew."""
        units = self.units[side][start : start + count]
        missed = self.sides[side].missed
        kinds = frozenset().union(*(unit.kinds for unit in units)) & missed.keys()
        covered = frozenset().union(*self.covered[side][start : start + count])
        text = " ".join(unit.text for unit in units) if count == 1 else ""
        return Run(sum(u.length for u in units), kinds, covered, sum(missed[kind] for kind in kinds), text)

    def score(self, i: int, j: int, di: int, dj: int) -> float:
        """How much speaks for a[i:i+di] and b[j:j+dj] being one text, in nats; 0 is chance."""
        one, other = self.run(0, i, di), self.run(1, j, dj)
        fit = self.length_score(one.length, other.length)
        if fit < HOPELESS:
            return fit
        words = self.one_way(0, one, other) + self.one_way(1, other, one)
        return fit + words / 2 + (IDENTICAL if one.text and one.text == other.text else 0.0)

    def one_way(self, side: int, one: Run, other: Run) -> float:
        """What the words of `one` tell of `other`; in a long text a word is found sooner by chance."""
        found = one.kinds & other.covered
        if not found:
            return one.missed
        table = self.sides[side].found
        by_chance = math.log(max(1.0, other.length / (self.mean[1 - side] or 1.0)))
        return one.missed + sum(table[kind] for kind in found) - 0.5 * by_chance * len(found)

    def length_score(self, a: int, b: int) -> float:
        """What two lengths tell."""
        if not a or not b:
            return 0.0 if a == b else -4.0
        lengths = self.lengths
        value = math.log(b / a) - lengths.centre
        spread = math.sqrt(lengths.spread**2 + SPREAD_OF_LETTER / min(a, b))
        wide = max(lengths.any_spread, 1.5 * spread)
        right = (1 - ODD) * normal(value, spread) + ODD * normal(value, 1.5)
        return math.log(right / (normal(value, wide) + 1e-9) + 1e-9)


def normal(value: float, spread: float) -> float:
    """The density of a normal distribution around 0."""
    return math.exp(-((value / spread) ** 2) / 2) / (spread * math.sqrt(2 * math.pi))


def inverse(links: Partners) -> dict[str, frozenset[str]]:
    """kind in b → the kinds in a that it is a partner of."""
    return {kind: frozenset(found) for kind, found in links.turned().links.items()}


def tell(links: Partners, covered: Sequence[frozenset[str]], measured: dict[str, float]) -> Side:
    """What each kind that has partners tells, from how many units of the other side hold a partner."""
    holders: Counter[str] = Counter()
    for kinds in covered:
        holders.update(kinds)
    found, missed = {}, {}
    for kind, others in links.links.items():
        common = (holders[kind] + 0.5) / (len(covered) + ELSEWHERE)
        right = measured.get(kind) or max(others.values())
        right = min(0.97, max(right, common * 1.05))
        if common < MOST_COMMON:
            missed[kind] = math.log((1 - right) / (1 - common))
            found[kind] = math.log(right / common) - missed[kind]
    return Side(found, missed)


def lengths_of(a: Iterable[Unit], b: Iterable[Unit]) -> Lengths:
    """The lengths before anything is aligned: the whole of both texts correspond."""
    ours, theirs = [u.length for u in a if u.length], [u.length for u in b if u.length]
    if not ours or not theirs:
        return Lengths(0.0, SPREAD, 1.0)
    spread = (variance([math.log(n) for n in ours]) + variance([math.log(n) for n in theirs])) ** 0.5
    # A whole text against a tenth of it says nothing of their ratio.
    centre = max(-0.4, min(0.4, math.log(sum(theirs) / sum(ours))))
    return Lengths(centre, SPREAD, max(0.4, spread))


def variance(values: Sequence[float]) -> float:
    """The mean square distance from the mean."""
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / len(values)
