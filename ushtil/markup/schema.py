"""The schema of front matter: `frontmatter.schema.json`. Its order is the order in which keys are written."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ushtil.problems import Problem
from ushtil.schemas import Codes, Schema

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("frontmatter.schema.json").read_text("utf-8"))
_PROPERTIES: dict[str, Any] = SCHEMA["properties"]
KEYS = tuple(_PROPERTIES)
NESTED = {key: tuple(value["properties"]) for key, value in _PROPERTIES.items() if "properties" in value}
"""The keys below a key, where they are known."""

_PART_OF_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def check(
    metadata: Mapping[str, Any], path: str, lines: Mapping[str, int] | None = None
) -> tuple[Problem, ...]:
    """What the schema finds wrong, in the order of lines; `lines` has the line of each key."""
    return _SCHEMA.check(plain(metadata), path, lines or {})


def plain(value: Any) -> Any:
    """`value` as JSON knows it: dates become ISO text, tuples lists, keys and enumerations text."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def example(name: str, value: Any = None) -> str:
    """A valid line or two for the key `name` ("source.date" is the key `date` of `source`)."""
    return _SCHEMA.example(name, value)


def _is_date(value: object) -> bool:
    """A year, a month or a day of the calendar (ISO 8601, reduced precision allowed)."""
    text = str(value)
    if not _PART_OF_DATE.fullmatch(text):
        return not isinstance(value, (str, int))
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


_SCHEMA = Schema(SCHEMA, Codes("F03", "F04", "F05"), {"date-or-part": _is_date})
