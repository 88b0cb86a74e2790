"""Where in b each paragraph of a may have its partner, before anything is aligned.

Words that are rare in both texts vote for pairs of paragraphs; the pairs that win clearly and stand in order
are anchors, and the band runs from anchor to anchor.  All this takes time linear in the length of the texts.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from .lattice import Windows
from .partners import Partners
from .tokens import Unit

RARE = 3
ENOUGH, CLEARLY = 1.5, 1.6
# How far from the line between two anchors a partner is looked for.
SLACK, FEW = 4, 20
FREE = 40

# From so many paragraphs on rarity is counted within so many of the expected place.
LONG, AROUND = 500, 100

Pairs = list[tuple[int, int]]
Postings = dict[str, list[int]]
Votes = dict[tuple[int, int], float]


def anchors(a: Sequence[Unit], b: Sequence[Unit], partners: Partners) -> Pairs:
    """Pairs of paragraphs that share rare words as no other pair does, in order."""
    ours, theirs = postings(a), postings(b)
    whole = elected(poll(ours, theirs, partners))
    if len(a) + len(b) < LONG:
        return whole
    return elected(local_poll(ours, theirs, partners, line(len(a), len(b), whole)))


def elected(votes: Votes) -> Pairs:
    """The pairs that lead on both sides, in order."""
    both = leaders(votes, 0) & leaders(votes, 1)
    return longest_chain(sorted(pair for pair in both if votes[pair] >= ENOUGH))


def postings(units: Sequence[Unit]) -> Postings:
    """Each kind of word with the units that hold it."""
    found: Postings = defaultdict(list)
    for n, unit in enumerate(units):
        for kind in unit.kinds:
            found[kind].append(n)
    return found


def poll(ours: Postings, theirs: Postings, partners: Partners) -> Votes:
    """The votes of words that are rare in the whole texts."""
    votes: Votes = defaultdict(float)
    for kind, places in ours.items():
        found = partners.links.get(kind)
        if found and len(places) <= RARE:
            others = {j for other in found for j in theirs.get(other, ())}
            if len(others) <= RARE:
                cast(votes, places, others, max(found.values()))
    return votes


def local_poll(ours: Postings, theirs: Postings, partners: Partners, expected: Sequence[int]) -> Votes:
    """The votes of words that are rare thereabouts: in a long text hardly any is rare in the whole."""
    votes: Votes = defaultdict(float)
    for kind, places in ours.items():
        found = partners.links.get(kind)
        for i in places if found else ():
            if found and len(near(places, i)) <= RARE:
                others = {j for other in found for j in near(theirs.get(other, ()), expected[i])}
                if len(others) <= RARE:
                    cast(votes, (i,), others, max(found.values()))
    return votes


def near(places: Sequence[int], place: int) -> Sequence[int]:
    """The places thereabouts."""
    return places[bisect_left(places, place - AROUND) : bisect_right(places, place + AROUND)]


def cast(votes: Votes, places: Collection[int], others: Collection[int], worth: float) -> None:
    """Give the vote of one word to all pairs that it may mean."""
    for i in places:
        for j in others:
            votes[i, j] += worth / math.sqrt(len(places) * len(others))


def line(n: int, m: int, fixed: Pairs) -> list[int]:
    """For each i from 0 to n where the straight line from anchor to anchor runs."""
    found = [0]
    for (i0, j0), (i1, j1) in pairwise(corners(n, m, fixed)):
        found += [j0 + (i - i0) * (j1 - j0) // (i1 - i0) for i in range(i0 + 1, i1 + 1)]
    return found


def corners(n: int, m: int, fixed: Pairs) -> Pairs:
    """The anchors with the beginning and the end."""
    return [(0, 0), *((i, j) for i, j in fixed if 0 < i < n), (n, m)]


def leaders(votes: Votes, side: int) -> set[tuple[int, int]]:
    """For each unit of a side the pair that leads clearly."""
    rows: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, count in votes.items():
        rows[pair[side]].append((count, pair))
    found = set()
    for row in rows.values():
        row.sort(reverse=True)
        if len(row) == 1 or row[0][0] >= CLEARLY * row[1][0]:
            found.add(row[0][1])
    return found


def longest_chain(pairs: Pairs) -> Pairs:
    """The longest part of sorted pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        place = bisect_left(tops, j)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [j]
        ends[place : place + 1] = [n]
    chain: Pairs = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def windows(n: int, m: int, fixed: Pairs, slack: int = SLACK) -> Windows:
    """For each i from 0 to n where in b the path may run, along the anchors; from (0, 0) to (n, m)."""
    low, high = [m] * (n + 1), [0] * (n + 1)
    for (i0, j0), (i1, j1) in pairwise(corners(n, m, fixed)):
        # Without an anchor for long, or with much missing on one side, the line itself is a guess.
        wide = slack + min(FREE, (i1 - i0) // 4 + abs((i1 - i0) - (j1 - j0)))
        if max(i1 - i0, j1 - j0) <= FEW:
            wide = max(wide, FEW)
        for i in range(i0, i1 + 1):
            centre = j0 + (i - i0) * (j1 - j0) // max(1, i1 - i0)
            low[i] = min(low[i], max(0, j0 - slack, centre - wide))
            high[i] = max(high[i], min(m, j1 + slack, centre + wide))
    low[0], high[n] = 0, m
    return steady(low, high)


def steady(low: list[int], high: list[int]) -> Windows:
    """Windows that never go back and overlap, so that there is always a path."""
    for i in range(1, len(low)):
        high[i] = max(high[i], high[i - 1])
    for i in range(len(low) - 2, -1, -1):
        low[i] = min(low[i], low[i + 1])
    for i in range(1, len(low)):
        low[i] = min(low[i], high[i - 1])
    return list(zip(low, high, strict=True))
