"""A page of the site in whichever languages it exists, and what a reader of each of them sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ushtil.publish import heads, navigation, parts, sections
from ushtil.publish.heads import Head
from ushtil.publish.parts import Part
from ushtil.publish.sections import Chunk, Completed
from ushtil.publish.trees import Source
from ushtil.status.passages import UNTRANSLATED


@dataclass(frozen=True)
class Version:
    """A page in one language; `text` is the whole file. `source` is None where Ushtil wrote it."""

    language: str
    head: Head
    source: Source | None = None
    text: str = ""
    drawn: str = ""
    """The same with what it draws from data, where it draws on any."""

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The sections of the page, as it is published."""
        return sections.chunks(heads.body(self.drawn or self.text))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The sections that really stand in this version."""
        return frozenset(chunk.id for chunk in self.chunks if chunk.id)


@dataclass(frozen=True)
class Entry:
    """A page of the site. `fallback` is the code of the version shown where there is no translation."""

    path: str
    versions: Mapping[str, Version]
    fallback: str
    is_listed: bool = True
    """Whether navigation, sitemap and other sites' searches may lead to it."""
    is_alone: bool = False
    """Whether the site shows it in one language only, whatever versions there are."""

    def shown(self, code: str) -> Version:
        """What a reader of this language sees."""
        return self.versions.get(code) or self.versions[self.fallback]

    def title(self, code: str) -> str:
        """The title of what is shown, never empty."""
        return self.shown(code).head.title or navigation.named(self.path)

    @cached_property
    def completed(self) -> Mapping[str, Completed]:
        """Language code → the Markdown of each version, sections that it lacks put in from the original."""
        original = self.versions[self.fallback]
        return {
            code: sections.complete(
                version.chunks, () if version is original else original.chunks, self.fallback
            )
            for code, version in self.versions.items()
        }

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parallel pages of this page: none where it stands in one language only, or Ushtil wrote it."""
        is_written = all(version.source for version in self.versions.values())
        if self.is_alone or len(self.versions) < 2 or not is_written:
            return ()
        return parts.plan({code: version.chunks for code, version in self.leading})

    @property
    def leading(self) -> list[tuple[str, Version]]:
        """The versions, that which stands in for others first: its order of sections holds."""
        return sorted(self.versions.items(), key=lambda item: item[0] != self.fallback)

    def is_whole(self, code: str) -> bool:
        """Whether nothing of the page is left in another language: no section is borrowed or begun only."""
        headings = (chunk.text.partition("\n")[0] for chunk in self.versions[code].chunks if chunk.level)
        return not self.completed[code].borrowed and not any(f".{UNTRANSLATED}" in one for one in headings)

    def shows(self, code: str, section: str) -> bool:
        """Whether the page as read in this language has the section, in whatever language."""
        version = self.shown(code)
        return section in version.ids or section in self.completed[version.language].borrowed

    @property
    def order(self) -> float | None:
        """The page's place among its neighbours: alike in all languages, so the first that is given."""
        orders = (version.head.order for version in self.versions.values())
        return next((order for order in orders if order is not None), None)

    @property
    def original(self) -> str:
        """The language the page was written in; where no front matter tells, that of its only version."""
        told = (version.head.original for version in self.versions.values())
        return next(filter(None, told), next(iter(self.versions)) if len(self.versions) == 1 else "")
