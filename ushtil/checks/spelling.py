"""Words that a dictionary does not have, with their lines. Codes S01.

The dictionary is a function, for hunspell is a program of the machine: `scripts/spell.py` runs it.  What it
lacks, names above all, stands in a list of the tree, `.spelling.txt`, one word a line: in the form of a
dictionary, for it covers all forms that have its stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from ushtil.checks.units import HIDDEN
from ushtil.language import profile, tables
from ushtil.language.stemming import stem
from ushtil.language.words import fold, words
from ushtil.markup.sources import Text
from ushtil.problems import Problem
from ushtil.publish.evidence import BLOCK, FIGURE

LIST = ".spelling.txt"
SHORTEST = 2
BEGINNING = 3
"""Letters in which a word and its stem surely agree."""


class Dictionary(Protocol):
    """What a dictionary is asked."""

    def unknown(self, words: list[str]) -> Iterable[str]:
        """Those of the words that it does not have."""

    def entries(self) -> Iterable[str]:
        """The words that it lists."""


@dataclass(frozen=True)
class Spelling:
    """How a language is spelt: what hunspell calls its dictionary, and whether a stem vouches for a word."""

    dictionary: str = ""
    by_stem: bool = False
    """For a language with many endings, of whose forms the dictionary lacks many."""
    finite: str = ""
    """The endings that leave a verb, as a regular expression."""
    infinitive: str = ""
    """The ending of the form by which a dictionary lists a verb."""

    def infinitives(self, word: str, stemmed: str) -> Iterator[str]:
        """The verbs that a word may be a form of: by its stem, which ends in a hyphen then, or its ending."""
        if not self.infinitive:
            return
        bases = [stemmed[:-1]] if stemmed.endswith("-") else []
        bases += [
            word[: match.start()] for match in re.finditer(f"(?=({self.finite})$)", word) if match.start()
        ]
        for base in bases:
            yield base + self.infinitive
            # A last narrow vowel gives way: оқы, оқу.
            yield base[:-1] + self.infinitive


@cache
def spelling(code: str) -> Spelling:
    """What the language's `spelling.toml` tells; nothing where it has none."""
    return Spelling(**tables.table(code, "spelling"))


def misspelt(
    texts: Iterable[Text], code: str, listed: Iterable[str], dictionary: Dictionary
) -> Iterator[Problem]:
    """What is misspelt on the pages of a language, in the order of places and lines, once a page.

    A word is known, too, if it has the stem of one that is listed in the tree, or, where stems vouch for
    words, in the dictionary; and if it is a form of a verb that the dictionary has.
    """
    found = [(text, line, word) for text in texts for line, word in _words(text, code)]
    wrong = set(dictionary.unknown(sorted({word for _, _, word in found})))
    beginnings = {fold(word)[:BEGINNING] for word in wrong}
    known = {stem(word, code) for word in listed}
    language = spelling(code)
    verbs = {word: set(language.infinitives(fold(word), stem(word, code))) for word in wrong}
    no_verbs = set(dictionary.unknown(sorted(set().union(*verbs.values()))))
    wrong = {word for word in wrong if verbs[word] <= no_verbs}
    if language.by_stem:
        known |= {stem(word, code) for word in dictionary.entries() if fold(word)[:BEGINNING] in beginnings}
    told: set[tuple[str, str]] = set()
    for text, line, word in found:
        if word in wrong and stem(word, code) not in known and (text.place, word) not in told:
            told.add((text.place, word))
            remedy = f"correct it, or add it to {text.language.tree}/{LIST}"
            yield text.warning(line, "S01", f"{word!r} is in no dictionary", remedy)


def _words(text: Text, code: str) -> Iterator[tuple[int, str]]:
    """The words of a page that its language could have, with their lines."""
    letters = profile(code).alphabet | profile(code).borrowed
    shown = HIDDEN.sub(_left, text.scan.text)
    for number, line in enumerate(shown.split("\n"), text.scan.first_line):
        if BLOCK.fullmatch(line):
            continue
        for word in words(line):
            form = word.form
            is_abbreviation = form.isupper() or not form[1:].islower()
            if len(form) >= SHORTEST and not is_abbreviation and letters.issuperset(form.lower()):
                yield number, form


def _left(hidden: re.Match[str]) -> str:
    """What stands for what is hidden: a digit for a figure, whose ending is no word («[=children]-сі»)."""
    return "0" if FIGURE.fullmatch(hidden[0]) else "\n" * hidden[0].count("\n")
