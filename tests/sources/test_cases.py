"""Source texts and what import makes of them, one small file a case.

files     the sources, by name; `encoding` of the case says how they are stored, UTF-8 by default
trees     what stands in the trees before, if anything
outcome   the pages without front matter, what the text tells of itself, report and problems
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.casefiles import case_params, hold, load
from ushtil import languages
from ushtil.markup import frontmatter
from ushtil.sources import importing, report

TELLING = ("title", "author", "date", "keywords", "original")


@pytest.mark.parametrize("path", list(case_params("import")))
def test_import(path: Path, update_cases: bool, tmp_path: Path) -> None:
    case = load(path)
    hold(path, case, come_out(case, tmp_path), update_cases, "outcome")


def come_out(case: dict[str, Any], root: Path) -> dict[str, Any]:
    """What importing the case's files makes."""
    for name, text in case.get("trees", {}).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sources = []
    for name, text in case["files"].items():
        file = root / "sources" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(unescaped(text).encode(case.get("encoding", "utf-8")))
        sources.append(file)
    planned = importing.plan(sources, "doc", root, languages.load(root))
    pages = dict(sorted(planned.value.changes.items()))
    outcome = {
        "pages": {path: frontmatter.split(text)[1] if text else None for path, text in pages.items()},
        "about": {path: about(text) for path, text in pages.items() if text},
        "report": list(report.lines(planned.value)),
        "problems": [str(problem).replace(f"{root}/sources/", "") for problem in planned.problems],
    }
    return {key: value for key, value in outcome.items() if value}


def about(text: str) -> dict[str, Any]:
    """What the front matter tells that stood in the text."""
    metadata = yaml.safe_load(frontmatter.split(text)[0])
    return {key: str(value) if key == "date" else value for key, value in metadata.items() if key in TELLING}


def unescaped(text: str) -> str:
    """The text of a case with its \\f and \\r made real: YAML has no way to show them in a block."""
    return text.replace("\\f", "\f").replace("\\r", "\r")
