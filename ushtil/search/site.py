"""The index of one language of a site: which pages it has, and the files that it makes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from ushtil.languages import Language
from ushtil.publish import dates, glossary
from ushtil.publish.navigation import Item
from ushtil.publish.site import Site
from ushtil.search import index, layout, shards
from ushtil.search.documents import Page, sections
from ushtil.terms.termbase import Termbase

OF_GLOSSARY = 0.2
"""How much the words of the glossary count: it names every term, and elsewhere stands what is said of it."""


def files(
    site: Site, language: Language, contents: Mapping[str, str], termbase: Termbase | None
) -> dict[str, str]:
    """Path below the site's top → text; `contents` has the HTML of the pages as built, by path."""
    pages = searched(site, language, contents)
    made = index.build(language.code, pages, list(sections(pages)), terms(termbase, language.code))
    prefix = f"{language.prefix}/" if language.prefix else ""
    folder = f"{layout.FOLDER}/{language.code}"
    return {f"{folder}/{name}": text for name, text in shards.files(made, prefix).items()}


def searched(site: Site, language: Language, contents: Mapping[str, str]) -> list[Page]:
    """The pages that are found in this language: those that were written in it, and the glossary.

    A page that stands in for a missing translation is found in its own language.
    """
    trails = dict(_trails(site.navigation(language.code)))
    pages = []
    for path, entry in site.entries.items():
        version = entry.versions.get(language.code)
        ours = glossary.is_list(path, site)
        if not version or path not in contents or not (version.source or ours):
            continue
        told = _told(version.head.metadata)
        if not told.get("exclude"):
            date = dates.changed(version.head.metadata)
            boost = OF_GLOSSARY if ours else told.get("boost", 1.0)
            title = entry.title(language.code)
            pages.append(Page(path, title, contents[path], trails.get(path, ()), date, boost))
    return pages


def _told(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the front matter says to the search, as far as it is what the schema asks for."""
    told = metadata.get("search")
    if not isinstance(told, dict):
        return {}
    boost = told.get("boost", 1.0)
    is_number = isinstance(boost, (int, float)) and not isinstance(boost, bool) and 0 < boost < math.inf
    return {"exclude": told.get("exclude") is True, "boost": boost if is_number else 1.0}


def terms(termbase: Termbase | None, code: str) -> dict[str, tuple[str, ...]]:
    """Concept → its terms in a language, the preferred one first."""
    concepts = termbase.concepts if termbase else ()
    return {
        concept.id: tuple(dict.fromkeys(term.text for term in concept.terms[code].terms()))
        for concept in concepts
        if code in concept.terms
    }


def _trails(items: Iterable[Item], above: tuple[str, ...] = ()) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Each page of the navigation with the sections that it stands in."""
    for item in items:
        if item.path:
            yield item.path, above
        else:
            yield from _trails(item.children, (*above, item.title))
