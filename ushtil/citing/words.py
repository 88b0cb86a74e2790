"""What citations say in a language: `ushtil/language/<code>/citing.toml`, filled up from the default one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.citing.model import Citation, Relation
from ushtil.language import tables
from ushtil.references import formatting


@dataclass(frozen=True)
class Labels:
    """What is written around citations, on the page."""

    title: str
    whole: str
    """Heads the citation of the page as a whole."""
    one: str
    """Heads that of a paragraph: {number}, as in its address."""
    cite: str
    """The button at a paragraph's address."""
    hint: str
    """Asks to fill in the day, where no script does."""
    each: str
    """Leads to the citations of all paragraphs."""
    page: str
    """Leads back from there, and from a paragraph to the page as a whole."""
    copy: str
    """Before the buttons that copy a form, and in the name of each."""
    copied: str
    download: str
    """Before the links to files, and in the name of each."""
    plain: str
    """Names the form for people among those for programs."""


@dataclass(frozen=True)
class Words:
    """One language's words; {names} in braces are filled in."""

    form: str
    """The plain form: a key of `plain.FORMS`."""
    day: str
    """A day that somebody read something, of {D} {M} {Y}, {d} without a leading nought, {month}."""
    blank: str
    """Stands for a day that is not known."""
    url: str
    file: str
    """For {address}, where the site does not know its own."""
    read: str
    medium: str
    """A text that is read on a screen, as the standard puts it."""
    site: str
    digest: str
    revision: str
    translated: str
    conjunction: str
    """Before the last of several names."""
    others: str
    """For authors beyond those who are named."""
    cited: Mapping[str, str]
    """Leads from the document to our page: by relation, and `translation`."""
    interface: Labels


@cache
def words(code: str) -> Words:
    """The words of a language."""
    told = dict(tables.filled(code, "citing"))
    return Words(**{**told, "interface": Labels(**told["interface"])})


def cited(citation: Citation) -> str:
    """What leads from the document to our page."""
    said = words(citation.language).cited
    is_translated = citation.relation is Relation.TEXT and citation.page.translation
    return said["translation" if is_translated else str(citation.relation)]


def notes(citation: Citation) -> list[str]:
    """What our page must say of itself: that it is a digest, that it is a translation."""
    digest = words(citation.language).digest if citation.relation is Relation.DIGEST else ""
    return [note for note in (digest, citation.page.translation) if note]


def besides(citation: Citation) -> list[str]:
    """Of that what its title does not say already."""
    return [note for note in notes(citation) if note.casefold() not in citation.page.title.casefold()]


def remark(told: list[str]) -> str:
    """Notes as one sentence without its full stop; "" for none."""
    return capital("; ".join(told))


def located(citation: Citation) -> str:
    """Where in the document it stands, in words: "Para. 12, p. 4"; "" for nowhere in particular."""
    place = citation.place
    page = formatting.locator(f"p {place.page}", citation.language) if place.page else ""
    return capital(", ".join(filter(None, (place.locator, page))))


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
