"""The pictures of a site, read from YAML; `picture.schema.json` tells their form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any

from ushtil import strict_yaml
from ushtil.problems import Outcome, Problem, Severity
from ushtil.schemas import Codes, Schema

PATH = "data/pictures.yml"
CODE = "R03"
UNKNOWN_KEY = "R08"

Texts = Mapping[str, str]
"""A text by language."""


class Kind(StrEnum):
    """How a picture shows its rows."""

    BARS = "bars"
    """One bar a row, as long as its figures together, in parts where there are several."""
    COURSE = "course"
    """One step after another."""
    TIMELINE = "timeline"
    """The events of the timeline that belong to a cycle, on a line of years."""


@dataclass(frozen=True)
class Row:
    """A bar, or a step. `figures` are ids; a step may have a text below its name."""

    label: Texts
    figures: tuple[str, ...] = ()
    text: Texts | None = None


@dataclass(frozen=True)
class Picture:
    """A picture; `parts` names what the figures of each row are, where they are several."""

    id: str
    kind: Kind
    title: Texts
    rows: tuple[Row, ...] = ()
    parts: tuple[Texts, ...] = ()
    line: int = 0


def read(text: str, place: str) -> Outcome[Mapping[str, Picture]]:
    """The pictures by id. What is faulty is told and left out."""
    loaded = strict_yaml.read(text, place, CODE)
    if loaded.problems:
        return Outcome({}, loaded.problems)
    if not isinstance(loaded.value.value, dict):
        what, remedy = "is no mapping of ids to pictures", "write `some-id: {…}`"
        return Outcome({}, (Problem(place, 1, CODE, Severity.ERROR, what, remedy),))
    entries = _SCHEMA.entries(loaded.value.value, place, loaded.value.lines)
    found = {name: _picture(name, item, line) for name, (item, line) in entries.value.items()}
    return Outcome(found, entries.problems)


def _picture(name: str, item: Mapping[str, Any], line: int) -> Picture:
    rows = tuple(
        Row(row["label"], tuple(row.get("figures", ())), row.get("text")) for row in item.get("rows", ())
    )
    return Picture(name, Kind(item["kind"]), item["title"], rows, tuple(item.get("parts", ())), line)


_SCHEMA = Schema(
    json.loads(resources.files(__package__).joinpath("picture.schema.json").read_text(encoding="utf-8")),
    Codes(CODE, CODE, UNKNOWN_KEY),
    whole="the picture",
)
