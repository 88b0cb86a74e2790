"""Which documents have what a query asks for (layout, steps 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from ushtil.search.glossary import Named
from ushtil.search.lexicon import Entry
from ushtil.search.query import Kind, Query, Slot, apart
from ushtil.search.store import Store

LEAST_IMPACT = 2


class Tier(IntEnum):
    """How far from what was written an alternative is."""

    EXACT = 0
    BEGUN = 1
    GLOSSARY = 2
    FOLDED = 3
    NEAR = 4


class Alternative(NamedTuple):
    """A term, or several that follow one another, that a slot may stand for."""

    tier: Tier
    entries: tuple[Entry, ...]


class Match(NamedTuple):
    """A slot in a document; the least is the best."""

    only_above: bool
    tier: Tier
    lost: int
    """The score, negative."""
    alternative: Alternative

    @property
    def score(self) -> int:
        return -self.lost


Matches = dict[int, Match]
"""Document → the best match of a slot."""


@dataclass
class Gathered:
    """What was found: each slot's matches, and how the query was understood."""

    slots: list[Slot] = field(default_factory=list)
    matches: list[Matches] = field(default_factory=list)
    excluded: set[int] = field(default_factory=set)
    named: list[Named] = field(default_factory=list)
    corrected: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Words that nothing has as they are written → what was taken instead."""


class Gatherer:
    """Gathers for one query from the shards of one language."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lexicon = store.lexicon
        self.found = Gathered()

    def gather(self, query: Query) -> Gathered:
        """The matches of all slots that count."""
        resolved = [part for slot in query.all for part in self.resolved(slot)]
        self.found.named = self.store.terms.named(resolved)
        counting = [n for n, slot in enumerate(resolved) if slot in _counting(resolved)]
        self.found.slots = [resolved[n] for n in counting]
        glossary = list(self.glossary(counting))
        for place, slot in enumerate(self.found.slots):
            others = [alternative for covered, alternative in glossary if place in covered]
            alternatives = self.alternatives(slot, bool(others))
            self.found.matches.append(self.matches(alternatives))
        for covered, alternative in glossary:
            self.cover(covered, alternative)
        for slot in query.excluded:
            alternatives = self.of_phrase(slot)
            self.found.excluded |= {
                n for n, match in self.matches(alternatives).items() if not match.only_above
            }
        return self.found

    def resolved(self, slot: Slot) -> tuple[Slot, ...]:
        """The slot, or the words of a compound that no document has."""
        if slot.kind is Kind.COMPOUND and not self.matches(self.of_phrase(slot)):
            return apart(slot)
        return (slot,)

    def glossary(self, counting: Sequence[int]) -> Iterator[tuple[list[int], Alternative]]:
        """The preferred terms of what the query names otherwise, with the slots that each covers."""
        for one in self.found.named:
            covered = [place for place, n in enumerate(counting) if one.first <= n <= one.last]
            entries = self.entries(one.preferred)
            quoted = [self.found.slots[place].kind for place in covered] == [Kind.PHRASE]
            if covered and entries and not one.is_preferred and not quoted:
                yield covered, Alternative(Tier.GLOSSARY, entries)

    def alternatives(self, slot: Slot, has_other: bool) -> list[Alternative]:
        """What a slot may stand for, glossary terms apart; `has_other` tells that there is one."""
        if slot.kind is not Kind.WORD:
            return self.of_phrase(slot)
        word = slot.forms[0]
        exact = self.lexicon.exact(slot.stems[0])
        folded = self.lexicon.folded(word, slot.is_begun, exact)
        begun: list[Entry] = []
        if slot.is_begun or (slot.is_last and not (exact or folded or has_other)):
            begun = [entry for entry in self.lexicon.begun(word) if entry != exact]
        found = [Alternative(Tier.EXACT, (exact,))] if exact else []
        found += [Alternative(Tier.BEGUN, (entry,)) for entry in begun]
        found += [Alternative(Tier.FOLDED, (entry,)) for entry in folded if entry not in begun]
        if not found and not has_other:
            near = self.lexicon.near(word, slot.stems[0])
            found = [Alternative(Tier.NEAR, (entry,)) for entry in near]
            if near:
                self.found.corrected.append((word, tuple(map(self.lexicon.shown, near))))
        return found

    def of_phrase(self, slot: Slot) -> list[Alternative]:
        """A slot taken exactly: its words in a row; a compound's words written together, too."""
        entries = self.entries(slot.stems)
        found = [Alternative(Tier.EXACT, entries)] if entries else []
        if slot.kind is Kind.COMPOUND:
            form = "".join(slot.forms)
            joined = self.lexicon.exact(self.store.stem(form))
            found += [Alternative(Tier.EXACT, (joined,))] if joined else []
        return found

    def entries(self, stems: Iterable[str]) -> tuple[Entry, ...]:
        """The terms with these stems, none where one is missing."""
        found = [self.lexicon.exact(stem) for stem in stems]
        return tuple(entry for entry in found if entry) if all(found) else ()

    def matches(self, alternatives: Iterable[Alternative]) -> Matches:
        """Document → the best match of a slot with these alternatives."""
        best: Matches = {}
        for alternative in alternatives:
            for document, match in self.having(alternative):
                if document not in best or match[:3] < best[document][:3]:
                    best[document] = match
        return best

    def having(self, alternative: Alternative) -> Iterator[tuple[int, Match]]:
        """The documents that have an alternative."""
        tier, entries = alternative
        postings = [self.store.postings(entry.number) for entry in entries]
        weights = [self.store.idf(entry.df) for entry in entries]
        documents: Iterable[int] = postings[0] if len(entries) == 1 else self.in_a_row(entries)
        for document in documents:
            impacts = [found[document] for found in postings]
            score = sum(w * max(impact, LEAST_IMPACT) for w, impact in zip(weights, impacts, strict=True))
            yield document, Match(impacts[0] == 0, tier, -score, alternative)

    def in_a_row(self, entries: Sequence[Entry]) -> list[int]:
        """The documents where the terms follow one another."""
        places = [self.store.places(entry.number) for entry in entries]
        both = set(places[0]).intersection(*places[1:])
        found = []
        for document in sorted(both):
            starts = set(places[0][document])
            for n, others in enumerate(places[1:], 1):
                starts &= {place - n for place in others[document]}
            if starts:
                found.append(document)
        return found

    def cover(self, covered: Sequence[int], alternative: Alternative) -> None:
        """Puts a glossary term in for the slots that it covers; the first has its score."""
        for document, match in self.having(alternative):
            for place in covered:
                matches = self.found.matches[place]
                own = match if place == covered[0] else match._replace(lost=0)
                if document not in matches or own[:3] < matches[document][:3]:
                    matches[document] = own


def _counting(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return Query(tuple(slots)).slots
