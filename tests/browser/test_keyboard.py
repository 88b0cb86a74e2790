"""The site without a mouse: everything is reached in the order in which it stands, and seen when it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import DESK, PHONE, page, wait

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ("kk/index.html", "ru/upr/index.html", "figures.html", "kk/status.html", "parallel/about.html")
MOST = 700
"""Stops of a page, at most."""

# All that the Tab key has to reach, numbered as it stands.
NUMBER = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0)
  .map((one, place) => { one.dataset.stop = place; return one.outerHTML.slice(0, 120) })"""
# The stop that has the focus, and what is wrong with how it is seen: nothing, at best.
SEEN = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const label = one.matches(".box") ? document.querySelector(`label[for="${one.id}"]`) : one
  const box = label.getBoundingClientRect(), style = getComputedStyle(label), wrong = []
  // Of what is larger than the screen, what of it is on the screen.
  const left = Math.max(box.left, 0), width = Math.min(box.right, innerWidth) - left
  const top = Math.max(box.top, 0), height = Math.min(box.bottom, innerHeight) - top
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) =>
    document.elementFromPoint(left + width * x, top + height * y))
  if (!points.some(found => found && (label.contains(found) || found.contains(label)))) wrong.push("hidden")
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("no outline")
  if (Number(style.opacity) < .5) wrong.push("transparent")
  return {stop: Number(one.dataset.stop ?? -1), html: one.outerHTML.slice(0, 120), wrong}
}"""


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def walk(opened: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page to its end."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST):
        opened.keyboard.press("Tab")
        seen = opened.evaluate(SEEN)
        if not seen:
            return found
        for _ in range(20):
            if not seen["wrong"]:
                break
            # The explanation of the term before goes when it has been left for a moment.
            opened.wait_for_timeout(50)
            seen = opened.evaluate(SEEN)
        found.append(seen)
    raise AssertionError(f"no end after {MOST} stops: {found[-3:]}")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_reached_in_order_and_seen(
    browser: Browser, http: str, name: str, size: dict[str, int]
) -> None:
    with page(browser, viewport=size, reduced_motion="reduce") as (opened, _):
        opened.goto(f"{http}/{name}")
        there = opened.evaluate(NUMBER)
        stops = walk(opened)
    assert [(stop["html"], stop["wrong"]) for stop in stops if stop["wrong"]] == []
    # What the focus itself makes visible (-1) comes between.
    order = [stop["stop"] for stop in stops if stop["stop"] >= 0]
    assert order == sorted(order)
    assert [there[place] for place in sorted(set(range(len(there))) - set(order))] == []


@pytest.mark.parametrize("name", ["kk/upr/index.html", "figures.html", "parallel/about.html"])
def test_the_first_stop_skips_to_the_text(browser: Browser, http: str, name: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/{name}")
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.className") == "skip"
        assert opened.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        opened.keyboard.press("Enter")
        wait(opened, "document.activeElement.closest('main')")
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.closest('main') !== null")


def test_what_is_gone_to_is_not_below_the_bar(browser: Browser, http: str) -> None:
    for size in (DESK, PHONE):
        with page(browser, viewport=size) as (opened, _):
            for name in ("kk/report-2022/s3.html#s3-1", "ru/upr/index.html#cycle-p1"):
                opened.goto(f"{http}/{name}")
                top, bar = opened.evaluate(
                    "[document.querySelector(':target').getBoundingClientRect().top,"
                    " document.querySelector('.bar').getBoundingClientRect().bottom]"
                )
                assert top >= bar, (name, size)


def test_a_paragraph_gone_to_offers_its_other_languages_next(browser: Browser, http: str) -> None:
    for size in (DESK, PHONE):
        with page(browser, viewport=size) as (opened, _):
            opened.goto(f"{http}/ru/upr/index.html")
            opened.locator("#upr-p1 .address").focus()
            opened.keyboard.press("Enter")
            # The browser begins anew at the paragraph that was gone to: its number comes once more.
            opened.keyboard.press("Tab")
            opened.keyboard.press("Tab")
            assert opened.evaluate("document.activeElement.className") == "facing"
            opened.keyboard.press("Tab")
            assert opened.evaluate("document.activeElement.closest('.actions') !== null")


def test_a_note_is_gone_to_and_left_by_keyboard(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/ru/upr/index.html")
        opened.locator(".footnote-ref").first.focus()
        opened.keyboard.press("Enter")
        wait(opened, "document.querySelector('.footnote :target')")
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.closest('.footnote li').matches(':target')")
        opened.locator(".footnote-backref").first.focus()
        opened.keyboard.press("Enter")
        wait(opened, "document.querySelector(':target .footnote-ref, .footnote-ref:target')")


def test_what_folds_opens_by_keyboard(browser: Browser, http: str) -> None:
    with page(browser, viewport=PHONE) as (opened, _):
        opened.goto(f"{http}/kk/upr/index.html")
        for summary, shown in ((".menu summary", ".pages"), (".fold summary", ".contents")):
            opened.locator(summary).focus()
            assert not opened.locator(shown).is_visible()
            opened.keyboard.press("Enter")
            assert opened.locator(shown).is_visible()
            opened.keyboard.press("Tab")
            assert opened.evaluate("document.activeElement.closest('.bar, .contents') !== null")
            opened.locator(summary).focus()
            opened.keyboard.press("Enter")
            assert not opened.locator(shown).is_visible()


def test_the_scheme_is_switched_by_keyboard_and_names_the_other(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, color_scheme="light") as (opened, _):
        opened.goto(f"{http}/kk/index.html")
        button = opened.locator(".scheme")
        before = button.get_attribute("aria-label")
        button.focus()
        opened.keyboard.press("Space")
        assert opened.locator("html").get_attribute("data-scheme") == "dark"
        assert button.get_attribute("aria-label") not in {before, "", None}


def test_a_table_that_is_too_wide_scrolls_by_keyboard(browser: Browser, http: str) -> None:
    with page(browser, viewport={"width": 320, "height": 640}) as (opened, _):
        opened.goto(f"{http}/kk/status.html")
        wide = opened.evaluate(
            "[...document.querySelectorAll('.table')].findIndex(one => one.scrollWidth > one.clientWidth)"
        )
        assert wide >= 0
        frame = opened.locator(".table").nth(wide)
        frame.focus()
        opened.keyboard.press("ArrowRight")
        wait(opened, f"document.querySelectorAll('.table')[{wide}].scrollLeft > 0")


def test_the_search_field_is_a_combobox(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/ru/index.html")
        opened.keyboard.press("/")
        opened.keyboard.type("пытки")
        # The counts in other languages come last.
        opened.locator(".search__other").nth(1).wait_for()
        field = opened.locator(".search__field")
        assert field.get_attribute("role") == "combobox" and field.get_attribute("aria-expanded") == "true"
        names = []
        for _ in range(7):
            opened.keyboard.press("ArrowDown")
            names.append(field.get_attribute("aria-activedescendant"))
            # After the last one comes what was typed.
            if not names[-1]:
                continue
            chosen = opened.locator(f"[id='{names[-1]}']")
            assert chosen.get_attribute("aria-selected") == "true"
            assert opened.locator("[role=option][aria-selected=true]").count() == 1
            assert chosen.evaluate(
                "one => { const box = one.getBoundingClientRect();"
                " return one.contains(document.elementFromPoint(box.left + 20, box.bottom - 6)) }"
            ), "what is chosen is covered"
        assert len(set(names)) > 2
        opened.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false"
