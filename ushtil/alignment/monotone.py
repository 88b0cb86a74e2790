"""Dynamic programming over two sequences whose order is the same: merges, gaps, a band.

    score(i, j, di, dj)   what it is worth to pair a[i:i+di] with b[j:j+dj]; a gap is worth nothing

The table is filled along the diagonal only, within a band, so that time and memory stay linear in
long texts; the band widens with the difference in length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

BAND = 60
ONE_TO_ONE = ((1, 1),)
WITH_MERGES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))

Score = Callable[[int, int, int, int], float]


@dataclass(frozen=True)
class Link:
    """a[a:a+da] corresponds to b[b:b+db], worth `score`."""

    a: int
    b: int
    da: int
    db: int
    score: float


def align(n: int, m: int, score: Score, moves: Sequence[tuple[int, int]] = ONE_TO_ONE) -> list[Link]:
    """The best monotone links between sequences of `n` and `m` units; units that gain nothing stay alone."""
    if not n or not m:
        return []
    half = BAND + abs(n - m)
    best: list[dict[int, float]] = [{} for _ in range(n + 1)]
    came: list[dict[int, tuple[int, int, float]]] = [{} for _ in range(n + 1)]
    for i in range(n + 1):
        centre = i * m // n
        for j in range(max(0, centre - half), min(m, centre + half) + 1):
            top, step = (0.0, (0, 0, 0.0)) if not i and not j else (float("-inf"), (0, 0, 0.0))
            for di, dj, gain in steps(i, j, score, moves):
                before = best[i - di].get(j - dj) if i >= di and j >= dj else None
                if before is not None and before + gain > top:
                    top, step = before + gain, (di, dj, gain)
            best[i][j], came[i][j] = top, step
    return trace(came, n, m)


def steps(i: int, j: int, score: Score, moves: Sequence[tuple[int, int]]) -> list[tuple[int, int, float]]:
    """The ways to arrive at (i, j), with what each is worth: gaps first, so that ties stay unlinked."""
    found = [(1, 0, 0.0), (0, 1, 0.0)]
    for di, dj in moves:
        if i >= di and j >= dj:
            gain = score(i - di, j - dj, di, dj)
            if gain > 0:
                found.append((di, dj, gain))
    return found


def trace(came: list[dict[int, tuple[int, int, float]]], n: int, m: int) -> list[Link]:
    """The links on the best way back from the end."""
    links: list[Link] = []
    i, j = n, m
    while i or j:
        di, dj, gain = came[i][j]
        if di and dj:
            links.append(Link(i - di, j - dj, di, dj, gain))
        i, j = i - di, j - dj
    return links[::-1]
