"""What CI relies on: no test skipped in silence, annotations as they should be, workflows without secrets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import casefiles

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize(
    ("reason", "environment", "code"),
    [
        ("no Chromium: install it", {"USHTIL_CI": "1"}, 1),
        ("no Chromium: install it", {"USHTIL_CI": ""}, 0),
        ("set USHTIL_SEEDS to run it", {"USHTIL_CI": "1"}, 0),
    ],
)
def test_a_skipped_test_fails_in_ci(tmp_path, reason, environment, code):
    test = tmp_path / "test_one.py"
    test.write_text(f"import pytest\ndef test_one():\n    pytest.skip({reason!r})\n", encoding="utf-8")
    options = [
        "-p",
        "tests.casefiles",
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
        "--rootdir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(test)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == code, done.stdout
    assert ("FAILED under USHTIL_CI" in done.stdout) == (code == 1)


def matched(line):
    """The severities of the matchers that take a line of output."""
    matchers = json.loads((ROOT / ".github" / "problems.json").read_text(encoding="utf-8"))["problemMatcher"]
    return [m["severity"] for m in matchers if re.search(m["pattern"][0]["regexp"], line)]


def test_every_problem_is_annotated_once_and_at_its_severity():
    told = [line for p in casefiles.case_params("checks") for line in casefiles.load(p.values[0])["problems"]]
    assert told
    for line in told:
        severity, _, shown = line.partition(": ")
        assert matched(shown) == [severity]


def test_other_lines_are_no_annotations():
    assert [
        line for line in ("0 errors, 2 warnings", "built /tmp/site", "make: *** [x] Error 1") if matched(line)
    ] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_have_no_secrets_and_name_their_permissions(path):
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert all(re.search(r"@(v\d+|[0-9a-f]{40})$", used) for used in re.findall(r"uses: (\S+)", text))
    # YAML 1.1 reads the key `on` as true.
    if "pull_request" in workflow[True]:
        assert all("permissions" not in job for job in workflow["jobs"].values())


def test_a_pull_request_is_tested_by_what_brings_the_tools():
    job = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]["tests"]
    assert [step["run"] for step in job["steps"] if "run" in step][-1] == ".ci/run"
    # Its names of packages are Debian's.
    assert re.fullmatch(r"(debian:|python:.*-)(bookworm|trixie)", job["container"]["image"])
