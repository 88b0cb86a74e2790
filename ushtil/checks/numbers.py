"""Contradictions: what differs between corresponding paragraphs of two languages. Codes N01 to N09.

Every language of a page is compared with its original, or, where that has no such page, with the first
that has one.  The problem is told at the translation; it names both values and both places.

A contradiction is a warning, as what is doubtful: a program cannot know that no sense is lost.  `--strict`
and with it CI refuse it until one value is mended or the difference is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ushtil.checks.accepting import NOTHING, Acceptance, acceptances, holds, lapsed
from ushtil.checks.differences import Difference, Items, differences
from ushtil.checks.groups import pairings
from ushtil.checks.items import Family, Item, items_of, links_by_line
from ushtil.checks.sizes import Size, unlike_sizes
from ushtil.checks.units import Unit, units_of
from ushtil.markup.sources import Sources, Text
from ushtil.problems import Problem

CODES = {
    Family.NUMBER: "N01",
    Family.MONTH: "N02",
    Family.SYMBOL: "N03",
    Family.LINK: "N04",
    Family.MARK: "N05",
}


@dataclass(frozen=True)
class Contradiction:
    """Two values as they are shown, where they stand or would, and the units that may accept them."""

    code: str
    noun: str
    ours: str
    theirs: str
    own_line: int
    place: str
    units: tuple[Unit, ...]


def contradictions(sources: Sources) -> Iterator[Problem]:
    """N01 to N09, page by page."""
    for path in sorted(sources.addresses):
        versions = sources.versions(path)
        if len(versions) > 1:
            yield from _of_page(versions)


def _of_page(versions: tuple[Text, ...]) -> Iterator[Problem]:
    """All contradictions of one page, and the acceptances that are for none."""
    original = str(versions[0].front.metadata.get("original", ""))
    base, *others = sorted(versions, key=lambda page: page.language.code != original)
    units = {page.place: units_of(page) for page in versions}
    items: dict[Unit, tuple[Item, ...]] = {}
    for page in versions:
        links = links_by_line(page)
        items |= {unit: items_of(unit, links) for unit in units[page.place]}
    accepted, problems = acceptances(unit for page in versions for unit in units[page.place])
    accepted = [one for one in accepted if not one.is_of_term]
    yield from problems
    used: set[int] = set()
    for page in others:
        for found in _between(units[page.place], units[base.place], items):
            by = {n for n, one in enumerate(accepted) if _accepts(one, found)}
            used |= by
            if not by:
                yield _problem(page, found)
    yield from (lapsed(one) for n, one in enumerate(accepted) if n not in used)


def _between(ours: tuple[Unit, ...], theirs: tuple[Unit, ...], items: Items) -> Iterator[Contradiction]:
    """What differs between two languages of a page."""
    for pairing in pairings(ours, theirs):
        for difference in differences(pairing, items):
            yield _differing(difference)
        for code, own, other in unlike_sizes(pairing):
            yield _of_size(code, own, other)


def _differing(found: Difference) -> Contradiction:
    """A value here, another there; or none in one of the two places."""
    ours, theirs = found.ours, found.theirs
    item = ours or theirs
    assert item is not None
    code = CODES[item.family]
    if code == "N01" and all(one is None or one.is_year for one in (ours, theirs)):
        code = "N02"
    units = tuple({*found.group.ours, *found.group.theirs, *(one.unit for one in (ours, theirs) if one)})
    there = theirs.unit if theirs else found.group.theirs[0]
    return Contradiction(
        code,
        item.family.value,
        ours.shown if ours else NOTHING,
        theirs.shown if theirs else NOTHING,
        ours.line if ours else found.group.ours[0].line,
        f"{there.page.place}:{theirs.line if theirs else there.line}{_anchor(there)}",
        units,
    )


def _of_size(code: str, ours: Size, theirs: Size) -> Contradiction:
    """A list or a table of another size."""
    place = f"{theirs.unit.page.place}:{theirs.unit.line}{_anchor(theirs.unit)}"
    units = (ours.unit, theirs.unit)
    return Contradiction(code, ours.noun, ours.shown, theirs.shown, ours.unit.line, place, units)


def _anchor(unit: Unit) -> str:
    return f" (#{unit.address})" if unit.address else ""


def _accepts(acceptance: Acceptance, found: Contradiction) -> bool:
    named = acceptance.values == {found.ours, found.theirs}
    return named and any(holds(acceptance, unit) for unit in found.units)


def _problem(page: Text, found: Contradiction) -> Problem:
    """What is told of a contradiction."""
    if found.theirs == NOTHING:
        message = f"the {found.noun} {found.ours} stands here, and not in {found.place}"
    elif found.ours == NOTHING:
        message = f"the {found.noun} {found.theirs} is missing here, and stands in {found.place}"
    else:
        message = f"the {found.noun} {found.ours} stands here, and {found.theirs} in {found.place}"
    example = f'{{: accept="{found.ours} {found.theirs} why they differ" }}'
    return page.warning(
        found.own_line, found.code, message, f"correct the wrong one, or accept both: {example}"
    )
