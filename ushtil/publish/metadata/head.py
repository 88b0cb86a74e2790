"""All that the <head> of a page tells, styles and scripts apart: what theme/partials/head.html prints.

A page that stands in for a translation that is not there tells a reader who shares it what it is, and claims
nothing: it is not to be indexed, and leads to the original.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ushtil.languages import Language
from ushtil.publish import addresses
from ushtil.publish.addresses import Claim
from ushtil.publish.entries import Entry
from ushtil.publish.metadata import cards, descriptions, feeds, opengraph
from ushtil.publish.metadata.linked import Describer
from ushtil.publish.metadata.opengraph import Property
from ushtil.publish.metadata.strings import strings
from ushtil.publish.metadata.titles import DASH, titles
from ushtil.publish.site import HOME, Site


@dataclass(frozen=True)
class Metadata:
    """What one page tells; plain text, to be escaped."""

    title: str
    description: str = ""
    canonical: str = ""
    """Absolute, or relative where the site does not know its address."""
    is_indexed: bool = False
    claims: tuple[Claim, ...] = ()
    properties: tuple[Property, ...] = ()
    card: str = ""
    """Which form of card `twitter:card` asks for; its other words are Open Graph's."""
    linked: str = ""
    """JSON-LD as the text of a script element, escaped for that."""
    feed: str = ""
    """The address of the feed, absolute."""
    feed_title: str = ""


@dataclass(frozen=True)
class Teller:
    """Tells of the pages of a site as they are read in one language.

    `fallback_name` is what the site is called where its home page does not tell.
    """

    site: Site
    language: Language
    fallback_name: str
    site_url: str = ""

    @cached_property
    def name(self) -> str:
        """What the site is called in the language."""
        return self.site.name(self.language.code) or self.fallback_name

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Path → the page's title."""
        return titles(self.site, self.language.code, self.name)

    @cached_property
    def describer(self) -> Describer:
        return Describer(self.site, self.site_url)

    @cached_property
    def feed(self) -> str:
        """The feed of the language; "" where it has none."""
        return feeds.feed(self.site, self.language, self.name, self.site_url)

    @cached_property
    def _feed_address(self) -> str:
        there = feeds.feed_path(self.language)
        return addresses.absolute(there, self.site_url) if self.feed else ""

    @cached_property
    def _card(self) -> str:
        return "summary_large_image" if cards.can_draw(self.name) else "summary"

    def page(self, path: str) -> Metadata:
        """What the page `path` tells."""
        entry, code = self.site.entries[path], self.language.code
        shown = entry.shown(code)
        is_real = code in entry.versions
        description = descriptions.description(shown)
        canonical = self._canonical(entry, shown.language)
        return Metadata(
            title=self.titles[path],
            description=description,
            canonical=canonical,
            is_indexed=is_real and entry.is_listed,
            claims=self._claims(entry) if is_real and entry.is_listed else (),
            properties=self._properties(entry, description, canonical) if self.site_url else (),
            card=self._card if self.site_url else "",
            linked=self.describer.page(entry, code, self.name, description) if is_real else "",
            feed=self._feed_address,
            feed_title=feeds.title(self.name, self.language),
        )

    def missing(self) -> Metadata:
        """What the page "not found" tells, in all languages."""
        said = " · ".join(strings(one.code).not_found for one in self.site.languages.published)
        return Metadata(title=f"{said}{DASH}{self.name}")

    def _canonical(self, entry: Entry, shown: str) -> str:
        language = self.site.languages.by_code(shown)
        if language not in self.site.languages.published:
            return ""
        there = addresses.page(entry.path, language)
        if self.site_url:
            return addresses.absolute(there, self.site_url)
        # A copy in a folder has nothing to tell but which page is another's original.
        here = addresses.page(entry.path, self.language)
        return "" if there == here else addresses.relative(there, here)

    def _claims(self, entry: Entry) -> tuple[Claim, ...]:
        there = self.site.published(entry)
        return addresses.claims(entry.path, there, self.site.languages, self.site_url)

    def _properties(self, entry: Entry, description: str, url: str) -> tuple[Property, ...]:
        code = self.language.code
        shown = entry.shown(code).language
        others = [one for one in entry.versions if one != shown]
        told = opengraph.properties(
            entry.title(code),
            description,
            url=url,
            site=self.name,
            code=shown,
            others=others,
            is_home=entry.path == HOME,
        )
        if not cards.can_draw(self.name):
            return told
        return (*told, *opengraph.picture(code, self.site_url, self.name))
