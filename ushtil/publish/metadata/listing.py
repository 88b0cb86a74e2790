"""All pages and sections of a site and their addresses, for programs: pages.json.

    {"version": 1,
     "site": "https://example.org/"            addresses are relative to it; "" where it is not known
     "languages": [{"code", "name", "default"}],
     "pages": [{"path": "upr/course",          alike in all languages
                "original": "en",              the language it was written in; "" where that is not told
                "parallel": "parallel/…",      the versions side by side, if there are several
                "versions": {"kk": {"title", "address", "status", "date", "updated"}},   no stand-in
                "sections": [{"id": "troika", "level": 2, "titles": {"kk": "…"}, "paragraphs": ["p1", "p2"],
                              "parallel": "parallel/…"}]}]}     where it differs from the page's

    address of a section      versions[code].address + "#" + id                 kk/upr/course.html#troika
    address of a paragraph    the same + "-" + its number                       kk/upr/course.html#troika-p1

A section without a title in a language stands there in the original, at the same address.
`pages.schema.json` says the same for validators. What is added later leaves `version` as it is; what is
changed raises it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ushtil.literals import literal
from ushtil.publish import addresses, dates, heads, navigation
from ushtil.publish.entries import Entry, Version
from ushtil.publish.sections import Chunk, merged
from ushtil.publish.site import Site

PATH = "pages.json"
VERSION = 1


def listing(site: Site, site_url: str) -> str:
    """The list as JSON, one page a line."""
    about = {
        "version": VERSION,
        "site": addresses.absolute("", site_url) if site_url else "",
        "languages": [
            {"code": one.code, "name": one.name, "default": one.default} for one in site.languages.published
        ],
    }
    head = "".join(f"{literal(key)}:{literal(value)},\n" for key, value in about.items())
    order = navigation.paths(site.navigation(site.languages.default.code))
    pages = ",\n".join(literal(_page(site.entries[path], site)) for path in order)
    return f'{{{head}"pages":[\n{pages}\n]}}\n'


def _page(entry: Entry, site: Site) -> dict[str, Any]:
    there = site.published(entry)
    beside = addresses.parallel(entry.path) if entry.parts else ""
    return {
        "path": entry.path.rpartition(".")[0],
        "original": entry.original,
        **({"parallel": beside} if beside else {}),
        "versions": {code: _version(entry, version, site) for code, version in there.items()},
        "sections": list(_sections(entry, there, beside)),
    }


def _version(entry: Entry, version: Version, site: Site) -> dict[str, str]:
    head = version.head.metadata
    told = {
        "title": entry.title(version.language),
        "address": addresses.page(entry.path, site.languages.by_code(version.language)),
        "status": str(head.get("status") or ""),
        "date": dates.told(head, dates.PUBLISHED),
        "updated": dates.told(head, dates.UPDATED),
    }
    return {key: value for key, value in told.items() if value}


def _sections(entry: Entry, there: Mapping[str, Version], beside: str) -> Iterator[dict[str, Any]]:
    chunks = {code: _by_id(version) for code, version in there.items()}
    leading = [code for code, _ in entry.leading if code in chunks]
    parts = {
        name: addresses.parallel(entry.path, part.name) for part in entry.parts for name in part.sections
    }
    for name in merged(list(chunks[code]) for code in leading):
        held = {code: chunks[code][name] for code in leading if name in chunks[code]}
        numbers = merged(list(dict.fromkeys(chunk.numbers)) for chunk in held.values())
        elsewhere = parts.get(name, beside)
        yield {
            "id": name,
            "level": next(iter(held.values())).level,
            "titles": {code: heads.plain(chunk.title) for code, chunk in sorted(held.items())},
            **({"paragraphs": numbers} if numbers else {}),
            **({"parallel": elsewhere} if elsewhere != beside else {}),
        }


def _by_id(version: Version) -> dict[str, Chunk]:
    """The sections with an id; what stands under a heading without one counts to the section before."""
    found: dict[str, Chunk] = {}
    name = ""
    for chunk in version.chunks:
        name = chunk.id or name
        if name:
            before = found.get(name)
            found[name] = replace(before, text=f"{before.text}\n{chunk.text}") if before else chunk
    return found
