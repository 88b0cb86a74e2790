"""Pictures of every kind of page, to be looked at: python -m tests.screenshots [FOLDER], or make screenshots.

FOLDER (default: .ushtil/screenshots) then holds <kind>-<language>-<width>-<scheme>.png, and
<kind>-<language>-print.png as it would come on paper.  The tests of looks go through the same kinds.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tests import sites
from tests.browsing import serving
from tests.conftest import CHROMIUM, QUIET
from tests.sites import PREFIXES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Kind:
    """A page of its kind, in every language."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    is_one: bool = False
    """Whether it stands once for all languages."""
    is_mixed: bool = False
    """Whether it is of the small made-up site."""

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Language and address within the site."""
        for code, prefix in PREFIXES.items():
            if not (self.is_one and prefix):
                yield code, prefix + self.path + (f"?q={quote(self.query[code])}" if self.query else "")


KINDS = {
    "home": Kind("index.html"),
    "text": Kind("upr/index.html"),
    "report": Kind("report-2022/s1.html"),
    "parallel": Kind("parallel/report-2022/s1.html", is_one=True),
    "glossary": Kind("glossary.html"),
    "results": Kind("search.html", {"en": "torture", "ru": "пытки", "kk": "азаптау"}),
    "figures": Kind("figures.html"),
    "pictures": Kind("kazakhstan/index.html"),
    "sources": Kind("sources.html"),
    "status": Kind("status.html"),
    "pages": Kind("pages.html"),
    "fallback": Kind("deep/only.html", is_mixed=True),
    "missing": Kind("404.html", is_one=True),
}
SIZES = {360: 740, 768: 1024, 1440: 900}
"""Width and height of the screens."""
PAPER = {"width": 794, "height": 1123}
"""A4, at 96 dots an inch."""
LONGEST = 2400
"""No picture is higher."""


def main(folder: Path) -> None:
    """Builds both sites, and takes all pictures of them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, _browser() as browser, _served(Path(temporary)) as bases:
        for width, height in SIZES.items():
            for scheme in ("light", "dark"):
                print(f"{width} px, {scheme}", file=sys.stderr)
                screen: dict[str, Any] = {
                    "viewport": {"width": width, "height": height},
                    "color_scheme": scheme,
                    "has_touch": width < 500,
                }
                _take(browser.new_page(**screen), bases, folder, f"{width}-{scheme}")
        print("paper", file=sys.stderr)
        paper = browser.new_page(viewport=PAPER)  # type: ignore[arg-type]
        paper.emulate_media(media="print")
        _take(paper, bases, folder, "print")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def _served(temporary: Path) -> Iterator[dict[bool, str]]:
    """Where the texts stand (False) and the made-up site (True)."""
    small = sites.plant(temporary / "mixed", sites.MIXED)
    sites.build(small)
    sites.build(sites.REPOSITORY, "--site", str(temporary / "site"))
    with serving(temporary / "site") as texts, serving(small / "site") as mixed:
        yield {False: texts, True: mixed}


def _take(page: Page, bases: Mapping[bool, str], folder: Path, name: str) -> None:
    """A picture of every kind, from the top of the page."""
    for kind_name, kind in KINDS.items():
        for code, path in kind.addresses():
            page.goto(f"{bases[kind.is_mixed]}/{path}")
            if kind.query:
                page.wait_for_selector(".search__snippet")
            width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
            page.screenshot(
                path=folder / f"{kind_name}-{code}-{name}.png",
                full_page=True,
                clip={"x": 0, "y": 0, "width": width, "height": min(height, LONGEST)},
            )
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".ushtil/screenshots"))
