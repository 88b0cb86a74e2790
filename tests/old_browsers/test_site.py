"""In a browser made old: reading, switching, the parallel view and search, with storage refused.

What came after Firefox 52 and Chromium 58 is taken from the scripts' world (`dressing.js`) and from the style
sheets (`styles.older`); the browser that is left is not that old, but knows nothing newer of what we use.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import sites
from tests.browsing import DESK, PHONE, page, wait
from tests.glossaries import ROOT
from tests.old_browsers import styles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DRESSING = Path(__file__).parent / "dressing.js"
TEXTS = {
    **ROOT,
    **{
        f"{tree}/rights.md": f"# {title} {{#r}}\n\n{text}\n{{: #p1 }}\n\n## {below} {{#c}}\n\n{below}.\n"
        for tree, title, text, below in (
            ("docs", "Rights", "All people have rights.", "Courts"),
            ("docs_ru", "Права", "У всех есть права.", "Суды"),
            ("docs_kk", "Құқықтар", "Барлық адамның құқығы бар.", "Соттар"),
        )
    },
}
WIDE = {"width": 1800, "height": 1000}
BOX = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect()
  return [box.left, box.right]
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.plant(tmp_path_factory.mktemp("old"), TEXTS)
    sites.build(root, "--strict")
    for sheet in (root / "site").rglob("*.css"):
        sheet.write_text(styles.older(sheet.read_text(encoding="utf-8")), encoding="utf-8")
    return root / "site"


@contextmanager
def old(browser: Browser, address: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    with page(browser, **options) as (opened, faults):
        opened.add_init_script(path=DRESSING)
        opened.goto(address)
        assert opened.evaluate("typeof [].flat") == "undefined"
        yield opened, faults


def test_reading_and_switching(browser: Browser, address: str) -> None:
    with old(browser, f"{address}/kk/rights.html", viewport=DESK) as (opened, faults):
        assert opened.locator("h1").first.inner_text().strip().startswith("Құқықтар")
        opened.locator(".bar a[hreflang=ru]").first.click()
        opened.wait_for_url("**/ru/rights.html*")
        assert opened.evaluate("document.documentElement.lang") == "ru"
        opened.locator("button.scheme").click()
        assert opened.evaluate("document.documentElement.dataset.scheme") == "dark"
        opened.locator("a.address").first.click()
        opened.locator(".actions button").first.click()
        wait(opened, "document.querySelector('.actions [role=status]').textContent === 'Ссылка скопирована'")
        assert faults == []


def test_the_parallel_view(browser: Browser, address: str) -> None:
    with old(browser, f"{address}/parallel/rights.html", viewport=DESK) as (opened, faults):
        columns = opened.locator("main .row .c1"), opened.locator("main .row .c2")
        assert columns[0].first.is_visible()
        assert columns[0].first.bounding_box()["y"] == columns[1].first.bounding_box()["y"]
        opened.locator(".boxes label:first-child").click()
        assert not columns[0].first.is_visible()
        assert columns[1].first.is_visible()
        assert faults == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_search(browser: Browser, address: str, viewport: dict[str, int]) -> None:
    with old(browser, f"{address}/kk/index.html", viewport=viewport) as (opened, faults):
        opened.keyboard.press("/")
        opened.keyboard.type("құқық")
        opened.wait_for_selector(".search__option")
        if viewport is PHONE:
            assert opened.evaluate(BOX, ".search--open") == [0, PHONE["width"]]
        opened.locator(".search__option").first.click()
        opened.wait_for_url("**/kk/rights.html*")
        wait(opened, "document.querySelector('article mark')")
        assert faults == []


@pytest.mark.parametrize("viewport", [PHONE, DESK, WIDE], ids=["phone", "desk", "wide"])
@pytest.mark.parametrize("name", ["index.html", "kk/rights.html", "parallel/rights.html", "glossary.html"])
def test_nothing_lies_over_the_text(
    browser: Browser, site: Path, viewport: dict[str, int], name: str
) -> None:
    with old(browser, f"file://{site}/{name}", viewport=viewport) as (opened, faults):
        assert opened.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        left, right = opened.evaluate(BOX, "main")
        assert 0 <= left < right <= viewport["width"]
        beside = opened.locator(".bar .pages")
        if beside.count() and beside.first.is_visible():
            assert opened.evaluate(BOX, ".bar .pages")[1] <= left
        assert faults == []
