"""Names that some machine cannot hold are told before they are packed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefiles import case_params, hold, load
from ushtil.archive import names


@pytest.mark.parametrize("path", case_params("archive_names"))
def test_names(path: Path, update_cases: bool) -> None:
    case = load(path)
    problems = names.examine(case["names"], case.get("top", "ushtil-0.1.0"), case.get("places", {}))
    hold(path, case, [f"{problem.severity} {problem}" for problem in problems], update_cases)


@given(st.lists(st.text("abcdefgh-0123456789", min_size=1, max_size=12), min_size=1, max_size=6))
def test_plain_names_are_safe(parts: list[str]) -> None:
    name = "/".join(f"x{part}" for part in parts) + ".html"
    assert names.examine([name], "top", {}) == ()


def test_the_longest_path_counts_the_folder_of_the_archive() -> None:
    fits = "a" * (names.LONGEST - len("top/"))
    assert names.examine([fits], "top", {}) == ()
    assert [problem.code for problem in names.examine([f"{fits}a"], "top", {})] == ["Z01"]
