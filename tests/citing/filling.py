"""Fills a template as the browser does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from ushtil.citing import templates
from ushtil.citing.model import Citation, Day

_VALUES = {"Y": "2026", "M": "11", "D": "02", "d": "2", "m": "11", "month": "November"}
_SLOT = re.compile("\ue000(\\w+)\ue001")


def day(code: str) -> Day:
    """The second of November 2026 as a reader of the language has it."""
    shown = _SLOT.sub(lambda slot: _VALUES[slot[1]], templates.day(code).shown)
    return Day(shown, "2026-11-02", "2026/11/02/", "2026, 11, 2")


def given(page: Citation, paragraphs: Iterable[Citation]) -> dict[str, Any]:
    """What the browser is given."""
    made: dict[str, Any] = json.loads(json.dumps(templates.templates(page, paragraphs)))
    return made


def filled(given: dict[str, Any], paragraph: str) -> list[str]:
    """All forms of the citation of a paragraph, or of the page if it has no name."""
    shape, locator, page = given["paragraphs"].get(paragraph, [0, "", ""])
    values = {**_VALUES, "P": paragraph, "L": locator, "G": page}
    return [_SLOT.sub(lambda slot: values[slot[1]], text) for text in given["shapes"][shape]]
