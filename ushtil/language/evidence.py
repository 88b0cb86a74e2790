"""What the words of a few say about their language, among languages that may share their letters.

`detect` weighs whole sentences; here it is a title or a name, and a single ending must tell.  Which endings
and spellings are a language's own, and which it cannot have, stands in `<code>/passages.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from . import known, profile
from .tables import table

_NEVER = "(?!)"
_FUNCTION_WORD, _OWN_LETTER, _TELLING, _UNLIKE = 5.0, 3.0, 2.0, -4.0


@dataclass(frozen=True)
class Signs:
    """What tells words of a language from those of others."""

    letters: frozenset[str]
    function_words: frozenset[str]
    telling: re.Pattern[str]
    """Matches a word that by its form is of no other language of the same script."""
    unlike: re.Pattern[str]
    """Matches a word that cannot be of the language."""
    is_everywhere: bool
    """Whether texts in other scripts hold names, abbreviations and units in its letters."""
    phrases: tuple[tuple[str, re.Pattern[str]], ...]
    """Language tag → phrases in the same letters that are of that language, and quoted in all."""
    months: frozenset[str]


@cache
def signs(code: str) -> Signs:
    """Those of a language that has a profile."""
    told, own = table(code, "passages"), profile(code)
    return Signs(
        own.alphabet | own.borrowed,
        own.function_words,
        _joined(told.get("telling", "")),
        _joined(told.get("unlike", "")),
        bool(told.get("is_everywhere", False)),
        tuple((tag, _any_of(phrases)) for tag, phrases in told.get("phrases", {}).items()),
        frozenset(own.months),
    )


def _joined(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(pattern.split()) or _NEVER)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)


@cache
def kin(code: str) -> tuple[str, ...]:
    """The other languages that share letters with one."""
    own = profile(code).alphabet
    return tuple(other for other in known() if other != code and own & profile(other).alphabet)


@cache
def strangers(code: str) -> tuple[str, ...]:
    """The languages of other scripts."""
    return tuple(other for other in known() if other != code and other not in kin(code))


@cache
def own_letter(code: str, against: str) -> re.Pattern[str]:
    """Matches a small letter that the one language has and the other has not."""
    own = signs(code).letters - signs(against).letters
    return re.compile(f"[{''.join(sorted(own))}]" if own else _NEVER)


def weigh(words: Iterable[str], code: str, others: Sequence[str]) -> float:
    """How much speaks for a language and not for one of `others`; below zero it speaks against it."""
    against = tuple(others)
    return sum(_weight(word, code, against) for word in words)


@lru_cache(maxsize=200_000)
def _weight(word: str, code: str, others: tuple[str, ...]) -> float:
    own, form = signs(code), word.lower()
    total = 0.0
    if form in own.function_words:
        total += _FUNCTION_WORD * all(form not in signs(other).function_words for other in others)
    elif any(own_letter(code, other).search(form) for other in others):
        total += _OWN_LETTER
    elif own.telling.search(form) or form in own.months:
        total += _TELLING
    if own.unlike.search(form) or any(own_letter(other, code).search(form) for other in others):
        total += _UNLIKE
    return total


def best(words: Sequence[str], codes: Sequence[str]) -> str:
    """The language for which most speaks; of equals the one with the fewest letters; "" if none fits."""
    ranked = {code: weigh(words, code, [other for other in codes if other != code]) for code in codes}
    found = max(codes, key=lambda code: (ranked[code], -len(signs(code).letters)), default="")
    return found if found and ranked[found] >= 0 else ""
