"""What must agree in corresponding paragraphs, as items of one form: numbers, links, marks of notes."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ushtil.checks.links import links_of
from ushtil.checks.units import Sort, Unit
from ushtil.language import known
from ushtil.language.numbers import Kind, Number, Strength, numbers
from ushtil.markup.sources import Text

_MARK = re.compile(r"\[\^(?P<label>[^\]\n]+)\](?!:)")
# An address that is printed and no link tells the reader the same.
_ADDRESS = re.compile(
    r"<(?P<link>(?:https?|mailto):[^<>\s]+)>|(?<![\w/.(])(?P<bare>(?:https?://|www\.)[^\s<>()«»\"]*[\w/])"
)
_WORDS = re.compile(r"[^\W_]+")


class Family(StrEnum):
    """Items of one family can be taken for each other; the value is the noun for them."""

    NUMBER = "number"
    MONTH = "month"
    SYMBOL = "document symbol"
    LINK = "link"
    MARK = "footnote mark"


_FAMILIES = {Kind.MONTH: Family.MONTH, Kind.SYMBOL: Family.SYMBOL}


@dataclass(frozen=True, eq=False)
class Item:
    """One thing in a unit. `keys` are its readings; two items that share one are the same."""

    family: Family
    keys: tuple[str, ...]
    shown: str
    unit: Unit
    line: int
    offset: int
    """Where it stands in its unit, in signs."""
    strength: Strength = Strength.FIRM
    is_percent: bool = False
    is_part: bool = False
    """Whether it is less than one: a half, a third."""

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year in digits."""
        return len(self.shown) == 4 and self.shown.isdigit() and "1800" <= self.shown <= "2100"


Links = Mapping[int, tuple[tuple[str, str], ...]]
"""The links of a page by line: key and target as written."""


def links_by_line(page: Text) -> Links:
    """Each link of a page; what names a language in an address is no part of the key."""
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    has_links = any(sign in page.scan.text for sign in ("](", "]:", "<"))
    # An image may be another in each language.
    for link in (link for link in links_of(page) if not link.is_image) if has_links else ():
        found[link.line] = (*found.get(link.line, ()), (_link_key(link.target, page), link.target))
    for line, row in enumerate(page.scan.text.split("\n"), page.scan.first_line):
        for match in _ADDRESS.finditer(row) if "://" in row or "www." in row or "<" in row else ():
            target = match["link"] or match["bare"]
            found[line] = (*found.get(line, ()), (_link_key(target, page), target))
    return found


def items_of(unit: Unit, links: Links) -> tuple[Item, ...]:
    """All items of a unit, in the order of its text."""
    text = unit.shown()
    ends = [match.start() for match in re.finditer("\n", text)]
    found = [
        _number(number, unit, unit.line + bisect_right(ends, number.start - 1))
        for number in numbers(text, unit.page.language.code)
    ]
    offset = 0
    for line, row in enumerate(unit.rows, unit.line):
        found += [
            Item(Family.LINK, (key,), target, unit, line, offset) for key, target in links.get(line, ())
        ]
        found += _marks(unit, row, line, offset)
        offset += len(row) + 1
    return tuple(sorted(found, key=lambda item: item.offset))


def _number(number: Number, unit: Unit, line: int) -> Item:
    family = _FAMILIES.get(number.kind, Family.NUMBER)
    keys = (str(number.value),) if number.other is None else (str(number.value), str(number.other))
    is_percent = number.kind is Kind.PERCENT
    is_part = not isinstance(number.value, str) and 0 < number.value < 1
    return Item(family, keys, number.shown, unit, line, number.start, number.strength, is_percent, is_part)


def _marks(unit: Unit, row: str, line: int, offset: int) -> Iterator[Item]:
    """Marks of notes by their label; the beginning of the note itself is none."""
    if "[^" in row and not (unit.sort is Sort.NOTE and line == unit.line and row.count("[^") == 1):
        for match in _MARK.finditer(row):
            yield Item(
                Family.MARK, (match["label"],), f"^{match['label']}", unit, line, offset + match.start()
            )


def _link_key(target: str, page: Text) -> str:
    """An address without the words that name a language; one within the site from the top of its tree."""
    if not re.match(r"[a-zA-Z][\w+.-]*:|www\.", target):
        path, _, anchor = target.partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        return f"{place}#{anchor}"
    passed = {*known(), "http", "https", "www"}
    return " ".join(word for word in _WORDS.findall(target.lower()) if word not in passed)
