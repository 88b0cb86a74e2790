"""Pictures: read from YAML, drawn, with the table behind them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from ushtil.figures.data import Event, Figure
from ushtil.pictures import drawing
from ushtil.pictures.data import Picture, read
from ushtil.pictures.drawing import Bar, Moment, Step
from ushtil.pictures.figure import markdown

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = {
    "old": Figure("old", "a", (Decimal(137),), "recommendation", "2010", "report", "p. 4"),
    "new": Figure("new", "a", (Decimal(300),), "recommendation", "2025", "news", qualifier="almost"),
}
EVENTS = (
    Event("2010-02", {"en": "First <review>", "ru": "Первый обзор"}, "report", cycle=1),
    Event("2011", {"en": "Something else"}, "report"),
    Event("2025-01", {"en": "Fourth review", "ru": "Четвёртый обзор"}, "news", cycle=4),
)
BARS = """
received:
  kind: bars
  title: {en: Received <1>, ru: Получено}
  rows:
    - {label: {en: "2010", ru: 2010 год}, figures: [old]}
    - {label: {en: "2025", ru: 2025 год}, figures: [new]}
"""
COURSE = "c: {kind: course, title: {en: Course}, rows: [{label: {en: Report}, text: {en: A & B}}]}"


def picture(text: str) -> Picture:
    outcome = read(text, "docs/data/pictures.yml")
    assert not outcome.problems
    return next(iter(outcome.value.values()))


def cite(key: str, place: str) -> str:
    return f"[@{key}, {place}]"


def drawn(shown: str) -> ElementTree.Element:
    """The drawing of a figure, which must be well-formed."""
    return ElementTree.fromstring(shown[shown.index("<svg") : shown.index("</svg>") + 6])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("b: 1\na: ]", 2, "no valid YAML"),
        ("[1]", 1, "no mapping"),
        ("\na: {kind: pie, title: {en: A}}", 2, "a: kind must be one of"),
        ("\na: {kind: bars, title: {}}", 2, "a: title must be"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, message: str) -> None:
    outcome = read(text, "docs/data/pictures.yml")
    assert not outcome.value
    (problem,) = outcome.problems
    assert (problem.line, problem.code) == (line, "R03")
    assert message in problem.message


def test_bars_have_title_table_and_sources_in_the_language_of_the_page() -> None:
    shown = markdown(picture(BARS), FIGURES, EVENTS, "ru", cite)
    assert '<figcaption id="picture-received-ru">Получено</figcaption>' in shown
    assert '<svg role="img" aria-labelledby="picture-received-ru" ' in shown
    assert '<tr><th scope="row">2025 год</th><td>почти 300</td></tr>' in shown
    assert "Источник: [@report, p. 4], [@news, ]\n{: .sources }" in shown
    # A blank line would end the HTML for Markdown.
    assert "\n\n" not in shown[: shown.index("</figure>")]


def test_the_longest_bar_is_that_of_the_largest_figure() -> None:
    bars = drawn(markdown(picture(BARS), FIGURES, EVENTS, "en", cite)).findall(f"{SVG}rect")
    old, new = (float(bar.attrib["width"]) for bar in bars)
    assert old / new == pytest.approx(137 / 300, abs=0.001)
    assert new < drawing.WIDTH


def test_text_is_escaped() -> None:
    assert "Received &lt;1&gt;" in markdown(picture(BARS), FIGURES, EVENTS, "en", cite)
    texts = drawn(markdown(picture(COURSE), FIGURES, EVENTS, "en", cite)).findall(f"{SVG}text")
    assert [text.text for text in texts] == ["1. Report", "A & B"]


def test_a_timeline_shows_what_belongs_to_a_cycle() -> None:
    shown = markdown(picture("t: {kind: timeline, title: {en: T}}"), FIGURES, EVENTS, "en", cite)
    texts = [text.text for text in drawn(shown).findall(f"{SVG}text")]
    assert texts == ["February 2010", "First <review>", "January 2025", "Fourth review"]


def test_nothing_on_a_timeline_stands_over_another() -> None:
    moments = [Moment(2025 + n / 100, "January 2025", "Happened " * 12) for n in range(9)]
    root = ElementTree.fromstring(drawing.timeline(moments).as_str())
    heights = [float(text.attrib["y"]) for text in root.findall(f"{SVG}text")]
    assert all(after - before >= 17 for before, after in pairwise(heights))
    assert heights[-1] < float(root.attrib["viewBox"].split()[3])


@pytest.mark.parametrize("made", [drawing.bars([]), drawing.course([]), drawing.timeline([])])
def test_nothing_is_drawn_of_nothing(made: object) -> None:
    assert ElementTree.fromstring(made.as_str()).attrib["viewBox"].startswith("0 0 360")  # type: ignore[attr-defined]


def test_bars_in_parts_stand_one_after_another() -> None:
    rows = [Bar("Fourth", (200, 100), "200 + 100"), Bar("Third", (100, 50), "100 + 50")]
    root = ElementTree.fromstring(drawing.bars(rows, ["Supported", "Noted"]).as_str())
    first, second = (
        root.findall(f"{SVG}rect[@class='part-1']")[1],
        root.findall(f"{SVG}rect[@class='part-2']")[1],
    )
    assert float(second.attrib["x"]) == float(first.attrib["width"])


def test_a_long_step_is_broken_into_lines() -> None:
    root = ElementTree.fromstring(drawing.course([Step("Name", "word " * 40)]).as_str())
    assert max(len(text.text or "") for text in root.findall(f"{SVG}text")) <= 42
