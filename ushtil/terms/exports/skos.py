"""The termbase as SKOS (W3C Recommendation of 2009), in Turtle.

    <glossary.html#upr> a skos:Concept ;
        skos:inScheme <glossary.html> ;
        skos:prefLabel "Universal Periodic Review"@en , …

A concept's IRI is its permalink on the glossary page, the same in every language.  It is written as `page`
is given: relative, it holds wherever file and page stand side by side, in the archive as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ushtil.languages import Languages
from ushtil.terms.concepts import Concept, Status, Term
from ushtil.terms.termbase import Termbase

PAGE = "glossary.html"
PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
LABELS = {
    Status.PREFERRED: "skos:prefLabel",
    Status.ADMITTED: "skos:altLabel",
    # For finding what is meant, and never shown: just what a term to be avoided is for.
    Status.DEPRECATED: "skos:hiddenLabel",
    Status.AVOID: "skos:hiddenLabel",
}
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_Pair = tuple[str, str]
"""A predicate and an object, both as Turtle has them."""


def write(termbase: Termbase, languages: Languages, page: str = PAGE) -> str:
    """A whole Turtle document; `page` is the address of the glossary page."""
    parts = [f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()]
    parts.append("\n" + _subject(_iri(page), [("a", "skos:ConceptScheme")]))
    for concept in termbase.concepts:
        parts.append("\n" + _subject(_iri(page, concept.id), _concept(concept, languages, page)))
    for name in dict.fromkeys([*termbase.subjects, *(concept.subject for concept in termbase.concepts)]):
        members = [concept.id for concept in termbase.concepts if concept.subject == name]
        if name and members:
            pairs = _collection(name, members, termbase, page)
            parts.append("\n" + _subject(_iri(page, f"subject-{name}"), pairs))
    return "".join(parts)


def _concept(concept: Concept, languages: Languages, page: str) -> Iterator[_Pair]:
    yield "a", "skos:Concept"
    yield "skos:inScheme", _iri(page)
    yield "skos:notation", _literal(concept.id)
    for code in languages.codes:
        if entry := concept.terms.get(code):
            yield from _labels(entry.terms(), code)
            prose = (("skos:definition", entry.definition), ("skos:note", entry.note))
            for predicate, text in (*prose, ("dct:source", entry.source)):
                if text:
                    yield predicate, _literal(text, code)
    yield from (("skos:related", _iri(page, name)) for name in concept.related)
    yield from (("rdfs:seeAlso", _iri(link.url)) for link in concept.links)


def _labels(terms: Iterable[Term], code: str) -> Iterator[_Pair]:
    """Each label once: SKOS allows none that is of two kinds (S13), and one preferred a language (S14)."""
    seen: set[str] = set()
    order = list(Status)
    for term in sorted(terms, key=lambda term: order.index(term.status)):
        if term.text not in seen:
            is_short = term.is_abbreviation and term.status is Status.PREFERRED
            yield "skos:altLabel" if is_short else LABELS[term.status], _literal(term.text, code)
            seen.add(term.text)


def _collection(name: str, members: list[str], termbase: Termbase, page: str) -> Iterator[_Pair]:
    yield "a", "skos:Collection"
    yield "skos:inScheme", _iri(page)
    yield "skos:notation", _literal(name)
    for code, text in termbase.subjects.get(name, {}).items():
        yield "skos:prefLabel", _literal(text, code)
    yield from (("skos:member", _iri(page, member)) for member in members)


# --- Turtle --------------------------------------------------------------------------------------------


def _subject(iri: str, pairs: Iterable[_Pair]) -> str:
    """What is said of one thing, an object a line, in the order of their predicates' first coming."""
    objects: dict[str, list[str]] = {}
    for predicate, value in pairs:
        objects.setdefault(predicate, []).append(value)
    lines = [f"{predicate} " + " ,\n        ".join(values) for predicate, values in objects.items()]
    return f"{iri} " + " ;\n    ".join(lines) + " .\n"


def _iri(address: str, fragment: str = "") -> str:
    # Percent signs stay, because an address is quoted already; what Turtle forbids between < and > is quoted.
    whole = f"{address}#{fragment}" if fragment else address
    return f"<{quote(whole, safe=':/?#[]@!$&()*+,;=%~' + chr(39))}>"


def _literal(text: str, code: str = "") -> str:
    escaped = re.sub(r'[\\"\n\r\t]', lambda match: _ESCAPED[match[0]], text)
    return f'"{escaped}"' + (f"@{code}" if code else "")
