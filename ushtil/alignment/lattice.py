r"""All ways to align two sequences whose order is the same, weighed: merges, gaps, a band.

    b 0  1  2  3           an arc leads from (i, j) to (i+di, j+dj) and says that a[i:i+di]
   a ·──·──·──·            corresponds to b[j:j+dj]; (1, 0) and (0, 1) are gaps
   0 │\ │\ │\ │            the sum over all paths through an arc, divided by the sum over all
   1 ·──·──·──·            paths, is the arc's probability

Nodes lie within `window(i)` only, so that time and memory stay linear in long texts.  Of all paths the one
is taken whose links are most probably right, not the most probable path: what counts is links.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# How often each kind of link occurs among links; how often a paragraph stands alone, on either side.
SHARES = {(1, 1): 0.857, (1, 2): 0.066, (2, 1): 0.066, (2, 2): 0.002, (1, 3): 0.0045, (3, 1): 0.0045}
ALONE = 0.045
# What a link must be probable to be taken.
LEAST = 0.4
NEVER = float("-inf")

Score = Callable[[int, int, int, int], float]
Windows = Sequence[tuple[int, int]]
"""For each i from 0 to n: the first and the last j that may be paired with it."""


@dataclass(frozen=True)
class Link:
    """a[a:a+da] corresponds to b[b:b+db] with `probability`."""

    a: int
    b: int
    da: int
    db: int
    probability: float


@dataclass(frozen=True)
class Arc:
    """One step of a path, with its weight in nats."""

    i: int
    j: int
    di: int
    dj: int
    weight: float


def align(n: int, m: int, score: Score, windows: Windows, alone: float = ALONE) -> list[Link]:
    """The links of the best path between sequences of `n` and `m` units; see `priors` for `alone`."""
    if not n or not m:
        return []
    leaving = arcs(n, m, score, windows, priors(alone))
    ahead = backward(leaving, windows, n, m)
    probable = probabilities(leaving, windows, ahead)
    return best_path(probable, windows, n, m)


Leaving = list[list[list[Arc]]]
Priors = Sequence[tuple[int, int, float]]


def priors(alone: float) -> Priors:
    """What each step is worth by itself, in nats, where `alone` of the steps are gaps on either side."""
    moves = {(1, 0): alone, (0, 1): alone} | {move: (1 - 2 * alone) * share for move, share in SHARES.items()}
    return [(di, dj, math.log(prior)) for (di, dj), prior in moves.items()]


def arcs(n: int, m: int, score: Score, windows: Windows, steps: Priors) -> Leaving:
    """For each node the arcs that leave it, by i and by j from the start of the window."""
    return [
        [node_arcs(i, j, n, m, score, windows, steps) for j in range(low, high + 1)]
        for i, (low, high) in enumerate(windows)
    ]


def node_arcs(i: int, j: int, n: int, m: int, score: Score, windows: Windows, steps: Priors) -> list[Arc]:
    """The arcs that leave one node and end in a window."""
    found = []
    for di, dj, prior in steps:
        if i + di > n or j + dj > m:
            continue
        low, high = windows[i + di]
        if low <= j + dj <= high:
            gain = score(i, j, di, dj) if di and dj else 0.0
            found.append(Arc(i, j, di, dj, prior + gain))
    return found


def backward(leaving: Leaving, windows: Windows, n: int, m: int) -> list[list[float]]:
    """For each node the logarithm of the sum over all ways from it to the end."""
    ahead = [[NEVER] * (high - low + 1) for low, high in windows]
    ahead[n][m - windows[n][0]] = 0.0
    for i in range(n, -1, -1):
        low, high = windows[i]
        for j in range(high, low - 1, -1):
            found = leaving[i][j - low]
            if found:
                values = [
                    arc.weight + ahead[i + arc.di][j + arc.dj - windows[i + arc.di][0]] for arc in found
                ]
                ahead[i][j - low] = log_sum(values)
    return ahead


def probabilities(leaving: Leaving, windows: Windows, ahead: list[list[float]]) -> Leaving:
    """The arcs with their probability in place of their weight."""
    at = [[0.0] * (high - low + 1) for low, high in windows]
    at[0][0 - windows[0][0]] = 1.0
    result: Leaving = []
    for i, (low, _high) in enumerate(windows):
        row: list[list[Arc]] = []
        for k, found in enumerate(leaving[i]):
            here, total = at[i][k], ahead[i][k]
            kept = []
            if here > 1e-9 and total > NEVER:
                for arc in found:
                    start = windows[i + arc.di][0]
                    place = low + k + arc.dj - start
                    share = here * math.exp(arc.weight + ahead[i + arc.di][place] - total)
                    at[i + arc.di][place] += share
                    kept.append(Arc(i, low + k, arc.di, arc.dj, share))
            row.append(kept)
        result.append(row)
    return result


def best_path(probable: Leaving, windows: Windows, n: int, m: int) -> list[Link]:
    """The path with the most probability of links above `LEAST`."""
    best = [[NEVER] * (high - low + 1) for low, high in windows]
    best[0][0] = 0.0
    came: dict[tuple[int, int], Arc] = {}
    for i, (low, _high) in enumerate(windows):
        for k, found in enumerate(probable[i]):
            for arc in found:
                worth = best[i][k] + (max(-0.01, arc.weight - LEAST) if arc.di and arc.dj else 0.0)
                to, place = i + arc.di, low + k + arc.dj - windows[i + arc.di][0]
                if worth > best[to][place]:
                    best[to][place] = worth
                    came[to, low + k + arc.dj] = arc
    return trace(came, n, m)


def trace(came: dict[tuple[int, int], Arc], n: int, m: int) -> list[Link]:
    """The links on the way back from the end."""
    links: list[Link] = []
    i, j = n, m
    while (i, j) in came:
        arc = came[i, j]
        if arc.di and arc.dj and arc.weight >= LEAST:
            links.append(Link(arc.i, arc.j, arc.di, arc.dj, arc.weight))
        i, j = arc.i, arc.j
    return links[::-1]


def log_sum(values: Sequence[float]) -> float:
    """The logarithm of the sum of exponentials."""
    top = max(values)
    return top if top == NEVER else top + math.log(sum(math.exp(value - top) for value in values))
