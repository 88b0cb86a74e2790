"""What the glossary says itself, language by language: `ushtil/language/<code>/glossary.toml`.

What a language lacks comes from the default language of those that Ushtil ships with; `missing` tells.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from ushtil import languages

FOLDER = Path(__file__).parent.parent / "language"
FILE = "glossary.toml"


@dataclass(frozen=True)
class Strings:
    """One language's strings."""

    title: str
    about: str
    """What the page is; its first paragraph."""
    letters: str
    """Names the list of letters, for those who do not see it."""
    filter: str
    """Names the field that narrows the list."""
    count: str
    """How many terms are left: {shown} of {all}."""
    none: str
    """Said when no term is left."""
    by_subject: str
    no_subject: str
    """The heading of the concepts whose subject has no name."""
    exports: str
    """The heading of the files for other programs."""
    exports_about: str
    note: str
    source: str
    related: str
    subject: str
    links: str
    uses: str
    """How many sections use a term: {count}."""
    more_uses: str
    """Said of those that are not listed: {count}."""
    open: str
    """Leads from the explanation of a term in the text to its entry."""
    statuses: Mapping[str, str]
    """What each kind of other term is called; abbreviations are `preferred`."""


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    default = _read(languages.read(languages.SHIPPED).default.code)
    return Strings(**{**default, **_read(code)})


@cache
def missing(code: str) -> tuple[str, ...]:
    """The keys that a language lacks."""
    own = _read(code)
    return tuple(field.name for field in fields(Strings) if field.name not in own)


def _read(code: str) -> dict[str, Any]:
    file = FOLDER / code / FILE
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
