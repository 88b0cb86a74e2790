"""A reader keeps the place: from language to language, to the parallel page and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import sites
from tests.browsing import COPIED, DESK, PHONE, REFUSED, page, wait

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SEEN = """name => {
  const box = document.getElementById(name).getBoundingClientRect()
  return box.bottom > 0 && box.top < innerHeight
}"""


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def links(opened: Page, selector: str) -> list[str]:
    found: list[str] = opened.locator(selector).evaluate_all("all => all.map(link => link.href)")
    return found


def test_a_heading_leads_only_where_its_section_really_stands(browser: Browser, growing: Path) -> None:
    with page(browser, java_script_enabled=False) as (opened, _):
        found: dict[str, Any] = {}
        for name in ("ru/doc", "kk/doc", "doc"):
            opened.goto(f"file://{growing}/{name}.html")
            found[name] = opened.locator("article .heading").evaluate_all(
                "all => all.map(one => [one.firstElementChild.id,"
                " ...[...one.querySelectorAll('[hreflang]')].map(link => link.hreflang)].join(' '))"
            )
    assert found["ru/doc"] == ["r kk", "s0 kk", "s1 kk", "s2", "s3 kk"]
    assert found["kk/doc"] == ["r ru", "s0 ru", "s1 ru", "s2 ru", "s3 ru", "own"]
    assert found["doc"] == ["r ru kk", "s0 ru kk", "s1 ru kk", "s2 ru", "s3 ru kk"]


def test_a_section_that_is_not_translated_stands_there_in_the_original(
    browser: Browser, growing: Path
) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"file://{growing}/kk/doc.html#s2-p3")
        assert opened.evaluate(SEEN, "s2-p3")
        assert opened.locator("#s2-p3").evaluate("one => one.closest('[lang]').lang") == "ru"
        assert "әлі аударылған жоқ" in opened.locator(".borrowed .notice").inner_text()
        assert opened.locator("#s3").evaluate("one => one.closest('[lang]').lang") == "kk"
        assert opened.locator(".contents [lang=ru]").first.inner_text().strip() == "Раздел 2"
    assert faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_switcher_follows_the_paragraph_in_view(
    browser: Browser, growing: Path, size: dict[str, int]
) -> None:
    with page(browser, viewport=size) as (opened, faults):
        opened.goto(f"file://{growing}/ru/doc.html")
        opened.locator("#s3-p2").evaluate("one => one.scrollIntoView()")
        wait(opened, "document.querySelector('.languages a[hreflang=kk]').hash === '#s3-p2'")
        opened.locator(".languages a[hreflang=kk]").click()
        opened.wait_for_url("**/kk/doc.html#s3-p2")
        assert opened.evaluate(SEEN, "s3-p2")
        # What the original does not have: the last section before it that it has.
        opened.evaluate("location.hash = 'own-p1'")
        wait(opened, "document.querySelector('.languages a[hreflang=ru]').hash === '#s3'")
        assert links(opened, ".languages a[hreflang=en]")[0].endswith("/doc.html#s3")
    assert faults == []


def test_there_and_back_at_the_same_paragraph(browser: Browser, growing: Path) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"file://{growing}/ru/doc.html#s1-p2")
        opened.locator("#s1-p2 .facing").click()
        opened.wait_for_url("**/parallel/doc.html#s1-p2")
        assert opened.evaluate(SEEN, "s1-p2")
        assert opened.locator("#s1-p2 .c[lang=ru] p").count() == 2
        assert opened.locator("#s2-p1 .gap[lang=kk]").count() == 1
        opened.locator("#s1-p2 .c[lang=kk] .n").click()
        opened.wait_for_url("**/kk/doc.html#s1-p2")
        assert opened.evaluate(SEEN, "s1-p2")
        opened.locator(".languages .beside").click()
        opened.wait_for_url("**/parallel/doc.html#s1-p2")
    assert faults == []


def visible(opened: Page) -> list[str]:
    """The languages that are shown, from left to right or from top to bottom."""
    found: list[str] = (
        opened.locator(".rows .row")
        .first.locator(".c")
        .evaluate_all(
            "all => all.map(one => [one.lang, one.getBoundingClientRect()])"
            ".filter(([, box]) => box.width)"
            ".sort(([, one], [, other]) => one.left - other.left || one.top - other.top)"
            ".map(([lang]) => lang)"
        )
    )
    return found


def test_merged_paragraphs_stand_in_the_columns_of_the_others(browser: Browser, growing: Path) -> None:
    with page(browser) as (opened, _):
        opened.set_viewport_size({"width": 1440, "height": 900})
        opened.goto(f"file://{growing}/parallel/doc.html")
        edges = "cells => [...new Set(cells.map(cell => Math.round(cell.getBoundingClientRect().left)))]"
        assert opened.locator('.row:has(> span[id="s1-p3"])').count() == 1
        assert len(opened.locator(".rows .row > .c").evaluate_all(edges)) == 2


def test_a_column_is_hidden_by_css_alone(browser: Browser, shipped: Path) -> None:
    with page(browser, viewport=DESK, java_script_enabled=False) as (opened, faults):
        opened.goto(f"file://{shipped}/parallel/upr/index.html")
        assert visible(opened) == ["en", "ru", "kk"]
        opened.locator(".boxes label[lang=en]").click()
        assert visible(opened) == ["ru", "kk"]
        for code in ("ru", "kk"):
            opened.locator(f".boxes label[lang={code}]").click()
        assert opened.locator(".none").is_visible()
    assert faults == []


def test_the_pair_stands_in_the_address_and_is_remembered(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/parallel/upr/index.html?l=kk,ru")
        assert visible(opened) == ["kk", "ru"]
        opened.goto(f"{http}/parallel/about.html")
        assert visible(opened) == ["en", "ru", "kk"]
        opened.locator(".boxes label[lang=ru]").click()
        assert opened.url.endswith("?l=en,kk")
        opened.goto(f"{http}/parallel/upr/index.html")
        assert visible(opened) == ["en", "kk"]
    assert faults == []


def test_storage_may_be_refused(browser: Browser, shipped: Path) -> None:
    with page(browser, viewport=PHONE) as (opened, faults):
        opened.add_init_script(REFUSED)
        opened.goto(f"file://{shipped}/parallel/upr/index.html?l=kk,xx")
        assert visible(opened) == ["kk"]
        opened.locator(".boxes label[lang=en]").click()
        assert visible(opened) == ["kk", "en"]
        tops = opened.locator("#cycle-p1 .c").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().top)"
        )
        assert tops[0] != tops[2]
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults == []


def test_an_address_is_copied(browser: Browser, shipped: Path) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.add_init_script(COPIED)
        opened.goto(f"file://{shipped}/kk/upr/index.html")
        opened.locator("#cycle-p2").hover()
        opened.locator("#cycle-p2 .address").click()
        opened.get_by_role("button", name="Сілтемені көшіру").click()
        assert opened.evaluate("window.copied") == f"file://{shipped}/kk/upr/index.html#cycle-p2"
        assert opened.locator(".actions").inner_text().startswith("Сілтеме көшірілді")
        opened.keyboard.press("Escape")
        assert opened.locator(".actions").count() == 0
    assert faults == []


def test_addresses_are_large_enough_for_a_finger_and_printed_in_the_margin(
    browser: Browser, shipped: Path
) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, _):
        opened.goto(f"file://{shipped}/upr/index.html")
        for selector in (".address", ".elsewhere a:visible", ".languages a"):
            for link in opened.locator(selector).all()[:6]:
                box = link.bounding_box()
                assert box and min(box["width"], box["height"]) >= 24, selector
    with page(browser, viewport=DESK) as (opened, _):
        opened.emulate_media(media="print")
        opened.goto(f"file://{shipped}/upr/index.html")
        number, text = (
            opened.locator("#cycle-p1 .address").bounding_box(),
            opened.locator("#cycle-p1").bounding_box(),
        )
        assert number and text and number["x"] >= 0 and number["x"] + number["width"] <= text["x"]
        assert opened.locator("#cycle-p1 .address").evaluate("one => getComputedStyle(one).opacity") == "1"
        assert not opened.locator(".elsewhere").first.is_visible()


def test_a_parallel_page_is_light_and_says_what_it_is(browser: Browser, shipped: Path) -> None:
    tags = sites.Tags((shipped / "parallel/upr/index.html").read_text(encoding="utf-8"))
    assert [tag["lang"] for tag in tags.all("html")] == ["en"]
    assert not tags.all("meta", name="robots")
    [description] = tags.all("meta", name="description")
    assert "in 3 languages, side by side" in description["content"]
    asked: list[str] = []
    with page(browser, viewport=DESK) as (opened, faults):
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(f"file://{shipped}/parallel/upr/index.html", wait_until="load")
        assert opened.title().endswith("· Әмбебап мерзімді шолу – Side by side")
    assert sorted(Path(url).name for url in asked if "icon" not in url) == [
        "index.html",
        "parallel.css",
        "parallel.js",
        "scheme.js",
        "ushtil.css",
    ]
    assert faults == []


def test_a_parallel_page_is_shown_in_the_scheme_that_was_chosen(browser: Browser, http: str) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    with page(browser, viewport=DESK, color_scheme="light") as (opened, faults):
        opened.goto(f"{http}/upr/index.html")
        light = opened.evaluate(paper)
        opened.locator(".scheme").click()
        dark = opened.evaluate(paper)
        opened.goto(f"{http}/parallel/upr/index.html")
        assert opened.evaluate(paper) == dark != light
        opened.locator(".scheme").click()
        assert opened.evaluate(paper) == light
    assert faults == []
