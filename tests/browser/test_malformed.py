"""An address that nobody could have written by the rules breaks no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import DESK, page, wait

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


@pytest.mark.parametrize("end", ["#100%", "?l=%#%E0%A4%A"])
def test_the_parallel_view_still_hides_a_language(browser: Browser, http: str, end: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/parallel/upr/index.html{end}")
        opened.locator(".boxes label").first.click()
        wait(opened, "getComputedStyle(document.querySelector('main .c1')).display === 'none'")
    assert faults == []


def test_the_text_still_follows_its_reader(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/upr/index.html#100%")
        opened.evaluate("document.getElementById('cycle').scrollIntoView()")
        wait(opened, "document.querySelector('.languages a[hreflang=kk]').hash === '#cycle'")
    assert faults == []


def test_the_glossary_still_narrows(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/glossary.html#100%")
        opened.locator(".glossary-filter input").fill("troika")
        wait(opened, "document.querySelectorAll('.concept:not([hidden])').length < 9")
        opened.evaluate("location.hash = '%E0'")
        opened.wait_for_timeout(100)
    assert faults == []
