"""axe-core on a page: what it finds of WCAG 2.2 A and AA, and of good practice."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR = ("color-contrast", "link-in-text-block")
"""Rules by which one colour scheme may do worse than the other."""

_RUN = """only => axe.run(document, {runOnly: only, resultTypes: ["violations"]}).then(
  said => said.violations.flatMap(found => found.nodes.map(
    node => `${found.id}: ${node.html.slice(0, 160)} -- ${node.failureSummary.split("\\n")[1]}`)))"""


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(opened: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What is wrong by these rules, or by all of our tags, an element a line.

    The page's context must bypass its Content-Security-Policy.
    """
    if not opened.evaluate("'axe' in window"):
        opened.evaluate(_script())
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    found: list[str] = opened.evaluate(_RUN, only)
    return found
