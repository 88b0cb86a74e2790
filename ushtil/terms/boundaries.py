"""Whether what matches a term is one where it stands: no part of a word, a compound, an address, a symbol."""

from __future__ import annotations

import re
from bisect import bisect_right

from ushtil.language.words import HYPHENS
from ushtil.terms.blocks import Block
from ushtil.terms.gaps import joint
from ushtil.terms.patterns import Pattern

_ADDRESS = re.compile(r"://|www\.|@")
_NO_BLANK = re.compile(r"\S*")
_CHUNK = re.compile(r"[^\s()«»\"“”,;]+")
# As much of a line tells whether it is in capitals, and as much of a symbol.
NEAR = 100
LONGEST_SYMBOL = 60
CURRENCIES = frozenset("$€£₸₽")  # US$
_SYMBOL = re.compile(r"(?:^|/)(?:[A-Z]|\w*\d\w*)(?:[/.]|$)")


def is_whole(block: Block, first: int, last: int, pattern: Pattern) -> bool:
    """Whether the words `first` to `last` are the term, and not a part of something longer."""
    text, start, end = block.text, block.start(first), block.end(last)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("", " ") and after in ("", " ", ",", "\n"):
        return not (pattern.is_like_a_word and _is_loud(block, first))
    is_glued = "_" in (before, after) or before.isalpha() or before.isdecimal() or after.isalpha()
    # A mark of a note may be glued to a word: "events2".
    is_glued |= (after in CURRENCIES or after.isdecimal()) and (
        pattern.is_abbreviation or block.forms[last].isdecimal()
    )
    if is_glued or (after == "." and text[end + 1 : end + 2].islower()):
        return False
    if pattern.is_abbreviation:
        is_part = _is_in_symbol(text, start, end) or _is_in_name(text, end)
        return not is_part and not (pattern.is_like_a_word and _is_loud(block, first))
    return len(pattern.elements) > 1 or not _is_in_compound(text, start, end)


def _is_loud(block: Block, word: int) -> bool:
    """Whether a word stands in a line in capitals, where no abbreviation can be told from a word."""
    start, end = block.start(word), block.end(word)
    before = block.text[max(0, start - NEAR) : start].rpartition("\n")[2]
    around = before + block.text[end : end + NEAR].partition("\n")[0]
    return around.isupper() and sum(map(str.isupper, around)) > end - start


def _is_in_symbol(text: str, start: int, end: int) -> bool:
    """Whether a place is inside the symbol of a document: A/HRC/48/12."""
    if text[start - 1 : start] != "/" and text[end : end + 1] != "/":
        return False
    near = text[max(0, start - LONGEST_SYMBOL) : end + LONGEST_SYMBOL]
    at = min(start, LONGEST_SYMBOL)
    return any(
        match.start() <= at < match.end() and _SYMBOL.search(match[0]) for match in _CHUNK.finditer(near)
    )


def _is_in_name(text: str, end: int) -> bool:
    """Whether another name goes on after a hyphen: ООН-Женщины."""
    return text[end : end + 1] in frozenset(HYPHENS) and text[end + 1 : end + 2].isupper()


def _is_in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the place a part of a compound: non-discrimination, бала-шаға, and not 2-бап."""
    hyphens = frozenset(HYPHENS)
    before = text[start - 1 : start] in hyphens and text[max(0, start - 2) : start - 1].isalpha()
    return before or (text[end : end + 1] in hyphens and text[end + 1 : end + 2].isalnum())


def with_signs(text: str, start: int, end: int, pattern: Pattern) -> tuple[int, int]:
    """A place with the quotation marks, the article or the period that the term has at its ends."""
    head, tail = len(pattern.head), len(pattern.tail)
    # An article is a word of its own, and no end of "bathe".
    is_glued = pattern.head[:1].isalnum() and text[max(0, start - head - 1) : max(0, start - head)].isalnum()
    if head and not is_glued and _same_signs(text[max(0, start - head) : start], pattern.head):
        start -= head
    if tail and _same_signs(text[end : end + tail], pattern.tail):
        end += tail
    return start, end


def _same_signs(found: str, wanted: str) -> bool:
    """Whether two runs of signs are the same but for the kind of quotation marks and for capitals."""
    is_possible = len(found) == len(wanted) and not found.isspace()
    return is_possible and joint(found.lower()) == joint(wanted.lower())


class Addresses:
    """The links and mail addresses of a text, in which no term stands."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for match in _ADDRESS.finditer(text):
            if self._ends and match.start() < self._ends[-1]:
                continue
            start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
            end = _NO_BLANK.match(text, match.end())
            self._starts.append(start)
            self._ends.append(end.end() if end else match.end())

    def cover(self, place: int) -> bool:
        """Whether a place lies in one."""
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._ends[number]
