"""The index of one language of a site: which pages it has, and the files that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ushtil.languages import Language
from ushtil.publish import glossary
from ushtil.publish.navigation import Item
from ushtil.publish.site import Site
from ushtil.search import index, layout, shards
from ushtil.search.documents import Page, sections
from ushtil.terms.termbase import Termbase


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
        if version and path in contents and (version.source or glossary.is_ours(path, site)):
            date = version.head.metadata.get("updated") or version.head.metadata.get("date") or ""
            title = entry.title(language.code)
            pages.append(Page(path, title, contents[path], trails.get(path, ()), str(date)))
    return pages


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
