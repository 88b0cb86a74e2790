"""What a book says itself: `ushtil/language/<code>/epub.toml`, gaps filled from the default language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ushtil.language import tables


@dataclass(frozen=True)
class Words:
    """One language's words."""

    cover: str
    """What the cover shows, for those who do not see it: {title}."""
    contents: str
    about: str
    """The title of the page that tells where the book comes from."""
    whole: str
    """Under the title of a book of all texts."""
    document: str
    """Under the title of one document: the name of the site, {site}."""
    authors: str
    translators: str
    reviewers: str
    texts: str
    """Before what is said of how the texts came about."""
    sources: str
    date: str
    revision: str
    address: str
    licence: str
    places: str
    """How to cite a place by the numbers of the paragraphs."""
    summary: str
    """What a reader with a disability may expect; for the catalogue."""


@cache
def words(code: str) -> Words:
    """The words of a language."""
    return Words(**tables.filled(code, "epub"))
