"""Paragraphs that correspond in two sections: merges, splits and gaps, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .features import Features, Vector, cosine, features, length_fit, rarity, vector
from .monotone import WITH_MERGES, align

# What a pair must be worth; a merge costs more, because two paragraphs are usually two.
BAR = 0.32
MERGE_COST = 0.12


@dataclass(frozen=True)
class Match:
    """Paragraphs a[0], a[1] … correspond to b[0] …; one side is empty for a gap."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float = 0.0


def align_paragraphs(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """The correspondence of two lists of plain paragraphs, gaps included, in reading order."""
    left, right = [features(text) for text in a], [features(text) for text in b]
    rare = rarity([*left, *right])
    vectors = ({}, {})  # type: tuple[dict[tuple[int, int], Vector], dict[tuple[int, int], Vector]]
    ratio = sum(unit.length for unit in right) / max(1, sum(unit.length for unit in left)) or 1.0

    def unit(side: int, start: int, count: int) -> Vector:
        held = vectors[side].get((start, count))
        if held is None:
            run = (left, right)[side][start : start + count]
            held = vectors[side][start, count] = vector(merged(run), rare)
        return held

    def score(i: int, j: int, di: int, dj: int) -> float:
        one, other = unit(0, i, di), unit(1, j, dj)
        if one.text == other.text:
            return float(di + dj)
        fit = 0.7 * cosine(one, other) + 0.45 * length_fit(one.length, other.length, ratio)
        return (fit - BAR) * (di + dj) / 2 - MERGE_COST * (di + dj - 2)

    links = align(len(a), len(b), score, WITH_MERGES)
    return with_gaps(links, len(a), len(b))


def merged(run: Sequence[Features]) -> Features:
    """Several paragraphs as one."""
    tokens: dict[str, float] = {}
    for unit in run:
        for token, count in unit.tokens.items():
            tokens[token] = tokens.get(token, 0) + count
    return Features(sum(unit.length for unit in run), tokens, " ".join(unit.text for unit in run))


def with_gaps(links: Sequence, n: int, m: int) -> list[Match]:  # type: ignore[type-arg]
    """The links with what lies between them as gaps."""
    found: list[Match] = []
    i = j = 0
    for link in links:
        found += [Match((k,), ()) for k in range(i, link.a)] + [Match((), (k,)) for k in range(j, link.b)]
        i, j = link.a + link.da, link.b + link.db
        confidence = min(1.0, 2 * link.score / (link.da + link.db) + BAR)
        found.append(Match(tuple(range(link.a, i)), tuple(range(link.b, j)), round(confidence, 3)))
    return found + [Match((k,), ()) for k in range(i, n)] + [Match((), (k,)) for k in range(j, m)]
