"""Words that mean the same in the languages that have a lexicon: `<code>/lexicon.toml`.

    torture = "пытк* пыток пыта*"         a word, or what begins with one that ends in "*"
    "#2" = "два две двух двумя"           a number in words

The names on the left are the same in every language and stand for nothing but themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .tables import table


@dataclass(frozen=True)
class Lexicon:
    """The meanings of words and of beginnings of words, in small letters."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beginnings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    longest: int = 0


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, empty where it has none."""
    words: dict[str, set[str]] = defaultdict(set)
    beginnings: dict[str, set[str]] = defaultdict(set)
    for meaning, forms in table(code, "lexicon").items():
        for form in forms.split():
            (beginnings if form.endswith("*") else words)[form.rstrip("*")].add(meaning)
    return Lexicon(frozen(words), frozen(beginnings), max(map(len, beginnings), default=0))


def frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """The table with sets that cannot change."""
    return {word: frozenset(meanings) for word, meanings in table.items()}


@lru_cache(maxsize=200_000)
def meanings(word: str, code: str) -> frozenset[str]:
    """What a word in small letters means: as a whole, else by its longest beginning."""
    held = lexicon(code)
    if word in held.words:
        return held.words[word]
    for length in range(min(len(word), held.longest), 1, -1):
        if found := held.beginnings.get(word[:length]):
            return found
    return frozenset()
