"""The language of a passage, from its letters and its function words.

No statistics learned from a corpus: a letter that a language lacks speaks against it, a letter that
only it has among the candidates speaks for it, and so does a function word.  That is enough for
passages of a sentence; shorter ones take the language of what surrounds them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from . import known, profile
from .homoglyphs import fold

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

FUNCTION_WORD = 3.0
OWN_LETTER = 2.0
FOREIGN_LETTER = -2.0
# Kazakh holds all letters of Russian: a word that shows none of its own speaks mildly against it.
NO_OWN_LETTER = -0.7


@cache
def letters(codes: tuple[str, ...]) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """For each code: the letters that no other of `codes` has, and all that it may hold."""
    alphabets = {code: profile(code).alphabet for code in codes}
    own = {}
    for code, alphabet in alphabets.items():
        others = frozenset().union(*(other for key, other in alphabets.items() if key != code))
        own[code] = (alphabet - others, alphabet | profile(code).borrowed)
    return own


def scores(text: str, codes: Sequence[str] = ()) -> dict[str, float]:
    """How much speaks for each language, per word; 0 where nothing is known either way."""
    codes = tuple(codes) or known()
    total = dict.fromkeys(codes, 0.0)
    words = WORD.findall(fold(text).lower())
    for code, (own, allowed) in letters(codes).items():
        function_words = profile(code).function_words
        for word in words:
            if word in function_words:
                total[code] += FUNCTION_WORD
            held = set(word) - {"-"}
            if held - allowed:
                total[code] += FOREIGN_LETTER
            elif own:
                total[code] += OWN_LETTER if held & own else NO_OWN_LETTER
    return {code: value / max(1, len(words)) for code, value in total.items()}


def detect(text: str, codes: Sequence[str] = (), margin: float = 0.15) -> str:
    """The code of the language of `text`, "" where no language leads by `margin` or none fits."""
    ranked = sorted(scores(text, codes).items(), key=lambda item: -item[1])
    if not WORD.search(text) or ranked[0][1] < 0:
        return ""
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin:
        return ""
    return ranked[0][0]
