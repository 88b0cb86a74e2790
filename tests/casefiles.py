"""A case is one readable file: a pytest plugin and the few helpers that the folders of cases share.

    tests/cases/<topic>/<name>.yml                    must hold
    tests/cases/<topic>/known_failures/<name>.yml     must fail (strict xfail): a mended fault moves its file

`pytest --update-cases` writes what came out into the files that differ, for review in the diff.
Under USHTIL_CI=1 a skipped test fails the run, unless it is skipped for want of $USHTIL_SEEDS.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURES = "known_failures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="write what came out into tests/cases")


@pytest.fixture
def update_cases(request: pytest.FixtureRequest) -> bool:
    """Whether the outcomes of cases are to be rewritten."""
    return bool(request.config.getoption("--update-cases"))


def case_params(topic: str) -> Iterator[Any]:
    """The files of one folder of cases as parameters; those in `known_failures/` are to fail."""
    for path in sorted((CASES / topic).rglob("*.yml")):
        marks = [pytest.mark.xfail(strict=True)] if path.parent.name == KNOWN_FAILURES else []
        yield pytest.param(path, id=path.stem, marks=marks)


def hold(path: Path, case: Mapping[str, Any], came_out: object, update: bool, key: str = "problems") -> None:
    """Assert that `came_out` is what the case tells under `key`, or rewrite the file of the case."""
    if update and came_out != case.get(key) and path.parent.name != KNOWN_FAILURES:
        path.write_text(dump({**case, key: came_out}), encoding="utf-8")
        return
    assert came_out == case.get(key), f"{path.name}: run pytest --update-cases if this is right"


def load(path: Path) -> dict[str, Any]:
    """One case."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(case, dict), f"{path} is no mapping"
    return case


class _Dumper(yaml.SafeDumper):
    """Texts of several lines are written as they read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump(case: Mapping[str, Any]) -> str:
    """A case as its file holds it."""
    return yaml.dump(dict(case), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def missing_tools(terminalreporter: Any) -> list[str]:
    """Why tests were skipped that CI must not skip."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = {
        str(report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr)
        for report in reports
    }
    return sorted(reason for reason in reasons if "USHTIL_SEEDS" not in reason)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get("USHTIL_CI") != "1" or session.exitstatus != pytest.ExitCode.OK:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and missing_tools(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if os.environ.get("USHTIL_CI") == "1":
        for reason in missing_tools(terminalreporter):
            terminalreporter.write_line(f"FAILED under USHTIL_CI: a test was skipped: {reason}", red=True)
