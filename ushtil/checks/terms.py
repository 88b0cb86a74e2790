"""What translators are told of terms: G10 one that another language's section has not, G11 a form to give up,
G12 an abbreviation that its page has not expanded yet.

Every language of a page is compared with its original, or with the first that has the page, by sections:

    docs_ru    … Совет ООН по правам человека принял …       hr-council, un
    docs_kk    … кеңес қабылдады …                           G10 hr-council

A name must stand in both.  Of a notion, which translators paraphrase, half of the words of a term will do,
in any form: «азапталғандар» for victims of torture.  A concept is told once a section, where the
corresponding paragraph stands.  What is still in the language of the original is left alone.
`accept="#hr-council - why"` on the paragraph or heading accepts what is told of a concept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ushtil.checks.accepting import Acceptance, acceptances, holds, lapsed
from ushtil.checks.groups import pairings
from ushtil.checks.units import Sort, Unit, units_of
from ushtil.language import profile
from ushtil.language.words import fold, words
from ushtil.markup.sources import Sources, Text
from ushtil.problems import Problem
from ushtil.status.passages import UNTRANSLATED
from ushtil.terms.concepts import Concept, Status
from ushtil.terms.matching import Matcher, Occurrence

# So many letters of a word tell what it is about, whatever its part of speech.
BEGINNING = 5
_LANGUAGE = re.compile(r"\blang\s*=")
TO_GIVE_UP = {Status.DEPRECATED: "deprecated", Status.AVOID: "to be avoided"}


@dataclass(frozen=True)
class Use:
    """A term in a unit, and the line of the file on which it begins."""

    unit: Unit
    line: int
    found: Occurrence


@dataclass(frozen=True)
class Page:
    """One language's version of a page: its translated units, the terms in them, and all that they name.

    `named` has, by section that is all in the language, also the concepts whose terms are only a part of
    longer ones; `heads` has the beginnings of all words.
    """

    text: Text
    units: tuple[Unit, ...]
    uses: tuple[Use, ...]
    named: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]

    def names(self, section: str, concept: Concept) -> bool:
        """Whether a section names a concept, or at least says what it means."""
        if concept.id in self.named[section]:
            return True
        entry = concept.terms[self.text.language.code]
        if entry.preferred[0].isupper():
            return False
        known = profile(self.text.language.code).function_words
        return any(_is_said(term.text, self.heads[section], known) for term in entry.terms())


def _is_said(term: str, heads: frozenset[str], function_words: frozenset[str]) -> bool:
    """Whether half of the words of a term are among the words that begin so."""
    forms = [fold(word.form) for word in words(term)]
    telling = [form[:BEGINNING] for form in forms if form not in function_words] or forms
    return 2 * sum(head in heads for head in telling) >= len(telling)


@dataclass(frozen=True)
class Told:
    """A problem, the concept that it is about, and the units that may accept it."""

    concept: str
    units: tuple[Unit, ...]
    problem: Problem


def terms(sources: Sources) -> Iterator[Problem]:
    """G10 to G12, page by page."""
    concepts = sources.glossary.value.by_id
    if not concepts:
        return
    matchers = {code: Matcher(sources.glossary.value, code) for code in sources.languages.codes}
    for path in sorted(sources.addresses):
        pages = [_page(text, matchers[text.language.code]) for text in sources.versions(path)]
        yield from _accepted(pages, list(_of_page(pages, concepts)))


def _of_page(pages: list[Page], concepts: Mapping[str, Concept]) -> Iterator[Told]:
    """All that is told of one page."""
    original = str(pages[0].text.front.metadata.get("original", ""))
    base, *others = sorted(pages, key=lambda page: page.text.language.code != original)
    for page in pages:
        yield from _to_give_up(page, concepts)
        yield from _not_expanded(page, concepts)
    for page in others:
        yield from _missing(page, base, concepts)


def _page(text: Text, matcher: Matcher) -> Page:
    whole = units_of(text)
    headed = {unit.section for unit in whole if unit.sort is Sort.HEADING and _is_foreign(unit)}
    units = tuple(unit for unit in whole if unit.section not in headed and not _is_foreign(unit))
    uses: list[Use] = []
    named: dict[str, frozenset[str]] = {}
    heads: dict[str, frozenset[str]] = {}
    for unit in units:
        shown = unit.shown()
        found, concepts = matcher.find_all(shown)
        uses += [Use(unit, unit.line + shown.count("\n", 0, one.start), one) for one in found]
        named[unit.section] = named.get(unit.section, frozenset()) | concepts
        begun = {fold(word.form)[:BEGINNING] for word in words(shown)}
        heads[unit.section] = heads.get(unit.section, frozenset()) | begun
    unfinished = {unit.section for unit in whole if _is_foreign(unit)}
    compared = {section: concepts for section, concepts in named.items() if section not in unfinished}
    return Page(text, units, tuple(uses), compared, heads)


def _is_foreign(unit: Unit) -> bool:
    """Whether a unit is marked as being in another language, still or for good."""
    return UNTRANSLATED in unit.attributes or bool(_LANGUAGE.search(unit.attributes))


# --- G10 -----------------------------------------------------------------------------------------------


def _missing(page: Page, base: Page, concepts: Mapping[str, Concept]) -> Iterator[Told]:
    """Concepts that one of two corresponding sections names, and the other does not."""
    for ours, theirs, is_reversed in ((page, base, False), (base, page, True)):
        firsts: dict[tuple[str, str], Use] = {}
        for use in theirs.uses:
            firsts.setdefault((use.unit.section, use.found.concept), use)
        for (section, name), use in firsts.items():
            has_term = ours.text.language.code in concepts[name].terms
            are_compared = section in ours.named and section in theirs.named
            if has_term and are_compared and not ours.names(section, concepts[name]):
                yield _lacking(page, base, use, concepts[name], is_reversed)


def _lacking(page: Page, base: Page, use: Use, concept: Concept, is_reversed: bool) -> Told:
    """G10 at the translation, whichever of the two has no term of the concept."""
    shown = " ".join(use.found.text.split())
    partner = _partner(use.unit, base if is_reversed else page)
    preferred = concept.terms[(base if is_reversed else page).text.language.code].preferred
    accept = f'accept: {{: accept="#{concept.id} - why" }}'
    if is_reversed:
        line = use.line
        message = f"«{shown}» ({concept.id}) stands here, and no term of it in {partner.place}"
        remedy = f"compare the two: the original has «{preferred}» for it; or {accept}"
    else:
        line = partner.line
        message = (
            f"no term of «{shown}» ({concept.id}) stands here, and one in {use.unit.page.place}:{use.line}"
        )
        remedy = f"write «{preferred}», or {accept}"
    units = (use.unit, partner)
    return Told(concept.id, units, page.text.warning(line, "G10", message, remedy))


def _partner(unit: Unit, page: Page) -> Unit:
    """The unit of the other language that corresponds, or its section's first."""
    for pairing in pairings((unit,), (one for one in page.units if one.section == unit.section)):
        for group in pairing.groups:
            return group.theirs[0]
    return next(one for one in page.units if one.section == unit.section)


# --- G11, G12 ------------------------------------------------------------------------------------------


def _to_give_up(page: Page, concepts: Mapping[str, Concept]) -> Iterator[Told]:
    """G11: each deprecated form, or one to be avoided, once a section."""
    seen = set()
    for use in page.uses:
        found = use.found
        reason = TO_GIVE_UP.get(found.term.status)
        if reason and (use.unit.section, found.concept) not in seen:
            seen.add((use.unit.section, found.concept))
            preferred = concepts[found.concept].terms[page.text.language.code].preferred
            message = f"«{' '.join(found.text.split())}» is {reason}"
            problem = page.text.warning(use.line, "G11", message, f"write «{preferred}»")
            yield Told(found.concept, (use.unit,), problem)


def _not_expanded(page: Page, concepts: Mapping[str, Concept]) -> Iterator[Told]:
    """G12: an abbreviation that stands before the first full term of its concept, which comes later."""
    full: dict[str, Use] = {}
    for use in page.uses:
        if not use.found.term.is_abbreviation:
            full.setdefault(use.found.concept, use)
    seen = set()
    for use in page.uses:
        found = use.found
        is_short = found.term.is_abbreviation and use.unit.sort is not Sort.HEADING
        if not is_short or found.concept in seen or found.concept not in full:
            continue
        seen.add(found.concept)
        later = full[found.concept]
        # «УПО (универсальный периодический обзор)» expands it well enough.
        if later.unit.line > use.unit.line:
            expanded = concepts[found.concept].terms[page.text.language.code].preferred
            message = f"«{found.term.text}» stands before its expansion, which comes on line {later.line}"
            remedy = f"write «{expanded} ({found.term.text})» here"
            yield Told(found.concept, (use.unit,), page.text.warning(use.line, "G12", message, remedy))


# --- acceptances ---------------------------------------------------------------------------------------


def _accepted(pages: list[Page], told: list[Told]) -> Iterator[Problem]:
    """What is not accepted, and the acceptances of terms that are for nothing."""
    found, _ = acceptances(unit for page in pages for unit in page.units)
    accepted = [acceptance for acceptance in found if acceptance.is_of_term]
    used: set[int] = set()
    for one in told:
        by = {number for number, acceptance in enumerate(accepted) if _accepts(acceptance, one)}
        used |= by
        if not by:
            yield one.problem
    yield from (lapsed(acceptance) for number, acceptance in enumerate(accepted) if number not in used)


def _accepts(acceptance: Acceptance, told: Told) -> bool:
    names = f"#{told.concept}" in acceptance.values
    return names and any(holds(acceptance, unit) for unit in told.units)
