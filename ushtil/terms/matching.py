"""The terms of a text: longest first, then leftmost, each place once.

A term is a sequence of keys (patterns.py).  Where a word of the text has the first key of some terms, each of
them is followed word by word; articles do not count, and one word may be inserted (insertion.py):

    text     по итогам Совета  ООН  по  правам  человека, …
    keys                совет   ·    по  право   человек
    pattern             совет        по  право   человек      span: Совета … человека
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ushtil.language.words import ENDING, HYPHENS, fold, takes_endings
from ushtil.terms import insertion
from ushtil.terms.blocks import Block, blocks
from ushtil.terms.concepts import Term
from ushtil.terms.forms import Keys, knowledge
from ushtil.terms.gaps import HYPHEN, goes_on, joint
from ushtil.terms.patterns import Element, Pattern, beginnings, patterns
from ushtil.terms.termbase import Termbase

_ADDRESS = re.compile(r"://|www\.|@")
_BEFORE_BLANK = re.compile(r"\S*")
_CHUNK = re.compile(r"[^\s()«»\"“”,;]+")
_SYMBOL = re.compile(r"(?:^|/)(?:[A-Z]|\w*\d\w*)(?:[/.]|$)")


class Occurrence(NamedTuple):
    """A term in a text: the place in code points, half-open, its text, and the term that stands there."""

    concept: str
    start: int
    end: int
    text: str
    term: Term


class Candidate(NamedTuple):
    """What could be an occurrence; ordered by what wins where two overlap."""

    length: int
    inserted: int
    start: int
    concept: str
    end: int
    pattern: Pattern


class _Begins(dict[str, tuple[Pattern, ...]]):
    """Form → the patterns that it can begin; remembered by form.

    Most forms of a text begin no term, and their first letters tell it: only the others are stemmed.
    """

    def __init__(self, code: str, keys: Keys, by_key: Mapping[str, list[Pattern]]) -> None:
        self._keys = keys
        self._by_key = by_key
        self._beginnings = beginnings(by_key, code)

    def __missing__(self, form: str) -> tuple[Pattern, ...]:
        keys = self._keys[form] if self._may_begin(form) else ()
        found = dict.fromkeys(pattern for key in keys for pattern in self._by_key.get(key, ()))
        self[form] = begun = tuple(found)
        return begun

    def _may_begin(self, form: str) -> bool:
        folded = fold(form)
        heads = self._beginnings
        if folded[:3] in heads or folded[:2] in heads or folded[:1] in heads:
            return True
        return not form.islower() and not self._by_key.keys().isdisjoint(self._keys.abbreviation(form))


class Matcher:
    """Finds the terms of one language; forms are remembered from text to text."""

    def __init__(self, termbase: Termbase, code: str) -> None:
        self._keys = Keys(code)
        self._begins = _Begins(code, self._keys, patterns(termbase.concepts, code, self._keys))
        self._articles = knowledge(code).articles
        self._insertion = insertion.Insertion(code)

    def find(self, text: str) -> list[Occurrence]:
        """All occurrences in the order of the text, none overlapping another."""
        return [occurrence for block in blocks(text, self._keys) for occurrence in self._of(block)]

    def _of(self, block: Block) -> list[Occurrence]:
        begins = list(map(self._begins.__getitem__, block.forms))
        candidates = [
            candidate
            for word, begun in enumerate(begins)
            if begun
            for pattern in begun
            if (candidate := self._candidate(block, word, pattern))
        ]
        addresses = _addresses(block.text)
        starts = [start for start, _ in addresses]
        return [
            self._occurrence(block, candidate)
            for candidate in chosen(candidates)
            if not addresses or not _is_within(candidate.start, addresses, starts)
        ]

    def _occurrence(self, block: Block, candidate: Candidate) -> Occurrence:
        start, end = candidate.start, candidate.end
        place = (block.offset + start, block.offset + end)
        return Occurrence(candidate.concept, *place, block.text[start:end], candidate.pattern.term)

    def _candidate(self, block: Block, first: int, pattern: Pattern) -> Candidate | None:
        """The pattern followed from a word on; None where it does not go through."""
        last, inserted = first, 0
        for element in pattern.elements[1:]:
            step = self._step(block, last, element, not inserted)
            if step is None:
                return None
            last, length = step
            inserted += length
        if self._is_part(block, first, last, pattern) or (
            pattern.is_like_a_word and self._is_loud(block, first)
        ):
            return None
        if inserted and pattern.is_name and block.forms[first].islower():
            return None
        start, end = block.starts[first], self._end(block, last)
        start, end = _with_signs(block.text, start, end, pattern)
        return Candidate(start - end + inserted, inserted, start, pattern.concept, end, pattern)

    def _step(self, block: Block, last: int, element: Element, may_insert: bool) -> tuple[int, int] | None:
        """The word after `last` that is the next element, and the length of what was inserted before it."""
        here = self._next(block, last)
        if here is None:
            return None
        found = self._joint(block, last, here)
        if not element.keys.isdisjoint(self._keys[block.forms[here]]):
            return (here, 0) if goes_on(found, element.joint) else None
        there = self._next(block, here)
        if there is None or element.keys.isdisjoint(self._keys[block.forms[there]]):
            return None
        after = self._joint(block, here, there)
        if found not in ("", element.joint) or after not in ("", element.joint):
            return None
        form = block.forms[here]
        if form.lower() in self._articles:
            return there, 0
        is_loud = block.forms[last].isupper() and block.forms[there].isupper()
        if may_insert and self._insertion.allows(form, element, is_loud):
            return there, len(form)
        return None

    def _next(self, block: Block, word: int) -> int | None:
        """The next word; the ending of an abbreviation is none."""
        after = word + 1
        if after < len(block.forms) and block.gaps[after] and self._end(block, word) >= block.ends[after]:
            after += 1
        return after if after < len(block.forms) else None

    def _end(self, block: Block, word: int) -> int:
        """Where a word ends, the ending after a hyphen included, even on the next line."""
        end = block.ends[word]
        if block.text[end : end + 1] not in HYPHENS or not takes_endings(block.forms[word]):
            return end
        if ending := ENDING.match(block.text, end):
            return ending.end()
        is_divided = word + 1 < len(block.forms) and "\n" in block.gaps[word + 1]
        if is_divided and joint(block.gaps[word + 1]) == HYPHEN:
            form = block.forms[word + 1]
            return block.ends[word + 1] if ENDING.fullmatch(HYPHEN + form) else end
        return end

    def _joint(self, block: Block, last: int, here: int) -> str | None:
        return joint(block.text[self._end(block, last) : block.starts[here]])

    def _is_part(self, block: Block, first: int, last: int, pattern: Pattern) -> bool:
        """Whether the term is only a part of a longer word, a name or an address."""
        text, start, end = block.text, block.starts[first], self._end(block, last)
        before, after = text[start - 1 : start], text[end : end + 1]
        is_glued = "_" in (before, after) or before.isalpha() or before.isdecimal() or after.isalpha()
        # A mark of a note may be glued to a word: "events2".
        if is_glued or (after.isdecimal() and (pattern.is_abbreviation or block.forms[last].isdecimal())):
            return True
        if after == "." and text[end + 1 : end + 2].islower():
            return True
        if pattern.is_abbreviation:
            return _is_in_symbol(text, start, end) or (
                bool(after) and after in HYPHENS and text[end + 1 : end + 2].isupper()
            )
        if len(pattern.elements) > 1:
            return False
        return _is_hyphened(text, start, end)

    def _is_loud(self, block: Block, word: int) -> bool:
        """Whether a word stands in a line in capitals, where no abbreviation can be told from a word."""
        line_start = block.text.rfind("\n", 0, block.starts[word]) + 1
        line_end = block.text.find("\n", block.ends[word])
        line = block.text[line_start : line_end if line_end >= 0 else None]
        others = line[: block.starts[word] - line_start] + line[block.ends[word] - line_start :]
        return others.isupper() and sum(map(str.isupper, others)) > len(block.forms[word])


def _with_signs(text: str, start: int, end: int, pattern: Pattern) -> tuple[int, int]:
    """The place with the quotation marks or the period that the term has at its ends."""
    head, tail = len(pattern.head), len(pattern.tail)
    if head and _same_signs(text[max(0, start - head) : start], pattern.head):
        start -= head
    if tail and _same_signs(text[end : end + tail], pattern.tail):
        end += tail
    return start, end


def _same_signs(found: str, wanted: str) -> bool:
    """Whether two runs of signs are the same but for the kind of quotation marks."""
    return len(found) == len(wanted) and not found.isspace() and joint(found) == joint(wanted)


def _addresses(text: str) -> list[tuple[int, int]]:
    """The places of links and mail addresses."""
    found = []
    for match in _ADDRESS.finditer(text):
        start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        end = _BEFORE_BLANK.match(text, match.end())
        found.append((start, end.end() if end else match.end()))
    return found


def _is_within(place: int, addresses: list[tuple[int, int]], starts: list[int]) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and place < addresses[number][1]


def _is_in_symbol(text: str, start: int, end: int) -> bool:
    """Whether a place is inside the symbol of a document: A/HRC/48/12."""
    if text[start - 1 : start] != "/" and text[end : end + 1] != "/":
        return False
    chunk = next(
        match for match in _CHUNK.finditer(text, max(0, text.rfind(" ", 0, start))) if match.end() >= end
    )
    return bool(_SYMBOL.search(chunk[0]))


def _is_hyphened(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the place a part of a compound: non-discrimination, бала-шаға."""
    before = (
        text[start - 1 : start] in HYPHENS and text[start - 2 : start - 1].isalnum() if start > 1 else False
    )
    after = text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isalnum() if end < len(text) else False
    return before or after


def chosen(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Of candidates that overlap the longest, then the leftmost; in the order of the text."""
    kept: list[Candidate] = []
    group: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates, key=lambda one: one.start):
        if candidate.start >= reach:
            kept += _of_group(group)
            group = []
        group.append(candidate)
        reach = max(reach, candidate.end)
    kept += _of_group(group)
    return iter(kept)


def _of_group(group: list[Candidate]) -> list[Candidate]:
    if len(group) < 2:
        return group
    kept: list[Candidate] = []
    for candidate in sorted(group, key=lambda one: one[:5]):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.start)
