"""The page "not found": what is wrong, where to go on, and the page that was perhaps meant.

It is shown at any address, so its links begin at the site's base path. Its script is told the addresses of
all pages without language and ending, and offers the one that was asked for, or almost:

    /texts/kk/UPR/course      →  upr/course     in each language
    /texts/old/course.htm     →  upr/course     the only page of that name
    /texts/upr/gone.html      →  upr/index      the nearest folder
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ushtil.languages import Language
from ushtil.publish import addresses, search_pages, search_strings
from ushtil.publish import glossary_reader as glossary
from ushtil.publish import strings as interface
from ushtil.publish.metadata.strings import Strings, strings
from ushtil.publish.site import HOME, Site


@dataclass(frozen=True)
class Way:
    """A link: its text, and an address seen from the site's top."""

    text: str
    address: str


@dataclass(frozen=True)
class Spoken:
    """What is said in one language."""

    language: Language
    told: Strings
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Missing:
    """The page."""

    spoken: tuple[Spoken, ...]
    pages: str
    """The addresses of all listed pages, without language and ending, between spaces."""
    prefixes: str
    """The language codes that the site has, each with its prefix: "en: ru:ru kk:kk"."""


def missing(site: Site) -> Missing:
    """That of a site."""
    spoken = tuple(
        Spoken(one, strings(one.code), tuple(_ways(site, one))) for one in site.languages.published
    )
    listed = (entry.path for entry in site.entries.values() if entry.is_listed)
    pages = " ".join(addresses.page(path, site.languages.default).removesuffix(".html") for path in listed)
    return Missing(spoken, pages, " ".join(f"{one.code}:{one.prefix}" for one in site.languages.published))


def _ways(site: Site, language: Language) -> Iterator[Way]:
    told = search_strings.strings(language.code)
    names = {
        HOME: interface.interface(language.code).home,
        search_pages.RESULTS: told.search,
        glossary.PATH: told.glossary,
        search_pages.LIST: told.pages,
    }
    for path, name in names.items():
        if path in site.entries:
            yield Way(name, addresses.page(path, language))
