"""The termbase as CSV (RFC 4180) for spreadsheets: a concept a row, the languages side by side.

    id,subject,en preferred,en abbreviations,…,kk note,related,links
    upr,un-mechanisms,Universal Periodic Review,UPR,…

Several terms in one cell stand apart by "; ".  A byte order mark begins the file: without it Excel reads
UTF-8 as the code page of the machine, and Cyrillic becomes noise.  A cell that a spreadsheet would take for a
formula begins with an apostrophe, as OWASP advises (CSV injection): the termbase may be somebody else's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ushtil.languages import Languages
from ushtil.terms.concepts import Concept, Entry, Status
from ushtil.terms.termbase import Termbase

BYTE_ORDER_MARK = "\ufeff"
BETWEEN = "; "
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a formula can begin; Japanese spreadsheets take the wide forms as well."""
_COLUMNS = ("preferred", "abbreviations", "admitted", "deprecated", "avoid", "definition", "source", "note")


def write(termbase: Termbase, languages: Languages) -> str:
    """The header and a row a concept, lines ended as the standard has them."""
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    columns = [f"{code} {column}" for code in languages.codes for column in _COLUMNS]
    writer.writerow(["id", "subject", *columns, "related", "links"])
    for concept in termbase.concepts:
        writer.writerow(map(_harmless, _row(concept, languages)))
    return BYTE_ORDER_MARK + told.getvalue()


def _row(concept: Concept, languages: Languages) -> Iterator[str]:
    yield from (concept.id, concept.subject)
    for code in languages.codes:
        entry = concept.terms.get(code)
        yield from _cells(entry) if entry else [""] * len(_COLUMNS)
    yield from (BETWEEN.join(concept.related), BETWEEN.join(link.url for link in concept.links))


def _cells(entry: Entry) -> Iterator[str]:
    yield from (entry.preferred, BETWEEN.join(entry.abbreviations))
    for status in (Status.ADMITTED, Status.DEPRECATED, Status.AVOID):
        yield BETWEEN.join(_of(entry, status))
    yield from (entry.definition, entry.source, entry.note)


def _of(entry: Entry, status: Status) -> Iterable[str]:
    return (variant.term for variant in entry.variants if variant.status is status)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
