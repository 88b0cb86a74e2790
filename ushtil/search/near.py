"""What finds a word that has one wrong letter: the shards near and rear, and the endings of forms.

An edit leaves the first letter of a word or the last, so that a term stands in two shards, by each.  Its
frequentest forms stand there, too: пытка, пытки and пыток have but three letters in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ushtil.search import layout
from ushtil.search.letters import common
from ushtil.search.postings import Term

ENDINGS = 400
"""How many endings of keys are told, the frequentest."""
FORMS = 3
"""How many of a term's forms are told besides the shortest, the frequentest."""
SHORTEST_ROOT = 3
SHORTEST = 3
LARGEST = 2000
"""How many terms with one first or last letter are told, the frequentest; a rare one can be a slip itself."""
DIGIT = re.compile("[0-9]")


def shards(
    terms: Sequence[Term], keys: Sequence[str], form_keys: Sequence[Sequence[str]]
) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """What the manifest tells of the shards, and the shards by name."""
    rows = []
    for number, (term, key, forms) in enumerate(zip(terms, keys, form_keys, strict=True)):
        shortest = min(forms, key=len)
        if len(shortest) >= SHORTEST and not DIGIT.search(shortest) and term.df:
            told = dict.fromkeys((shortest, *forms[:FORMS]))
            row = f"{','.join(told)} {number} {term.df} {len(common(forms))} {key}"
            rows.append((row, {form[0] for form in told}, {shortest[-1], *key[-1:]}))
    firsts: dict[str, list[str]] = {}
    found: dict[str, Any] = {}
    for place, name in enumerate(("near", "rear")):
        held: dict[str, list[str]] = defaultdict(list)
        for row, *ends in rows:
            for letter in ends[place]:
                held[letter].append(row)
        firsts[name] = sorted(held, key=layout.order)
        found |= {f"{name}-{n}": {"terms": _frequent(held[letter])} for n, letter in enumerate(firsts[name])}
    return firsts, found


def _frequent(rows: list[str]) -> list[str]:
    """The rows of the most frequent terms."""
    if len(rows) <= LARGEST:
        return rows
    return sorted(rows, key=lambda row: -int(row.split(" ")[2]))[:LARGEST]


def endings(form_keys: Sequence[Sequence[str]]) -> list[str]:
    """What the keys of many terms' forms have after their root."""
    counts: dict[str, int] = defaultdict(int)
    for keys in form_keys:
        root = common(keys)
        if len(root) >= SHORTEST_ROOT:
            for ending in {key[len(root) :] for key in keys}:
                counts[ending] += 1
    return sorted(sorted(counts, key=lambda ending: (-counts[ending], ending))[:ENDINGS])
