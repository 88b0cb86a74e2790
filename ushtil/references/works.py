"""A document and its authors, as every form of reference and citation needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Unicode's private signs mark the slots of templates: no text may bring its own.
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]+")


def line(text: object) -> str:
    """A text on one line, as any form may hold it."""
    return " ".join(_UNWANTED.sub(" ", str(text or "")).split())


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
