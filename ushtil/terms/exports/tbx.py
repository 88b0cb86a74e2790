"""The termbase as TBX-Basic (ISO 30042:2019, dialect version 1.2.1), in DCA style.

    tbx
    └─ conceptEntry id="upr"              subjectField, crossReference to related ones, links
       └─ langSec xml:lang="kk"           definition, note
          └─ termSec                      term, termType, administrativeStatus, source

DCA, where a data category is the value of an attribute, is valid against the core schema alone and is the
form that tools of the older standard read; DCT would need a namespace a module.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ushtil.languages import Languages
from ushtil.terms.concepts import Concept, Entry, Status, Term
from ushtil.terms.termbase import Termbase

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
# The dialect has no value for a term that was never right.
STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.AVOID: "deprecatedTerm-admn-sts",
}


def write(termbase: Termbase, languages: Languages) -> str:
    """A whole TBX document. What is said once a concept, its subject, is in the default language."""
    root = Element("tbx", {"type": "TBX-Basic", "style": "dca", "xml:lang": languages.default.code})
    # Set by hand: ElementTree would write a prefix before every name.
    root.set("xmlns", NAMESPACE)
    source = SubElement(SubElement(SubElement(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    SubElement(source, "p").text = "Written by Ushtil from its termbase."
    body = SubElement(SubElement(root, "text"), "body")
    for concept in termbase.concepts:
        _concept(SubElement(body, "conceptEntry", id=concept.id), concept, termbase, languages)
    indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{declaration}{tostring(root, encoding='unicode')}\n"


def _concept(parent: Element, concept: Concept, termbase: Termbase, languages: Languages) -> None:
    if concept.subject:
        names = termbase.subjects.get(concept.subject, {})
        _typed(parent, "descrip", "subjectField", names.get(languages.default.code) or concept.subject)
    # The schema allows no reference to what is not there.
    for name in filter(termbase.by_id.__contains__, concept.related):
        text = _name(termbase.by_id[name], languages)
        _typed(parent, "ref", "crossReference", text).set("target", name)
    for link in concept.links:
        _typed(parent, "xref", "externalCrossReference", link.title or link.url).set("target", link.url)
    for code in languages.codes:
        if code in concept.terms:
            _entry(SubElement(parent, "langSec", {"xml:lang": code}), concept.terms[code])


def _entry(parent: Element, entry: Entry) -> None:
    if entry.definition:
        _typed(parent, "descrip", "definition", entry.definition)
    if entry.note:
        SubElement(parent, "note").text = entry.note
    for term in entry.terms():
        _term(SubElement(parent, "termSec"), term)


def _term(parent: Element, term: Term) -> None:
    SubElement(parent, "term").text = term.text
    _typed(parent, "termNote", "termType", "abbreviation" if term.is_abbreviation else "fullForm")
    _typed(parent, "termNote", "administrativeStatus", STATUS[term.status])
    if term.source:
        _typed(parent, "admin", "source", term.source)


def _typed(parent: Element, element: str, category: str, text: str) -> Element:
    """An element of a data category."""
    made = SubElement(parent, element, type=category)
    made.text = text
    return made


def _name(concept: Concept, languages: Languages) -> str:
    """What the concept is called in the first language that has a term for it."""
    return next(concept.terms[code].preferred for code in languages.codes if code in concept.terms)
