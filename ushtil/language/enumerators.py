"""What a title begins with: "Section 3.", "1 Бөлім.", "1.2", "IV.", "c."; its style and its number.

The words come from the languages' profiles.  In Kazakh the number stands before the word ("3-бап");
an inflected form ("5-бабында") is no title and does not match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from . import known, profile

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
NUMBER = r"(?P<n>\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6})"
AFTER = r"(?=[\s.:)–—-]|$)[.:)]?\s*"
DECIMAL = re.compile(r"^(?P<n>\d{1,2}(?:\.\d{1,2}){0,4})(?P<dot>[.)]?)\s+(?=\S)")
ROMAN_STYLE = re.compile(r"^(?P<n>[IVXLC]{1,6})\.\s+(?=\S)")
LETTER = re.compile(r"^(?P<n>[^\W\d_])\.\s+(?=\S)")
CYRILLIC_ORDER = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
# Cyrillic letters that are typed for Latin ones in a list that begins "a."
TWINS = str.maketrans("асеорху", "aceopxy")


@dataclass(frozen=True)
class Enumerator:
    """`style` groups titles of one rank, `value` is the number as printed, `length` what it takes up."""

    style: str
    value: int
    length: int
    printed: str = ""


def enumerator(text: str) -> Enumerator | None:
    """What `text` begins with, if it is an enumerator of titles."""
    for style, pattern in worded():
        if match := pattern.match(text):
            depth = match["n"].count(".")
            style = f"decimal {depth + 1}" if depth else style
            return Enumerator(style, number(match["n"].rpartition(".")[2]), match.end(), match["n"])
    if match := ROMAN_STYLE.match(text):
        return Enumerator("roman", number(match["n"]), match.end(), match["n"])
    if match := LETTER.match(text):
        style = "upper letter" if match["n"].isupper() else "lower letter"
        return Enumerator(style, letter(match["n"]), match.end(), match["n"])
    match = DECIMAL.match(text)
    if match and ("." in match["n"] or match["dot"] == "."):
        parts = match["n"].split(".")
        return Enumerator(f"decimal {len(parts)}", int(parts[-1]), match.end(), match["n"])
    return None


@cache
def worded() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms with a word, in all languages."""
    found = []
    for code in known():
        for style, forms in profile(code).enumerators.items():
            for form in forms:
                before, after = (re.escape(part) for part in form.split("{n}"))
                source = rf"^(?i:{before})\s*{NUMBER}(?i:{after}){AFTER}".replace(r"\ ", r"\s+")
                found.append((style, re.compile(source)))
    return tuple(found)


def number(text: str) -> int:
    """An Arabic or Roman number; 0 where it is neither."""
    if text.isdigit():
        return int(text)
    total = 0
    for sign, following in zip(text, text[1:] + " ", strict=True):
        value = ROMAN.get(sign, 0)
        total += -value if ROMAN.get(following, 0) > value else value
    return total


def letter(sign: str) -> int:
    """The place of a letter in its alphabet, from 1; Cyrillic twins of Latin letters count as Latin."""
    small = sign.lower()
    latin = small.translate(TWINS)
    if latin in LATIN_ORDER:
        return LATIN_ORDER.index(latin) + 1
    return CYRILLIC_ORDER.find(small) + 1


def settle(found: list[Enumerator | None]) -> list[Enumerator | None]:
    """One-letter Roman numbers told from letters: "C." after "B." is a letter, "I." before "II." a number."""
    romans = any(item.style == "roman" and len(item.printed) > 1 for item in found if item)
    last_letter = 0
    settled: list[Enumerator | None] = []
    for item in found:
        if item and item.style == "roman" and len(item.printed) == 1:
            place = letter(item.printed)
            if (place == last_letter + 1 and (place > 1 or not romans)) or not romans:
                item = Enumerator("upper letter", place, item.length, item.printed)
        if item and item.style == "upper letter":
            last_letter = item.value
        elif item and item.style == "roman":
            last_letter = 0
        settled.append(item)
    return settled
