"""The termbase as JSON: a list of concepts, each in the form of its YAML file, with every key in each.

JSON is YAML, so that an item written to `<id>.yml` is that concept's file.
"""

from __future__ import annotations

import json
from typing import Any

from ushtil.languages import Languages
from ushtil.terms.concepts import Concept, Entry
from ushtil.terms.termbase import Termbase


def write(termbase: Termbase, languages: Languages) -> str:
    """The concepts in the order of their ids; a concept without a subject has null there."""
    items = [_concept(concept, languages) for concept in termbase.concepts]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _concept(concept: Concept, languages: Languages) -> dict[str, Any]:
    return {
        "id": concept.id,
        "subject": concept.subject or None,
        "terms": {code: _entry(concept.terms[code]) for code in languages.codes if code in concept.terms},
        "related": list(concept.related),
        "links": [{"title": link.title, "url": link.url} for link in concept.links],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "preferred": entry.preferred,
        "abbreviations": list(entry.abbreviations),
        "variants": [
            {"term": variant.term, "status": str(variant.status), "source": variant.source}
            for variant in entry.variants
        ],
        "definition": entry.definition,
        "source": entry.source,
        "note": entry.note,
    }
