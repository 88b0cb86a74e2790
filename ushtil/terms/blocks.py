"""A text cut into words for matching, as fast as Python can: lists and maps instead of a loop.

    parts   ["", "Совета", " ", "ООН", " ", "по", " ", "пра-\\nвам", "."]
    ends    [0,  6,        7,   10,    11,  13,   14,  22,          23]

A word at the end of whose line a hyphen divides it is put together where a term has the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from ushtil.language import words
from ushtil.language.words import ENDING, HYPHENS, SOFT_HYPHEN, takes_endings
from ushtil.terms.forms import LINE_END, Keys
from ushtil.terms.gaps import HYPHEN, divides, joint

# The same words as `words.words` finds, without a loop of alternatives for each letter.
_PLAIN = re.compile(rf"({words.LETTER}++|\d++)")
_INNER = rf"(?:{words.MARK}|[{words.APOSTROPHES}](?={words.LETTER}))++"
_WORD = re.compile(rf"({words.LETTER}++(?:{_INNER}(?:{words.LETTER}++)?)*+|\d++)")
_HAS_INNER = re.compile(rf"(?<={words.LETTER}){_INNER}")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_ANY_HYPHEN = frozenset(HYPHENS)
# Longer pieces cost memory, shorter ones time.
SIZE = 100_000


class Block:
    """A piece of a text. Words are known by number: word n is part 2n + 1, the gap before it part 2n."""

    def __init__(self, text: str, offset: int, keys: Keys) -> None:
        self.text = text
        self.offset = offset
        parts = (_WORD if _HAS_INNER.search(text) else _PLAIN).split(text)
        self.parts = _undivided(parts, keys) if LINE_END.search(text) else parts
        self.forms = self.parts[1::2]
        self.ends = list(accumulate(map(len, self.parts)))

    def start(self, word: int) -> int:
        """Where a word begins."""
        return self.ends[2 * word]

    def end(self, word: int) -> int:
        """Where a word ends, the ending after a hyphen included, even on the next line."""
        end = self.ends[2 * word + 1]
        gap = self.parts[2 * word + 2]
        if gap[:1] not in _ANY_HYPHEN or not takes_endings(self.forms[word]):
            return end
        if ending := ENDING.match(self.text, end):
            return ending.end()
        if "\n" in gap and joint(gap) == HYPHEN and word + 1 < len(self.forms):
            ending = ENDING.fullmatch(HYPHEN + self.forms[word + 1])
        return self.ends[2 * word + 3] if ending else end

    def next(self, word: int) -> int | None:
        """The next word; the ending of an abbreviation is none."""
        after = word + 1
        if self.parts[2 * after][:1] in _ANY_HYPHEN and after < len(self.forms):
            after += self.end(word) >= self.ends[2 * after + 1]
        return after if after < len(self.forms) else None

    def joint(self, word: int, after: int) -> str | None:
        """What joins two words, as `gaps.joint` tells it."""
        return joint(self.text[self.end(word) : self.start(after)])


def blocks(text: str, keys: Keys) -> Iterator[Block]:
    """The text in pieces that end with a paragraph."""
    at = 0
    while at < len(text):
        cut = _PARAGRAPH.search(text, min(at + SIZE, len(text)))
        end = cut.end() if cut else len(text)
        yield Block(text[at:end], at, keys)
        at = end


def _undivided(parts: list[str], keys: Keys) -> list[str]:
    """The parts, with what a line end divides as one where it stands in a term.

    Only a word of a term is put together, or every compound at the end of a line would be.
    """
    found: list[str] = []
    at = 0
    for gap in [n for n in range(2, len(parts) - 1, 2) if "\n" in parts[n]]:
        is_possible = parts[gap][0] in _ANY_HYPHEN or parts[gap - 1][-1] == SOFT_HYPHEN
        if is_possible and at < gap and _is_divided(*parts[gap - 1 : gap + 2]):
            joined = "".join(parts[gap - 1 : gap + 2])
            if keys[joined]:
                found += parts[at : gap - 1]
                found.append(joined)
                at = gap + 2
    return found + parts[at:]


def _is_divided(before: str, gap: str, after: str) -> bool:
    """Whether a line may have ended within a word."""
    is_soft = before.endswith(SOFT_HYPHEN) and gap.strip(" \t\r") == "\n"
    return after[0].islower() and (divides(gap) or is_soft)
