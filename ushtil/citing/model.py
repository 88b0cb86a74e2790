"""What a citation says, before any form is given to it. All texts are one line, free of control signs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ushtil.references.works import Name, Work


class Relation(StrEnum):
    """What a page is to the document of which it tells."""

    OWN = "own"
    """It is a text of its own; there is no such document."""
    TEXT = "text"
    """It is the document's text, or a translation of it."""
    DIGEST = "digest"
    """It tells in other words what the document says."""


@dataclass(frozen=True)
class Page:
    """Our page. `date` is that of the revision; `address` a URL, or a path within the site."""

    key: str
    """Names it in lists of programs: Latin letters, digits and hyphens."""
    title: str
    language: str
    site: str
    """The name of the site of which it is part; "" where it stands for the site itself."""
    address: str
    revision: str
    """A digest of the text: another text has another one."""
    authors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    translation: str = ""
    """What kind of translation it is, in the reader's language: "unofficial translation from English"."""
    date: tuple[int, ...] = ()

    @property
    def is_on_the_web(self) -> bool:
        """Whether the site knows its own address."""
        return "://" in self.address


@dataclass(frozen=True)
class Place:
    """A paragraph of our page, and where the same stands in the document; the whole page if empty."""

    paragraph: str = ""
    """Its public id: s1-c-p3."""
    locator: str = ""
    """As the reader's language says it, with a capital: "Para. 12"."""
    page: str = ""
    """The document's page, as it is printed there: "4"."""


@dataclass(frozen=True)
class Day:
    """The day on which somebody read the page, in the forms in which formats want it."""

    shown: str
    iso: str
    slashed: str
    parts: str
    """Year, month and day with commas between them."""


@dataclass(frozen=True)
class Citation:
    """A page or paragraph as it is cited. `language` is the reader's."""

    page: Page
    language: str
    work: Work | None = None
    relation: Relation = Relation.OWN
    place: Place = Place()
    day: Day | None = None

    @property
    def key(self) -> str:
        """Names it in lists of programs."""
        return "-".join(filter(None, (self.page.key, self.place.paragraph)))

    @property
    def address(self) -> str:
        """Where it can be read."""
        return "#".join(filter(None, (self.page.address, self.place.paragraph)))
