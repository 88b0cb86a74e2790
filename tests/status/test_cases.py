"""What becomes of translations: small trees in, the table out.

trees     the texts as they are now, by their path from the root
before    those of them that were otherwise when the translations were made
history   true: the texts of `before` are found in the history
accept    the page, or page#section, that is accepted then
table     what `ushtil status` says
files     what --accept changed, if anything
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.casefiles import case_params, hold, load
from tests.sites import plant
from ushtil import languages
from ushtil.problems import Unreadable
from ushtil.status import names, tables
from ushtil.status.accept import accept
from ushtil.status.history import History
from ushtil.status.reading import read_sources
from ushtil.status.report import PageStatus, report, totals

ALL = languages.read(languages.SHIPPED)


@pytest.mark.parametrize("path", list(case_params("status")))
def test_case(path: Path, update_cases: bool, tmp_path: Path) -> None:
    case = load(path)
    hold(path, case, come_out(case, tmp_path), update_cases, "outcome")


def come_out(case: dict[str, Any], root: Path) -> dict[str, Any]:
    """The table of a case, and what accepting changes."""
    trees = dict(case["trees"])
    if "before" in case:
        plant(root, {**trees, **case["before"]})
        for page in status(root):
            if page.exists and page.source:
                trees[page.place] = accept((root / page.place).read_text("utf-8"), page)[0]
    plant(root, trees)
    history = History(fake_git(case["before"] if case.get("history") else {}))
    files: dict[str, str] = {}
    for name in case.get("accept", []):
        wanted, _, section = name.partition("#")
        try:
            page = names.translation(wanted, root, ALL, status(root))
            files[page.place], _ = accept(
                (root / page.place).read_text("utf-8"), page, [section] if section else []
            )
        except Unreadable as error:
            return {"refused": str(error)}
        plant(root, files)
    pages = status(root)
    outcome = {"table": list(tables.lines(pages, totals(pages, ALL.codes), history)), "files": files}
    return {key: value for key, value in outcome.items() if value}


def status(root: Path) -> tuple[PageStatus, ...]:
    return report(read_sources(root, ALL).value)


def fake_git(files: Mapping[str, str]) -> Callable[..., bytes | None]:
    """A git that knows one commit, which holds `files`."""

    def git(command: str, *arguments: str) -> bytes | None:
        if command == "log":
            place = arguments[-1]
            return f"\x01c0ffee\0\n{place}\0".encode() if place in files else b""
        place = arguments[-1].removeprefix("c0ffee:./")
        return files[place].encode() if place in files else None

    return git
