"""The checks of the texts: a registry of small rules over the sources of all languages.

A rule takes the `Sources` and yields problems; a new one is a function, a row here and a case in
tests/cases/checks, or tests/cases/termbase where it needs no texts.  Letters: F front matter, G glossary,
I ids, L links, N numbers and what else must agree in all languages, R sources and
figures, S what the site's policy forbids, T translations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ushtil.checks import ids
from ushtil.checks.evidence import evidence
from ushtil.checks.links import links
from ushtil.checks.numbers import contradictions
from ushtil.checks.safety import safety
from ushtil.checks.terms import terms
from ushtil.languages import Languages
from ushtil.markup.sources import Sources, Trees, read
from ushtil.problems import Problem
from ushtil.status.rules import translations

Rule = Callable[[Sources], Iterator[Problem]]


def front_matter(sources: Sources) -> Iterator[Problem]:
    """F01 to F05: what the schema says of the head of each page."""
    for text in sources.all():
        yield from text.faults


def glossary(sources: Sources) -> Iterator[Problem]:
    """G01 to G09: what is wrong with the termbase itself."""
    yield from sources.glossary.problems


CHECKS: Mapping[str, Rule] = {
    "F01": front_matter,  # there is none
    "F02": front_matter,  # it is no YAML
    "F03": front_matter,  # a key is missing
    "F04": front_matter,  # a value is wrong
    "F05": front_matter,  # a key is unknown
    "G01": glossary,  # a file cannot be read
    "G02": glossary,  # a key is missing
    "G03": glossary,  # a value is wrong
    "G04": glossary,  # a key or a language is unknown
    "G05": glossary,  # an id is not the file's name, or stands twice
    "G06": glossary,  # a required language is missing
    "G07": glossary,  # one term for two concepts
    "G08": glossary,  # a related concept or a subject is not there
    "G09": glossary,  # a term is a common word
    "G10": terms,  # a concept that the other language names
    "G11": terms,  # a form that is deprecated or to be avoided
    "G12": terms,  # an abbreviation before its expansion
    "I01": ids.duplicate_id,
    "I02": ids.heading_without_id,
    "I03": ids.number_twice,
    "I04": ids.paragraph_without_number,
    "I05": ids.stray_attributes,
    "L01": links,  # leads nowhere
    "L02": links,  # the id is nowhere
    "L03": links,  # a scheme that runs something
    "L04": links,  # into another language
    "L05": links,  # no such image
    "L06": links,  # from the top of a server
    "N01": contradictions,  # numbers and percentages
    "N02": contradictions,  # years and months
    "N03": contradictions,  # symbols of documents
    "N04": contradictions,  # targets of links
    "N05": contradictions,  # marks of footnotes
    "N06": contradictions,  # sizes of lists
    "N07": contradictions,  # sizes of tables
    "N08": contradictions,  # an acceptance that has lapsed
    "N09": contradictions,  # an acceptance without values or reason
    "R01": evidence,  # the bibliography is faulty
    "R02": evidence,  # figures or events are
    "R03": evidence,  # pictures are
    "R04": evidence,  # no such source
    "R05": evidence,  # no such figure, picture or block
    "R06": evidence,  # a source that is cited nowhere
    "R07": evidence,  # languages draw on different ones
    "R08": evidence,  # a key of the data is unknown
    "X01": safety,  # an element
    "X02": safety,  # an attribute
    "X03": safety,  # an image of another host
    "T01": ids.missing_section,
    "T02": translations,  # the original has changed
    "T03": translations,  # nothing tells what it was made from
    "T04": translations,  # still in the language of the original
    "T05": translations,  # no page in a required language
}


def check(
    trees: Trees, languages: Languages, glossary: Mapping[str, str] | None = None
) -> tuple[Problem, ...]:
    """All problems of texts and termbase, in the order of places and lines. A function of its input alone.

    `glossary` has the texts of the termbase's files by path from the root.
    """
    sources = read(trees, languages, glossary)
    # A rule that owns several codes runs once.
    rules = dict.fromkeys(CHECKS.values())
    return tuple(sorted({problem for rule in rules for problem in rule(sources)}))
