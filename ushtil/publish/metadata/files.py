"""The files that tell programs of a site: which there are, and with which language each comes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from ushtil.publish.metadata import cards, feeds, listing, sitemap
from ushtil.publish.metadata.head import Teller

SCHEMA = "pages.schema.json"


def files(teller: Teller) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file that comes with a language: the default one brings those of all."""
    for path, text in _texts(teller):
        yield path, text.encode()
    if teller.site_url and cards.can_draw(teller.name):
        names = [(one.name, one == teller.language) for one in teller.site.languages.published]
        yield cards.card_path(teller.language.code), cards.card(teller.name, names)


def _texts(teller: Teller) -> Iterator[tuple[str, str]]:
    site, url = teller.site, teller.site_url
    if teller.feed:
        yield feeds.feed_path(teller.language), teller.feed
    if teller.language.default:
        yield sitemap.ROBOTS, sitemap.robots(url)
        yield listing.PATH, listing.listing(site, url)
        yield SCHEMA, resources.files(__package__).joinpath(SCHEMA).read_text(encoding="utf-8")
        if url:
            yield sitemap.SITEMAP, sitemap.sitemap(site, url)
