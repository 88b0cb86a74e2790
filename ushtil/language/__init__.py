"""What is known of each language: one folder each, named by its BCP 47 code.

`profile.toml` holds what recognition needs: alphabet, function words, the words for "page", "section"
and "abstract".  Nothing else in the library names a language; what a folder lacks is empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .tables import having, table


@dataclass(frozen=True)
class Profile:
    """One language. Words are in lower case; `enumerators` hold "{n}" where the number stands."""

    code: str
    name: str
    locale: str
    """What CLDR calls its conventions."""
    order: str
    """The small letters of the alphabet, in its order."""
    alphabet: frozenset[str]
    borrowed: frozenset[str]
    function_words: frozenset[str]
    open_words: frozenset[str]
    announcing: re.Pattern[str]
    """Matches a word that announces a list or a quotation; no title before a colon holds one."""
    months: tuple[str, ...]
    month_endings: tuple[str, ...]
    """Endings that a month's name may have in a date."""
    page_words: tuple[str, ...]
    of_words: tuple[str, ...]
    date_words: tuple[str, ...]
    author_words: tuple[str, ...]
    caption_words: tuple[str, ...]
    enumerators: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, str]
    """The usual names of sections → what they mean ("введение" → "introduction")."""


@cache
def profile(code: str) -> Profile:
    """The profile of a language; KeyError where the library knows nothing of it."""
    data = table(code, "profile")
    if not data:
        raise KeyError(code)
    return Profile(
        code=code,
        name=data["name"],
        locale=data.get("locale", code),
        order=data["alphabet"],
        alphabet=frozenset(data["alphabet"]),
        borrowed=frozenset(data["borrowed"]),
        function_words=frozenset(data["function_words"].split()),
        open_words=frozenset(data["open_words"].split()),
        months=tuple(data["months"]),
        month_endings=tuple(data["month_endings"]),
        page_words=tuple(data["page_words"]),
        of_words=tuple(data["of_words"]),
        date_words=tuple(data["date_words"]),
        author_words=tuple(data["author_words"]),
        caption_words=tuple(data["caption_words"]),
        announcing=beginnings(data["announcing_words"].split()),
        enumerators={kind: tuple(forms) for kind, forms in data["enumerators"].items()},
        sections={name: meaning for meaning, names in data["sections"].items() for name in names},
    )


def beginnings(words: list[str]) -> re.Pattern[str]:
    """Matches any of `words` as a whole, and what begins with one that ends in "*"."""
    return re.compile("|".join(re.escape(word).replace(r"\*", ".*") + "$" for word in words))


def known() -> tuple[str, ...]:
    """The codes of all languages that have a profile."""
    return having("profile")


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
