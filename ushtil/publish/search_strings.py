"""What search says itself, language by language: `ushtil/language/<code>/search-interface.toml`.

What a language lacks comes from the default language of those that Ushtil ships with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ushtil.language import tables


@dataclass(frozen=True)
class Strings:
    """One language's strings; all but a few are said by the browser's scripts."""

    search: str
    """Names the field, the page of results and what leads to it."""
    clear: str
    close: str
    pages: str
    """The title of the list of all pages."""
    pages_about: str
    glossary: str
    found: str
    """How much was found: {sections} on {pages}."""
    none: str
    """Nothing was found for {query}."""
    missing: str
    """Of several {words} these are in no section."""
    corrected: str
    """Nothing has a {word}; shown are {words} with one letter more, less or another."""
    folded: str
    """A {word} typed on another keyboard or in other letters is read as {words}."""
    level_page: str
    level_some: str
    term: str
    """What a {word} of the query is called in the glossary: {term}."""
    all: str
    """Leads to the page of results: {count} sections."""
    more_on_page: str
    elsewhere: str
    """Names the counts in other languages."""
    key_up: str
    """The key that leads to them."""
    keys: str
    previous: str
    next: str
    pager: str
    """Names the ways to the other pages of results."""
    part: str
    """Which of the pages that were found are listed: {first}, {last}, {all}."""
    at_least: str
    """Said of a query of one letter."""
    fewer: str
    ways: str
    """Leads to the glossary and the list of pages where search found nothing, or does not work."""
    tips: str
    """How to search for a phrase and how to exclude: {example}."""
    tips_example: str
    loading: str
    failed_missing: str
    failed_broken: str
    failed_other: str
    failed_slow: str
    again: str
    no_script: str
    marked: str
    """Said on a page that was opened from the results: {count}."""
    unmark: str


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    return Strings(**tables.filled(code, "search-interface"))
