"""The site for who needs it larger, looser, calmer or in colours of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import DESK, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = (
    "kk/index.html",
    "ru/upr/index.html",
    "kk/report-2022/s3.html",
    "figures.html",
    "ru/sources.html",
    "kk/glossary.html",
    "glossary/labour.html",
    "ru/status.html",
    "kk/search.html",
    "timeline.html",
    "parallel/about.html",
    "404.html",
)
LARGER = "html { font-size: 200% !important }"
# WCAG 2.2, 1.4.12.
LOOSER = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""

# What is cut off, runs out of the page, or lies upon what stands beside it.
LOST = """() => {
  const found = [], wide = document.documentElement.clientWidth
  const shown = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
  const start = one => one.outerHTML.slice(0, 90)
  if (document.documentElement.scrollWidth > wide + 1) found.push("the page scrolls sideways")
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one)
    const text = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    if (!text || !shown(one) || style.clipPath !== "none" || one.closest(".skip, svg, .table, pre")) continue
    const isCut = one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2
    if (style.overflow === "hidden" && isCut) found.push("cut off: " + start(one))
    const isOut = style.position !== "fixed" && one.getBoundingClientRect().right > wide + 2
    if (isOut) found.push("runs out: " + start(one))
  }
  const isUpon = (one, other) => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect()
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
  }
  const stands = one => {
    const style = getComputedStyle(one)
    return shown(one) && style.position === "static" && style.float === "none" && style.display !== "inline"
  }
  for (const parent of document.querySelectorAll(".bar, .bar ul, main, article, article div, .foot ul")) {
    const parts = [...parent.children].filter(stands)
    parts.forEach((one, place) => parts.slice(place + 1).forEach(other => {
      if (isUpon(one, other)) found.push("upon: " + start(one) + " … " + start(other))
    }))
  }
  return found
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const style = getComputedStyle(one)
  return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0
    || style.animationName !== "none" && parseFloat(style.animationDuration) > 0
}).map(one => one.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def lost(opened: Page, address: str, style: str = "") -> list[str]:
    opened.goto(address)
    if style:
        opened.add_style_tag(content=style)
    found: list[str] = opened.evaluate(LOST)
    return found


@pytest.mark.parametrize(
    ("width", "height", "style"),
    [
        (320, 640, ""),  # 1.4.10: 1280 px at 400 %
        (640, 450, ""),  # 1.4.4: 1280 px at 200 %
        (1280, 900, LARGER),  # 1.4.4: text alone
        (360, 740, LARGER),
        (1280, 900, LOOSER),
        (320, 640, LOOSER),
    ],
    ids=["reflow", "zoom", "larger text", "larger text on a phone", "looser text", "looser text on a phone"],
)
def test_nothing_is_lost(browser: Browser, http: str, width: int, height: int, style: str) -> None:
    size = {"width": width, "height": height}
    with page(browser, viewport=size, bypass_csp=True, reduced_motion="reduce") as (opened, _):
        faults = {name: found for name in PAGES if (found := lost(opened, f"{http}/{name}", style))}
    assert faults == {}


def test_loss_is_seen(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, bypass_csp=True) as (opened, _):
        for style, kind in (
            ("article p { height: 1rem; overflow: hidden }", "cut off"),
            ("article p { width: 200vw }", "the page scrolls"),
            ("article p { margin-bottom: -3rem !important }", "upon"),
        ):
            found = lost(opened, f"{http}/kk/upr/index.html", style)
            assert any(fault.startswith(kind) for fault in found), (kind, found)


def moving(opened: Page, http: str) -> str:
    """What moves while a term is explained, and while a search waits for its index."""
    opened.route("**/search/ru/manifest.js", lambda route: None)
    opened.goto(f"{http}/ru/upr/index.html")
    opened.locator("a.term").first.hover()
    opened.locator(".term-note").wait_for()
    found = opened.evaluate(MOVING)
    opened.keyboard.press("/")
    opened.keyboard.type("пытки")
    opened.locator(".search--busy").wait_for()
    return "\n".join(found + opened.evaluate(MOVING))


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, reduced_motion="reduce") as (opened, _):
        for name in ("kk/index.html", "ru/upr/index.html", "parallel/about.html"):
            opened.goto(f"{http}/{name}")
            assert opened.evaluate(MOVING) == []
        assert moving(opened, http) == ""


def test_motion_is_seen(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, reduced_motion="no-preference") as (opened, _):
        found = moving(opened, http)
    assert 'class="term-note' in found and "search__field" in found


def test_states_are_seen_in_a_readers_own_colours(browser: Browser, http: str) -> None:
    look = """one => { const style = getComputedStyle(one)
      return [style.backgroundColor, style.color, style.borderBottomColor, style.fontWeight].join() }"""
    with page(browser, viewport=DESK, forced_colors="active") as (opened, _):
        opened.goto(f"{http}/kk/upr/index.html")
        for here, there in (
            (".languages [aria-current]", ".languages a:not([aria-current])"),
            (".pages [aria-current]", ".pages a:not([aria-current])"),
        ):
            assert opened.locator(here).first.evaluate(look) != opened.locator(there).first.evaluate(look), (
                here
            )
        assert opened.locator(".scheme svg").evaluate("one => getComputedStyle(one).fill") == opened.locator(
            ".scheme"
        ).evaluate("one => getComputedStyle(one).color")
        opened.goto(f"{http}/parallel/about.html")
        label = opened.locator(".boxes label").first
        before = label.evaluate(look)
        label.click()
        assert label.evaluate(look) != before
