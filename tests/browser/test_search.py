"""In a browser: typing, keys, results, marks, faults; three languages, phone and desk, http and file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import sites
from tests.browsing import DESK, PHONE, page, wait
from tests.glossaries import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

PARAGRAPHS = 40
SEARCHED = {
    **ROOT,
    "docs/rights.md": (
        "# Human rights {#rights}\n\nAll people have rights.\n{: #p1 }\n\n## Courts {#courts}\n\n"
        "A court protects the rights of a person.\n{: #p1 }\n"
    ),
    "docs_ru/rights.md": (
        "# Права человека {#rights}\n\nУ всех людей есть права.\n{: #p1 }\n\n## Суды {#courts}\n\n"
        "Суд защищает права человека.\n{: #p1 }\n"
    ),
    "docs_kk/rights.md": (
        "# Адам құқықтары {#rights}\n\nБарлық адамның құқықтары бар.\n{: #p1 }\n\n## Соттар {#courts}\n\n"
        "Сот адамның құқығын қорғайды. <b>Құқық</b> туралы.\n{: #p1 }\n"
    ),
    # Many pages with one word, for what goes through many results.
    **{
        f"docs_kk/many/page-{n:02d}.md": f"# Көп {n} {{#many}}\n\n"
        + "".join(
            f"## Тарау {n}-{m} {{#s{m}}}\n\nКөне заман {n} {m} туралы.\n{{: #p1 }}\n\n" for m in range(7)
        )
        for n in range(25)
    },
}
FIELD = ".search__field"
OPTION = ".search__option"
ACTIVE = "document.querySelector('.search__field').getAttribute('aria-activedescendant') || ''"
SHARDS = "document.querySelectorAll('head script[src*=\"search/\"]').length"
LOADED = (
    "performance.getEntriesByType('resource').map(e => e.name).filter(n => /search\\/(en|ru|kk)\\//.test(n))"
)
SAID = {
    "": ("failed_missing", "Search does not work"),
    "ru/": ("failed_missing", "Поиск не работает"),
    "kk/": ("failed_missing", "Іздеу жұмыс істемейді"),
}
QUERIES = [
    ("", "rights", "Human rights"),
    ("ru/", "правами", "Права человека"),
    ("kk/", "кукык", "құқықтары"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.plant(tmp_path_factory.mktemp("search"), SEARCHED)
    sites.build(root, "--strict", USHTIL_SITE_URL="https://example.org/texts/")
    return root / "site"


def ask(opened: Page, text: str) -> None:
    """Types a query with the key that leads to the field, and waits for the results."""
    opened.keyboard.press("/")
    opened.keyboard.type(text)
    opened.wait_for_selector(".search__all")


def labels(opened: Page, selector: str) -> list[str]:
    return [text.strip() for text in opened.locator(selector).all_inner_texts()]


def test_nothing_is_loaded_before_the_second_letter(browser: Browser, http: str) -> None:
    requested: list[str] = []
    with page(browser, viewport=DESK) as (opened, faults):
        opened.on(
            "request", lambda request: requested.append(request.url.partition("/texts/")[2] or request.url)
        )
        opened.goto(f"{http}/kk/report.html")
        opened.wait_for_load_state("networkidle")
        ours = [url for url in requested if "/search/" in url]
        assert [url.rpartition("/")[2] for url in ours] == ["box.js"]
        opened.keyboard.press("/")
        opened.keyboard.type("к")
        opened.wait_for_load_state("networkidle")
        opened.wait_for_timeout(200)
        told = [url for url in requested if "/search/kk/" in url]
        assert [url.rpartition("/")[2] for url in told] == ["interface.js"]
        opened.keyboard.type("ө")
        opened.wait_for_selector(OPTION)
        assert any("/search/kk/manifest.js" in url for url in requested)
        assert not any("/search/ru/" in url or "/search/en/" in url for url in requested)
    assert faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(("prefix", "query", "found"), QUERIES, ids=["en", "ru", "kk"])
def test_typing_finds_and_a_result_leads_to_its_section_with_its_words_marked(
    browser: Browser, address: str, prefix: str, query: str, found: str, size: Any
) -> None:
    is_phone = size is PHONE
    with page(browser, viewport=size, has_touch=is_phone, is_mobile=is_phone) as (opened, faults):
        opened.goto(f"{address}/{prefix}report.html")
        if is_phone:
            opened.locator(".search__open").tap()
        else:
            opened.locator(FIELD).click()
        opened.keyboard.type(query, delay=15)
        opened.wait_for_selector(".search__all")
        code = prefix.strip("/") or "en"
        assert any(found in text for text in labels(opened, ".search__hit"))
        assert opened.locator(".search__hit mark").count()
        assert opened.locator(".search__badge").first.get_attribute("lang") == code
        hit = opened.locator(".search__hit[href*='rights.html'][href$='#courts']")
        assert hit.get_attribute("lang") == code
        if is_phone:
            box = opened.locator(FIELD).bounding_box()
            assert box and box["y"] < 5 and box["width"] > PHONE["width"] * 0.8
            assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            hit.tap()
        else:
            hit.click()
        opened.wait_for_url(lambda url: "rights.html" in url)
        opened.wait_for_selector("mark.found")
        assert opened.locator(":target").get_attribute("id") == "courts"
        assert "mark=" not in opened.url or address.startswith("file")
        assert opened.locator(".marked").is_visible()
        text = opened.locator("article").inner_text()
        opened.keyboard.press("Escape")
        wait(opened, "!document.querySelector('mark.found, .marked')")
        assert opened.locator("article").inner_text() == text
    assert faults == []


def test_words_are_marked_in_every_form_and_not_on_paper(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/kk/report.html")
        ask(opened, "адамдардың")
        opened.locator(".search__hit[href*='rights.html']").first.click()
        opened.wait_for_selector("mark.found")
        assert set(labels(opened, "article mark.found")) == {"Адам", "адамның"}
        opened.emulate_media(media="print")
        assert opened.locator(".marked").is_hidden()
        assert opened.locator(".search").is_hidden()
        opened.emulate_media(media="screen")
        opened.locator(".marked button").click()
        assert opened.locator("mark.found").count() == 0
    assert faults == []


def test_the_keyboard_goes_through_the_options(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/kk/report.html")
        ask(opened, "құқық")
        field = opened.locator(FIELD)
        assert field.get_attribute("role") == "combobox"
        assert field.get_attribute("aria-expanded") == "true"
        assert opened.evaluate(ACTIVE) == ""
        names = opened.locator(OPTION).evaluate_all("all => all.map(one => one.id)")
        opened.keyboard.press("ArrowDown")
        assert opened.evaluate(ACTIVE) == names[0]
        assert opened.locator(f"[id='{names[0]}']").get_attribute("aria-selected") == "true"
        assert opened.evaluate("document.activeElement.matches('.search__field')")
        opened.keyboard.press("ArrowDown")
        opened.keyboard.press("ArrowUp")
        assert opened.evaluate(ACTIVE) == names[0]
        opened.keyboard.press("ArrowUp")
        assert opened.evaluate(ACTIVE) == ""
        opened.keyboard.press("ArrowUp")
        assert opened.evaluate(ACTIVE) == names[-1]
        # Escape closes, then clears.
        opened.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false"
        assert field.input_value() == "құқық"
        opened.keyboard.press("Escape")
        assert field.input_value() == ""
        ask(opened, "құқық") if not field.evaluate("field => field === document.activeElement") else None
        opened.keyboard.type("құқық")
        opened.wait_for_selector(".search__all")
        opened.keyboard.press("ArrowDown")
        where = opened.locator(OPTION).first.get_attribute("href") or ""
        opened.keyboard.press("Enter")
        opened.wait_for_url(lambda url: where.partition("#")[2] in url and "report.html" not in url)
    assert faults == []


def test_groups_and_the_count_are_told_to_who_does_not_see_them(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/ru/report.html")
        ask(opened, "права")
        groups = opened.locator('[id="page:search-list"] [role=group]')
        assert groups.count() >= 1
        name = groups.first.get_attribute("aria-labelledby")
        assert "Права человека" in opened.locator(f"[id='{name}']").inner_text()
        assert "Разделов: " in opened.locator(".search__live").inner_text()
        assert opened.locator(".search__live").get_attribute("role") == "status"
        assert (
            opened.locator(
                '[id="page:search-list"] [role=option] a, [id="page:search-list"] [role=option] button'
            ).count()
            == 0
        )


def test_tab_leaves_and_the_list_closes(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/ru/report.html")
        ask(opened, "права")
        opened.keyboard.press("Tab")
        opened.keyboard.press("Tab")
        wait(opened, "document.querySelector('.search__panel').hidden")


def test_the_slash_is_a_letter_where_one_types(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{http}/report.html")
        opened.keyboard.press("/")
        opened.keyboard.type("a/b")
        assert opened.locator(FIELD).input_value() == "a/b"
        opened.goto(f"{http}/glossary.html")
        opened.locator(".glossary-filter input").click()
        opened.keyboard.type("/")
        assert opened.locator(".glossary-filter input").input_value() == "/"
    assert faults == []


@pytest.mark.parametrize(
    ("prefix", "query", "offers"),
    [
        ("ru/", "УПО", {"English", "Қазақша"}),
        ("kk/", "ӘМШ", {"English", "Русский"}),
        ("", "UPR", {"Русский"}),
    ],
)
def test_the_glossary_leads_to_other_languages_by_one_key(
    browser: Browser, address: str, prefix: str, query: str, offers: set[str]
) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/{prefix}rights.html")
        ask(opened, query)
        opened.wait_for_selector(".search__other >> nth=1")
        told = dict(text.split(": ") for text in labels(opened, ".search__other"))
        assert offers <= told.keys() and all(int(count) > 0 for count in told.values())
        assert "↑" in opened.locator(".search__else kbd").inner_text()
        opened.keyboard.press("ArrowUp")
        chosen = opened.locator(f"{OPTION}[aria-selected=true]")
        name, count = chosen.inner_text().split(": ")
        opened.keyboard.press("Enter")
        opened.wait_for_url(lambda url: "search.html?q=" in url)
        opened.wait_for_selector(".results__group .search__hit")
        assert (
            opened.evaluate("document.documentElement.lang")
            == {"English": "en", "Русский": "ru", "Қазақша": "kk"}[name]
        )
        assert f"{count} ·" in opened.locator(".results__status").inner_text()
    assert faults == []


def test_a_word_of_another_language_is_found_there(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/ru/report.html")
        opened.keyboard.press("/")
        opened.keyboard.type("құқығын")
        opened.wait_for_selector(".search__other")
        assert labels(opened, ".search__other")[0].startswith("Қазақша: ")
        assert "ничего не найдено" in opened.locator(".search__notes").inner_text()
        assert opened.locator(".search__notes .search__ways a").count() == 2
    assert faults == []


@pytest.mark.parametrize(
    ("prefix", "query", "said"),
    [
        ("ru/", "правва", "«правва» не встречается. Вместо этого показано: прав"),
        ("kk/", "кукык", "«кукык» былай оқылды: құқы"),
        ("", "UPR", "“UPR” in the glossary: Universal Periodic Review"),
        ("", "court zzzzz", "Not found anywhere: zzzzz"),
    ],
)
def test_what_was_done_with_the_query_is_said(
    browser: Browser, http: str, prefix: str, query: str, said: str
) -> None:
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"{http}/{prefix}report.html")
        ask(opened, query)
        assert said in opened.locator(".search__notes").inner_text()
        opened.goto(f"{http}/{prefix}search.html?q={query}")
        opened.wait_for_selector(".results__group .search__hit")
        assert said in opened.locator(".results__notes").inner_text()


def test_the_page_of_results_has_an_address_that_back_and_forward_keep(
    browser: Browser, address: str
) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/kk/report.html")
        ask(opened, "құқық")
        opened.keyboard.press("Enter")
        opened.wait_for_url(lambda url: "kk/search.html?q=" in url)
        opened.wait_for_selector(".results__group .search__hit")
        assert opened.title().startswith("құқық – ")
        opened.locator(FIELD).fill("сот")
        wait(opened, "document.querySelector('.results__found mark').textContent === 'Сот'")
        opened.locator(".results__group .search__hit").first.click()
        opened.wait_for_selector("mark.found")
        opened.go_back()
        opened.wait_for_selector(".results__group .search__hit")
        assert opened.locator(FIELD).input_value() == "сот"
        opened.go_back()
        opened.wait_for_url(f"{address}/kk/report.html")
        opened.go_forward()
        opened.wait_for_selector(".results__group .search__hit")
        assert opened.locator(FIELD).input_value() == "сот"
    assert faults == []


@pytest.mark.parametrize(("query", "there"), [("УПО", "Universal Periodic Review"), ("rights", "rights")])
def test_the_switcher_takes_the_query_along(browser: Browser, address: str, query: str, there: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/ru/search.html?q={query}")
        opened.wait_for_selector(".results__others a[hreflang=en]")
        opened.locator(".languages a[hreflang=en]").click()
        opened.wait_for_url(lambda url: "/ru/" not in url and "search.html?q=" in url)
        opened.wait_for_selector(".results__group .search__hit")
        assert opened.locator(FIELD).input_value() == there
    assert faults == []


def test_what_was_counted_stays_while_texts_come(browser: Browser, http: str) -> None:
    def late(route: Route) -> None:
        opened.wait_for_timeout(700)
        route.continue_()

    with page(browser, viewport=DESK) as (opened, _):
        opened.route("**/search/ru/doc-*", late)
        opened.goto(f"{http}/ru/search.html?q=права")
        opened.wait_for_selector(".results__group .search__hit")
        assert "Разделов: " in opened.locator(".results__status").inner_text()


def test_many_results_are_gone_through(browser: Browser, address: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.goto(f"{address}/kk/search.html?q=заманның")
        opened.wait_for_selector(".results__on")
        assert opened.locator(".results__group").count() == 10
        assert opened.locator(".results__group").first.locator("li").count() == 5
        opened.locator(".results__more").first.click()
        wait(opened, "document.querySelector('.results__group').querySelectorAll('li').length === 7")
        assert opened.evaluate("document.activeElement.matches('.search__hit')")
        first = opened.locator(".search__hit").first.get_attribute("href")
        opened.locator(".results__on").click()
        opened.wait_for_url(lambda url: url.endswith("&p=2"))
        opened.wait_for_selector(".results__back")
        assert opened.locator(".search__hit").first.get_attribute("href") != first
        opened.locator(".results__on").click()
        opened.wait_for_url(lambda url: url.endswith("&p=3"))
        opened.wait_for_selector(".results__back")
        assert opened.locator(".results__group").count() == 5
        assert opened.locator(".results__on").count() == 0
    assert faults == []


@pytest.mark.parametrize("query", ["", "a", "<img src=x onerror=alert(1)>", '"', "%", "__proto__", "-"])
def test_hostile_and_empty_queries_do_no_harm(browser: Browser, address: str, query: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.on("dialog", lambda dialog: faults.append(dialog.message))
        opened.goto(f"{address}/search.html?q=%E0%A4%A&p=-7")
        opened.locator(FIELD).fill(query)
        opened.wait_for_timeout(300)
        assert opened.locator("article img").count() == 0
        opened.goto(f"{address}/report.html")
        opened.keyboard.press("/")
        opened.keyboard.type(query)
        opened.wait_for_timeout(300)
        assert opened.locator(".search img").count() == 0
    assert faults == []


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the site, to break."""
    return Path(shutil.copytree(site, tmp_path / "copy"))


def trouble(opened: Page) -> str:
    opened.wait_for_selector(".search__trouble")
    assert opened.locator(".search__trouble .search__ways a").count() == 2
    assert opened.locator(".search__trouble .search__again").is_visible()
    assert opened.locator(".search--busy").count() == 0
    return opened.locator(".search__trouble").inner_text()


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"], ids=["en", "ru", "kk"])
def test_a_copy_without_shards_says_so(browser: Browser, copy: Path, prefix: str) -> None:
    code = prefix.strip("/") or "en"
    for shard in (copy / "search" / code).glob("lex-*.js"):
        shard.unlink()
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, _):
        opened.goto(f"file://{copy}/{prefix}report.html")
        opened.locator(".search__open").tap()
        opened.keyboard.type("сот")
        assert SAID[prefix][1] in trouble(opened)
        links = opened.locator(".search__trouble a").evaluate_all("all => all.map(one => one.href)")
        assert links == [f"file://{copy}/{prefix}{name}.html" for name in ("glossary", "pages")]
        opened.goto(f"file://{copy}/{prefix}search.html?q=сот")
        assert SAID[prefix][1] in trouble(opened)


def test_half_a_shard_and_one_of_another_copy_are_told(browser: Browser, copy: Path) -> None:
    shards = copy / "search" / "ru"
    with page(browser, viewport=DESK) as (opened, _):
        whole = (shards / "terms.js").read_text(encoding="utf-8")
        (shards / "terms.js").write_text(whole[: len(whole) // 2], encoding="utf-8")
        opened.goto(f"file://{copy}/ru/search.html?q=права")
        assert "повреждена" in trouble(opened)
        build = whole.split('"')[3]
        (shards / "terms.js").write_text(whole.replace(build, "0" * 12, 1), encoding="utf-8")
        opened.goto(f"file://{copy}/ru/search.html?q=правами")
        assert "разных копий" in trouble(opened)
        (shards / "terms.js").write_text(whole, encoding="utf-8")
        opened.locator(".search__again").click()
        opened.wait_for_selector(".results__group .search__hit")


def test_a_copy_without_the_scripts_says_so(browser: Browser, copy: Path) -> None:
    (copy / "assets" / "search" / "ranking.js").unlink()
    with page(browser, viewport=DESK) as (opened, _):
        opened.goto(f"file://{copy}/kk/report.html")
        opened.keyboard.press("/")
        opened.wait_for_selector(".search__failed")
        assert "Іздеу жұмыс істемейді" in opened.locator(".search__failed").inner_text()
        assert opened.locator(".search__failed a").count() == 2


def test_a_shard_that_never_answers_is_told(browser: Browser, http: str) -> None:
    held: list[Route] = []
    with page(browser, viewport=DESK) as (opened, _):
        opened.add_init_script("window.Ushtil = { search: { PATIENCE: 1500 } }")
        opened.route("**/search/kk/lex-*", lambda route: held.append(route))
        opened.goto(f"{http}/kk/search.html?q=сот", wait_until="commit")
        opened.wait_for_selector(".results__status")
        wait(opened, "document.querySelector('.results__status').textContent === 'Ізделуде…'")
        assert "жауап келмеді" in trouble(opened)
        for route in held:
            route.abort()


def test_without_scripts_search_is_a_way_to_the_pages(browser: Browser, address: str) -> None:
    with page(browser, viewport=PHONE, java_script_enabled=False) as (opened, faults):
        opened.goto(f"{address}/kk/report.html")
        opened.locator(".search__open").click()
        opened.wait_for_url(f"{address}/kk/search.html")
        assert "JavaScript керек" in opened.locator("article").inner_text()
        assert opened.locator("article input").count() == 0
        opened.locator(".results__ways a", has_text="Барлық беттер").click()
        opened.wait_for_url(f"{address}/kk/pages.html")
        opened.locator("article a", has_text="Адам құқықтары").click()
        opened.wait_for_url(f"{address}/kk/rights.html")
    assert faults == []


def test_results_stand_still_and_are_seen_by_who_wants_it_so(browser: Browser, http: str) -> None:
    with page(browser, viewport=DESK, forced_colors="active", reduced_motion="reduce") as (opened, _):
        opened.goto(f"{http}/kk/report.html")
        ask(opened, "құқық")
        opened.keyboard.press("ArrowDown")
        colour = "one => getComputedStyle(one).backgroundColor"
        chosen = opened.locator(f"{OPTION}[aria-selected=true]").evaluate(colour)
        assert chosen != opened.locator(f"{OPTION}[aria-selected=false]").first.evaluate(colour)
        assert opened.locator(FIELD).evaluate("field => getComputedStyle(field).animationName") == "none"


@pytest.mark.parametrize("name", ["search", "report"])
def test_text_of_twice_the_size_fits(browser: Browser, http: str, name: str) -> None:
    with page(browser, viewport=PHONE, has_touch=True, is_mobile=True) as (opened, _):
        opened.goto(f"{http}/kk/{name}.html?q=құқық")
        opened.wait_for_selector(".results__group .search__hit, .search__open")
        opened.evaluate("document.documentElement.style.fontSize = '200%'")
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_results_of_twice_the_size_fit_on_a_low_screen(browser: Browser, http: str) -> None:
    low = {"width": PHONE["width"], "height": 400}
    with page(browser, viewport=low, has_touch=True, is_mobile=True) as (opened, _):
        opened.goto(f"{http}/ru/report.html")
        opened.evaluate("document.documentElement.style.fontSize = '200%'")
        opened.locator(".search__open").tap()
        opened.keyboard.type("УПО")
        opened.wait_for_selector(".search__other")
        right = "all => Math.max(...all.map(one => one.getBoundingClientRect().right))"
        assert opened.locator(".search__clear, .search__panel").evaluate_all(right) <= PHONE["width"]
        # The counts do not cover what was found.
        assert opened.locator(".search__others").evaluate("one => getComputedStyle(one).position") == "static"


def test_pages_of_search_are_in_no_navigation_and_not_for_other_searches(site: Path) -> None:
    for name in ("search", "kk/pages"):
        html = (site / f"{name}.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert "hreflang" not in html.partition("</head>")[0]
    assert "search.html" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    navigation = (site / "index.html").read_text(encoding="utf-8").partition('<nav class="pages"')[2]
    assert 'href="search.html"' not in navigation.partition("</nav>")[0]
