"""The words of all documents: which term stands where, and how much it weighs there.

Impacts are BM25F's saturated frequencies (Robertson and Zaragoza 2009): a term counts more in the heading
than in the text, a little where parents' headings have it, and more where it is part of a glossary term.
What depends on how rare a term is comes in only with the query, as a whole number from a table.

A site has a million words and the build few seconds, so that a text goes through few and fast steps:
pieces between blanks are looked up as they are in `Vocabulary`, which takes apart each piece once.
"""

from __future__ import annotations

import gc
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from ushtil.search.documents import Page, Section
from ushtil.search.layout import GAP
from ushtil.search.postings import Term, Writer
from ushtil.search.vocabulary import NO_TERM, Vocabulary

LENGTH = 0.6
"""How far a long document's words count less."""
HEADING, TRAIL, TERM = 5.0, 1.0, 0.5
IDF_SCALE = 4.0


@dataclass(frozen=True)
class Index:
    """All that the shards of a language are made of. `terms` have no order yet."""

    code: str
    pages: Sequence[Page]
    sections: Sequence[Section]
    terms: Sequence[Term]
    idf: tuple[int, ...]
    concepts: Mapping[str, tuple[tuple[str, str], ...]]
    """Concept → its terms as shown and as stems."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing here makes cycles, and looking for some in millions of lists takes a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@uncollected()
def build(
    code: str,
    pages: Sequence[Page],
    sections: Sequence[Section],
    concepts: Mapping[str, Sequence[str]] | None = None,
) -> Index:
    """The index of one language. `concepts` has the terms of the glossary, each concept's preferred first."""
    vocabulary = Vocabulary(code)
    held = {
        name: tuple((term, vocabulary.stems(term)) for term in terms)
        for name, terms in (concepts or {}).items()
    }
    heads = [vocabulary.text(_heading(pages, sections, number)) for number in range(len(sections))]
    texts = [vocabulary.text(section.text) for section in sections]
    average = sum(map(len, texts)) / (len(texts) or 1) or 1.0
    phrases = vocabulary.phrases(stems for terms in held.values() for _, stems in terms)
    writer = Writer(vocabulary.terms)
    for number, (section, head, text) in enumerate(zip(sections, heads, texts, strict=True)):
        places = _places(head, text)
        boosts = _boosts(vocabulary, pages[section.page], section, head)
        _add_glossary(boosts, phrases, places, head, text)
        boost = pages[section.page].boost
        if boost != 1:
            boosts = {term: added * boost for term, added in boosts.items()}
        norm = (1 - LENGTH + LENGTH * len(text) / average) / boost
        joined = vocabulary.joined(section)
        writer.write(number, places, joined, boosts, norm)
    vocabulary.count_forms()
    return Index(
        code,
        pages,
        sections,
        [term for term in vocabulary.terms[1:] if term.postings],
        idf(len(sections)),
        held,
    )


def idf(documents: int) -> tuple[int, ...]:
    """For each weight from 1 on the largest df that still has it."""
    table: list[int] = []
    for df in range(documents, 0, -1):
        weight = max(1, round(IDF_SCALE * math.log(1 + (documents - df + 0.5) / (df + 0.5))))
        table += [df] * (weight - len(table))
    return tuple(table)


def _heading(pages: Sequence[Page], sections: Sequence[Section], number: int) -> str:
    """What a document is called; the first of a page by the page's own title, too."""
    section = sections[number]
    heading, title = section.headings[-1], pages[section.page].title
    is_first = number == 0 or sections[number - 1].page != section.page
    return f"{heading}\n{title}" if is_first and title not in section.headings else heading


def _places(head: list[int], text: list[int]) -> dict[int, list[int]]:
    """Term → where it stands in a document."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, term in enumerate(head):
        places[term].append(place)
    for place, term in enumerate(text, len(head) + GAP):
        places[term].append(place)
    places.pop(NO_TERM, None)
    return places


def _boosts(vocabulary: Vocabulary, page: Page, section: Section, head: list[int]) -> dict[int, float]:
    """Term → what headings add to its frequency."""
    boosts: dict[int, float] = dict.fromkeys(head, HEADING)
    for title in dict.fromkeys((page.title, *section.headings[:-1])):
        for term in vocabulary.title(title):
            boosts.setdefault(term, TRAIL)
    return boosts


def _add_glossary(
    boosts: dict[int, float],
    phrases: Mapping[int, list[tuple[int, ...]]],
    places: Mapping[int, list[int]],
    head: list[int],
    text: list[int],
) -> None:
    """Adds to the words of a glossary term for each time that it occurs."""
    if not phrases:
        return
    shift = len(head) + GAP
    for first in phrases.keys() & places.keys():
        for phrase in phrases[first]:
            if not all(term in places for term in phrase):
                continue
            size = len(phrase)
            times = sum(
                tuple(text[place - shift : place - shift + size]) == phrase
                for place in places[first]
                if place >= shift
            )
            for term in phrase if times else ():
                boosts[term] = boosts.get(term, 0.0) + TERM * times
