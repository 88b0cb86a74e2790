"""The pages that come with search, and what the browser's scripts must know of a site.

    search.html                  the results of a query, `?q=`
    pages.html                   a list of all pages: the way on where search does not help
    search/kk/interface.js       strings, languages and addresses, as a script

Both pages stand in every language, and neither in the navigation.  A page that someone wrote at the place of
one is left; where the page of results is one's own, there is no search.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from ushtil.language.tables import table
from ushtil.languages import Language
from ushtil.literals import literal
from ushtil.markup.escape import escape_anywhere
from ushtil.publish import addresses
from ushtil.publish import glossary_reader as glossary
from ushtil.publish.entries import Entry, Version
from ushtil.publish.heads import Head, escape
from ushtil.publish.metadata import listing
from ushtil.publish.metadata.strings import strings as strings_of_metadata
from ushtil.publish.navigation import Item
from ushtil.publish.search_strings import Strings, strings
from ushtil.publish.site import HOME, Site

RESULTS, LIST = "search.md", "pages.md"
TEMPLATE = "search.html"


@dataclass(frozen=True)
class Box:
    """What the template of the search field prints; addresses are relative to the site's top."""

    told: Strings
    code: str
    stemmer: str
    """The script that stems the language; empty where it has no stemmer."""
    results: str
    pages: str
    glossary: str
    """Empty where the site has none."""
    is_results: bool


def added(site: Site) -> Site:
    """The site with the two pages, where no page has their place."""
    entries = {path: _entry(path, site) for path in (RESULTS, LIST) if path not in site.entries}
    return replace(site, entries={**site.entries, **entries})


def _entry(path: str, site: Site) -> Entry:
    versions = {language.code: _version(path, site, language) for language in site.languages.published}
    return Entry(path, versions, site.languages.default.code, is_listed=False)


def _version(path: str, site: Site, language: Language) -> Version:
    told = strings(language.code)
    if path == LIST:
        return Version(language.code, Head(title=told.pages), text=_list(site, language, told))
    text = f"# {escape_anywhere(told.search)} {{#search}}\n"
    return Version(language.code, Head({"template": TEMPLATE}, told.search), text=text)


def _list(site: Site, language: Language, told: Strings) -> str:
    items = "".join(_items(site.navigation(language.code), site, language))
    parts = [
        f"# {escape_anywhere(told.pages)} {{#pages}}",
        escape_anywhere(told.pages_about),
        f"<ul>{items}</ul>",
    ]
    return "\n\n".join([*parts, _data(language), ""])


def _data(language: Language) -> str:
    """Leads to the same list for programs."""
    way = addresses.relative(listing.PATH, addresses.page(LIST, language))
    link = f'<a href="{way}">{listing.PATH}</a>'
    return f"<p>{escape(strings_of_metadata(language.code).pages_data).format(link=link)}</p>"


def _items(items: tuple[Item, ...], site: Site, language: Language) -> Iterator[str]:
    for item in items:
        if item.children:
            yield f"<li>{escape(item.title)}<ul>{''.join(_items(item.children, site, language))}</ul></li>"
        else:
            here, there = (addresses.page(path, language) for path in (LIST, item.path))
            shown = site.entries[item.path].shown(language.code).language
            # The home page is called so by the reader's language.
            lang = "" if shown == language.code or item.path == HOME else f' lang="{shown}"'
            yield f'<li><a href="{addresses.relative(there, here)}"{lang}>{escape(item.title)}</a></li>'


def box(site: Site, language: Language, path: str) -> Box | None:
    """The search field of the page `path`; None where the page of results is not ours."""
    if any(version.source for version in site.entries[RESULTS].versions.values()):
        return None
    return Box(
        strings(language.code),
        language.code,
        stemmer(language.code),
        addresses.page(RESULTS, language),
        addresses.page(LIST, language),
        addresses.page(glossary.PATH, language) if glossary.PATH in site.entries else "",
        path == RESULTS,
    )


def stemmer(code: str) -> str:
    """The name of the browser's script that stems a language, by its settings."""
    settings = table(code, "stemmer")
    return str(settings.get("algorithm") or settings.get("engine", ""))


def files(site: Site, language: Language) -> Iterator[tuple[str, str]]:
    """Path and text of what the browser's scripts must know."""
    held = box(site, language, RESULTS)
    if held:
        ways = {"results": held.results, "pages": held.pages, "glossary": held.glossary}
        spoken = [_spoken(site, one) for one in site.languages.published]
        value = {"code": language.code, "told": asdict(held.told), "ways": ways, "languages": spoken}
        yield f"search/{language.code}/interface.js", f"Ushtil.search.speak({literal(value)});\n"


def _spoken(site: Site, language: Language) -> dict[str, str]:
    return {
        "code": language.code,
        "name": language.name,
        "short": language.name[:3].upper(),
        "stemmer": stemmer(language.code),
        "results": addresses.page(RESULTS, language),
    }
