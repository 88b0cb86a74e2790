"""The words of all documents: which term stands where, and how much it weighs there.

Impacts are BM25F's saturated frequencies (Robertson and Zaragoza 2009): a term counts more in the heading
than in the text, a little where parents' headings have it, and more where it is part of a glossary term.
What depends on how rare a term is comes in only with the query, as a whole number from a table.

A site has a million words and the build few seconds, so that a text goes through few and fast steps:
pieces between blanks are looked up as they are in `_Vocabulary`, which takes apart each piece once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ushtil.language.stemming import stemmer
from ushtil.language.words import HYPHENS, fold, words
from ushtil.search.documents import Page, Section
from ushtil.search.layout import GAP, LARGEST_IMPACT, SIGNS

SATURATION = 1.2
LENGTH = 0.6
"""How far a long document's words count less."""
HEADING, TRAIL, TERM = 5.0, 1.0, 0.5
IDF_SCALE = 4.0
_NO_TERM = 0
_BREAK = "\0"
_HYPHENS = frozenset(HYPHENS)


@dataclass
class Term:
    """A stem with its forms by frequency, and its postings as layout draws them, document by document."""

    stem: str
    forms: Counter[str] = field(default_factory=Counter)
    postings: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def df(self) -> int:
        """How many documents have the term themselves: each has places, if none but its count."""
        return len(self.places)


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


def build(
    code: str,
    pages: Sequence[Page],
    sections: Sequence[Section],
    concepts: Mapping[str, Sequence[str]] | None = None,
) -> Index:
    """The index of one language. `concepts` has the terms of the glossary, each concept's preferred first."""
    vocabulary = _Vocabulary(code)
    held = {
        name: tuple((term, vocabulary.stems(term)) for term in terms)
        for name, terms in (concepts or {}).items()
    }
    heads = [vocabulary.text(_heading(pages, sections, number)) for number in range(len(sections))]
    texts = [vocabulary.text(section.text) for section in sections]
    average = sum(map(len, texts)) / (len(texts) or 1) or 1.0
    phrases = vocabulary.phrases(stems for terms in held.values() for _, stems in terms)
    writer = _Writer(vocabulary.terms)
    for number, (section, head, text) in enumerate(zip(sections, heads, texts, strict=True)):
        places = _places(head, text)
        boosts = _boosts(vocabulary, pages[section.page], section, head)
        _add_glossary(boosts, phrases, places, head, text)
        norm = 1 - LENGTH + LENGTH * len(text) / average
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


class _Vocabulary(dict[str, tuple[int, ...]]):
    """A piece between blanks → the numbers of its terms; the break between paragraphs → `GAP` times 0."""

    def __init__(self, code: str) -> None:
        super().__init__({_BREAK: (_NO_TERM,) * GAP})
        self.stemmed = stemmer(code)
        self.terms = [Term("")]
        self.numbers: dict[str, int] = {}
        self.forms: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.folded: dict[str, list[str]] = {}
        """Piece → the folded forms of its words."""
        self.compounds: dict[str, int] = {}
        """Pieces with a hyphen → the term of their words written together."""
        self.titles: dict[str, list[int]] = {}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        found = [word.form for word in words(piece)]
        self[piece] = numbers = tuple(map(self.number, found))
        self.folded[piece] = [fold(form) for form in found]
        if len(found) > 1 and not _HYPHENS.isdisjoint(piece) and not any(form.isdigit() for form in found):
            self.compounds[piece] = self.number("".join(found))
        return numbers

    def number(self, form: str) -> int:
        """The number of a form's term."""
        number = self.forms.get(form)
        if number is None:
            stem = self.stemmed(form) or fold(form)
            number = self.numbers.get(stem)
            if number is None:
                number = self.numbers[stem] = len(self.terms)
                self.terms.append(Term(stem))
            self.forms[form] = number
        return number

    def ids(self, text: str) -> list[int]:
        """The terms of a line."""
        pieces = text.split()
        self.counts.update(pieces)
        return list(chain.from_iterable(map(self.__getitem__, pieces)))

    def text(self, text: str) -> list[int]:
        """The terms of paragraphs, with breaks between them."""
        return self.ids(text.replace("\n", f" {_BREAK} "))

    def title(self, title: str) -> list[int]:
        """The terms of a title that stands above many sections."""
        found = self.titles.get(title)
        if found is None:
            found = self.titles[title] = self.ids(title)
        return found

    def stems(self, term: str) -> str:
        """The stems of a glossary term's words."""
        return " ".join(self.stemmed(word.form) or fold(word.form) for word in words(term))

    def phrases(self, terms: Iterable[str]) -> dict[int, list[tuple[int, ...]]]:
        """First word → the sequences of words that make a glossary term; those that do not occur are left."""
        found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for stems in terms:
            numbers = tuple(self.numbers.get(stem, 0) for stem in stems.split())
            if len(numbers) > 1 and all(numbers):
                found[numbers[0]].append(numbers)
        return found

    def joined(self, section: Section) -> set[int]:
        """The terms of compounds written together."""
        if not any(sign in section.text or sign in section.headings[-1] for sign in HYPHENS):
            return set()
        pieces = self.compounds.keys() & {*section.text.split(), *section.headings[-1].split()}
        return {self.compounds[piece] for piece in pieces}

    def count_forms(self) -> None:
        """Tells each term how often its forms occur."""
        for piece, count in self.counts.items():
            if piece != _BREAK:
                for number, form in zip(self[piece], self.folded[piece], strict=True):
                    self.terms[number].forms[form] += count
        for piece, number in self.compounds.items():
            self.terms[number].forms["".join(self.folded[piece])] += 1


def _places(head: list[int], text: list[int]) -> dict[int, list[int]]:
    """Term → where it stands in a document."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, term in enumerate(head):
        places[term].append(place)
    for place, term in enumerate(text, len(head) + GAP):
        places[term].append(place)
    places.pop(_NO_TERM, None)
    return places


def _boosts(vocabulary: _Vocabulary, page: Page, section: Section, head: list[int]) -> dict[int, float]:
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


class _Writer:
    """Writes documents down with their terms, in the order of their numbers."""

    def __init__(self, terms: list[Term]) -> None:
        self.postings = [term.postings for term in terms]
        self.places = [term.places for term in terms]
        self.last = [-1] * len(terms)

    def write(
        self,
        document: int,
        places: Mapping[int, list[int]],
        joined: set[int],
        boosts: Mapping[int, float],
        norm: float,
    ) -> None:
        """One document. The loop runs for every word of the site, so that it calls little."""
        plain = [SIGNS[impact(count / norm)] for count in range(4)]
        postings, written, last = self.postings, self.places, self.last
        for number, found in places.items():
            count = len(found)
            if count > 3 or number in boosts:
                sign = SIGNS[impact(count / norm + boosts.get(number, 0.0))]
            else:
                sign = plain[count]
            postings[number].append(SIGNS[document - last[number] - 1] + sign)
            written[number].append(_ONCE[found[0]] if count == 1 else _gaps(found))
            last[number] = document
        for number in joined - places.keys():
            self.write_bare(document, number, plain[1])
            written[number].append(SIGNS[0])
        for number in boosts.keys() - places.keys() - joined:
            self.write_bare(document, number, SIGNS[0])

    def write_bare(self, document: int, number: int, sign: str) -> None:
        """A term that has no places in the document."""
        self.postings[number].append(SIGNS[document - self.last[number] - 1] + sign)
        self.last[number] = document


class _Once(dict[int, str]):
    """A place → how it is written down where the term has no other."""

    def __missing__(self, place: int) -> str:
        self[place] = signs = SIGNS[1] + SIGNS[place]
        return signs


_ONCE = _Once()


def _gaps(found: list[int]) -> str:
    gaps = [after - before - 1 for before, after in zip([-1, *found], found, strict=False)]
    return SIGNS[len(found)] + "".join(map(SIGNS.__getitem__, gaps))


def impact(frequency: float) -> int:
    """The saturated frequency as a whole number from 1 on."""
    return max(1, round(LARGEST_IMPACT * frequency / (SATURATION + frequency)))
