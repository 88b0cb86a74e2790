"""The terms of a text: longest first, then leftmost, each place once.

A term is a sequence of keys (patterns.py).  Where a word of the text has the first key of some terms, each of
them is followed word by word; articles do not count, and one word may be inserted (insertion.py):

    text     по итогам Совета  ООН  по  правам  человека, …
    keys                совет   ·    по  право   человек
    pattern             совет        по  право   человек      span: Совета … человека
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ushtil.terms.blocks import Block, blocks
from ushtil.terms.boundaries import Addresses, is_whole, with_signs
from ushtil.terms.concepts import Term
from ushtil.terms.forms import Keys, knowledge
from ushtil.terms.gaps import goes_on
from ushtil.terms.insertion import Insertion
from ushtil.terms.patterns import LONGEST_HEAD, Beginnings, Element, Pattern, beginnings, patterns
from ushtil.terms.spans import Candidate, chosen
from ushtil.terms.termbase import Termbase

# The next element of a term is one of so many words: an article, or a word inserted, may stand before it, and
# the ending of an abbreviation.
_AHEAD = 4


class Occurrence(NamedTuple):
    """A term in a text: the place in code points, half-open, its text, and the term that stands there."""

    concept: str
    start: int
    end: int
    text: str
    term: Term


class Begun(NamedTuple):
    """What a form can begin: terms of one word, and longer ones by the keys of their second."""

    alone: tuple[Pattern, ...]
    by_second: Mapping[str, tuple[Pattern, ...]]


class _Begins(dict[str, Begun | None]):
    """Form → what it can begin, None for most; remembered by form.

    The first letters of most forms tell that they begin no term: only the others are stemmed.
    """

    def __init__(self, code: str, keys: Keys, by_key: Mapping[str, list[Pattern]]) -> None:
        self._keys = keys
        self._by_key = by_key
        self._may_begin = Beginnings(beginnings(by_key, code))

    def __missing__(self, form: str) -> Begun | None:
        if self._may_begin[form[:LONGEST_HEAD]]:
            keys: Iterable[str] = self._keys[form]
        else:
            keys = () if form.islower() else self._keys.abbreviation(form)
        found = {pattern.number: pattern for key in keys for pattern in self._by_key.get(key, ())}
        self[form] = begun = _begun([found[number] for number in sorted(found)])
        return begun


def _begun(found: list[Pattern]) -> Begun | None:
    by_second: dict[str, tuple[Pattern, ...]] = {}
    for pattern in found:
        for key in pattern.elements[1].keys if len(pattern.elements) > 1 else ():
            by_second[key] = (*by_second.get(key, ()), pattern)
    alone = tuple(pattern for pattern in found if len(pattern.elements) == 1)
    return Begun(alone, by_second) if found else None


class Matcher:
    """Finds the terms of one language; forms are remembered from text to text."""

    def __init__(self, termbase: Termbase, code: str) -> None:
        self._keys = Keys(code)
        self._begins = _Begins(code, self._keys, patterns(termbase.concepts, code, self._keys))
        self._articles = knowledge(code).articles
        self._insertion = Insertion(code)

    def find(self, text: str) -> list[Occurrence]:
        """All occurrences in the order of the text, none overlapping another."""
        return [
            occurrence
            for block in blocks(text, self._keys)
            for occurrence in _occurrences(block, self._candidates(block))
        ]

    def find_all(self, text: str) -> tuple[list[Occurrence], frozenset[str]]:
        """The occurrences, and every concept that is named, be it within a longer term."""
        found: list[Occurrence] = []
        named: set[str] = set()
        for block in blocks(text, self._keys):
            candidates = self._candidates(block)
            named.update(candidate.concept for candidate in candidates)
            found += _occurrences(block, candidates)
        return found, frozenset(named)

    def _candidates(self, block: Block) -> list[Candidate]:
        """All that could be a term, overlapping."""
        begins = map(self._begins.__getitem__, block.forms)
        return [
            candidate
            for word, begun in enumerate(begins)
            if begun
            for pattern in self._patterns(block, word, begun)
            if (candidate := self._candidate(block, word, pattern))
        ]

    def _patterns(self, block: Block, word: int, begun: Begun) -> Iterable[Pattern]:
        """What may begin at a word: a term of one word, or one whose second is near."""
        if not begun.by_second:
            return begun.alone
        near: dict[int, Pattern] = {}
        for form in block.forms[word + 1 : word + _AHEAD]:
            for key in self._keys[form]:
                if key in begun.by_second:
                    near |= {pattern.number: pattern for pattern in begun.by_second[key]}
        return (*begun.alone, *near.values()) if near else begun.alone

    def _candidate(self, block: Block, first: int, pattern: Pattern) -> Candidate | None:
        """The pattern followed from a word on; None where it does not go through."""
        last, inserted = first, 0
        for element in pattern.elements[1:]:
            step = self._step(block, last, element, not inserted)
            if step is None:
                return None
            last, length = step
            inserted += length
        if not is_whole(block, first, last, pattern):
            return None
        if inserted and pattern.is_name and block.forms[first].islower():
            return None
        start, end = with_signs(block.text, block.start(first), block.end(last), pattern)
        return Candidate(start - end + inserted, inserted, start, pattern.concept, end, pattern)

    def _step(self, block: Block, last: int, element: Element, may_insert: bool) -> tuple[int, int] | None:
        """The word after `last` that is the next element, and the length of what was inserted before it."""
        here = block.next(last)
        if here is None:
            return None
        found = block.joint(last, here)
        if not element.keys.isdisjoint(self._keys[block.forms[here]]):
            return (here, 0) if goes_on(found, element.joint) else None
        there = block.next(here)
        if there is None or element.keys.isdisjoint(self._keys[block.forms[there]]):
            return None
        signs = ("", element.joint)
        if found not in signs or block.joint(here, there) not in signs:
            return None
        form = block.forms[here]
        if form.lower() in self._articles:
            return there, 0
        is_loud = block.forms[last].isupper() and block.forms[there].isupper()
        if may_insert and self._insertion.allows(form, element, is_loud):
            return there, len(form)
        return None


def _occurrences(block: Block, candidates: list[Candidate]) -> list[Occurrence]:
    addresses = Addresses(block.text)
    return [_occurrence(block, one) for one in chosen(candidates) if not addresses.cover(one.start)]


def _occurrence(block: Block, candidate: Candidate) -> Occurrence:
    start, end = candidate.start, candidate.end
    place = (block.offset + start, block.offset + end)
    return Occurrence(candidate.concept, *place, block.text[start:end], candidate.pattern.term)
