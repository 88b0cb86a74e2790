"""What pages say of missing translations, dead addresses and news: `ushtil/language/<code>/web.toml`.

What a language lacks comes from the default language of those that Ushtil ships with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ushtil.language import tables


@dataclass(frozen=True)
class Strings:
    """One language's strings."""

    translate: str
    """Leads to the place where the translation into this language is written."""
    translate_section: str
    """The same, of a section that a translated page lacks."""
    translate_how: str
    """How to begin a translation with our own {command}."""
    contribute: str
    """Leads to the page about contributing, where nothing can be edited in the browser."""
    partly: str
    """Said of a language in which the page lacks some sections."""
    not_found: str
    not_found_advice: str
    """What is wrong with an address that leads nowhere."""
    nearest: str
    """Before links to pages whose address is almost the one that was asked for."""
    ways: str
    """Before the links that lead on from there."""
    feed: str
    """Names the feed, after the name of the site."""
    feed_updated: str
    """The {title} of a page in the feed, when its translation was updated."""
    pages_data: str
    """Leads from the list of all pages to the same as data: {link}."""


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    return Strings(**tables.filled(code, "web"))
