"""The termbase for other tools: one module a format, each with a pure `write(termbase, languages) -> str`.

The same termbase gives the same bytes: concepts in the order of their ids, languages in the site's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ushtil.languages import Languages
from ushtil.terms.exports import csv, json, skos, tbx
from ushtil.terms.termbase import Termbase


class Format(NamedTuple):
    """One format. `ending` is that of its files, `name` what people call it."""

    name: str
    ending: str
    write: Callable[[Termbase, Languages], str]


FORMATS: Mapping[str, Format] = {
    "tbx": Format("TBX", ".tbx", tbx.write),
    "skos": Format("SKOS", ".ttl", skos.write),
    "csv": Format("CSV", ".csv", csv.write),
    "json": Format("JSON", ".json", json.write),
}
