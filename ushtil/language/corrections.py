"""A table from forms to stems, packed for the browser and cut into parts that can be loaded one by one.

    {"endings": [" а у ом …", "ка ки ке … ок"],
     "corrections": {"закон": "0", "пыт": "1", "человек": "0", "люд": "5=человек"}}

A form is a beginning of `corrections` and an ending of a class that stands there.  The first ending of a
makes the stem (закон + "" → закон, пыт + ка → пытка), unless it is told behind "=".  Several classes
at one beginning are separated by a space.  No form is found twice.  A beginning has two letters at least,
or is the whole form: so what a form needs is in the part of its own first two letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

LETTERS = 2


def pack(stems: Mapping[str, str]) -> dict[str, Any]:
    """`endings` and `corrections` for a table form → stem."""
    lexemes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, stem in stems.items():
        lexemes[stem, form[:LETTERS]].append(form)
    placed = [place(stem, sorted(forms)) for (stem, _), forms in sorted(lexemes.items())]
    return numbered(placed)


def unpack(data: Mapping[str, Any]) -> dict[str, str]:
    """The table form → stem of what was packed."""
    table: dict[str, str] = {}
    for beginning, classes in data["corrections"].items():
        for item in classes.split(" "):
            number, _, told = item.partition("=")
            endings = data["endings"][int(number)].split(" ")
            stem = told or beginning + endings[0]
            table |= {beginning + ending: stem for ending in endings}
    return table


def place(stem: str, forms: list[str]) -> tuple[str, str, str]:
    """A lexeme's sorted forms that begin alike: beginning, endings as one text, "=stem" where it is told."""
    beginning = common_beginning(forms[0], forms[-1])
    if stem in forms:
        forms = [stem, *(form for form in forms if form != stem)]
    endings = " ".join(form[len(beginning) :] for form in forms)
    return beginning, endings, "" if forms[0] == stem else f"={stem}"


def common_beginning(first: str, last: str) -> str:
    """What two forms begin with, and so all forms sorted between them."""
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]


def numbered(placed: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """The classes numbered, the most used ones first."""
    placed = list(placed)
    uses: dict[str, int] = defaultdict(int)
    for _, endings, _ in placed:
        uses[endings] += 1
    classes = sorted(uses, key=lambda endings: (-uses[endings], endings))
    number = {endings: n for n, endings in enumerate(classes)}
    corrections: dict[str, list[str]] = defaultdict(list)
    for beginning, endings, told in placed:
        corrections[beginning].append(f"{number[endings]}{told}")
    return {
        "endings": classes,
        "corrections": {key: " ".join(corrections[key]) for key in sorted(corrections)},
    }


def cut(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The browser's data in parts by the first two letters of a form, each whole in itself.

    A stemmer made of the part of a form stems that form as one made of all; where there is no part for a
    form's letters, one made of `{**data, "endings": [], "corrections": {}}` does.
    """
    parts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for beginning, classes in data["corrections"].items():
        for item in classes.split(" "):
            number, equals, stem = item.partition("=")
            parts[beginning[:LETTERS]].append((beginning, data["endings"][int(number)], equals + stem))
    return {letters: {**data, **numbered(placed)} for letters, placed in sorted(parts.items())}
