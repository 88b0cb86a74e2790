"""Bars, courses and timelines as SVG.

A picture is as wide as a phone (360 units) and grows with the page, so that its letters are never smaller
than the text around it.  Colours are classes, which `theme/assets/pictures.css` paints for each scheme and
on paper.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import svg

WIDTH = 360
_LINE = 18
"""Height of a line of text."""
_LETTERS = 42
"""Letters that a line across the picture surely holds, in any of the alphabets."""
_BAR, _GAP = 20, 12
_YEAR = 12
"""Height of a year on a timeline."""
_FIGURE = 9
"""Width of a figure of the numbers at the ends of bars."""


@dataclass(frozen=True)
class Bar:
    """A labelled bar: the sizes of its parts, and what is written at its end."""

    label: str
    sizes: tuple[float, ...]
    value: str


@dataclass(frozen=True)
class Step:
    """A step, or what happened: its name and a text."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Moment:
    """A point on a line of years, 2025.0 for the first day of 2025."""

    at: float
    when: str
    text: str


def bars(rows: Sequence[Bar], parts: Sequence[str] = ()) -> svg.SVG:
    """One bar below its label a row; a legend above where the bars have parts."""
    elements: list[svg.Element] = []
    top = float(_LINE)
    for number, part in enumerate(parts):
        elements.append(svg.Rect(x=0, y=top - 12, width=12, height=12, class_=[f"part-{number + 1}"]))
        elements.append(_text(20, top - 1, part))
        top += _LINE + 4
    widest = max((sum(row.sizes) for row in rows), default=0) or 1
    longest = WIDTH - _FIGURE * max((len(row.value) for row in rows), default=0) - 8
    for row in rows:
        for line in wrap(row.label, _LETTERS):
            elements.append(_text(0, top, line))
            top += _LINE
        left, height = 0.0, top - 10
        for number, size in enumerate(row.sizes):
            width = round(size / widest * longest, 1)
            elements.append(
                svg.Rect(x=left, y=height, width=width, height=_BAR, class_=[f"part-{number + 1}"])
            )
            left = round(left + width, 1)
        elements.append(_text(left + 6, height + 15, row.value, "value"))
        top += _BAR + _GAP
    return _drawing(elements, top - _GAP)


def course(steps: Sequence[Step]) -> svg.SVG:
    """Steps below each other, numbered, with arrows between them."""
    elements: list[svg.Element] = []
    top = 2.0
    for number, step in enumerate(steps, 1):
        if number > 1:
            elements.append(svg.Path(d=_arrow(top), class_=["way"]))
            top += 24
        names, texts = wrap(f"{number}. {step.name}", _LETTERS - 6), wrap(step.text, _LETTERS - 4)
        height = (len(names) + len(texts)) * _LINE + 14
        elements.append(svg.Rect(x=1, y=top, width=WIDTH - 2, height=height, rx=4, class_=["step"]))
        for line, (words, kind) in enumerate([*((n, "name") for n in names), *((t, "") for t in texts)]):
            elements.append(_text(14, top + 21 + line * _LINE, words, kind))
        top += height
    return _drawing(elements, top + 2)


def timeline(moments: Sequence[Moment]) -> svg.SVG:
    """A line of years from above to below; what happened stands beside it, never over another."""
    if not moments:
        return _drawing([], 0)
    first, last = math.floor(moments[0].at), math.ceil(max(moment.at for moment in moments))
    elements: list[svg.Element] = []
    below = 16.0
    for moment in moments:
        at = max(16 + (moment.at - first) * _YEAR, below)
        lines = wrap(moment.text, _LETTERS - 8)
        elements.append(svg.Circle(cx=8, cy=at - 5, r=5, class_=["moment"]))
        elements.append(_text(26, at, moment.when, "name"))
        elements += [_text(26, at + (n + 1) * _LINE, line) for n, line in enumerate(lines)]
        below = at + (len(lines) + 1) * _LINE + 10
    height = max(below, 16 + (last - first) * _YEAR)
    line = svg.Line(x1=8, y1=2, x2=8, y2=height - 12, class_=["years"])
    return _drawing([line, *elements], height)


def _arrow(top: float) -> list[svg.PathData]:
    start = svg.MoveTo(WIDTH // 2, top + 3)
    return [
        start,
        svg.VerticalLineToRel(14),
        svg.MoveToRel(-5, -5),
        svg.LineToRel(5, 5),
        svg.LineToRel(5, -5),
    ]


def _text(x: float, y: float, words: str, kind: str = "") -> svg.Text:
    # The library writes text as it is given.
    shown = html.escape(words, quote=False)
    return svg.Text(x=round(x, 1), y=round(y, 1), text=shown, class_=[kind] if kind else None)


def _drawing(elements: list[svg.Element], height: float) -> svg.SVG:
    return svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, WIDTH, math.ceil(height)), elements=elements)
