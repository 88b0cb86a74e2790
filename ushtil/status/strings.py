"""What the status of translations says, language by language: `ushtil/language/<code>/status.toml`.

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

    write_here: str
    """The paragraph of a new page, to be overwritten."""
    title: str
    """The title of the page that shows the status."""
    about: str
    """What that page is; its first paragraph."""
    languages: str
    """The heading above the table of languages."""
    pages: str
    """The heading above the pages."""
    language: str
    page: str
    section: str
    sections: str
    """The heading above the sections that are not current."""
    translated: str
    """Heads the column of pages that exist: 3 of 8."""
    count: str
    """{done} of {all}."""
    reviewed: str
    percent: str
    """Heads the column of sections that are current, in a hundred."""
    original: str
    """Said of the language that a page was written in."""
    all_current: str
    """Said of a page all sections of which are current in all languages."""
    not_reviewed: str
    page_missing: str
    states: Mapping[str, str]
    """The name of each state of a section."""
    notices: Mapping[str, str]
    """What a reader is told at a section, by its state."""


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    return Strings(**tables.filled(code, "status"))
