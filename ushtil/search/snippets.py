"""The part of a text that shows why it was found, its words marked.

A window has `WORDS` words; it begins `BEFORE` words before a marked one, at the text's beginning or where it
ends with the text.  Of the windows the one with most different stems is taken, of these the one with most
marked words, then the first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from ushtil.language.words import fold, words

WORDS, BEFORE = 30, 6
CUT = "…"


class Piece(NamedTuple):
    """Some of a snippet's text, and whether it is marked."""

    text: str
    is_marked: bool


def snippet(text: str, stems: Collection[str], stem: Callable[[str], str]) -> list[Piece]:
    """The best part of a text, in pieces."""
    found = list(words(text))
    if not found:
        return [Piece(" ".join(text.split()), False)] if text.strip() else []
    stemmed = [stem(word.form) or fold(word.form) for word in found]
    marked = [place for place, one in enumerate(stemmed) if one in stems]
    first = _first(marked, stemmed)
    last = min(first + WORDS, len(found)) - 1
    start = found[first].start if first else 0
    end = found[last].end if last < len(found) - 1 else len(text)
    pieces = [Piece(CUT, False)] if first else []
    at = start
    for place in (place for place in marked if first <= place <= last):
        word = found[place]
        pieces += [Piece(_flat(text[at : word.start]), False), Piece(text[word.start : word.end], True)]
        at = word.end
    pieces.append(Piece(_flat(text[at:end]), False))
    pieces += [Piece(CUT, False)] if end < len(text) else []
    return [piece for piece in pieces if piece.text]


def _first(marked: list[int], stemmed: list[str]) -> int:
    """Where the best window begins."""
    latest = max(0, len(stemmed) - WORDS)
    best, begins = (0, 0), 0
    for start in sorted({min(max(place - BEFORE, 0), latest) for place in marked}):
        within = [stemmed[place] for place in marked if start <= place < start + WORDS]
        worth = len(set(within)), len(within)
        if worth > best:
            best, begins = worth, start
    return begins


def _flat(text: str) -> str:
    return text.replace("\n", " ")
