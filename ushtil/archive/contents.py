"""What an archive tells of what it holds, and which archives there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ushtil.languages import Language
from ushtil.publish import dates
from ushtil.publish.site import Site

UNDATED = "undated"


class Kind(StrEnum):
    """What an edition is; the download page lists them in this order."""

    SITE = "site"
    LANGUAGE = "language"
    BOOK = "book"
    DOCUMENT = "document"
    SOURCES = "sources"


@dataclass(frozen=True)
class Contents:
    """The content of a site at its date."""

    version: str
    date: str
    """The newest in any front matter; "" where none is told."""
    languages: tuple[Language, ...]
    names: Mapping[str, str]
    """Language code → what the site calls itself, "" where it has no name."""
    texts: Mapping[str, int]
    """Language code → how many texts are written in it or translated into it."""
    address: str = ""
    """Where the site stands on the web, "" if that is not known."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)

    @property
    def prefix(self) -> str:
        """What the names of all its archives begin with."""
        return f"ushtil-{self.version}-{self.date or UNDATED}"


def of(site: Site, version: str, address: str) -> Contents:
    """The contents of the site as planned, all languages among them."""
    codes = site.languages.codes
    texts = {
        code: sum(
            1 for entry in site.entries.values() if code in entry.versions and entry.versions[code].source
        )
        for code in codes
    }
    names = {code: site.name(code) for code in codes}
    return Contents(version, dates.newest(site), site.languages.all, names, texts, address)
