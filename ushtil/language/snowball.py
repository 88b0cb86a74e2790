"""The Snowball stemmers, mended where a language has more to go by. `<code>/stemmer.toml` sets them:

    algorithm = "english"           the name of the algorithm
    irregular = "person people"     a lexeme a line: the forms get the Snowball stem of the first
    apart = "authority …"           a lexeme a line: the first is the stem of all
    lexemes = "ru"                  the language's lexemes in pymorphy3, see morphology.py;
    preferred, names                and what they are told;
    surnames = "ов ев"              what is taken off a marked Snowball stem

Where a language has lexemes, the stem of a form that they know is its lemma.  Any other form gets its
Snowball stem with a mark behind, or it could be taken for a lemma: судья, if no lexeme, would be суд.
The browser has no lexemes but those of the site (corrections.py), so there the mark stands on the forms of
all others too, and none of them meets a lexeme of the site.  Whoever asks a built site does as the browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import Stemmer

from .corrections import pack, unpack
from .morphology import Morphology
from .tables import table

MARK = "~"
# What has a shorter stem is an abbreviation and left as it is: УПО is not to meet УПА.
SHORTEST = 3
# Figures and foreign words have no lemma to be taken for.
OWN = re.compile("[\u0400-\u04ff]")
POSSESSIVES = ("", "'", "'s", "'s'")


@dataclass(frozen=True)
class Snowball:
    """One algorithm with its corrections; forms and stems are folded."""

    algorithm: str
    stemmer: Stemmer.Stemmer
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Form → the first form of its line in the settings."""
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
        """The marked Snowball stem of a form."""
        return marked(form, self.stemmer, self.settings["surnames"].split())

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """The algorithm's name, and the site's lexemes in all their forms.

        A word of the site that no lexeme has can be found by another that is no word of the site and has the
        same Snowball stem: to look all of those up in the dictionary took longer than the rest of the index.
        """
        known = {form: lemma for form in set(forms) if (lemma := self.morphology.key(form))}
        lemmas = set(known.values())
        table = known | {form: lemma for lemma in lemmas for form in self.morphology.forms(lemma)}
        rules = {"mark": MARK, "shortest": SHORTEST, "surnames": self.settings["surnames"].split()}
        return {"kind": "snowball", "algorithm": self.algorithm, **rules, **pack(table)}


def marked(form: str, stemmer: Stemmer.Stemmer, surnames: Iterable[str]) -> str:
    """The stem of a form that is in no lexeme, marked behind; before, if it is the form itself."""
    if not OWN.search(form):
        return form
    stem = str(stemmer.stemWord(form))
    for ending in surnames:
        if len(stem) >= len(ending) + SHORTEST:
            stem = stem.removesuffix(ending)
    return MARK + form if len(stem) < SHORTEST else stem + MARK


def by_data(data: Mapping[str, Any]) -> Callable[[str], str]:
    """The stemmer that a browser has by `browser_data`: a folded form → its stem."""
    table, stemmer = unpack(data), Stemmer.Stemmer(data["algorithm"])
    if "mark" not in data:
        return lambda form: table.get(form) or str(stemmer.stemWord(form))
    return lambda form: table.get(form) or marked(form, stemmer, data["surnames"])


def engine(code: str) -> Snowball | Lemmatised:
    """The engine of a language by its `stemmer.toml`."""
    settings = table(code, "stemmer")
    stemmer = Stemmer.Stemmer(settings["algorithm"])
    if "lexemes" in settings:
        return Lemmatised(settings["algorithm"], stemmer, settings)
    irregular = first_forms(settings.get("irregular", ""))
    exceptions = {form: stemmer.stemWord(first) for form, first in irregular.items()}
    return Snowball(
        settings["algorithm"], stemmer, irregular, exceptions | first_forms(settings.get("apart", ""))
    )


def first_forms(lexemes: str) -> dict[str, str]:
    """Form → first form of its line, for each form and what Snowball takes off as its possessive."""
    lines = filter(None, map(str.split, lexemes.splitlines()))
    return {form + ending: line[0] for line in lines for form in line for ending in POSSESSIVES}
