"""The rules of CSL-JSON 1.0.2 for what may stand in an item, in our own words."""

from __future__ import annotations

from typing import Any

# Of the types and variables those that the bibliography and the writer know; any other is a fault of ours.
TYPES = [
    *("article", "article-journal", "article-newspaper", "bill", "book", "chapter", "dataset", "document"),
    *("hearing", "legal_case", "legislation", "paper-conference", "post-weblog", "regulation", "report"),
    *("speech", "thesis", "treaty", "webpage"),
]
_TEXTS = [
    *("archive_location", "container-title", "DOI", "language", "note", "original-publisher", "title"),
    *("original-publisher-place", "original-title", "publisher", "publisher-place", "URL", "version"),
]
_NUMBERS = ["number", "page"]
_NAMES = ["author", "translator", "original-author"]
_DATES = ["issued", "accessed", "original-date"]

_NAME = {
    "type": "object",
    "properties": {part: {"type": "string", "minLength": 1} for part in ("family", "given", "literal")},
    "additionalProperties": False,
    "minProperties": 1,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}  # fmt: skip

SCHEMA: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"enum": TYPES},
            **{name: {"type": "string", "minLength": 1} for name in _TEXTS},
            **{name: {"type": ["string", "number"]} for name in _NUMBERS},
            **{name: {"type": "array", "items": _NAME, "minItems": 1} for name in _NAMES},
            **dict.fromkeys(_DATES, _DATE),
        },
    },
}
