"""The order of words in a language's own alphabet, for lists that people read.

Letter by letter as `alphabet` in `profile.toml` has them: in Kazakh а ә б в г ғ, in Russian ё after е.  A
shorter word comes first, words are counted one by one ("right to work" before "rights"), figures come
before letters, and letters of other alphabets after those of this one.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from . import profile

_WORD = re.compile(r"[^\W_]+")

Key = tuple[tuple[tuple[int, str], ...], ...]
_FIGURE, _OWN, _FOREIGN = range(3)


def key(text: str, code: str) -> tuple[Key, str]:
    """Sorts `text` among others in the language `code`; capitals and signs decide last."""
    ranks = _ranks(code)
    words = _WORD.findall(normalize("NFC", text).casefold())
    return tuple(tuple(_rank(letter, ranks) for letter in word) for word in words), text


def initial(text: str, code: str) -> str:
    """The capital letter under which `text` stands in an index; for a figure that figure, "" for neither."""
    found = _WORD.search(normalize("NFC", text))
    return _own(found[0][0].casefold(), _ranks(code)).upper() if found else ""


@cache
def _ranks(code: str) -> dict[str, int]:
    try:
        return {letter: rank for rank, letter in enumerate(profile(code).order)}
    except KeyError:
        return {}


def _rank(letter: str, ranks: dict[str, int]) -> tuple[int, str]:
    own = _own(letter, ranks)
    if own in ranks:
        return _OWN, f"{ranks[own]:03}"
    return _FIGURE if letter.isdecimal() else _FOREIGN, letter


def _own(letter: str, ranks: dict[str, int]) -> str:
    """The letter of the alphabet that a letter counts as: é as e, where there is no é."""
    return letter if letter in ranks else normalize("NFD", letter)[0]
