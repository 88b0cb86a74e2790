"""Citations with slots, which the browser fills: it formats nothing itself.

A slot is a name between two private signs of Unicode, which no text holds (`works.line`).  `P` is the id of
a paragraph, `L` and `G` its place and page in the document; `Y`, `M`, `D` the day, `d` and `m` without a
leading nought, `month` the month's name.  What a paragraph's citation looks like depends on which of `L` and
`G` it has, so a page has a template for each kind of paragraph that stands on it: its shapes.

    {"shapes": [["<plain>", "<BibTeX>", "<RIS>", "<CSL-JSON>"], …],      the first is the whole page's
     "paragraphs": {"s1-c-p3": [1, "Para. 12", "4"]}, "months": ["January", …]}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ushtil.citing import formats
from ushtil.citing.model import Citation, Day, Place
from ushtil.citing.words import words
from ushtil.language import formatting


def slot(name: str) -> str:
    """Where the browser puts something."""
    return f"\ue000{name}\ue001"


def day(code: str) -> Day:
    """The day of reading as slots."""
    year, month, date = map(slot, "YMD")
    shown = words(code).day.format(Y=year, M=month, D=date, d=slot("d"), month=slot("month"))
    return Day(
        shown, f"{year}-{month}-{date}", f"{year}/{month}/{date}/", f"{year}, {slot('m')}, {slot('d')}"
    )


def templates(citation: Citation, paragraphs: Iterable[Citation]) -> dict[str, Any]:
    """What the script must know to cite a page and its paragraphs, each of which is a citation of its own."""
    code = citation.language
    shapes = {(citation.page.address, Place()): replace(citation, day=day(code))}
    told = {}
    for one in paragraphs:
        place = one.place
        shape = Place(slot("P"), place.locator and slot("L"), place.page and slot("G"))
        shapes.setdefault((one.page.address, shape), replace(one, place=shape, day=day(code)))
        number = list(shapes).index((one.page.address, shape))
        told[place.paragraph] = [number, place.locator, place.page]
    made = [[form.text(shape) for form in formats.ALL] for shape in shapes.values()]
    names = formatting.months(code) if slot("month") in day(code).shown else []
    return {"shapes": made, "paragraphs": told, "months": names}
