"""What a citation says, before any form is given to it. All texts are one line, free of control signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# Unicode's private signs mark the slots of templates: no text may bring its own.
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]+")


def line(text: object) -> str:
    """A text on one line, as any form may hold it."""
    return " ".join(_UNWANTED.sub(" ", str(text or "")).split())


class Relation(StrEnum):
    """What a page is to the document of which it tells."""

    OWN = "own"
    """It is a text of its own; there is no such document."""
    TEXT = "text"
    """It is the document's text, or a translation of it."""
    DIGEST = "digest"
    """It tells in other words what the document says."""


@dataclass(frozen=True)
class Name:
    """Of a person, `family` and `given`; of anybody else, or where nobody took it apart, `literal`."""

    literal: str = ""
    family: str = ""
    given: str = ""

    @property
    def plain(self) -> str:
        """As it is spoken: "B. Omarov"."""
        return self.literal or f"{self.given} {self.family}".strip()

    @property
    def sorted(self) -> str:
        """As lists have it: "Omarov, B."."""
        return self.literal or ", ".join(filter(None, (self.family, self.given)))


@dataclass(frozen=True)
class Work:
    """A document. `kind` is a type of CSL; `issued` is year, month, day, as far as they are known."""

    title: str
    kind: str = "document"
    id: str = ""
    language: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the title means in other languages."""
    authors: tuple[Name, ...] = ()
    container: str = ""
    publisher: str = ""
    place: str = ""
    number: str = ""
    """The symbol or number under which it is known: A/HRC/28/10."""
    doi: str = ""
    issued: tuple[int, ...] = ()
    url: str = ""
    note: str = ""

    def called(self, language: str) -> str:
        """Its title; where it has none of its own, what it is described as to readers of this language."""
        told = self.titles.get(language, "")
        return f"[{told}]" if told and self.title.startswith("[") else self.title


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
