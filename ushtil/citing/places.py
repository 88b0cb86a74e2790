"""The paragraphs of a page that have an address, and where each stands in the document.

    The police denied it [@us-2022, s1-c].      →  Place("s1-c-p3", "Section 1.c")
    {: #p3 }
    12. The State party should …                →  Place("s1-p2", "Para. 12", "4")
    {: #p2 data-number="12" data-page="4" }

Import keeps the document's own numbers at the paragraphs that it wrote.  A digest tells its places by its
citations of the document; a paragraph of it that cites no place has that of its section, if that is named
like the document's, as `s1-c` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ushtil.citing.model import Citation, Place, Relation
from ushtil.citing.words import capital
from ushtil.markup import attributes
from ushtil.markup.anchors import NUMBER
from ushtil.markup.visible import visible
from ushtil.references import citations, formatting
from ushtil.references.works import line

# Signs that no format takes for its own, so that whoever fills a template need not escape.
_UNSAFE = re.compile(r"[^\w.,:;/()№§–\- ]|_")


def places(chunks: Iterable[tuple[str, str]], citation: Citation) -> Iterator[Place]:
    """The paragraphs in reading order; a chunk is a section's id and its Markdown, without those below it."""
    section = ""
    for name, text in chunks:
        section = name or section
        held: list[str] = []
        for written, shown in zip(text.split("\n"), visible(text), strict=True):
            found = attributes.parse(shown)
            if found is None:
                held.append(written)
                continue
            if NUMBER.fullmatch(found.id):
                yield _place(f"{section}-{found.id}" if section else found.id, section, found, held, citation)
            held = []


def _place(
    name: str, section: str, found: attributes.Attributes, held: list[str], citation: Citation
) -> Place:
    code = citation.language
    if citation.relation is Relation.DIGEST and citation.work:
        told = _cited("\n".join(held), citation.work.id, code) or _named(section, code)
        return Place(name, capital(_safe(told)))
    if citation.relation is Relation.TEXT:
        number = _safe(found.get("data-number"))
        told = capital(formatting.locator(f"para {number}", code)) if number else ""
        return Place(name, told, _safe(found.get("data-page")))
    return Place(name)


def _cited(text: str, key: str, code: str) -> str:
    """The places in the document that a paragraph cites."""
    found = citations.citations(text) if "[@" in text else ()
    told = dict.fromkeys(one.locator for one in found if one.key == key and one.locator)
    return "; ".join(formatting.locator(place, code) for place in told)


def _named(section: str, code: str) -> str:
    """The place that the id of a section names; "" where it is no name of the document's."""
    told = formatting.locator(section, code)
    return told if told != section else ""


def _safe(text: str) -> str:
    return line(_UNSAFE.sub(" ", text))
