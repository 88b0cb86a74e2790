"""How many numbers that are changed at random does `ushtil check` find at their line?

    python -m tests.checks.random_changes ROOT [--count 500] [--seed 1] [--missed]

One number of one page is changed at a time: a digit of a figure or a year, a numeral in words or a month
for another in the same form.  It is found if a new problem names its line, as its own place or as the other.
Left alone: "one" and "first", which are articles and idioms more often than numbers, compounds
("three-year-old"), and what stands in a paragraph or section that the other languages lack.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from scripts.check import read
from ushtil import languages
from ushtil.checks.numbers import contradictions
from ushtil.checks.units import units_of
from ushtil.language import tables
from ushtil.language.numbers import Kind, Strength, numbers
from ushtil.markup import sources

Texts = Mapping[str, Mapping[str, str | None]]


@dataclass(frozen=True)
class Change:
    """One number to be changed: where it stands in the file, and what stands there instead."""

    language: str
    path: str
    line: int
    start: int
    old: str
    new: str
    kind: str


def places(texts: Texts, chosen: languages.Languages, rng: random.Random) -> list[Change]:
    """A change for each number of every page that another language has, too."""
    found: list[Change] = []
    read_texts = sources.read(texts, chosen)
    for page in read_texts.all():
        versions = read_texts.versions(page.path)
        others = [unit for version in versions if version is not page for unit in units_of(version)]
        shared = {(unit.section, key) for unit in others for key in unit.keys}
        for unit in units_of(page):
            if any((unit.section, key) in shared for key in unit.keys):
                found += changes_in(unit, rng)
    return found


def changes_in(unit, rng: random.Random) -> Iterator[Change]:
    """A change for each number of one unit."""
    text, code = unit.shown(), unit.page.language.code
    for number in numbers(text, code):
        old = text[number.start : number.end]
        new, kind = another(old, number, code, rng)
        if number.strength is not Strength.WEAK and new and new != old:
            line = unit.line + text[: number.start].count("\n")
            column = number.start - (text.rfind("\n", 0, number.start) + 1)
            yield Change(code, unit.page.path, line, column, old, new, kind)


def another(old: str, number, code: str, rng: random.Random) -> tuple[str, str]:
    """Another number in the place of `old`, and of which kind it is."""
    digits = [n for n, sign in enumerate(old) if sign.isdigit()]
    if digits and number.kind is not Kind.SYMBOL:
        year = bool(re.fullmatch(r"(?:19|20)\d\d", old))
        place = rng.choice(digits[-2:] if year else digits)
        sign = rng.choice([sign for sign in "123456789" if sign != old[place]])
        return old[:place] + sign + old[place + 1 :], "year" if year else "digits"
    if digits:
        place = rng.choice(digits)
        sign = rng.choice([sign for sign in "123456789" if sign != old[place]])
        return old[:place] + sign + old[place + 1 :], "symbol"
    words = re.findall(r"[^\W\d_]+", old)
    like = [form for form in others_like(words[-1].lower() if words else "", code) if form]
    swapped = rng.choice(like) if like else ""
    if not swapped:
        return "", ""
    head = old[: old.rfind(words[-1])]
    return head + swapped, "month" if number.kind is Kind.MONTH else "words"


@cache
def words_of(code: str) -> dict[str, Any]:
    """The file of numerals of a language."""
    return tables.table(code, "numbers")


@cache
def others_like(word: str, code: str) -> list[str]:
    """The words of other values in the same form: "пяти" → "шести", "семи" …"""
    data = words_of(code)
    for table in ("cardinal", "month"):
        rows = {value: forms.split() for value, forms in data[table].items()}
        endings = data["endings"].get(table, "").split()
        for value, forms in rows.items():
            for place, form in enumerate(forms):
                ending = next((e for e in ("", *endings) if form.lower().removesuffix("-") + e == word), None)
                if ending is not None:
                    return [
                        other[place].removesuffix("-") + ending
                        for key, other in rows.items()
                        if key != value and len(other) > place and key not in {"0", "1", "3/2"}
                        and (table == "month" or (int(key) < 10) == (float(eval_value(value)) < 10))
                    ]  # fmt: skip
    return []


def eval_value(text: str) -> float:
    """A value as it stands in the file."""
    return float(Fraction(text))


def found_by(change: Change, texts: Texts, chosen: languages.Languages) -> bool:
    """Whether a new problem names the line of the change."""
    text = texts[change.language][change.path]
    assert text is not None
    lines = text.split("\n")
    row = lines[change.line - 1]
    assert row[change.start : change.start + len(change.old)] == change.old, (row, change)
    lines[change.line - 1] = row[: change.start] + change.new + row[change.start + len(change.old) :]
    before = {code: {change.path: tree.get(change.path)} for code, tree in texts.items()}
    after = {**before, change.language: {change.path: "\n".join(lines)}}
    old = {*contradictions(sources.read(before, chosen))}
    place = f"{chosen.by_code(change.language).tree}/{change.path}:{change.line}"
    new = {str(problem) for problem in contradictions(sources.read(after, chosen)) if problem not in old}
    return any(re.search(rf"{re.escape(place)}\b", problem) for problem in new)


def measure(texts: Texts, chosen: languages.Languages, seed: int, count: int) -> list[tuple[Change, bool]]:
    """`count` changes, the same for the same seed, each with whether it was found."""
    rng = random.Random(seed)
    every = places(texts, chosen, rng)
    picked = rng.sample(every, min(count, len(every)))
    return [(change, found_by(change, texts, chosen)) for change in picked]


def main() -> None:
    """Print the shares by language and kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    options = parser.parse_args()
    chosen = languages.load(options.root)
    results = measure(read(options.root).value, chosen, options.seed, options.count)
    total, hits = Counter(), Counter()
    for change, found in results:
        for name in (change.language, change.kind, "all"):
            total[name] += 1
            hits[name] += found
        if options.missed and not found:
            print(f"{change.language}/{change.path}:{change.line} {change.old!r} -> {change.new!r}")
    for name in sorted(total):
        print(f"{name}: {hits[name]}/{total[name]} = {hits[name] / total[name]:.3f}")


if __name__ == "__main__":
    main()
