"""The usual names of sections, and what they mean in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import known, profile

LABEL = re.compile(r"^(?P<name>[^\W\d_][^.:—–\n]{2,45}?)\s?(?:[.:—–]|\s-)\s+(?=\S)")


@dataclass(frozen=True)
class Label:
    """A known name at the head of a text: where it ends, where the text after its sign begins."""

    end: int
    start: int
    meaning: str


def label_of(text: str) -> Label | None:
    """The known name that `text` begins with, set off by a full stop, colon or dash: "Abstract. This …"."""
    match = LABEL.match(text)
    meaning = meaning_of(match["name"]) if match else ""
    return Label(match.end("name"), match.end(), meaning) if match and meaning else None


def meaning_of(text: str, language: str = "") -> str:
    """What the name of a section means ("Введение" → "introduction"), "" where it is no known name."""
    name = " ".join(text.lower().split()).strip(" .:")
    codes = (language,) if language in known() else known()
    return next((meaning for code in codes if (meaning := profile(code).sections.get(name))), "")
