"""A built index asked: from a query to what is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ushtil.search.matching import Alternative, Gathered, Gatherer, Tier
from ushtil.search.query import Kind, Slot, parse
from ushtil.search.ranking import Hit, Level, grouped, rank
from ushtil.search.snippets import Piece, snippet
from ushtil.search.store import Store


@dataclass(frozen=True)
class Shown:
    """A hit as it is shown."""

    page: str
    id: str
    title: str
    trail: tuple[str, ...]
    date: str
    score: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Answer:
    """What a query found, by pages; and what there is to say of it."""

    level: Level
    pages: list[list[Hit]]
    missing: tuple[str, ...] = ()
    """Words that no document has."""
    corrected: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """A word that nothing has → what was looked for instead."""
    concepts: tuple[str, ...] = ()
    """Concepts of the glossary that the query names."""

    @property
    def hits(self) -> list[Hit]:
        """All hits in the order in which they are shown."""
        return [hit for page in self.pages for hit in page]


def ask(store: Store, text: str, typing: bool = False) -> Answer:
    """The answer to a query as a reader wrote it; `typing` while the last word may go on."""
    found = Gatherer(store).gather(parse(text, store.stem, store.letters.stop, typing))
    return _answer(found, store)


def ask_concepts(store: Store, concepts: Sequence[str]) -> Answer:
    """What another language has on the concepts that a query names: all of them, by any term of each."""
    gatherer, terms = Gatherer(store), store.terms
    for name in concepts:
        held = [gatherer.entries(stems) for _, stems in terms.concepts.get(name, ())]
        alternatives = [Alternative(Tier.EXACT, entries) for entries in held if entries]
        shown, stems = terms.concepts.get(name, [("", ())])[0]
        gatherer.found.slots.append(Slot(Kind.PHRASE, (shown,), stems))
        gatherer.found.matches.append(gatherer.matches(alternatives))
    return _answer(gatherer.found, store)


def _answer(found: Gathered, store: Store) -> Answer:
    level, hits = rank(found, store)
    missing = [
        " ".join(slot.forms) for slot, matches in zip(found.slots, found.matches, strict=True) if not matches
    ]
    named = dict.fromkeys(one.concept for one in found.named)
    return Answer(level, grouped(hits, store.continued), tuple(missing), tuple(found.corrected), tuple(named))


def show(store: Store, hit: Hit) -> Shown:
    """A hit with its titles and the part of its text that shows why it was found."""
    shard = store.numbered("doc", hit.document)
    place, name, headings, text = shard["docs"][hit.document - shard["first"]]
    path, _, trail, date = shard["pages"][place]
    pieces = snippet(text, hit.stems, store.stem)
    return Shown(path, name, headings[-1], (*trail, *headings[:-1]), date, hit.score, tuple(pieces))
