"""Letters that look alike in Latin and Cyrillic, folded for decisions and never in what is published.

Kazakh texts typed on foreign keyboards hold Latin `i`, `o`, `c` or U+0259 inside Cyrillic words
(2.5 to 5.7 % of the words in some).  A word is folded to the script that most of its telling
letters belong to: those that no letter of the other script resembles.
Source of the pairs: Unicode Technical Standard 39, confusables, restricted to these alphabets.
"""

from __future__ import annotations

import re

SMALL = "aа cс eе iі jј oо pр sѕ xх yу hһ əә"
CAPITALS = "AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ ƏӘ"
PAIRS = SMALL.split() + CAPITALS.split()
TO_CYRILLIC = {ord(pair[0]): pair[1] for pair in PAIRS}
TO_LATIN = {ord(pair[1]): pair[0] for pair in PAIRS}

MIXED = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-zƏə]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def fold_word(word: str) -> str:
    """The word in one script: that of its letters that have no double, Cyrillic where all have one."""
    if not (LATIN.search(word) and CYRILLIC.search(word)):
        return word
    latin = sum(1 for letter in word if LATIN.match(letter) and ord(letter) not in TO_CYRILLIC)
    cyrillic = sum(1 for letter in word if CYRILLIC.match(letter) and ord(letter) not in TO_LATIN)
    if latin and cyrillic:
        return word
    return word.translate(TO_LATIN if latin > cyrillic else TO_CYRILLIC)


def fold(text: str) -> str:
    """`text` with each word in one script, of the same length."""
    if not (LATIN.search(text) and CYRILLIC.search(text)):
        return text
    return MIXED.sub(lambda match: fold_word(match[0]), text)
