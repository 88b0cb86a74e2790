"""How the pages look: measured in the browser, at every kind of page that the screenshots show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import DESK, PHONE, REFUSED, SHIFTS, Trickling, page, serving, wait
from tests.screenshots import KINDS, SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

EACH = [(name, code, path) for name, kind in KINDS.items() for code, path in kind.addresses()]
LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ аяАЯ"
# Letters a line, of lines that are not a paragraph's last.
LINES = """() => [...document.querySelectorAll('article p[id]')].flatMap(paragraph => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange()
  const rows = []
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest('.address, .facing, sup')) continue
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = range.getClientRects()[0]
      if (!box || !box.width) continue
      const last = rows[rows.length - 1]
      if (last && Math.abs(last.bottom - box.bottom) < 12) last.letters++
      else rows.push({ bottom: box.bottom, letters: 1 })
    }
  }
  return rows.slice(0, -1).map(row => row.letters)
})"""


@pytest.fixture(scope="module")
def bases(shipped: Path, mixed: Path) -> Iterator[dict[bool, str]]:
    """Where the texts stand (False) and the made-up site (True)."""
    with serving(shipped) as texts, serving(mixed) as made_up:
        yield {False: texts, True: made_up}


@pytest.fixture(scope="module")
def text(shipped: Path) -> str:
    return f"file://{shipped}/kk/report-2022/s1.html"


@contextmanager
def refused(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page that may store nothing."""
    with page(browser, **options) as (opened, faults):
        opened.add_init_script(REFUSED)
        yield opened
    assert faults == []


@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("code", ["ru", "kk"])
def test_a_line_has_60_to_75_letters(browser: Browser, shipped: Path, code: str, width: int) -> None:
    with page(browser, viewport={"width": width, "height": SIZES[width]}) as (opened, _):
        opened.goto(f"file://{shipped}/{code}/report-2022/s1.html")
        letters = opened.evaluate(LINES)
    assert len(letters) > 100
    assert 60 <= mean(letters) <= 75
    assert 60 <= median(letters) <= 75


def test_on_a_phone_a_line_has_the_width(browser: Browser, text: str) -> None:
    with page(browser, viewport=PHONE) as (opened, _):
        opened.goto(text)
        box = opened.locator("article p[id]").first.bounding_box()
    assert box and 16 <= box["x"] <= 24
    assert box["width"] >= PHONE["width"] - 48


@pytest.mark.parametrize(("name", "code", "path"), EACH, ids=[f"{name}-{code}" for name, code, _ in EACH])
def test_nothing_scrolls_sideways_on_a_phone(
    browser: Browser, bases: dict[bool, str], name: str, code: str, path: str
) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, _):
        opened.goto(f"{bases[KINDS[name].is_mixed]}/{path}")
        if KINDS[name].query:
            opened.wait_for_selector(".search__snippet")
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.fixture(scope="module")
def slow_bases(shipped: Path, mixed: Path) -> Iterator[dict[bool, str]]:
    """The same at the end of a slow line."""
    with serving(shipped, Trickling) as texts, serving(mixed, Trickling) as made_up:
        yield {False: texts, True: made_up}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", KINDS)
def test_nothing_moves_while_a_page_arrives(
    browser: Browser, slow_bases: dict[bool, str], name: str, size: dict[str, int]
) -> None:
    def late(route: Route) -> None:
        opened.wait_for_timeout(150)
        route.continue_()

    with page(browser, viewport=size) as (opened, _):
        opened.route("**/*.js", late)
        opened.add_init_script(SHIFTS)
        path = list(KINDS[name].addresses())[-1][1]
        opened.goto(f"{slow_bases[KINDS[name].is_mixed]}/{path}", wait_until="networkidle")
        opened.wait_for_timeout(300)
        assert opened.evaluate("window.shifts") == []
        # What moves is seen.
        opened.evaluate("document.querySelector('main').prepend(document.createElement('textarea'))")
        wait(opened, "window.shifts.length > 0")


@pytest.mark.parametrize("tag", ["p", "strong", "em", "h2", "code"])
def test_kazakh_letters_come_from_one_typeface(browser: Browser, text: str, tag: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(text)
        opened.evaluate(
            "([tag, letters]) => document.querySelector('article').append("
            "Object.assign(document.createElement(tag), {id: 'letters', textContent: letters}))",
            [tag, LETTERS],
        )
        inspector = opened.context.new_cdp_session(opened)
        inspector.send("DOM.enable")
        inspector.send("CSS.enable")
        root = inspector.send("DOM.getDocument")["root"]["nodeId"]
        node = inspector.send("DOM.querySelector", {"nodeId": root, "selector": "#letters"})["nodeId"]
        drawn = inspector.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert len(drawn) == 1
    assert drawn[0]["glyphCount"] == len(LETTERS)


def test_the_menu_opens_by_keyboard_and_without_storage(browser: Browser, text: str) -> None:
    with refused(browser, viewport=PHONE) as opened:
        opened.goto(text)
        assert opened.locator(".pages").is_hidden()
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.matches('.skip')")
        opened.keyboard.press("Tab")
        opened.keyboard.press("Enter")
        assert opened.locator(".pages [aria-current]").is_visible()
        # What it opened comes next.
        opened.keyboard.press("Tab")
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.closest('.pages') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_is_switched_by_keyboard_and_without_storage(
    browser: Browser, text: str, scheme: str
) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with refused(browser, viewport=DESK, color_scheme=scheme) as opened:
        opened.goto(text)
        before, button = opened.evaluate(ground), opened.locator(".scheme")
        name = button.get_attribute("aria-label")
        button.focus()
        opened.keyboard.press("Enter")
        assert opened.evaluate(ground) != before
        assert button.get_attribute("aria-label") != name
        opened.keyboard.press("Space")
        assert opened.evaluate(ground) == before


def test_the_scheme_is_remembered_and_forgotten_where_it_is_the_systems(
    browser: Browser, bases: dict[bool, str]
) -> None:
    with page(browser, viewport=DESK, color_scheme="light") as (opened, _):
        opened.goto(f"{bases[False]}/index.html")
        opened.locator(".scheme").click()
        opened.goto(f"{bases[False]}/kk/about.html")
        assert opened.locator("html").get_attribute("data-scheme") == "dark"
        opened.locator(".scheme").click()
        assert opened.evaluate("Object.keys(localStorage)") == []


def test_the_contents_follow(browser: Browser, text: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(text)
        opened.locator("#s1-c-p2").evaluate("one => one.scrollIntoView()")
        opened.wait_for_selector(".contents a[href='#s1-c'][aria-current]")
        assert opened.locator(".contents [aria-current]").count() == 1


def test_paper_shows_addresses_notes_and_the_address_of_the_page(browser: Browser, text: str) -> None:
    with page(browser, viewport={"width": 794, "height": 1123}) as (opened, _):
        opened.emulate_media(media="print")
        opened.goto(text)
        for selector in ("#s1-a-p1 .address", ".footnote li", ".byline", ".foot__address"):
            assert opened.locator(selector).first.is_visible(), selector
        assert "kk/report-2022/s1.html" in opened.locator(".foot__address").inner_text()
        for selector in (".bar", ".pages", ".contents", ".fold", ".steps", ".edit", ".elsewhere", ".facing"):
            assert opened.locator(selector).first.is_hidden(), selector


def test_all_there_is_to_read_is_there_without_scripts(browser: Browser, text: str) -> None:
    read = "() => document.querySelector('article').innerText"
    with page(browser, viewport=PHONE) as (opened, _):
        opened.goto(text)
        whole = opened.evaluate(read)
    with page(browser, viewport=PHONE, java_script_enabled=False) as (opened, faults):
        opened.goto(text)
        assert opened.locator("article").inner_text() == whole
        assert opened.locator(".scheme").is_hidden()
        opened.locator(".fold summary").click()
        assert opened.locator(".contents a").first.is_visible()
        opened.locator(".menu summary").click()
        branch = opened.locator(".branch:not(:has([aria-current])) summary").first
        branch.click()
        assert opened.locator(".branch:has(details[open]) > ul a").first.is_visible()
    assert faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_pressed_is_large_enough(browser: Browser, text: str, size: dict[str, int]) -> None:
    """24 px for any control (WCAG 2.2, 2.5.8), but links in sentences; 44 for those of a phone's bar."""
    with page(browser, viewport=size) as (opened, _):
        opened.goto(text)
        small = opened.evaluate(
            """() => [...document.querySelectorAll(
              'button, summary, .address, .bar a, .contents a, .elsewhere a, .steps a, .way a, .foot a'
            )].filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
              .map(one => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.height && Math.min(box.width, box.height) < 24)
              .map(([one]) => one.outerHTML.slice(0, 80))"""
        )
        assert small == []
        if size is PHONE:
            for selector in (".menu summary", ".languages a", ".search__open"):
                box = opened.locator(selector).first.bounding_box()
                assert box and box["height"] >= 44, selector
