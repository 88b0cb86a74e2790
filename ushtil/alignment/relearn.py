"""What the sure links of a first pass teach: lengths, the reliability of words, and further partners.

Nothing is kept beyond the two texts.  A pair of words that was seen together in the very link it later
speaks for would prove itself; one occurrence is therefore taken off each count.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .evidence import SPREAD, Lengths
from .lattice import Link
from .partners import Partners
from .tokens import Unit, merged

# A measured reliability is drawn towards the expected one as by so many observations.
PRIOR = 3.0
# Words of more than this share of the texts tell too little to be worth learning.
COMMON = 0.35
LEAST_TOGETHER, LEAST_RATIO, LEAST_RELIABLE = 2, 6.0, 0.4
MOST_PARTNERS = 3


@dataclass(frozen=True)
class Learned:
    """What a second pass knows."""

    partners: Partners
    lengths: Lengths
    measured: tuple[dict[str, float], dict[str, float]]


def learn(
    a: Sequence[Unit], b: Sequence[Unit], links: Sequence[Link], known: Partners, lengths: Lengths
) -> Learned:
    """What `links` teach about the texts they link."""
    pairs = [(merged(a[link.a : link.a + link.da]), merged(b[link.b : link.b + link.db])) for link in links]
    partners = Partners()
    for kind, found in known.links.items():
        for other, reliability in found.items():
            partners.add(kind, other, reliability)
    for kind, other, reliability in together(pairs):
        partners.add(kind, other, reliability)
    turned = [(right, left) for left, right in pairs]
    measured = (measure(pairs, partners), measure(turned, partners.turned()))
    return Learned(partners, relearn_lengths(pairs, lengths), measured)


Pairs = Sequence[tuple[Unit, Unit]]


def together(pairs: Pairs) -> list[tuple[str, str, float]]:
    """Kinds that occur in the same pairs more often than chance would have it."""
    ours, theirs = Counter[str](), Counter[str]()
    for left, right in pairs:
        ours.update(left.kinds)
        theirs.update(right.kinds)
    most = COMMON * len(pairs)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for left, right in pairs:
        others = [kind for kind in right.kinds if LEAST_TOGETHER <= theirs[kind] <= most]
        for kind in left.kinds:
            if LEAST_TOGETHER <= ours[kind] <= most:
                counts[kind].update(others)
    found = []
    for kind, row in counts.items():
        found += best_of(kind, row, ours, theirs, len(pairs))
    return found


def best_of(
    kind: str, row: Counter[str], ours: Counter[str], theirs: Counter[str], total: int
) -> list[tuple[str, str, float]]:
    """The most telling partners of one kind."""
    found = []
    for other, count in row.items():
        if count >= LEAST_TOGETHER and 2 * count * count >= ours[kind] * theirs[other]:
            ratio = likelihood_ratio(count, ours[kind], theirs[other], total)
            reliable = (count - 1 + 0.3) / (ours[kind] - 1 + 0.9)
            if ratio >= LEAST_RATIO and reliable >= LEAST_RELIABLE:
                found.append((ratio, kind, other, min(0.9, reliable)))
    found.sort(reverse=True)
    return [(kind, other, reliable) for _, kind, other, reliable in found[:MOST_PARTNERS]]


def likelihood_ratio(both: int, a: int, b: int, total: int) -> float:
    """How surprising it is that two kinds occur together so often, in nats (Dunning 1993)."""
    return sum(
        seen * math.log(seen * total / (row * column))
        for seen, row, column in (
            (both, a, b),
            (a - both, a, total - b),
            (b - both, total - a, b),
            (total - a - b + both, total - a, total - b),
        )
        if seen > 0
    )


def measure(pairs: Pairs, partners: Partners) -> dict[str, float]:
    """For each kind of the first side how often its translation holds a partner."""
    seen, held = Counter[str](), Counter[str]()
    for left, right in pairs:
        for kind in left.kinds:
            found = partners.links.get(kind)
            if found:
                seen[kind] += 1
                held[kind] += not right.kinds.isdisjoint(found)
    return {
        kind: (max(0, held[kind] - 1) + PRIOR * max(partners.links[kind].values())) / (count - 1 + PRIOR)
        for kind, count in seen.items()
    }


def relearn_lengths(pairs: Pairs, lengths: Lengths) -> Lengths:
    """How long translations are in these texts: the median and the middle spread."""
    values = sorted(
        math.log(right.length / left.length) for left, right in pairs if left.length and right.length
    )
    if not values:
        return lengths
    centre = values[len(values) // 2]
    off = sorted(abs(value - centre) for value in values)
    spread = max(0.06, min(SPREAD * 2, 0.9 * off[len(off) // 2]))
    return replace(lengths, centre=centre, spread=spread)
