"""What a screen reader meets: axe-core on every kind of page, and how a page is divided, headed and named."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests import axe
from tests.browsing import DESK, PHONE, page, wait
from tests.sites import PREFIXES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = {
    "home": "index.html",
    "text": "upr/index.html",
    "section": "report-2022/s3.html",
    "figures": "figures.html",
    "sources": "sources.html",
    "glossary": "glossary.html",
    "subject": "glossary/labour.html",
    "pages": "pages.html",
    "status": "status.html",
    "timeline": "timeline.html",
    "search": "search.html",
}
"""What stands in each language."""
ONCE = {
    "parallel": "parallel/upr/index.html",
    "not found": "404.html",
    "citations": "cite/kk/upr/index.html",
}

FAULTY = (
    "<!doctype html><html lang=en><title>T</title><main><h1>T</h1>"
    "<img src='data:,'><p style='background: #fff; color: #bbb'>Pale.</p></main>"
)


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def judged(opened: Page, address: str) -> list[str]:
    """All faults of a page in the light scheme, and those of its colours in the dark one."""
    opened.emulate_media(color_scheme="light", reduced_motion="reduce")
    opened.goto(address)
    found = axe.faults(opened)
    opened.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + axe.faults(opened, axe.COLOUR)


@pytest.mark.parametrize("code", PREFIXES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, http: str, kind: str, code: str) -> None:
    # The two sizes differ in what is folded away; the rest of it is the same page.
    for size in (DESK, PHONE) if kind in {"home", "status", "section"} else (DESK,):
        with page(browser, viewport=size, bypass_csp=True) as (opened, _):
            assert judged(opened, f"{http}/{PREFIXES[code]}{KINDS[kind]}") == []


@pytest.mark.parametrize("kind", ONCE)
def test_axe_finds_nothing_where_all_languages_stand(browser: Browser, http: str, kind: str) -> None:
    for size in (DESK, PHONE):
        with page(browser, viewport=size, bypass_csp=True) as (opened, _):
            assert judged(opened, f"{http}/{ONCE[kind]}") == []


@pytest.mark.parametrize(
    "name",
    ["doc.html", "ru/doc.html", "kk/doc.html", "ru/index.html", "parallel/doc.html", "kk/download.html"],
)
def test_axe_finds_nothing_where_a_translation_is_missing(browser: Browser, growing: Path, name: str) -> None:
    with page(browser, viewport=DESK, bypass_csp=True) as (opened, _):
        assert judged(opened, f"file://{growing}/{name}") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_more_contrast_is_asked_for(browser: Browser, http: str, scheme: str) -> None:
    options = {"color_scheme": scheme, "contrast": "more", "reduced_motion": "reduce"}
    with page(browser, viewport=DESK, bypass_csp=True, **options) as (opened, _):
        for path in ("kk/index.html", "ru/report-2022/s3.html", "figures.html", "parallel/upr/index.html"):
            opened.goto(f"{http}/{path}")
            assert opened.evaluate("matchMedia('(prefers-contrast: more)').matches")
            assert axe.faults(opened, axe.COLOUR) == [], path


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    with page(browser) as (opened, _):
        opened.set_content(FAULTY)
        found, of_colour = axe.faults(opened), axe.faults(opened, axe.COLOUR)
    assert {"image-alt", "color-contrast"} <= {fault.partition(":")[0] for fault in found}
    assert [fault.partition(":")[0] for fault in of_colour] == ["color-contrast"]


@pytest.mark.parametrize(("code", "query"), [("en", "torture"), ("ru", "пытки"), ("kk", "азаптау")])
def test_axe_finds_nothing_in_what_a_search_shows(browser: Browser, http: str, code: str, query: str) -> None:
    with page(browser, viewport=DESK, bypass_csp=True, reduced_motion="reduce") as (opened, _):
        opened.goto(f"{http}/{PREFIXES[code]}index.html")
        opened.keyboard.press("/")
        opened.keyboard.type(query)
        # The counts in other languages come last.
        opened.locator(".search__other").nth(1).wait_for()
        assert axe.faults(opened) == []
        opened.emulate_media(color_scheme="dark")
        assert axe.faults(opened, axe.COLOUR) == []
        opened.goto(f"{http}/{PREFIXES[code]}search.html?q={query}")
        opened.locator(".results__found a").first.wait_for()
        assert axe.faults(opened) == []


@pytest.mark.parametrize("code", PREFIXES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_divided_headed_and_named(browser: Browser, http: str, kind: str, code: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/{PREFIXES[code]}{KINDS[kind]}")
        nodes = tree(opened)
        foreign = set(opened.evaluate(FOREIGN))
    roles = Counter(node.role for node in nodes)
    assert roles["main"] == roles["banner"] == roles["contentinfo"] == 1
    landmarks = [(node.role, node.name) for node in nodes if node.role in LANDMARKS]
    assert all(name for role, name in landmarks if role not in ALONE), landmarks
    assert max(Counter(landmarks).values()) == 1, landmarks
    levels = [node.level for node in nodes if node.role == "heading"]
    assert levels[0] == 1 and levels.count(1) == 1, levels
    assert all(below <= above + 1 for above, below in pairwise(levels)), levels
    used = [node.name for node in nodes if node.role in USED]
    assert len(used) > 20 and all(used)
    assert [name for name in used if is_strange(name, code) and name not in foreign] == []


def test_a_reader_is_told_what_was_copied_and_found(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, permissions=["clipboard-write"]) as (opened, _):
        opened.goto(f"{http}/kk/upr/index.html")
        opened.locator("#upr-p1 .address").click()
        opened.locator(".actions button").first.click()
        wait(opened, "document.querySelector('.actions [role=status]').textContent === 'Сілтеме көшірілді'")
        opened.keyboard.press("Escape")
        assert opened.evaluate("document.activeElement.getAttribute('href')") == "#upr-p1"
        opened.keyboard.press("/")
        opened.keyboard.type("азаптау")
        opened.locator(".search [role=option]").first.wait_for()
        wait(opened, "/[0-9]/.test(document.querySelector('.search [role=status]').textContent)")


# --- The accessibility tree.

LANDMARKS = {"main", "banner", "contentinfo", "navigation", "search", "region", "complementary", "form"}
ALONE = {"main", "banner", "contentinfo", "search"}
"""Landmarks of which a page has one, and which need no name."""
USED = {"button", "link", "textbox", "combobox", "searchbox", "checkbox", "DisclosureTriangle"}
# The texts of what stands in another language than the page, in which a name may be too.
FOREIGN = """[...document.querySelectorAll("body [lang]")]
  .filter(one => one.lang !== document.documentElement.lang)
  .flatMap(one => [one, ...one.querySelectorAll("*")])
  .map(one => one.textContent.replace(/\\s+/g, " ").trim())"""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ORDINARY = re.compile(r"(?<![\w./-])[A-Za-z]*[a-z]{3,}(?![\w./-])")


class Node(NamedTuple):
    """What a screen reader is told of an element; `level` is a heading's."""

    role: str
    name: str
    level: int


def tree(opened: Page) -> list[Node]:
    """All that a screen reader gets, in reading order."""
    session = opened.context.new_cdp_session(opened)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        Node(node["role"]["value"], " ".join(node["name"]["value"].split()), _level(node))
        for node in nodes
        if not node["ignored"] and "name" in node
    ]


def _level(node: dict[str, Any]) -> int:
    return next((told["value"]["value"] for told in node["properties"] if told["name"] == "level"), 0)


def is_strange(name: str, code: str) -> bool:
    """Whether a name has words of another script and none of the language's own."""
    name = _ADDRESS.sub("", name)
    has_own = _ORDINARY.search(name) if code == "en" else _CYRILLIC.search(name)
    has_other = _CYRILLIC.search(name) if code == "en" else _ORDINARY.search(name)
    return bool(has_other) and not has_own
