"""Which of several candidates for one place is taken."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ushtil.terms.patterns import Pattern


class Candidate(NamedTuple):
    """What could be an occurrence, ordered by what wins: the longest, exact, leftmost, of the smaller id."""

    length: int
    """Less than zero, so that the longest comes first; without what was inserted."""
    inserted: int
    start: int
    concept: str
    end: int
    pattern: Pattern


def chosen(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, in the order of the text."""
    kept: list[Candidate] = []
    group: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates, key=_start):
        if candidate.start >= reach:
            kept += _best(group)
            group = []
        group.append(candidate)
        reach = max(reach, candidate.end)
    return kept + _best(group)


def _start(candidate: Candidate) -> int:
    return candidate.start


def _best(group: list[Candidate]) -> list[Candidate]:
    """Of candidates that overlap those that are taken."""
    if len(group) < 2:
        return group
    kept: list[Candidate] = []
    for candidate in sorted(group, key=lambda one: one[:5]):
        place = bisect_left(kept, candidate.start, key=_start)
        is_free_before = place == 0 or kept[place - 1].end <= candidate.start
        if is_free_before and (place == len(kept) or candidate.end <= kept[place].start):
            kept.insert(place, candidate)
    return kept
