"""The site in a browser: from a folder and over http, on a phone and on a desk, with scripts and without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import DESK, PHONE, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(mixed: Path) -> Path:
    return mixed


def test_a_page_asks_nobody_but_its_own_site(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with page(browser, viewport=DESK) as (opened, faults):
        opened.on("request", lambda request: asked.append(request.url))
        for name in ("index.html", "kk/deep/only.html", "ru/index.html"):
            opened.goto(f"{address}/{name}", wait_until="networkidle")
        opened.keyboard.press("/")
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [url for url in asked if url.endswith((".xml", ".json"))] == []
    assert faults == []


def test_a_page_cannot_be_made_to_ask_another_host(browser: Browser, http: str) -> None:
    with page(browser) as (opened, faults):
        opened.goto(f"{http}/index.html")
        opened.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2:9/x.png'}))")
        opened.wait_for_timeout(200)
    assert any("Content Security Policy" in fault for fault in faults)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_switcher_leads_to_the_same_page(browser: Browser, address: str, scripts: bool) -> None:
    with page(browser, viewport=PHONE, java_script_enabled=scripts) as (opened, faults):
        opened.goto(f"{address}/deep/only.html")
        for code, place in (
            ("kk", "kk/deep/only.html"),
            ("ru", "ru/deep/only.html"),
            ("en", "deep/only.html"),
        ):
            opened.locator(f".languages a[hreflang={code}]").click()
            opened.wait_for_url(f"{address}/{place}")
            assert opened.locator("html").get_attribute("lang") == code
            assert opened.locator("h1").inner_text().startswith("Только по-русски")
    assert faults == []


def test_pictures_show_on_a_fallback(browser: Browser, address: str) -> None:
    with page(browser) as (opened, faults):
        opened.goto(f"{address}/kk/deep/only.html")
        widths = opened.locator("article img").evaluate_all("all => all.map(image => image.naturalWidth)")
    assert widths == [1, 1]
    assert faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"], ids=["en", "ru", "kk"])
def test_the_shipped_texts_fit(browser: Browser, shipped: Path, prefix: str, size: dict[str, int]) -> None:
    with page(browser, viewport=size) as (opened, faults):
        for name in ("index", "upr/index"):
            opened.goto(f"file://{shipped}/{prefix}{name}.html")
            assert opened.evaluate("document.documentElement.scrollWidth") <= size["width"], name
        for link in opened.locator(".languages a").all():
            box = link.bounding_box()
            assert box and box["height"] >= 32 and box["x"] + box["width"] <= size["width"]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_told_from_the_ground(browser: Browser, shipped: Path, scheme: str) -> None:
    with page(browser, viewport=DESK, color_scheme=scheme) as (opened, _):
        opened.goto(f"file://{shipped}/kk/index.html")
        for selector, least in {"article p": 7, "article h1": 7, "article p a": 4.5, ".address": 4.5}.items():
            assert opened.evaluate(CONTRAST, selector) >= least, selector


def test_the_only_search_box_is_our_own(browser: Browser, shipped: Path) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"file://{shipped}/index.html")
        assert opened.locator("input[type=text], input[type=search]").count() == 1


def test_the_number_of_a_paragraph_stands_in_the_margin_and_leads_to_its_address(
    browser: Browser, shipped: Path
) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"file://{shipped}/upr/index.html")
        number = opened.locator("#cycle-p1 .address")
        box, text = number.bounding_box(), opened.locator("#cycle-p1").bounding_box()
        assert box and text and box["x"] + box["width"] < text["x"]
        # The way to the other languages, where the paragraph is looked at.
        assert opened.locator("#cycle-p1 .facing").is_hidden()
        opened.locator("#cycle-p1").hover()
        assert opened.locator("#cycle-p1 .facing").is_visible()
        number.click()
        assert opened.url.endswith("#cycle-p1")


# WCAG 2 contrast of the first element that fits, against the ground of the page.
CONTRAST = """selector => {
  const channel = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number)
  const ground = numbers(getComputedStyle(document.body).backgroundColor)
  const [r, g, b, alpha = 1] = numbers(getComputedStyle(document.querySelector(selector)).color)
  const ink = [r, g, b].map((value, index) => value * alpha + ground[index] * (1 - alpha))
  const [low, high] = [light(ink), light(ground)].sort((one, other) => one - other)
  return (high + 0.05) / (low + 0.05)
}"""
