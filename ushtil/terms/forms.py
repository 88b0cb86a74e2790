"""What a form of a text can be in a term: its keys, which the forms of one word share.

    рекомендаций     "рекомендация"              a word: its stem
    recommendations  "recommend recommendation"  where the language tells how nouns end: with its singular
    ӘМШ, HПM         "=ӘМШ", "=HПM"              an abbreviation: its capitals as they are, look-alikes equal
    азаптауға        "азапта-у"                  the name of an action, apart from other forms of the verb
    договорных       "договорной", "+договорной", "+договорный"

With a "+" stand all stems that a form may have: in a term of several words the others tell which is meant,
in a term of one word the likeliest alone counts.  An abbreviation has all keys: headings write words like it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.language import lexemes, stemming
from ushtil.language.homoglyphs import TO_LATIN
from ushtil.language.tables import table
from ushtil.language.words import HYPHENS, fold

MARK = "="
PART = "+"
# The stem of a verb ends so, see language/suffixes.py.
VERB = "-"
CAPITALS = 2
# What divides a word at the end of a line.
LINE_END = re.compile(rf"[{HYPHENS}\u00ad][ \t\r]*\n[ \t]*")
_SIGNS = str.maketrans("", "", "\u00ad\u0300\u0301")


@dataclass(frozen=True)
class Knowledge:
    """What `<code>/recognition.toml` and `hyphen.toml` tell. Patterns match folded forms as a whole."""

    articles: frozenset[str]
    inflection: tuple[tuple[str, str], ...]
    verbal_nouns: frozenset[str]
    abbreviation_ending: re.Pattern[str]
    describing: re.Pattern[str]
    listed: frozenset[str]
    naming: re.Pattern[str]
    never: re.Pattern[str]


@cache
def knowledge(code: str) -> Knowledge:
    """What is known of a language; nothing where it has no file."""
    told = table(code, "recognition")
    after_hyphen = "".join(table(code, "hyphen").get("endings", "").split())
    endings = "|".join(part for part in (told.get("abbreviation_endings", ""), after_hyphen) if part)
    return Knowledge(
        frozenset(told.get("articles", "").split()),
        tuple((ending, singular) for ending, singular in told.get("inflection", ())),
        frozenset(told.get("verbal_nouns", "").split()),
        _pattern(endings),
        _pattern(told.get("describing", "")),
        frozenset(told.get("listed", "").split()),
        _pattern(told.get("naming", "")),
        _pattern(told.get("never", "")),
    )


def _pattern(alternatives: str) -> re.Pattern[str]:
    return re.compile("".join(alternatives.split()) or "(?!)")


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
        self._code = code
        self._irregular: Mapping[str, str] = getattr(stemming.engine_of(code), "irregular", {})
        self._knowledge = knowledge(code)

    def __missing__(self, form: str) -> tuple[str, ...]:
        whole = LINE_END.sub("", form)
        possible = self.word_keys(whole)
        if not whole.islower():
            possible |= self.abbreviation(whole)
        self[form] = keys = tuple(self.vocabulary & possible)
        return keys

    def abbreviation(self, form: str) -> set[str]:
        """The key of the abbreviation that a form is, with an ending or without."""
        key = abbreviation_key(form)
        if key in self.vocabulary or not is_abbreviation(form):
            return {key}
        head = form.rstrip("".join(set(filter(str.islower, form))) + "'’")
        if self._knowledge.abbreviation_ending.fullmatch(fold(form[len(head) :])):
            return {abbreviation_key(head)}
        return set()

    def word_keys(self, form: str) -> set[str]:
        """The keys of a word: its likeliest stem, and, as a part of longer terms, all that it may have."""
        singular = self._singular(form)
        stems = (f"{stem}{self._action(form, stem)}{singular}" for stem in lexemes.stems(form, self._code))
        likeliest, *others = stems
        return {likeliest, *(PART + key for key in (likeliest, *others))}

    def _action(self, form: str, stem: str) -> str:
        """What follows a verb's stem where the form names the action, nothing for other forms and words."""
        if not stem.endswith(VERB):
            return ""
        folded = fold(form)
        beyond = next((at for at, (one, two) in enumerate(zip(folded, stem, strict=False)) if one != two), 0)
        return folded[beyond] if folded[beyond] in self._knowledge.verbal_nouns else ""

    def _singular(self, form: str) -> str:
        """A blank and the singular of a form, nothing where the language does not tell how that is made."""
        if not self._knowledge.inflection:
            return ""
        folded = fold(form).removesuffix("'s")
        folded = self._irregular.get(folded, folded)
        for ending, singular in self._knowledge.inflection:
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                return f" {folded[: len(folded) - len(ending)]}{singular}"
        return f" {folded}"
