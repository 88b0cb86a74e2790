"""What search engines are told of a site: sitemap.xml, and robots.txt that leads to it.

A page is listed in the languages that it really exists in, each with all of them as alternates; a date is
told where the front matter tells one. Pages side by side are listed, too; whatever only stands in for a
translation is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ushtil.publish import addresses, dates
from ushtil.publish.entries import Entry
from ushtil.publish.heads import escape
from ushtil.publish.site import Site

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def sitemap(site: Site, site_url: str) -> str:
    """The sitemap of a site that stands at `site_url`."""
    urls = [url for entry in site.entries.values() if entry.is_listed for url in _urls(entry, site, site_url)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(f"{url}\n" for url in urls)
        + "</urlset>\n"
    )


def robots(site_url: str) -> str:
    """robots.txt: everything may be read; where the sitemap is, if the site knows its address."""
    told = f"\nSitemap: {addresses.absolute(SITEMAP, site_url)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{told}"


def _urls(entry: Entry, site: Site, site_url: str) -> Iterator[str]:
    there = site.published(entry)
    claims = addresses.claims(entry.path, there, site.languages, site_url)
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(claim.language)}" href="{escape(claim.href)}"/>'
        for claim in claims
    )
    changed = {code: dates.changed(version.head.metadata) for code, version in there.items()}
    for code in there:
        place = addresses.page(entry.path, site.languages.by_code(code))
        yield _url(addresses.absolute(place, site_url), changed[code], alternates)
    for part in entry.parts:
        place = addresses.parallel(entry.path, part.name)
        yield _url(addresses.absolute(place, site_url), max(changed.values()))


def _url(place: str, changed: str, alternates: str = "") -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(place)}</loc>{date}{alternates}</url>"
