"""Contradictions that stand in the source itself, accepted beside the text.

    The number of orphans fell from 6233 …
    {: #p2 accept="6233 6223 the Russian source differs" }

An acceptance names both values as the problem shows them ("-" for none), in either order, and a reason;
`;` stands between several.  On a paragraph it holds for that paragraph and those that correspond to it,
on a heading for the whole section, for tables too.  It lapses when either value changes.  A concept of the
glossary in the place of the values, "#upr -", accepts what is told of its terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ushtil.checks.units import Sort, Unit
from ushtil.problems import Problem

NOTHING = "-"
_ACCEPT = re.compile(r"""\baccept\s*=\s*(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s}]*))""")
_FORM = re.compile(r"(?P<one>\S+)\s+(?P<two>\S+)\s+(?P<reason>\S.*)")


@dataclass(frozen=True)
class Acceptance:
    """Two values that may differ in `unit`."""

    unit: Unit
    values: frozenset[str]
    shown: str

    @property
    def is_of_term(self) -> bool:
        """Whether it names a concept of the glossary, "#upr -", and not two values."""
        return any(value.startswith("#") for value in self.values)


def acceptances(units: Iterable[Unit]) -> tuple[list[Acceptance], list[Problem]]:
    """What some units accept, and what is wrong with how they say so."""
    found, problems = [], []
    for unit in units:
        match = _ACCEPT.search(unit.attributes) if "accept" in unit.attributes else None
        if not match:
            continue
        held = match["quoted"] or match["single"] or match["bare"] or ""
        for part in held.split(";"):
            form = _FORM.fullmatch(part.strip())
            if form:
                values = frozenset([form["one"], form["two"]])
                found.append(Acceptance(unit, values, f"{form['one']} {form['two']}"))
            else:
                problems.append(_malformed(unit, part.strip()))
    return found, problems


def holds(acceptance: Acceptance, unit: Unit) -> bool:
    """Whether an acceptance is for something that stands in `unit`."""
    if acceptance.unit.page is not unit.page:
        return False
    if acceptance.unit.sort is Sort.HEADING:
        return acceptance.unit.section == unit.section or unit.sort is Sort.NOTE
    return acceptance.unit is unit


def lapsed(acceptance: Acceptance) -> Problem:
    """The problem of an acceptance that nothing calls for."""
    unit = acceptance.unit
    message = f"the accepted difference {acceptance.shown} is no more"
    remedy = "take it out, or name the values as they are now"
    return unit.page.warning(unit.attributes_line, "N08", message, remedy)


def _malformed(unit: Unit, part: str) -> Problem:
    message = f"the acceptance {part!r} does not name two values and a reason"
    remedy = (
        'write it like {: accept="6233 6223 the source itself differs" }, "-" for a value that is not there'
    )
    return unit.page.warning(unit.attributes_line, "N09", message, remedy)
