"""What is new, language by language, for readers of feeds: Atom 1.0 (RFC 4287).

    feed.xml, kk/feed.xml      one a language
    <entry>   a text was published        its `date`, a translation's own
    <entry>   a translation was updated   its `updated`, where that is later; a new entry for each such date

An original that is `updated` moves the date of its one entry. That is all that front matter tells; when a
file was touched, or a build made, is no news. A feed is read from elsewhere and names its entries for good:
both need the address of the site, so without one there is no feed. A page that stands in for a translation
is no entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ushtil.languages import Language
from ushtil.markup import frontmatter
from ushtil.publish import addresses, dates
from ushtil.publish.entries import Entry, Version
from ushtil.publish.metadata import descriptions
from ushtil.publish.metadata.strings import strings
from ushtil.publish.metadata.titles import DASH
from ushtil.publish.site import HOME, Site

LONGEST = 100
"""Entries of a feed: the newest."""

# In a tag URI (RFC 4151) a date says whose the name was then. It is fixed, so that no correction of a text's
# own date makes a new entry of it.
_SINCE = "2026"
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Event:
    """Something that happened to a page: `kind` is "published" or "updated"."""

    entry: Entry
    version: Version
    kind: str
    date: str
    changed: str


def feed_path(language: Language) -> str:
    """Where the feed of a language stands."""
    return addresses.file("feed.xml", language)


def title(name: str, language: Language) -> str:
    """What the feed of a site that is called `name` is called."""
    return f"{name}{DASH}{strings(language.code).feed}"


def feed(site: Site, language: Language, name: str, site_url: str) -> str:
    """The feed of a site that is called `name`; "" without an address, or where no text tells a date."""
    events = sorted(_events(site, language.code), key=lambda event: event.entry.path)
    events = sorted(events, key=lambda event: dates.moment(event.changed), reverse=True)[:LONGEST]
    if not events or not site_url:
        return ""
    root = Element("feed", {"xmlns": _ATOM, f"{_XML}lang": language.code})
    home = addresses.absolute(addresses.page(HOME, language), site_url)
    _put(root, "id", _tag(addresses.file("", language), site_url))
    _put(root, "title", title(name, language))
    _put(root, "updated", dates.moment(events[0].changed))
    SubElement(
        root,
        "link",
        {
            "rel": "self",
            "type": "application/atom+xml",
            "href": addresses.absolute(feed_path(language), site_url),
        },
    )
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _put(SubElement(root, "author"), "name", name)
    for event in events:
        _add(root, event, language, site_url)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _events(site: Site, code: str) -> Iterator[Event]:
    for entry in site.entries.values():
        version = entry.versions.get(code)
        if not version or not version.source or not entry.is_listed:
            continue
        head = version.head.metadata
        published, updated = (dates.told(head, key) for key in (dates.PUBLISHED, dates.UPDATED))
        is_translation = bool(entry.original) and entry.original != code
        if published:
            yield Event(
                entry, version, "published", published, published if is_translation else dates.changed(head)
            )
        if updated > published and (is_translation or not published):
            yield Event(entry, version, "updated", updated, updated)


def _add(root: Element, event: Event, language: Language, site_url: str) -> None:
    said = strings(language.code)
    is_update = event.kind == "updated"
    place = addresses.page(event.entry.path, language)
    name = event.entry.title(language.code)
    one = SubElement(root, "entry")
    _put(one, "id", _tag(f"{place}#updated-{event.date}" if is_update else place, site_url))
    _put(one, "title", said.feed_updated.format(title=name) if is_update else name)
    if not is_update:
        _put(one, "published", dates.moment(event.date))
    _put(one, "updated", dates.moment(event.changed))
    SubElement(
        one,
        "link",
        {
            "rel": "alternate",
            "type": "text/html",
            "hreflang": language.code,
            "href": addresses.absolute(place, site_url),
        },
    )
    for author in frontmatter.names(event.version.head.metadata, "author"):
        _put(SubElement(one, "author"), "name", author)
    SubElement(one, "category", {"term": event.kind})
    _put(one, "summary", descriptions.description(event.version))


def _tag(place: str, site_url: str) -> str:
    """A name for good, by the site's own address (RFC 4151)."""
    split = urlsplit(site_url)
    return f"tag:{split.hostname},{_SINCE}:{split.path.rstrip('/')}/{quote(place, safe='/#')}"


def _put(parent: Element, name: str, text: str) -> None:
    # A control character, which XML cannot hold, says nothing.
    SubElement(parent, name).text = "".join(c for c in text if c >= " " or c in "\t\n")
