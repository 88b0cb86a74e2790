"""What a form of a text can be in a term: its keys, which the forms of one word share.

    рекомендаций     "рекомендация"              a word: its stem
    recommendations  "recommend recommendation"  where the language tells how nouns end: with its singular
    ӘМШ, HПM         "=ӘМШ", "=HПM"              an abbreviation: its capitals as they are, look-alikes equal

An abbreviation has both keys, since a heading in capitals writes words as it does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ushtil.language import HERE, stemming
from ushtil.language.homoglyphs import TO_LATIN
from ushtil.language.words import fold

MARK = "="
CAPITALS = 2
_SIGNS = str.maketrans("", "", "\u00ad\u0300\u0301")


@dataclass(frozen=True)
class Knowledge:
    """What `<code>/recognition.toml` and `hyphen.toml` tell. Patterns match folded forms as a whole."""

    articles: frozenset[str]
    inflection: tuple[tuple[str, str], ...]
    abbreviation_ending: re.Pattern[str]
    describing: re.Pattern[str]
    listed: frozenset[str]
    naming: re.Pattern[str]


@cache
def knowledge(code: str) -> Knowledge:
    """What is known of a language; nothing where it has no file."""
    told = _told(code, "recognition.toml")
    after_hyphen = "".join(_told(code, "hyphen.toml").get("endings", "").split())
    endings = "|".join(part for part in (told.get("abbreviation_endings", ""), after_hyphen) if part)
    never = told.get("never", "")
    bar = f"(?!(?:{never})$)" if never else ""
    return Knowledge(
        frozenset(told.get("articles", "").split()),
        tuple((ending, singular) for ending, singular in told.get("inflection", ())),
        _pattern(endings),
        _pattern(told.get("describing", ""), bar),
        frozenset(told.get("listed", "").split()),
        _pattern(told.get("naming", ""), bar),
    )


def _told(code: str, name: str) -> Mapping[str, Any]:
    file = HERE / code / name
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _pattern(alternatives: str, bar: str = "") -> re.Pattern[str]:
    return re.compile(f"{bar}(?:{''.join(alternatives.split()) or '(?!)'})")


def abbreviation_key(form: str) -> str:
    """The key of an abbreviation: its letters in their case, look-alike ones in one script."""
    return MARK + form.translate(_SIGNS).translate(TO_LATIN)


def is_abbreviation(form: str) -> bool:
    """Whether a form can be one by its capitals: two, wherever they stand."""
    return sum(map(str.isupper, form)) >= CAPITALS


class Keys(dict[str, tuple[str, ...]]):
    """Form → its keys, as far as they are keys of the vocabulary; remembered by form."""

    def __init__(self, code: str) -> None:
        self.vocabulary: set[str] = set()
        self._stem = stemming.stemmer(code)
        self._irregular: Mapping[str, str] = getattr(stemming.engine_of(code), "irregular", {})
        self._knowledge = knowledge(code)

    def __missing__(self, form: str) -> tuple[str, ...]:
        found = [key for key in self._all(form) if key in self.vocabulary]
        self[form] = keys = tuple(found)
        return keys

    def _all(self, form: str) -> list[str]:
        word = [self.word_key(form)]
        return word if form.islower() else [*self._abbreviation(form), *word]

    def _abbreviation(self, form: str) -> list[str]:
        """The key of the abbreviation that a form is, with an ending or without."""
        key = abbreviation_key(form)
        if key in self.vocabulary or not is_abbreviation(form):
            return [key]
        head = form.rstrip("".join(set(filter(str.islower, form))) + "'’")
        if self._knowledge.abbreviation_ending.fullmatch(fold(form[len(head) :])):
            return [abbreviation_key(head)]
        return []

    def word_key(self, form: str) -> str:
        """The key of a word: its stem, and its singular where the language tells how that is made."""
        stem = self._stem(form)
        if not self._knowledge.inflection:
            return stem
        folded = fold(form).removesuffix("'s")
        return f"{stem} {self._singular(self._irregular.get(folded, folded))}"

    def _singular(self, form: str) -> str:
        for ending, singular in self._knowledge.inflection:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return form[: len(form) - len(ending)] + singular
        return form
