"""The Snowball stemmers, mended where a language has more to go by. `<code>/stemmer.toml` sets them:

    algorithm = "english"           the name of the algorithm
    irregular = "person people"     a lexeme a line: the forms get the Snowball stem of the first
    apart = "authority …"           a lexeme a line: the first is the stem of all
    lexemes = "ru"                  the language's lexemes in pymorphy3, see morphology.py;
    preferred, names                and what they are told

Where a language has lexemes, the stem of a form that they know is its lemma.  Any other form gets its
Snowball stem with a mark behind, or it could be taken for a lemma: судья, if no lexeme, would be суд.
The browser has no lexemes but those of the site (corrections.py), so there the mark stands on the forms of
all others too, and none of them meets a lexeme of the site.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import Stemmer

from . import HERE
from .corrections import pack
from .morphology import Morphology

MARK = "~"
# What is shorter and unknown is an abbreviation: УПО is not to meet УПА.
SHORTEST = 4
# Figures and foreign words have no lemma to be taken for.
OWN = re.compile("[\u0400-\u04ff]")
# Shorter stems begin too many words of the dictionary to look them all through.
TELLING = 5
POSSESSIVES = ("", "'", "'s", "'s'")


@dataclass(frozen=True)
class Snowball:
    """One algorithm with its corrections; forms and stems are folded."""

    algorithm: str
    stemmer: Stemmer.Stemmer
    exceptions: Mapping[str, str] = field(default_factory=dict)
    """Form → stem."""

    def stem(self, form: str) -> str:
        """The stem of a form."""
        return self.exceptions.get(form) or str(self.stemmer.stemWord(form))

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """The algorithm's name and all exceptions, whatever the vocabulary."""
        return {"kind": "snowball", "algorithm": self.algorithm, **pack(self.exceptions)}


@dataclass(frozen=True)
class Lemmatised:
    """An algorithm for the forms that the lexemes of a language leave."""

    algorithm: str
    stemmer: Stemmer.Stemmer
    settings: Mapping[str, Any]

    @cached_property
    def morphology(self) -> Morphology:
        """The lexemes, loaded when the first word is stemmed."""
        told = (self.settings[name].split() for name in ("preferred", "names"))
        return Morphology(self.settings["lexemes"], *told)

    def stem(self, form: str) -> str:
        """The lemma of a form, or its marked Snowball stem."""
        return self.morphology.key(form) or self.unknown(form)

    def unknown(self, form: str) -> str:
        """The stem of a form that is in no lexeme."""
        if not OWN.search(form):
            return form
        return (form if len(form) < SHORTEST else str(self.stemmer.stemWord(form))) + MARK

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """The algorithm's name, and the site's lexemes in all their forms."""
        forms = set(forms)
        known = {form: lemma for form in forms if (lemma := self.morphology.key(form))}
        unknown = {self.unknown(form).removesuffix(MARK) for form in forms - known.keys()}
        lemmas = {*known.values(), *(lemma for stem in unknown for lemma in self.mistakable(stem))}
        table = known | {form: lemma for lemma in lemmas for form in self.morphology.forms(lemma)}
        data = {"kind": "snowball", "algorithm": self.algorithm, "mark": MARK, "shortest": SHORTEST}
        return {**data, **pack(table)}

    def mistakable(self, stem: str) -> set[str]:
        """The lemmas that the browser, not knowing them, would take for an unknown word of the site."""
        if len(stem) < TELLING:
            return set()
        alike = {form for form in self.morphology.beginning(stem) if self.unknown(form) == stem + MARK}
        return {lemma for form in alike if (lemma := self.morphology.key(form))}


def engine(code: str) -> Snowball | Lemmatised:
    """The engine of a language by its `stemmer.toml`."""
    settings = tomllib.loads((HERE / code / "stemmer.toml").read_text(encoding="utf-8"))
    stemmer = Stemmer.Stemmer(settings["algorithm"])
    if "lexemes" in settings:
        return Lemmatised(settings["algorithm"], stemmer, settings)
    exceptions = {form: stemmer.stemWord(first) for first, form in listed(settings.get("irregular", ""))}
    exceptions |= {form: first for first, form in listed(settings.get("apart", ""))}
    return Snowball(settings["algorithm"], stemmer, exceptions)


def listed(lexemes: str) -> Iterator[tuple[str, str]]:
    """First form and form, for each form of each line, with the possessives that Snowball takes off."""
    for line in filter(None, map(str.split, lexemes.splitlines())):
        yield from ((line[0], form + ending) for form in line for ending in POSSESSIVES)
