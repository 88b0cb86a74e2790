"""The one tokeniser of terms, search and checks, and the one way to make forms comparable.

A word is a run of letters or a run of digits.  Apostrophes inside, combining accents and soft hyphens
belong to it; a hyphen separates.  But an ending after a hyphen belongs to what it stands on:

    «ӘМШ-ның», «УПО-шный», «20-ға», «1990-х»    an abbreviation or a number: one word, its form is the head
    «2-баптың», «ВИЧ-инфекция», «UN-led»         two words, because no ending follows the hyphen

Which endings a language writes after a hyphen stands in `<code>/hyphen.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from .homoglyphs import fold_word
from .tables import having, table

# Raised and circled digits are marks of notes, glued to a word; `\w` counts them, and ʼ, among its letters.
LETTER = r"[^\W\d_ʼ¹²³¼-¾⁰-₟⅐-↏①-⓿]"
MARK = r"[\u0300-\u036f\u00ad]"
APOSTROPHES = "'’ʼ‘`"
HYPHENS = "-‐‑"  # as typed, U+2010, and U+2011 which does not break
WORD = re.compile(rf"{LETTER}(?:{LETTER}|{MARK}|[{APOSTROPHES}](?={LETTER}))*|\d+")
ABBREVIATION_LETTERS = 2
_HYPHENS = frozenset(HYPHENS)  # asked at each word, and at the end of a text with nothing

SOFT_HYPHEN = "\u00ad"
# After NFC the accents still standing alone are stress marks: no letter of our alphabets has one there.
STRESS = re.compile("[\u0300\u0301]")
EQUAL = str.maketrans("ёѐѝ’ʼ‘`", "ееи''''")


class Word(NamedTuple):
    """A word of a text: its place in code points, half-open, and its form as written."""

    start: int
    end: int
    form: str


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; an ending after a hyphen lies in `start..end` and not in `form`."""
    taken = 0
    for found in WORD.finditer(text):
        start, end = found.span()
        if start < taken:
            continue
        form = found[0]
        if text[end : end + 1] in _HYPHENS and takes_endings(form):
            ending = ENDING.match(text, end)
            end = taken = ending.end() if ending else end
        yield Word(start, end, form)


@lru_cache(maxsize=200_000)
def takes_endings(form: str) -> bool:
    """Whether endings are written to a form with a hyphen: a number or an abbreviation («ҚазҰУ»)."""
    if form[0].isdigit():
        return True
    return form[-1].isupper() and sum(map(str.isupper, form)) >= ABBREVIATION_LETTERS


def hyphen_endings() -> str:
    """A regular expression of any language's endings after a hyphen, which a browser reads alike."""
    patterns = [table(code, "hyphen")["endings"] for code in having("hyphen")]
    return "|".join("".join(pattern.split()) for pattern in patterns) or "(?!)"


def endings() -> re.Pattern[str]:
    """Matches a hyphen with an ending after it, as far as the word goes."""
    return re.compile(rf"[{HYPHENS}](?={LETTER})(?:{hyphen_endings()})(?!{LETTER}|{MARK}|\d)")


ENDING = endings()


@lru_cache(maxsize=500_000)
def fold(form: str) -> str:
    """A form made comparable: without soft hyphens and stress marks, in one script, in small letters, ё as е.

    Small letters are those of `str.lower`, which the browser's `toLowerCase` gives as well; folding twice
    changes nothing.
    """
    if form.isascii():
        return form.lower().translate(EQUAL)
    bare = STRESS.sub("", normalize("NFC", form.replace(SOFT_HYPHEN, "")))
    # In capitals first: K, M and T have doubles that k, m and t have not.
    return fold_word(fold_word(bare).lower()).translate(EQUAL)
