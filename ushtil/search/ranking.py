"""The order of the documents that were gathered (layout, steps 4 and 5). Whole numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ushtil.search.matching import Gathered, Matches, Tier
from ushtil.search.query import Kind
from ushtil.search.store import Store

FARTHEST = 8
NEARNESS = 4


class Level(StrEnum):
    """What the documents that are shown have of the query."""

    ALL = "all"
    PAGE = "page"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True)
class Hit:
    """A document that is shown. `stems` are those that it is found by."""

    document: int
    page: int
    score: int
    tier: Tier
    slots: int
    stems: frozenset[str]


def rank(found: Gathered, store: Store) -> tuple[Level, list[Hit]]:
    """The hits in order, ungrouped."""
    having: dict[int, int] = {}
    own: set[int] = set()
    for matches in found.matches:
        for document, match in matches.items():
            having[document] = having.get(document, 0) + 1
            if not match.only_above:
                own.add(document)
    candidates = {document: having[document] for document in own - found.excluded}
    level, chosen = _level(candidates, found.matches, store.pages)
    hits = [_hit(document, candidates[document], found, store) for document in chosen]
    near = nearness(found, store, set(chosen))
    ranked = sorted(
        (-hit.slots, hit.tier, -hit.score - near.get(hit.document, 0), hit.document, hit) for hit in hits
    )
    return level, [_scored(hit, -lost) for _, _, lost, _, hit in ranked]


def _scored(hit: Hit, score: int) -> Hit:
    return Hit(hit.document, hit.page, score, hit.tier, hit.slots, hit.stems)


def _level(
    candidates: Mapping[int, int], matches: Sequence[Matches], pages: Sequence[int]
) -> tuple[Level, list[int]]:
    """The documents to show: with all slots, or of pages with all, or with most."""
    most = max(candidates.values(), default=0)
    if not most:
        return Level.NONE, []
    if most < len(matches):
        whole = _whole_pages(candidates, matches, pages)
        if whole:
            return Level.PAGE, [document for document in candidates if pages[document] in whole]
    level = Level.ALL if most == len(matches) else Level.SOME
    return level, [document for document, count in candidates.items() if count == most]


def _whole_pages(candidates: Mapping[int, int], matches: Sequence[Matches], pages: Sequence[int]) -> set[int]:
    """The pages whose documents together have all slots."""
    each = [{pages[document] for document in found if document in candidates} for found in matches]
    return set.intersection(*each)


def _hit(document: int, count: int, found: Gathered, store: Store) -> Hit:
    own = [matches[document] for matches in found.matches if document in matches]
    return Hit(
        document,
        store.pages[document],
        sum(match.score for match in own),
        max(match.tier for match in own),
        count,
        frozenset(entry.stem for match in own for entry in match.alternative.entries),
    )


def nearness(found: Gathered, store: Store, documents: set[int]) -> dict[int, int]:
    """What documents gain by having words of the query near each other."""
    gained: dict[int, int] = {}
    for n in range(len(found.slots) - 1):
        if found.slots[n].kind is Kind.WORD and found.slots[n + 1].kind is Kind.WORD:
            for document, gain in _gains(found.matches[n], found.matches[n + 1], store, documents):
                gained[document] = gained.get(document, 0) + gain
    return gained


def _gains(a: Matches, b: Matches, store: Store, documents: set[int]) -> Iterator[tuple[int, int]]:
    """What each document gains by two words."""
    for document in sorted(documents & a.keys() & b.keys()):
        matches = a[document], b[document]
        if any(match.tier is not Tier.EXACT or match.only_above for match in matches):
            continue
        first, second = (match.alternative.entries[0] for match in matches)
        ones, others = store.places(first.number)[document], store.places(second.number)[document]
        gain = max((_nearness(other - one) for one in ones for other in others), default=0)
        if gain:
            yield document, NEARNESS * gain * min(store.idf(first.df), store.idf(second.df))


def _nearness(distance: int) -> int:
    """9 less the distance of a word that follows, 8 less that of one that precedes; never below 0."""
    if distance > 0:
        return max(0, FARTHEST + 1 - distance)
    return max(0, FARTHEST + distance) if distance < 0 else 0


def grouped(hits: Iterable[Hit], continued: set[int]) -> list[list[Hit]]:
    """The hits by page, in the order of the best; of one section's documents the best."""
    pages: dict[int, list[Hit]] = {}
    shown: set[int] = set()
    for hit in hits:
        section = hit.document
        while section in continued:
            section -= 1
        if section not in shown:
            shown.add(section)
            pages.setdefault(hit.page, []).append(hit)
    return list(pages.values())
