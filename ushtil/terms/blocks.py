"""A text cut into words for matching, as fast as Python can: lists and maps instead of a loop.

parts   ["", "Совета", " ", "ООН", " ", "по", " ", "пра", "-\\n", "вам", "."]
forms       Совета       ООН       по       правам           divided words put together
gaps    ""           " "       " "       " "            "."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ushtil.language import words
from ushtil.language.words import HYPHENS, SOFT_HYPHEN
from ushtil.terms.forms import Keys
from ushtil.terms.gaps import divides

# The same words as `words.words` finds, without a loop of alternatives for each letter.
_LETTERS = rf"{words.LETTER}+"
_INNER = rf"(?:{words.MARK}|[{words.APOSTROPHES}](?={words.LETTER}))+"
_WORD = re.compile(rf"({_LETTERS}(?:{_INNER}(?:{_LETTERS})?)*|\d+)")
_LINE_END = re.compile(rf"[{HYPHENS}{SOFT_HYPHEN}][ \t\r]*\n")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
# Longer pieces cost memory, shorter ones time.
SIZE = 100_000


@dataclass(frozen=True)
class Block:
    """A piece of a text: its words, where each begins and ends, and the gaps before and after them."""

    text: str
    offset: int
    forms: list[str]
    gaps: list[str]
    """One more than there are words."""
    starts: list[int]
    ends: list[int]


def blocks(text: str, keys: Keys) -> Iterator[Block]:
    """The text in pieces that end with a paragraph."""
    at = 0
    while at < len(text):
        cut = _PARAGRAPH.search(text, min(at + SIZE, len(text)))
        end = cut.end() if cut else len(text)
        yield block(text[at:end], at, keys)
        at = end


def block(text: str, offset: int, keys: Keys) -> Block:
    """One piece, a word that is divided at the end of a line put together where a term has it."""
    parts = _WORD.split(text)
    ends = list(accumulate(map(len, parts)))
    found = Block(text, offset, parts[1::2], parts[0::2], ends[0:-1:2], ends[1::2])
    return _undivided(found, keys) if _LINE_END.search(text) else found


def _undivided(found: Block, keys: Keys) -> Block:
    """The block with words joined that a hyphen divides at the end of a line.

    Only a joined word that stands in a term is taken for one, or every compound would be joined.
    """
    forms = list(found.forms)
    second_parts = set()
    for number, gap in enumerate(found.gaps[:-1]):
        if "\n" in gap and number and _is_divided(forms[number - 1], gap, forms[number]):
            joined = forms[number - 1] + forms[number]
            if keys[joined]:
                forms[number - 1] = joined
                second_parts.add(number)
    kept = [number for number in range(len(forms)) if number not in second_parts]
    return Block(
        found.text,
        found.offset,
        [forms[number] for number in kept],
        [*(found.gaps[number] for number in kept), found.gaps[-1]],
        [found.starts[number] for number in kept],
        [found.ends[number + (number + 1 in second_parts)] for number in kept],
    )


def _is_divided(before: str, gap: str, after: str) -> bool:
    """Whether a line may have ended within a word."""
    return after[0].islower() and (
        divides(gap) or (before.endswith(SOFT_HYPHEN) and gap.strip(" \t\r") == "\n")
    )
