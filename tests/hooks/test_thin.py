"""Hooks are thin: they know MkDocs and the library, and not one another."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.sites import REPOSITORY

ALLOWED = {"ushtil", "mkdocs", "markupsafe", *sys.stdlib_module_names}


@pytest.mark.parametrize("hook", sorted((REPOSITORY / "hooks").glob("*.py")), ids=lambda path: path.stem)
def test_a_hook_imports_only_mkdocs_and_the_library(hook: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(hook.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import is another hook"
            imported.add((node.module or "").partition(".")[0])
    assert imported <= ALLOWED
