"""Paragraphs that correspond in two texts: merges, splits and gaps, in order.

First pass: lengths, numbers, meanings and sounds.  What it finds beyond doubt tells how long a translation
is, how far each kind of word can be relied on, and which further words stand for each other in these two
texts; with that comes the second pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from .anchors import SLACK, Pairs, anchors, windows
from .evidence import Evidence, lengths_of
from .lattice import ALONE, Link, align
from .partners import partners
from .relearn import learn
from .tokens import Side, side

# Fewer links than these teach nothing.
ENOUGH = 8
SURE = 0.8
NARROW = 3
# In a text of fewer paragraphs the share of those that are alone says nothing.
FEW, MOST_ALONE = 16, 0.35

Hint = Callable[[int, int, int, int], float]
"""What is known of a[i:i+di] and b[j:j+dj] beside their words, in nats."""


@dataclass(frozen=True)
class Match:
    """Paragraphs a[0], a[1] … correspond to b[0] …; one side is empty for a gap."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float = 0.0


def nothing(_i: int, _j: int, _di: int, _dj: int) -> float:
    """No hint."""
    return 0.0


@dataclass(frozen=True)
class Stretch:
    """a[a0:a1] is aligned with b[b0:b1], and with nothing else."""

    a0: int
    a1: int
    b0: int
    b1: int
    hint: Hint = nothing


@dataclass(frozen=True)
class Guide:
    """Where a pass looks: pairs that it goes along, how far from them, how often a paragraph is alone."""

    fixed: Pairs
    slack: int = SLACK
    alone: float = ALONE


def align_paragraphs(
    a: Sequence[str], b: Sequence[str], languages: tuple[str, str] = ("", "")
) -> list[Match]:
    """The correspondence of two lists of plain paragraphs, gaps included, in reading order.

    `languages` are codes; one that is empty or unknown is detected.
    """
    left, right = side(a, languages[0]), side(b, languages[1])
    links = links_of(left, right, [Stretch(0, len(a), 0, len(b))])
    return with_gaps([match_of(link) for link in links], len(a), len(b))


def links_of(a: Side, b: Side, stretches: Sequence[Stretch]) -> list[Link]:
    """The links of two passes within each of the stretches."""
    known = partners(a, b)
    first = Evidence(a.units, b.units, known, lengths_of(a.units, b.units))
    start = Guide(anchors(a.units, b.units, known))
    links = one_pass(first, stretches, start)
    sure = [link for link in links if link.probability >= SURE]
    alone = share_alone(stretches, sure)
    if len(sure) < ENOUGH:
        return one_pass(first, stretches, replace(start, alone=alone)) if alone > ALONE else links
    found = learn(a.units, b.units, sure, known, first.lengths)
    second = Evidence(a.units, b.units, found.partners, found.lengths, found.measured)
    return one_pass(second, stretches, Guide([(link.a, link.b) for link in sure], NARROW, alone))


def share_alone(stretches: Sequence[Stretch], sure: Sequence[Link]) -> float:
    """How much of either side has no partner that is sure."""
    total = sum(part.a1 - part.a0 + part.b1 - part.b0 for part in stretches)
    if total < FEW:
        return ALONE
    linked = sum(link.da + link.db for link in sure)
    return max(ALONE, min(MOST_ALONE, (1 - linked / total) / 2))


def one_pass(evidence: Evidence, stretches: Iterable[Stretch], guide: Guide) -> list[Link]:
    """The links within each of the stretches, along the pairs of the guide that lie in it."""
    links: list[Link] = []
    for part in stretches:
        links += in_stretch(evidence, part, guide)
    return links


def in_stretch(evidence: Evidence, part: Stretch, guide: Guide) -> list[Link]:
    """The links within one stretch."""

    def score(i: int, j: int, di: int, dj: int) -> float:
        i, j = i + part.a0, j + part.b0
        return evidence.score(i, j, di, dj) + part.hint(i, j, di, dj)

    n, m = part.a1 - part.a0, part.b1 - part.b0
    inside = [
        (i - part.a0, j - part.b0)
        for i, j in guide.fixed
        if part.a0 <= i < part.a1 and part.b0 <= j < part.b1
    ]
    links = align(n, m, score, windows(n, m, inside, guide.slack), guide.alone)
    return [replace(link, a=link.a + part.a0, b=link.b + part.b0) for link in links]


def match_of(link: Link) -> Match:
    """A link with its paragraphs listed."""
    ours, theirs = range(link.a, link.a + link.da), range(link.b, link.b + link.db)
    return Match(tuple(ours), tuple(theirs), round(link.probability, 3))


def with_gaps(matches: Sequence[Match], n: int, m: int) -> list[Match]:
    """The matches, and what is left of both sides as gaps where it is read."""
    left_a = set(range(n)) - {k for match in matches for k in match.a}
    left_b = set(range(m)) - {k for match in matches for k in match.b}
    found: list[Match] = []
    i = j = 0
    for match in sorted(matches, key=lambda match: (match.a, match.b)):
        found += [Match((k,), ()) for k in range(i, match.a[0]) if k in left_a]
        found += [Match((), (k,)) for k in range(j, match.b[0]) if k in left_b]
        found.append(match)
        i, j = max(i, match.a[-1] + 1), max(j, match.b[-1] + 1)
    found += [Match((k,), ()) for k in range(i, n) if k in left_a]
    return found + [Match((), (k,)) for k in range(j, m) if k in left_b]
