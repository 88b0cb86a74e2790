"""What the glossary says itself, language by language: `ushtil/language/<code>/glossary.toml`.

What a language lacks comes from the default language of those that Ushtil ships with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.language import tables


@dataclass(frozen=True)
class Strings:
    """One language's strings."""

    title: str
    about: str
    """What the page is; its first paragraph."""
    letters: str
    """Names the list of letters, for those who do not see it."""
    filter: str
    """Names the field that narrows the list."""
    count: str
    """How many terms are left: {shown} of {all}."""
    none: str
    """Said when no term is left."""
    by_subject: str
    no_subject: str
    """The heading of the concepts whose subject has no name."""
    exports: str
    """The heading of the files for other programs."""
    exports_about: str
    note: str
    source: str
    related: str
    subject: str
    links: str
    rest: str
    """Leads from a concept in the list to all that is told of it."""
    uses: str
    """How many sections use a term: {count}."""
    more_uses: str
    """Said of those that are not listed: {count}."""
    open: str
    """Leads from the explanation of a term in the text to its entry."""
    statuses: Mapping[str, str]
    """What each kind of other term is called; abbreviations are `preferred`."""


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    return Strings(**tables.filled(code, "glossary"))
