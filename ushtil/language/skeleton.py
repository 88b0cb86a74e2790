"""Words of different alphabets made comparable: what is left of a name in any of the languages.

    word         Жумабаев    Жұмабаев    Zhumabayev      комиссия    commission
    bones        jmbv        jmbv        jmbv            kms         kmsn
    sounds       jumabaev    jumabaev    jumabaiev       komisia     komision

`bones` are consonants in classes that survive transliteration; `sounds` keep the vowels, in classes too.
They serve to find cognates and names, not to write them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .homoglyphs import fold_word

CLASSES = {
    "b": "бb", "v": "вvw", "d": "дd", "j": "жj", "s": "зсzs", "k": "кқгғхһkqgh", "l": "лl", "m": "мm",
    "n": "нңn", "p": "пp", "r": "рr", "t": "тt", "f": "фf", "c": "цчшщc",
}  # fmt: skip
VOWELS = {"a": "аәяa", "e": "еэёe", "i": "иіыйiy", "o": "оөo", "u": "уұүюu"}
TABLE = {ord(letter): sound for sound, letters in CLASSES.items() for letter in letters}
VOICED = TABLE | {ord(letter): sound for sound, letters in VOWELS.items() for letter in letters}
DIGRAPHS = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("gh", "ғ"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("ph", "ф"),
    ("x", "кс"),
)  # fmt: skip
# A Latin c is a k but before e, i, y; in "-tion" and "-cial" stands what Cyrillic writes ц.
HARD_C = re.compile(r"c(?![eiy])")
SOFT_T = re.compile(r"(?<=[a-z])t(?=i[oa])")
DOUBLED = re.compile(r"(.)\1+")
LONGEST = 5


@lru_cache(maxsize=200_000)
def prepared(word: str) -> str:
    """The word in small letters of one script, with one letter for each sound."""
    small = fold_word(word).lower()
    for latin, sound in DIGRAPHS:
        small = small.replace(latin, sound)
    return SOFT_T.sub("ц", HARD_C.sub("k", small))


@lru_cache(maxsize=200_000)
def bones(word: str) -> str:
    """The consonants of a word in classes, doubled ones once."""
    kept = "".join(TABLE.get(ord(letter), "") for letter in prepared(word))
    return DOUBLED.sub(r"\1", kept)


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """The consonants and vowels of a word in classes, doubled ones once."""
    kept = "".join(VOICED.get(ord(letter), "") for letter in prepared(word))
    return DOUBLED.sub(r"\1", kept)


def skeleton(word: str) -> str:
    """The first consonants of a word in classes, "" where fewer than three are left."""
    kept = bones(word)[:LONGEST]
    return kept if len(kept) > 2 else ""
