"""Figures and events: read from YAML, shown in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ushtil.figures import values
from ushtil.figures.data import Figure, read

GOOD = """
received:
  value: 12345.5
  qualifier: almost
  unit: recommendation
  date: 2025-01
  source: baq-2025
  label: {en: Received, ru: Получено}
"""


def figure(*numbers: str, unit: str = "person", qualifier: str = "") -> Figure:
    return Figure("x", "a", tuple(map(Decimal, numbers)), unit, "2025", "s", qualifier=qualifier)


def test_a_figure() -> None:
    outcome = read({"data/figures/area.yml": GOOD}, "docs")
    found = outcome.value.figures["received"]
    assert not outcome.problems
    assert (found.values, found.area, found.date) == ((Decimal("12345.5"),), "area", "2025-01")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("b: 1\na: ]", 2, "no valid YAML"),
        ("- a", 1, "no mapping"),
        (
            "a: {value: many, unit: person, date: 2025, source: s, label: {en: A}}",
            1,
            "a: value must be a number",
        ),
        ("\na: {value: 1, date: 2025, source: s, label: {en: A}}", 2, "a: unit is missing"),
        ("\nÄ: {value: 1, unit: person, date: 2025, source: s, label: {en: A}}", 2, "small Latin letters"),
        ("a: {value: 1, unit: person, date: soon, source: s, label: {en: A}}", 1, "a: date must be"),
        ("a: {value: 1, unit: person, date: 2025-13, source: s, label: {en: A}}", 1, 'not "2025-13"'),
        (
            "a: {value: 1, unit: person, date: 2025-02-30, source: s, label: {en: A}}",
            1,
            'not "2025-02-30"',
        ),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, message: str) -> None:
    outcome = read({"data/figures/area.yml": text}, "docs")
    assert not outcome.value.figures
    (problem,) = outcome.problems
    assert (problem.path, problem.line, problem.code) == ("docs/data/figures/area.yml", line, "R02")
    assert message in problem.message


def test_an_id_in_two_areas_is_told() -> None:
    outcome = read({"data/figures/a.yml": GOOD, "data/figures/b.yml": GOOD}, "docs")
    assert outcome.value.figures["received"].area == "a"
    assert "stands in a.yml, too" in outcome.problems[0].message


def test_events_come_in_the_order_of_dates() -> None:
    rows = ["- {date: 2025-01, event: {en: B}, source: s}", "- {date: 2010-02, event: {en: A}, source: s}"]
    text = "\n".join([*rows, "- {date: x}"])
    outcome = read({"data/timeline.yml": text}, "docs")
    assert [event.text["en"] for event in outcome.value.events] == ["A", "B"]
    assert {problem.line for problem in outcome.problems} == {3}


@pytest.mark.parametrize(
    ("shown", "code", "of"),
    [
        ("12,345.5", "en", figure("12345.5")),
        ("12\u00a0345,5", "ru", figure("12345.5")),
        ("12\u00a0345,5", "kk", figure("12345.5")),
        ("88%", "en", figure("88", unit="percent")),
        ("88,5\u00a0%", "ru", figure("88.5", unit="percent")),
        ("80–92%", "kk", figure("80", "92", unit="percent")),
    ],
)
def test_a_number_as_a_language_writes_it(shown: str, code: str, of: Figure) -> None:
    assert values.shown(of, code) == shown


def test_a_qualifier() -> None:
    told = [values.qualified(figure("300", qualifier="almost"), code) for code in ("en", "ru", "kk")]
    assert told == ["almost 300", "почти 300", "300 дерлік"]


@pytest.mark.parametrize(
    ("date", "code", "shown"),
    [
        ("2025", "ru", "2025"),
        ("2025-01", "en", "January 2025"),
        ("2025-12-10", "ru", "10 декабря 2025\u202fг."),
        ("2022-01/2022-06", "en", "January 2022 – June 2022"),
    ],
)
def test_when(date: str, code: str, shown: str) -> None:
    assert values.when(date, code) == shown
