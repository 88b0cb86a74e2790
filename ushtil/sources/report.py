"""What import tells of a plan: for people and as JSON."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .importing import Imported, Plan


def as_json(plan: Plan) -> list[dict[str, Any]]:
    """The documents of a plan in the form that `--json` prints."""
    return [
        {
            "language": item.language,
            "pages": list(item.pages),
            "sections": item.sections,
            "paragraphs": item.paragraphs,
            "footnotes": item.footnotes,
            "joined": [{"line": j.line, "text": j.text, "how": j.how} for j in item.reading.joined],
            "removed": [
                {"line": r.line.number, "text": r.line.text, "reason": r.reason} for r in item.reading.removed
            ],
            "uncertain": [
                {"section": d.section, "title": d.title, "confidence": d.confidence, "message": d.message}
                for d in item.doubts
            ],
        }
        for item in plan.documents
    ]


def lines(plan: Plan) -> Iterator[str]:
    """The report for people, a few lines a document."""
    for item in plan.documents:
        pages = f"{len(item.pages)} page{'s' if len(item.pages) != 1 else ''} ({item.pages[0]})"
        yield (
            f"{item.language}: {item.sections} sections, {item.paragraphs} paragraphs, "
            f"{item.footnotes} footnotes in {pages}"
        )
        yield from details(item)


def details(item: Imported) -> Iterator[str]:
    """What was joined, removed and is uncertain in one document."""
    joined = Counter(joint.how for joint in item.reading.joined)
    if joined:
        yield "    joined: " + ", ".join(f"{count} × {how}" for how, count in sorted(joined.items()))
    for removed in item.reading.removed:
        yield f"    removed line {removed.line.number} ({removed.reason}): {removed.line.text}"
    for doubt in item.doubts:
        name = f"#{doubt.section} " if doubt.section else ""
        sure = f" (confidence {doubt.confidence:.2f})" if doubt.confidence else ""
        yield f"    uncertain: {name}'{doubt.title[:60]}' {doubt.message}{sure}"


def diff(plan: Plan) -> str:
    """What the plan would change, as a unified diff."""
    parts: list[str] = []
    for path, text in sorted(plan.changes.items()):
        before = plan.before.get(path, "").splitlines(keepends=True)
        after = (text or "").splitlines(keepends=True)
        parts += difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(parts)
