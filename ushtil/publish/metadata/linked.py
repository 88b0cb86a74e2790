"""What a page is, as JSON-LD in the words of schema.org: a work, its other versions, what it rests on.

    kk/upr/course.html#work   Article   translationOfWork → upr/course.html#work
    upr/course.html#work      Article   workTranslation → kk/…, ru/…    citation → sources.html#hrc-5-1

`Report` is the text of a document that was imported (`source` in its front matter); what this site says of
one is an `Article`. Names stay plain text: front matter does not tell a person from an organisation.
Identifiers are addresses: absolute where the site knows its own, else relative to the page, as JSON-LD
allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ushtil.literals import literal
from ushtil.markup import frontmatter
from ushtil.publish import addresses, dates
from ushtil.publish.entries import Entry, Version
from ushtil.publish.evidence import SOURCES
from ushtil.publish.metadata.titles import above
from ushtil.publish.site import HOME, Site
from ushtil.references import citations
from ushtil.references.bibliography import Reference

Node = dict[str, Any]

KINDS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "thesis": "Thesis",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
"""The types of CSL that schema.org has, too; all others are a CreativeWork."""


class Describer:
    """Tells what pages are. `site_url` is empty where the site does not know it."""

    def __init__(self, site: Site, site_url: str) -> None:
        self.site, self.references, self.site_url = site, site.data.references, site_url

    def page(self, entry: Entry, code: str, name: str, description: str) -> str:
        """The page as it really stands in one language, as the text of a script element."""
        here = self._address(entry.path, code)
        work = self._work(entry, entry.versions[code], here, name, description)
        crumbs = self._crumbs(entry, code, here)
        nodes = [work, crumbs] if crumbs else [work]
        return embedded({"@context": "https://schema.org", "@graph": nodes})

    def _work(self, entry: Entry, version: Version, here: str, name: str, description: str) -> Node:
        head, code = version.head.metadata, version.language
        cited = list(self._cited(version))
        home = self._address(HOME, code)
        return _filled(
            {
                "@type": _type(entry, version),
                "@id": self._work_id(entry.path, code, here),
                "url": self._way(here, here),
                "headline": entry.title(code),
                "description": description,
                "inLanguage": code,
                "author": _one_or_list(frontmatter.names(head, "author")),
                "translator": _one_or_list(frontmatter.names(head, "translator")),
                "datePublished": dates.told(head, dates.PUBLISHED),
                "dateModified": dates.told(head, dates.UPDATED),
                "isPartOf": {
                    "@type": "WebSite",
                    "@id": f"{self._way(home, here)}#site",
                    "name": name,
                    "inLanguage": code,
                },
                **self._versions(entry, code, here),
                "isBasedOn": [*_source(head), *self._digested(entry, code, cited, here)],
                "citation": [self._reference(source, code, here) for source in cited],
            }
        )

    def _versions(self, entry: Entry, code: str, here: str) -> Node:
        """The other versions, by their identifiers; nothing is a translation whose original is not told."""
        original = entry.original
        there = self.site.published(entry)
        if code == original:
            return {"workTranslation": [self._named(entry.path, one, here) for one in there if one != code]}
        if original in there:
            return {"translationOfWork": self._named(entry.path, original, here)}
        return {}

    def _named(self, path: str, code: str, here: str) -> Node:
        return {"@id": self._work_id(path, code, here), "inLanguage": code}

    def _cited(self, version: Version) -> Iterator[Reference]:
        text = version.text if "[@" in version.text else ""
        keys = dict.fromkeys(citation.key for citation in citations.citations(text))
        return (self.references[key] for key in keys if key in self.references)

    def _digested(self, entry: Entry, code: str, cited: Sequence[Reference], here: str) -> Iterator[Node]:
        """The source of which the page is a digest; described here unless it is among those that it cites."""
        for source in self.references.values():
            if source.is_told_on(entry.path):
                whole = self._reference(source, code, here)
                yield {"@id": whole["@id"]} if source in cited else whole

    def _reference(self, source: Reference, code: str, here: str) -> Node:
        return _filled(
            {
                "@type": KINDS.get(source.kind, "CreativeWork"),
                "@id": self._source_id(source, code, here),
                "name": source.title,
                "alternateName": source.titles.get(code, ""),
                "inLanguage": source.language,
                "author": _one_or_list([author.plain for author in source.authors]),
                "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
                "identifier": source.number,
                "datePublished": "-".join(f"{part:02}" for part in source.issued),
                "url": source.url,
            }
        )

    def _source_id(self, source: Reference, code: str, here: str) -> str:
        """Where the list of sources has it; without such a list, where it stands itself."""
        if SOURCES not in self.site.entries:
            return source.url or f"#source-{source.id}"
        return f"{self._way(self._address(SOURCES, code), here)}#{source.id}"

    def _crumbs(self, entry: Entry, code: str, here: str) -> Node | None:
        """The way from the home page; None where there is no way to tell."""
        way = [*reversed(list(above(entry.path, self.site))), entry.path]
        if len(way) < 2:
            return None
        items = [
            {
                "@type": "ListItem",
                "position": place,
                "name": self.site.entries[path].title(code),
                "item": self._way(self._address(path, code), here),
            }
            for place, path in enumerate(way, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _work_id(self, path: str, code: str, here: str) -> str:
        return f"{self._way(self._address(path, code), here)}#work"

    def _address(self, path: str, code: str) -> str:
        return addresses.page(path, self.site.languages.by_code(code))

    def _way(self, address: str, here: str) -> str:
        return (
            addresses.absolute(address, self.site_url) if self.site_url else addresses.relative(address, here)
        )


def embedded(value: object) -> str:
    """JSON that nothing in a title can break out of: `</script>`, `<!--` and entities are letters no more."""
    text = literal(value)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _type(entry: Entry, version: Version) -> str:
    if version.source is None:
        return "CollectionPage"
    return "Report" if _source(version.head.metadata) else "Article"


def _source(head: Mapping[str, Any]) -> list[Node]:
    """The document that a text was imported from."""
    told = head.get("source")
    if not isinstance(told, Mapping) or not told:
        return []
    publisher = str(told.get("publisher") or "")
    return [
        _filled(
            {
                "@type": "CreativeWork",
                "name": str(told.get("title") or told.get("file") or ""),
                "publisher": publisher and {"@type": "Organization", "name": publisher},
                "datePublished": dates.told(told, "date"),
                "url": str(told.get("url") or ""),
            }
        )
    ]


def _one_or_list(names: Sequence[str]) -> list[str] | str:
    return list(names) if len(names) > 1 else "".join(names)


def _filled(node: Mapping[str, Any]) -> Node:
    """What is told, without what is not."""
    return {key: value for key, value in node.items() if value}
