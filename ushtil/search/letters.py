"""What search knows of a language's letters: keys, which typings agree with which words, stop words.

    key("құқық") == key("кукык") == key("quqyq") == key("kukyk") == "kukik"

The data stand in `ushtil/language/<code>/search.toml`; a language without the file has plain keys.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from ushtil.language.tables import table
from ushtil.language.words import fold

_RUN = re.compile(r"(.)\1+", re.DOTALL)
# Latin letters end before the phonetic ones; no letter of the Cyrillic script comes before.
_LATIN_END = "\u0250"


@dataclass(frozen=True)
class Letters:
    """Tables of one language. `typings` has for a letter those that people type in its stead."""

    keys: Mapping[str, str] = field(default_factory=dict)
    typings: Mapping[str, str] = field(default_factory=dict)
    stop: frozenset[str] = frozenset()

    @cached_property
    def _pieces(self) -> re.Pattern[str]:
        longest_first = sorted(self.keys, key=lambda piece: (-len(piece), piece))
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    @cached_property
    def _several(self) -> re.Pattern[str]:
        """Matches a piece of several letters."""
        return re.compile("|".join(re.escape(piece) for piece in self.keys if len(piece) > 1) or "(?!)")

    @cached_property
    def _single(self) -> dict[int, str]:
        return {ord(piece): put for piece, put in self.keys.items() if len(piece) == 1}

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    def key(self, form: str) -> str:
        """The key of a form, folded or not."""
        found = self._known.get(form)
        if found is None:
            folded = fold(form)
            if self._several.search(folded):
                put = self._pieces.sub(lambda piece: self.keys[piece[0]], folded)
            else:
                put = folded.translate(self._single)
            found = self._known[form] = _RUN.sub(r"\1", put)
        return found

    def root(self, forms: Iterable[str]) -> str:
        """What the keys of a term's forms all begin with."""
        return common(list(map(self.key, forms)))

    def is_typed(self, word: str) -> bool:
        """Whether a folded word may stand for another: it has no letter that is typed otherwise."""
        return not any(letter in self.typings for letter in word)

    def agree(self, word: str, form: str) -> bool:
        """Whether a folded word can be how one types the beginning of `form`, whose key begins alike."""
        if is_latin(word) and not is_latin(form):
            return True
        return len(word) <= len(form) and all(
            typed == letter or typed in self.typings.get(letter, "")
            for typed, letter in zip(word, form, strict=False)
        )


def common(keys: Collection[str]) -> str:
    """What all keys begin with."""
    first, last = min(keys), max(keys)
    return next((first[:n] for n, letter in enumerate(first) if letter != last[n]), first)


def is_latin(word: str) -> bool:
    """Whether a folded word is written in Latin letters, by its first."""
    return "a" <= word[:1] < _LATIN_END


@cache
def letters(code: str) -> Letters:
    """The tables of a language."""
    data = table(code, "search")
    return Letters(data["keys"], data["typings"], frozenset(data["stop"].split())) if data else Letters()
