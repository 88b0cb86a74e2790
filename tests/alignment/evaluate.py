"""How well paragraphs are aligned, measured: `python -m tests.alignment.evaluate [--misses]`.

The texts in `data/` are ours, in three languages, a paragraph to a paragraph.  Each trial merges 8 % of the
paragraphs of each side with the next and deletes 4 %, by a fixed seed; a link is right only if it holds
exactly the paragraphs that belong together (strict F1).  Gaps are not counted as links.

Seeds 0 to 19 were used in tuning; 1000 to 1039 only report.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from ushtil.alignment.paragraphs import align_paragraphs

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "ru", "kk")
KINDS = ("declaration", "prose")
MERGED, DELETED = 0.08, 0.04
TUNED_ON, HELD_OUT = (0, 20), (1000, 40)

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Trial = tuple[list[str], list[str], set[Bead]]


def paragraphs(kind: str, language: str) -> list[str]:
    """The paragraphs of one text; lines that begin with "#" are headings."""
    text = (DATA / f"{kind}.{language}.txt").read_text(encoding="utf-8")
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip() and part[0] != "#"]


def thinned(count: int, rng: random.Random) -> list[list[int]]:
    """The numbers 0 to count - 1, some left out, some put together with the next."""
    kept = [n for n in range(count) if rng.random() >= DELETED]
    groups: list[list[int]] = []
    joins = False
    for n in kept:
        if joins:
            groups[-1].append(n)
        else:
            groups.append([n])
        joins = not joins and rng.random() < MERGED
    return groups


def trial(a: Sequence[str], b: Sequence[str], seed: int) -> Trial:
    """Two thinned texts and the links between them."""
    rng = random.Random(seed)
    ours, theirs = thinned(len(a), rng), thinned(len(b), rng)
    return (
        [" ".join(a[n] for n in group) for group in ours],
        [" ".join(b[n] for n in group) for group in theirs],
        gold(ours, theirs),
    )


def gold(ours: Sequence[Sequence[int]], theirs: Sequence[Sequence[int]]) -> set[Bead]:
    """The smallest sets of groups that share no number with any other."""
    beads: list[tuple[set[int], set[int], set[int]]] = []
    for side, groups in enumerate((ours, theirs)):
        for place, group in enumerate(groups):
            new = (set(group), {place} if side == 0 else set(), {place} if side else set())
            apart = [bead for bead in beads if not bead[0] & new[0]]
            for bead in beads:
                if bead[0] & new[0]:
                    new = (new[0] | bead[0], new[1] | bead[1], new[2] | bead[2])
            beads = [*apart, new]
    return {(tuple(sorted(a)), tuple(sorted(b))) for _, a, b in beads if a and b}


def found(a: Sequence[str], b: Sequence[str]) -> set[Bead]:
    """The links that the aligner gives."""
    return {(match.a, match.b) for match in align_paragraphs(a, b) if match.a and match.b}


def f1(right: int, given: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (given + wanted) if given + wanted else 1.0


def measure(
    a: Sequence[str], b: Sequence[str], seeds: range, report: Callable[[Trial, set[Bead]], None] | None = None
) -> float:
    """Strict F1 over all seeds together."""
    right = given = wanted = 0
    for seed in seeds:
        made = trial(a, b, seed)
        links = found(made[0], made[1])
        right, given, wanted = right + len(links & made[2]), given + len(links), wanted + len(made[2])
        if report:
            report(made, links)
    return f1(right, given, wanted)


def show_misses(made: Trial, links: set[Bead]) -> None:
    """Print each link that is wrong or missing, with the beginnings of its paragraphs."""
    for sign, beads in (("-", made[2] - links), ("+", links - made[2])):
        for a, b in sorted(beads):
            heads = (" + ".join(text[k][:50] for k in side) for text, side in ((made[0], a), (made[1], b)))
            print(f"  {sign} {a} {b}  " + "  |  ".join(heads))


def main(arguments: Sequence[str]) -> None:
    """Print the figures per kind of text and pair of languages."""
    parser = argparse.ArgumentParser(description="strict F1 of paragraph links")
    parser.add_argument("--misses", action="store_true", help="print each link that is wrong or missing")
    parser.add_argument("--seeds", nargs=2, type=int, default=HELD_OUT, metavar=("FIRST", "COUNT"))
    options = parser.parse_args(arguments)
    seeds = range(options.seeds[0], sum(options.seeds))
    for kind in KINDS:
        for one, other in combinations(LANGUAGES, 2):
            a, b = paragraphs(kind, one), paragraphs(kind, other)
            score = measure(a, b, seeds, show_misses if options.misses else None)
            print(f"{kind:12} {one}-{other}  {score:.3f}  ({len(a)} paragraphs, {len(seeds)} seeds)")


if __name__ == "__main__":
    main(sys.argv[1:])
