"""The engine of a language that inflects by endings; its grammar is `<code>/stemmer.toml`, as of Kazakh.

    [sounds]   classes of sounds by name; back, front and neutral are the vowels, closed the consonants,
               and on a stem that ends as one of loose an ending may stand against the harmony
    [lexicon]  stems from which nothing is taken off
    [finals]   a stem's last sounds, and what stands for them in the key
    [order]    after endings of a part, the parts that alone may be taken off
    [verb]     endings that leave a verb, whose key ends in "-"
    others     endings, in a pair where they follow the harmony of vowels, and what they may stand on

The longest legal ending is taken off until none is left, but a stem of the lexicon comes before any other.
At last the narrow vowel of a last closed syllable is dropped: орын has the key of орны.
theme/assets/stem/suffixes.js does the same, step by step, with the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from .tables import table

NO_ENDINGS = ("engine", "kind", "sounds", "order", "finals", "lexicon")
NARROW = "ыі"
VERB = "verb"
SHORTEST = 3


class Ending(NamedTuple):
    """What a stem may end in, the vowels that its last vowel may not be, and the part of the table."""

    after: tuple[str, ...]
    discordant: str
    part: str


class Grammar:
    """A table, made ready for stemming."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.sounds: dict[str, tuple[str, ...]] = {
            name: tuple(row.split()) for name, row in table["sounds"].items()
        }
        self.consonants = frozenset(self.sounds["closed"])
        self.vowels = frozenset(self.sounds["back"] + self.sounds["front"] + self.sounds["neutral"])
        self.lexicon = frozenset(word for row in table["lexicon"].values() for word in row.split())
        self.finals: dict[str, str] = dict(table["finals"])
        self.changing = tuple(self.finals)
        self.order = {part: tuple(row.split()) for part, row in table.get("order", {}).items()}
        self.endings: dict[str, Ending] = {}
        for part, rows in table.items():
            if part not in NO_ENDINGS:
                for endings, after in rows.items():
                    self._add(endings.split(), after.split(), part)
        self.sizes = range(1, max(map(len, self.endings)) + 1)

    def _add(self, row: list[str], after: list[str], part: str) -> None:
        """The endings of one row; one that stands in two rows may stand on what either tells."""
        stems = tuple(end for name in after for end in self.sounds.get(name, (name,)))
        for place, ending in enumerate(row):
            known = self.endings[ending].after if ending in self.endings else ()
            against = self.sounds["back" if place % 2 else "front"] if len(row) > 1 else ()
            self.endings[ending] = Ending(known + stems, "".join(against), part)

    def stem(self, form: str) -> str:
        """The key of a folded form."""
        word, part = self.even(form), ""
        while word not in self.lexicon:
            rest, found = self.shorten(word, self.order.get(part))
            if not found:
                break
            if found == VERB:
                return self.even(rest.rstrip(NARROW)) + "-"
            word, part = rest, found
        return self.elide(word)

    def shorten(self, word: str, parts: tuple[str, ...] | None) -> tuple[str, str]:
        """The word without one ending, of `parts` if they are told, and its part; "" if it has none."""
        best = word, ""
        for size in self.sizes:
            ending = self.endings.get(word[-size:])
            if ending is None or (parts and ending.part not in parts):
                continue
            if self.legal(word[:-size], ending):
                best = self.even(word[:-size]), ending.part
                if best[0] in self.lexicon:
                    break
        return best

    def legal(self, rest: str, ending: Ending) -> bool:
        """Whether `rest` may be a word, and the ending stand on it: assimilated, and in harmony."""
        if not rest.endswith(ending.after) or not self.possible(rest):
            return False
        if not ending.discordant or rest.endswith(self.sounds["loose"]):
            return True
        return next(letter for letter in reversed(rest) if letter in self.vowels) not in ending.discordant

    def possible(self, rest: str) -> bool:
        """Whether a word may be so short: a vowel and two other letters, or a consonant after it: ел, су."""
        long_enough = len(rest) >= SHORTEST or (len(rest) > 1 and rest[-1] in self.consonants)
        return long_enough and not self.vowels.isdisjoint(rest)

    def even(self, word: str) -> str:
        """The word with its last sound as it is where nothing follows."""
        if word.endswith(self.changing):
            final = next(final for final in self.changing if word.endswith(final))
            return word[: -len(final)] + self.finals[final]
        return word

    def elide(self, word: str) -> str:
        """The word without the narrow vowel of a last syllable that is closed and not the only one."""
        if word[-2:-1] in NARROW and word[-1:] in self.consonants and word[-3:-2] in self.consonants:
            return word if self.vowels.isdisjoint(word[:-3]) else word[:-2] + word[-1]
        return word


def by_data(table: Mapping[str, Any]) -> Callable[[str], str]:
    """The stemmer of a table: a folded form → its key."""
    return Grammar(table).stem


@dataclass(frozen=True)
class Suffixes:
    """The engine of one language."""

    table: Mapping[str, Any]
    stem: Callable[[str], str]

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """The table itself: no form needs a correction."""
        return {"kind": "suffixes"} | {part: rows for part, rows in self.table.items() if part != "engine"}


def engine(code: str) -> Suffixes:
    """The engine of a language by its `stemmer.toml`."""
    grammar = table(code, "stemmer")
    return Suffixes(grammar, by_data(grammar))
