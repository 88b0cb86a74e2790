"""Passages in a language of the same script: what marks set off, a sentence, or words with foreign letters.

kk  «Об адвокатуре» заңы     →   Об адвокатуре, ru     no word of it has a letter that only Kazakh has
ru  в селе Қосшы живут       →   Қосшы, kk             a word with a letter that Russian has not
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from .evidence import kin, own_letter, signs, weigh

_ENOUGH = 0.45
"""Evidence per word, for what marks set off."""
_ENOUGH_APART = 2.0
"""The same, for a sentence that nothing sets off …"""
_ENOUGH_BARE = 0.6
"""… in a language that has letters of its own, none of which stands in it."""
_LONG = 60
"""Signs of a part that is of a language with letters of its own only if one stands in it."""
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
MARK = re.compile(r"[«»“”„‟\"()\[\]]")
"""What sets off a title, a quotation, an explanation."""
_OPENING, _CLOSING = frozenset('«“„‟"(['), frozenset('»”“‟")]')
BREAK = re.compile(r"[;{}|\n]|\s[-–—/]\s|[.!?:]\s")
"""What ends a sentence or a part of one."""

Words = Sequence[re.Match[str]]


class Passage(NamedTuple):
    """A part of a text, half-open, and the tag of its language."""

    start: int
    end: int
    code: str


def in_the_same_script(text: str, code: str, edges: frozenset[int]) -> Iterator[Passage]:
    """Those that only marks divide are one."""
    before: Passage | None = None
    for passage in _by_marks(text, code, edges) if kin(code) else ():
        if before and before.code == passage.code and not WORD.search(text, before.end, passage.start):
            before = before._replace(end=passage.end)
            continue
        if before:
            yield before
        before = passage
    if before:
        yield before


def _by_marks(text: str, code: str, edges: frozenset[int]) -> Iterator[Passage]:
    """What marks set off as a whole; else its sentences; else its words."""
    cuts = sorted({0, len(text), *edges, *(mark.end() for mark in MARK.finditer(text))})
    apart = _ENOUGH_BARE if _letters(code).own else _ENOUGH_APART
    for start, end in pairwise(cuts):
        opens = start == 0 or start in edges or text[start - 1] in _OPENING
        closes = end == len(text) or end in edges or text[end - 1] in _CLOSING
        whole = _whole(text, start, end, code, _ENOUGH) if opens and closes else None
        if whole:
            yield whole
            continue
        if not _letters(code).may_hold_sentence(text, start, end):
            continue
        breaks = [start, *(found.end() for found in BREAK.finditer(text, start, end)), end]
        for first, last in pairwise(breaks):
            sentence = _whole(text, first, last, code, apart)
            yield from [sentence] if sentence else _by_letters(text, first, last, code)


def _whole(text: str, start: int, end: int, code: str, least: float) -> Passage | None:
    """The passage that a part of the text is, if it is one."""
    if not _letters(code).may_be_foreign(text, start, end):
        return None
    words = list(WORD.finditer(text, start, end))
    relative = _relative(words, code, least) if words else ""
    return Passage(words[0].start(), words[-1].end(), relative) if relative else None


@dataclass(frozen=True)
class _Letters:
    """What one letter tells, which saves weighing the words of most texts; None where no letter would.

    `own` matches a letter that no relative of the language has, `other` one that it lacks.
    """

    own: re.Pattern[str] | None
    other: re.Pattern[str] | None

    def may_be_foreign(self, text: str, start: int, end: int) -> bool:
        """Whether all of a part may be in a relative."""
        if self.own and self.own.search(text, start, end):
            return False
        return not self.other or end - start <= _LONG or self.other.search(text, start, end) is not None

    def may_hold_sentence(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence or a word that nothing sets off may be."""
        return not self.other or self.other.search(text, start, end) is not None


@cache
def _letters(code: str) -> _Letters:
    mine = signs(code).letters
    theirs = frozenset().union(*(signs(one).letters for one in kin(code)))
    own, other = mine - theirs, theirs - mine
    return _Letters(
        re.compile(either_case(own)) if own else None, re.compile(either_case(other)) if other else None
    )


def _relative(words: Words, code: str, least: float) -> str:
    """The language of words that are all of one that shares letters with `code`; "" where they are not."""
    forms = [word[0] for word in words if not _is_abbreviation(word)]
    other = max(kin(code), key=lambda one: weigh(forms, one, (code,)))
    speaks, mine = weigh(forms, other, (code,)), [weigh([form], code, kin(code)) for form in forms]
    # Words that are the language's own weigh, whatever stands beside them.
    is_foreign = speaks > 2 * sum(weight for weight in mine if weight > 0)
    is_told = is_foreign and speaks >= least * len(forms) and (len(forms) > 1 or sum(mine) < 0)
    return other if is_told else ""


def _is_abbreviation(word: re.Match[str]) -> bool:
    """A letter with a full stop is no word: «2022 ж.», «с. 4»."""
    return word.end() - word.start() == 1 and word.string[word.end() : word.end() + 1] == "."


def _by_letters(text: str, start: int, end: int, code: str) -> Iterator[Passage]:
    """Words with letters that the language lacks, those that stand together as one."""
    other = _letters(code).other
    if not other or not other.search(text, start, end):
        return
    run: list[re.Match[str]] = []
    told = ""
    for word in [*WORD.finditer(text, start, end), None]:
        holder = word and next(
            (one for one in kin(code) if own_letter(one, code).search(word[0].lower())), ""
        )
        if run and holder != told:
            yield Passage(run[0].start(), run[-1].end(), told)
            run = []
        if word and holder:
            run, told = [*run, word], holder


def divided(text: str, words: Words, marks: Sequence[re.Pattern[str]]) -> Iterator[list[re.Match[str]]]:
    """Words that stand together, with none of the marks in between."""
    part: list[re.Match[str]] = []
    for word in words:
        if part and any(mark.search(text, part[-1].end(), word.start()) for mark in marks):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def either_case(letters: frozenset[str]) -> str:
    """A class of letters, for a regular expression."""
    capitals = {letter.upper() for letter in letters if len(letter.upper()) == 1}
    return f"[{''.join(sorted(letters | capitals))}]"
