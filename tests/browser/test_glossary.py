"""Terms in a browser: hover, focus, touch, Escape; without scripts, on paper; the pages of the glossary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import sites
from tests.browsing import DESK, PHONE, page, wait
from tests.glossaries import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
NOTE = ".term-note"
COUNT = "document.querySelectorAll('.term-note').length"
DATA = "String(document.querySelectorAll('script[src*=terms-]').length)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.plant(tmp_path_factory.mktemp("terms"), ROOT)
    sites.build(root, "--strict", USHTIL_SITE_URL="https://example.org/texts/")
    return root / "site"


def term(opened: Page, concept: str, number: int = 0):  # type: ignore[no-untyped-def]
    return opened.locator(f"a.term[href$='#{concept}']").nth(number)


@pytest.mark.parametrize(
    ("name", "concept", "words"),
    [
        ("report", "upr", ["States review each other.", "Универсальный периодический обзор (УПО)"]),
        ("ru/report", "upr", ["Государства рассматривают друг друга.", "В глоссарии"]),
        ("kk/report", "upr", ["Мемлекеттер бірін-бірі <қарайды>.", "(UPR)", "Глоссарийде"]),
        # Russian text shown to a Kazakh reader: the term is Russian, what it means is told in Kazakh.
        ("kk/deep/only", "national-report", ["Мемлекет баяндайды.", "национальный доклад"]),
    ],
)  # fmt: skip
def test_hover_shows_what_a_term_means(
    browser: Browser, address: str, name: str, concept: str, words: list[str]
) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/{name}.html")
        assert opened.evaluate(DATA) == "0"
        term(opened, concept).hover()
        opened.wait_for_selector(NOTE)
        text = opened.locator(NOTE).inner_text()
        assert [word for word in words if word not in text] == []
        languages = opened.locator(f"{NOTE} [lang]").evaluate_all("all => all.map(one => one.lang)")
        assert {"en", "ru", "kk"} <= set(languages)
        assert opened.evaluate(DATA) == "1"
    assert faults == []


def test_the_pointer_can_move_into_the_note_and_follow_its_link(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/report.html")
        term(opened, "torture").hover()
        opened.wait_for_selector(NOTE)
        box = opened.locator(NOTE).bounding_box()
        assert box
        # Slowly, over the gap between the two, and then at rest.
        opened.mouse.move(box["x"] + 20, box["y"] + 10, steps=8)
        opened.wait_for_timeout(600)
        assert opened.evaluate(COUNT) == 1
        opened.locator(f"{NOTE} a").click()
        opened.wait_for_url(f"{address}/glossary.html#torture")
    assert faults == []


def test_a_note_goes_when_the_pointer_has_left_and_not_before(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/report.html")
        term(opened, "torture").hover()
        opened.wait_for_selector(NOTE)
        opened.wait_for_timeout(800)
        assert opened.evaluate(COUNT) == 1
        opened.mouse.move(5, 700)
        wait(opened, f"{COUNT} === 0")
    assert faults == []


def test_a_pointer_that_passes_by_opens_nothing(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{address}/report.html")
        term(opened, "torture").hover()
        opened.mouse.move(5, 700)
        opened.wait_for_timeout(700)
        assert opened.evaluate(COUNT) == 0


def test_escape_takes_a_hovered_note_away_and_it_stays_away(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{address}/kk/report.html")
        link = term(opened, "upr")
        link.locator("abbr").hover()
        opened.wait_for_selector(NOTE)
        opened.keyboard.press("Escape")
        wait(opened, f"{COUNT} === 0")
        box = link.bounding_box()
        assert box
        # Within the link, from the abbreviation to its ending.
        opened.mouse.move(box["x"] + box["width"] - 4, box["y"] + 8, steps=3)
        opened.wait_for_timeout(600)
        assert opened.evaluate(COUNT) == 0
        opened.mouse.move(5, 700)
        link.hover()
        opened.wait_for_selector(NOTE)


def test_the_keyboard_shows_enters_and_leaves_a_note(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/report.html")
        first = term(opened, "upr")
        first.focus()
        opened.wait_for_selector(NOTE)
        assert first.get_attribute("aria-describedby") == "page:term"
        assert opened.locator("[id='page:term']").inner_text() == "States review each other."
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.matches('.term-note__open')")
        assert opened.evaluate(COUNT) == 1
        opened.keyboard.press("Escape")
        wait(opened, f"{COUNT} === 0")
        assert first.evaluate("link => link === document.activeElement")
        assert first.get_attribute("aria-describedby") is None
        opened.keyboard.press("Tab")
        wait(opened, "document.querySelector('.term-note').getAttribute('aria-label') === 'torture'")
        opened.keyboard.press("Tab")
        opened.keyboard.press("Tab")
        wait(opened, f"{COUNT} === 0")
    assert faults == []


def test_enter_leads_to_the_entry(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{address}/kk/report.html")
        term(opened, "upr").focus()
        opened.keyboard.press("Enter")
        opened.wait_for_url(f"{address}/kk/glossary.html#upr")
        assert opened.locator(":target").inner_text().startswith("Әмбебап мерзімді шолу")


def test_a_first_tap_shows_and_a_second_leads_on(browser: Browser, address: str) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, faults):
        opened.goto(f"{address}/report.html")
        term(opened, "torture").tap()
        opened.wait_for_selector(NOTE)
        assert opened.url.endswith("/report.html")
        opened.locator("h1").tap()
        wait(opened, f"{COUNT} === 0")
        term(opened, "upr", 1).tap()
        opened.wait_for_selector(NOTE)
        term(opened, "upr", 1).tap()
        opened.wait_for_url(f"{address}/glossary.html#upr")
    assert faults == []


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"], ids=["en", "ru", "kk"])
def test_a_note_is_on_the_screen_wherever_its_term_is(browser: Browser, shipped: Path, prefix: str) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, faults):
        opened.goto(f"file://{shipped}/{prefix}upr/index.html")
        for number in range(opened.locator("a.term").count()):
            opened.locator("a.term").nth(number).tap()
            opened.wait_for_selector(NOTE)
            box = opened.locator(NOTE).bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
            assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"]
            opened.keyboard.press("Escape")
        assert number > 5
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults == []


def test_without_scripts_a_term_is_a_link(browser: Browser, address: str) -> None:
    with page(browser, viewport=PHONE, java_script_enabled=False) as (opened, faults):
        opened.goto(f"{address}/ru/report.html")
        assert (
            opened.locator("a.term abbr").first.get_attribute("title") == "Универсальный периодический обзор"
        )
        term(opened, "working-group").click()
        opened.wait_for_url(f"{address}/ru/glossary.html#working-group")
        assert opened.locator(":target").inner_text().startswith("Рабочая группа")
        assert opened.locator(".glossary-filter").is_hidden()
        opened.locator(".glossary-ways a").first.click()
        opened.locator("#subject-mechanisms a").click()
        opened.wait_for_url(f"{address}/ru/glossary/mechanisms.html")
        assert opened.locator("#upr ~ .entry .uses").first.is_visible()
    assert faults == []


def test_on_paper_a_term_is_text(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/report.html")
        term(opened, "torture").focus()
        opened.wait_for_selector(NOTE)
        opened.emulate_media(media="print")
        assert opened.locator(NOTE).is_hidden()
        style = "link => getComputedStyle(link).textDecorationLine + getComputedStyle(link).color"
        plain = opened.locator("article p").first.evaluate("text => 'none' + getComputedStyle(text).color")
        assert term(opened, "upr").evaluate(style) == plain


def test_an_abbreviation_keeps_its_expansion_when_the_note_has_gone(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/kk/report.html")
        abbreviation = term(opened, "upr").locator("abbr")
        assert abbreviation.get_attribute("title") == "Әмбебап мерзімді шолу"
        term(opened, "upr").focus()
        opened.wait_for_selector(NOTE)
        assert abbreviation.get_attribute("title") is None
        opened.keyboard.press("Escape")
        assert abbreviation.get_attribute("title") == "Әмбебап мерзімді шолу"


def test_a_page_without_terms_loads_nothing_for_them(browser: Browser, http: str) -> None:
    asked: list[str] = []
    with page(browser, viewport=DESK) as (opened, _):
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(f"{http}/plain.html", wait_until="networkidle")
    assert asked and [url for url in asked if "glossary" in url] == []


def test_where_the_explanations_are_not_to_be_had_a_tap_leads_on(browser: Browser, http: str) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, _):
        opened.route("**/terms-*.js", lambda route: route.abort())
        opened.goto(f"{http}/report.html")
        term(opened, "torture").tap()
        opened.wait_for_url(f"{http}/glossary.html#torture")


def shown(opened: Page) -> list[str]:
    return opened.locator("article h3[id]:visible").evaluate_all("all => all.map(one => one.id)")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("", "upr", ["upr"]),
        ("kk/", "әмш", ["upr"]),
        ("kk/", "Әмбeбaп", ["upr"]),  # with Latin e and a
        ("kk/", "working", ["working-group"]),
        ("ru/", "ДОКЛАД нац", ["national-report"]),
        ("ru/", "такого нет", []),
    ],
)
def test_the_filter_narrows_the_list(
    browser: Browser, address: str, name: str, typed: str, found: list[str]
) -> None:
    with page(browser, viewport=PHONE) as (opened, faults):
        opened.goto(f"{address}/{name}glossary.html")
        assert len(shown(opened)) > len(found) + 2
        opened.locator("#glossary-filter").fill(typed)
        entries = shown(opened)
        assert entries == found
        told = opened.locator(".glossary-filter output").inner_text()
        assert str(len(found)) in told if found else "термина нет" in told
        letters = opened.locator(".glossary-tools nav li:visible").count()
        assert letters == len(found) == opened.locator("article > h2[id]:visible").count() - 2
        opened.keyboard.press("Escape")
        assert len(shown(opened)) == 4
    assert faults == []


def test_an_entry_that_the_filter_hides_is_shown_to_who_is_led_there(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{address}/glossary.html")
        opened.locator("#glossary-filter").fill("upr")
        assert opened.locator("#working-group").is_hidden()
        opened.evaluate("location.hash = 'working-group'")
        wait(opened, "document.querySelector('#working-group').offsetParent")


def test_a_permalink_is_one_in_all_languages(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/glossary.html#upr")
        for code in ("ru", "kk"):
            opened.locator(f".languages a[hreflang={code}]").click()
            opened.wait_for_url(f"{address}/{code}/glossary.html#upr")
        opened.locator(":target + .entry a[hreflang=en]").click()
        opened.wait_for_url(f"{address}/glossary.html#upr")
    assert faults == []


def test_the_rest_of_a_concept_is_a_link_away_and_back(browser: Browser, address: str) -> None:
    with page(browser, viewport=PHONE, java_script_enabled=False) as (opened, faults):
        opened.goto(f"{address}/kk/glossary.html#upr")
        opened.locator(":target + .entry .rest").click()
        opened.wait_for_url(f"{address}/kk/glossary/mechanisms.html#upr")
        assert opened.locator(":target").inner_text().startswith("Әмбебап мерзімді шолу")
        opened.locator(":target + .entry .related a").first.click()
        opened.wait_for_url(f"{address}/kk/glossary.html#working-group")
    assert faults == []


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"], ids=["en", "ru", "kk"])
def test_the_shipped_glossary_fits_a_phone(browser: Browser, shipped: Path, prefix: str) -> None:
    with page(browser, viewport=PHONE) as (opened, faults):
        opened.goto(f"file://{shipped}/{prefix}glossary.html")
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert opened.locator(".entry").count() >= 90
    assert faults == []
