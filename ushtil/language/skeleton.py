"""Words of different alphabets made comparable: what is left of a name in any of the languages.

"Жумабаев", "Жұмабаев" and "Zhumabayev" become `jmbv`: sounds in classes, vowels dropped.  It serves
to find cognates and names, not to write them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .homoglyphs import fold_word

CLASSES = {
    "b": "бb", "v": "вvw", "g": "гғg", "d": "дd", "j": "жj", "z": "зz", "k": "кқхһkqx", "l": "лl", "m": "мm",
    "n": "нңn", "p": "пp", "r": "рr", "s": "сs", "t": "тt", "f": "фf", "c": "цчшщc",
}  # fmt: skip
TABLE = {ord(letter): sound for sound, letters in CLASSES.items() for letter in letters}
DIGRAPHS = (
    ("shch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("gh", "ғ"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ph", "ф"),
)
DOUBLED = re.compile(r"(.)\1+")
LONGEST = 5


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The first consonants of a word in classes, "" where fewer than three are left."""
    small = fold_word(word).lower()
    for latin, sound in DIGRAPHS:
        small = small.replace(latin, sound)
    kept = "".join(TABLE.get(ord(letter), "") for letter in small)
    kept = DOUBLED.sub(r"\1", kept)[:LONGEST]
    return kept if len(kept) > 2 else ""
