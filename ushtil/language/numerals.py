"""The words for numbers of one language: `ushtil/language/<code>/numbers.toml`, as a table of forms.

    двух → Numeral(CARDINAL, 2)          тысяч → Numeral(MULTIPLIER, 1000)
    жетіден → Numeral(CARDINAL, 7, closes, ablative)

The file's tables are named after the roles; a key is the value ("3/2" a fraction), its value the forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any

from . import alternatives
from .homoglyphs import fold_word
from .tables import table

Value = int | Fraction


class Role(StrEnum):
    """What a word does in a number; the value is the name of its table."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    MULTIPLIER = "multiplier"
    FRACTION = "fraction"
    COMPOUND = "compound"
    """The beginning of a compound word ("трехлетний")."""
    MONTH = "month"


@dataclass(frozen=True)
class Numeral:
    """One word. `closes`: its ending ends the number. `weak`: it is another word as often."""

    role: Role
    value: Value
    closes: bool = False
    ablative: bool = False
    weak: bool = False


class Forms(dict[str, Numeral | None]):
    """Word form → numeral, None for any other word; what is asked for once is kept."""

    def __init__(self, listed: Mapping[str, Numeral], begun: Mapping[str, Numeral], like: Mapping[str, str]):
        super().__init__(listed)
        self.listed, self.begun = listed, begun
        self.spelling = str.maketrans(dict(like))
        self.compound = re.compile(rf"({alternatives([*begun]) or '(?!)'})[^\W\d_]{{3,}}")

    def __missing__(self, word: str) -> Numeral | None:
        folded = fold_word(word).lower().translate(self.spelling)
        found = self.listed.get(folded)
        if found is None and (match := self.compound.fullmatch(folded)):
            found = self.begun[match[1]]
        self[word] = found
        return found


@dataclass(frozen=True)
class Vocabulary:
    """All numerals of a language. The patterns match right behind a number."""

    forms: Forms = field(compare=False)
    decimal: str
    half: re.Pattern[str]
    percent: re.Pattern[str]
    until: re.Pattern[str]
    ranging: re.Pattern[str]
    """What may stand between two percentages of which the last alone says so; fits whole."""
    linked: re.Pattern[str]
    """What may stand between two parts of one number; fits whole."""


@cache
def vocabulary(code: str) -> Vocabulary:
    """The numerals of a language; where it has no data, digits alone are numbers."""
    data = table(code, "numbers")
    linking, ranging = (alternatives(data.get(key, [])) for key in ("linking", "ranging"))
    return Vocabulary(
        forms=_forms(data),
        decimal=data.get("decimal", "."),
        ranging=re.compile(rf"(?:-[^\W\d_]{{1,4}})?(?:\s?[-–—]\s?|\s+(?:(?:{ranging})\s+)?)"),
        until=_behind(data.get("until", [])),
        half=_behind(data.get("half_after", [])),
        percent=re.compile(rf"(?:-[^\W\d_]{{1,4}})?\s?%|{_behind(_percents(data)).pattern}", re.IGNORECASE),
        linked=re.compile(rf"\s+(?:(?:{linking})\s+)?|-" if linking else r"\s+|-"),
    )


def _forms(data: Mapping[str, Any]) -> Forms:
    skipped, weak = {*data.get("skipped", "").split()}, {*data.get("weak", "").split()}
    listed: dict[str, Numeral] = {}
    # The likeliest reading of a form stands last.
    for role in (Role.FRACTION, Role.MULTIPLIER, Role.ORDINAL, Role.CARDINAL, Role.MONTH):
        for form, numeral in _numerals(data, role):
            listed[form] = replace(numeral, weak=form in weak)
    begun = dict(_numerals(data, Role.COMPOUND))
    return Forms({form: listed[form] for form in listed.keys() - skipped}, begun, data.get("spelling", {}))


def _numerals(data: Mapping[str, Any], role: Role) -> Iterator[tuple[str, Numeral]]:
    """The forms of one table."""
    ablative = data.get("endings", {}).get("ablative", "").split()
    for value, stem, ending in _table(data, role):
        closes = bool(ending and data["closing"])
        yield stem + ending, Numeral(role, _value(value), closes, ending in ablative)


def _percents(data: Mapping[str, Any]) -> list[str]:
    return [(stem + ending).replace("_", " ") for _, stem, ending in _table(data, "percent")]


def _table(data: Mapping[str, Any], name: str) -> Iterator[tuple[str, str, str]]:
    """Value, stem and ending of each form of one table."""
    endings = data.get("endings", {}).get(name, "").split()
    for value, forms in data.get(name, {}).items():
        for form in forms.split():
            for ending in ("", *endings) if form.endswith("-") else ("",):
                yield value, form.removesuffix("-"), ending


def _value(text: str) -> Value:
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def _behind(phrases: list[str]) -> re.Pattern[str]:
    """Matches blanks or a hyphen and one of `phrases`."""
    words = alternatives(phrases).replace(r"\ ", r"\s+")
    return re.compile(rf"(?:\s+|-)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)
