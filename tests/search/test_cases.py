"""What queries find in small sites, a case a file: tests/cases/search/*.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import casefiles
from tests.search import indexes
from ushtil.search.asking import ask, show
from ushtil.search.ranking import Level
from ushtil.search.store import Store


def answered(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    """A question with what came of it; what is as usual is left out."""
    answer = ask(store, asked["query"], bool(asked.get("typing")))
    shown = [show(store, hit) for hit in answer.hits]
    told: dict[str, Any] = {key: asked[key] for key in ("query", "typing") if key in asked}
    told["found"] = [f"{one.page}#{one.id}" for one in shown]
    if answer.level is not Level.ALL:
        told["level"] = str(answer.level)
    if answer.missing:
        told["missing"] = list(answer.missing)
    if answer.corrected:
        told["corrected"] = {word: list(taken) for word, taken in answer.corrected}
    if answer.concepts:
        told["concepts"] = list(answer.concepts)
    if "marked" in asked:
        told["marked"] = [[piece.text for piece in one.pieces if piece.is_marked] for one in shown]
    return told


@pytest.mark.parametrize("path", casefiles.case_params("search"))
def test_queries_find(path: Path, tmp_path: Path, update_cases: bool) -> None:
    case = casefiles.load(path)
    store = indexes.plant(tmp_path, case["language"], case["pages"], case.get("concepts"))
    came_out = [answered(store, asked) for asked in case["asked"]]
    casefiles.hold(path, case, came_out, update_cases, key="asked")
