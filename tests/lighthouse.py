"""Lighthouse over the built site: each kind of page, the median of several runs with its mobile preset.

    python -m tests.lighthouse [--runs 5] [--site FOLDER] [PAGE…]

A benchmark and no test: its figures are a machine's, and a busy one's are worse.  Exit code 1 below .98 in
any category.  Lighthouse comes from npm, once, into .ushtil/lighthouse; $LIGHTHOUSE names another, $CHROMIUM
another Chromium.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browsing import Packing, serving
from tests.conftest import CHROMIUM
from tests.sites import REPOSITORY, build

VERSION = "12.8.2"
WANTED = 0.98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)
PAGES = (
    *(
        f"{prefix}{name}"
        for name in ("index.html", "upr/index.html", "glossary.html")
        for prefix in ("", "ru/", "kk/")
    ),
    "parallel/upr/index.html",
)
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def lighthouse() -> str:
    """The program, fetched if it is not there."""
    given = os.environ.get("LIGHTHOUSE")
    if given:
        return given
    folder = REPOSITORY / ".ushtil" / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(folder),
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(install, check=True)
    return str(program)


def measure(program: str, url: str) -> dict[str, Any]:
    """One report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        subprocess.run(
            [program, url, "--output=json", f"--output-path={report}", "--quiet", f"--chrome-flags={FLAGS}",
             f"--only-categories={','.join(CATEGORIES)}"],
            check=True,
            env={**os.environ, "CHROME_PATH": os.environ.get("CHROMIUM") or CHROMIUM},
        )  # fmt: skip
        return dict(json.loads(report.read_text(encoding="utf-8")))


def median(reports: list[dict[str, Any]]) -> dict[str, float]:
    """Category or metric → the median over the runs."""
    scores = {name: [report["categories"][name]["score"] for report in reports] for name in CATEGORIES}
    values = {name: [report["audits"][name]["numericValue"] for report in reports] for name in METRICS}
    return {name: statistics.median(found) for name, found in {**scores, **values}.items()}


def failing(report: dict[str, Any]) -> list[str]:
    """What a report finds that can be mended."""
    audits = {
        ref["id"]
        for name in CATEGORIES[1:]
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"]
    }
    return sorted(name for name in audits if report["audits"][name]["score"] not in {1, None})


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--site", type=Path, help="a built site that knows its address; by default one is built"
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", default=PAGES)
    asked = parser.parse_args()
    program, too_low = lighthouse(), False
    if not shutil.which("node"):
        sys.exit("no Node: apt-get install nodejs npm")
    print(f"{'page':28} perf  a11y  best   seo    FCP    LCP   TBT    CLS")
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or Path(folder, "site")
        if not asked.site:
            build(REPOSITORY, "--site", str(site), USHTIL_SITE_URL="https://example.org/")
        with serving(site, Packing) as address:
            for page in asked.pages:
                reports = [measure(program, f"{address}/{page}") for _ in range(asked.runs)]
                found = median(reports)
                scores = "  ".join(f"{found[name]:.2f}" for name in CATEGORIES)
                paint, largest, blocking, shift = (found[name] for name in METRICS)
                print(
                    f"{page:28} {scores}  {paint:5.0f}  {largest:5.0f}  {blocking:4.0f}  {shift:.3f}",
                    flush=True,
                )
                print("".join(f"{'':28} {name}\n" for name in failing(reports[0])), end="")
                too_low |= any(found[name] < WANTED for name in CATEGORIES)
    return int(too_low)


if __name__ == "__main__":
    sys.exit(main())
