"""Paragraphs as alignment sees them: their length and the kinds of words that they hold.

A kind is a number ("#238") or the beginning of a word ("казах"): inflected forms of one word are one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..language import known, profile
from ..language.detect import detect
from ..language.homoglyphs import fold_word
from ..language.lexicon import meanings
from ..language.skeleton import bones, sounds

TOKEN = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d{3})*(?!\d)|[^\W\d_]{2,}")
DIGITS = re.compile(r"\D")
SENTENCE_END = re.compile(r"[.!?…:]\W*$")
# What inflection adds to short words in any of the alphabets.
ENDING = re.compile(r"[аеёиоуыэюяьйіaeiouys]+$")
LATIN = re.compile(r"[a-z]")
SHORTEST, CYRILLIC_KIND, LATIN_KIND = 3, 5, 6
# Letters that show what language a text is in.
SAMPLE = 1000


@dataclass(frozen=True)
class Unit:
    """A paragraph, or several as one: letters, kinds of words, the text itself."""

    length: int
    kinds: frozenset[str]
    text: str


@dataclass
class Vocabulary:
    """What is known of each kind of word on one side."""

    meanings: dict[str, set[str]] = field(default_factory=dict)
    shortest: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, kind: str, word: str, held: frozenset[str], is_name: bool) -> None:
        """Record one occurrence."""
        if kind not in self.shortest or len(word) < len(self.shortest[kind]):
            self.shortest[kind] = word
        self.meanings.setdefault(kind, set()).update(held)
        if is_name:
            self.names.add(kind)

    def bones(self, kind: str) -> str:
        """The consonants of the shortest form."""
        return bones(self.shortest[kind])

    def sounds(self, kind: str) -> str:
        """Consonants and vowels of the shortest form."""
        return sounds(self.shortest[kind])


@dataclass(frozen=True)
class Side:
    """One of two texts: its paragraphs in order and their vocabulary."""

    units: tuple[Unit, ...]
    vocabulary: Vocabulary
    language: str


def side(texts: Sequence[str], language: str = "") -> Side:
    """The paragraphs of a text; its language is detected where it is not told."""
    code = language if language in known() else detected(texts)
    vocabulary = Vocabulary()
    return Side(tuple(unit(text, code, vocabulary) for text in texts), vocabulary, code)


def detected(texts: Iterable[str]) -> str:
    """The language of the beginning of a text."""
    sample = ""
    for text in texts:
        sample += f" {text[:SAMPLE]}"
        if len(sample) > SAMPLE:
            break
    return detect(sample)


def unit(text: str, code: str, vocabulary: Vocabulary) -> Unit:
    """One paragraph, its words recorded in the vocabulary."""
    skipped = profile(code).function_words if code else frozenset()
    kinds = set()
    for match in TOKEN.finditer(text):
        token = match[0]
        if token[0].isdigit():
            kind = "#" + DIGITS.sub("", token)
            vocabulary.meanings.setdefault(kind, {kind})
        else:
            small = simple(token)
            held = meanings(small, code)
            if small in skipped or (len(small) < SHORTEST and not token.isupper() and not held):
                continue
            kind = kind_of(small)
            is_name = token[0].isupper() and in_sentence(text, match.start())
            vocabulary.add(kind, small, held, is_name)
        kinds.add(kind)
    return Unit(sum(map(str.isalnum, text)), frozenset(kinds), text)


def in_sentence(text: str, start: int) -> bool:
    """Whether a word stands in the midst of a sentence, where a capital means a name."""
    before = text[max(0, start - 4) : start]
    return bool(before.strip()) and not SENTENCE_END.search(before)


@lru_cache(maxsize=200_000)
def simple(word: str) -> str:
    """A word in small letters of one script."""
    return fold_word(word).lower().replace("ё", "е")


@lru_cache(maxsize=200_000)
def kind_of(word: str) -> str:
    """The beginning that inflected forms of a word in small letters share, roughly."""
    bare = ENDING.sub("", word)
    bare = bare if len(bare) >= SHORTEST else word[:SHORTEST]
    return bare[: LATIN_KIND if LATIN.match(word) else CYRILLIC_KIND]


def merged(run: Sequence[Unit]) -> Unit:
    """Several paragraphs as one."""
    if len(run) == 1:
        return run[0]
    kinds = frozenset().union(*(unit.kinds for unit in run))
    return Unit(sum(unit.length for unit in run), kinds, " ".join(unit.text for unit in run))
