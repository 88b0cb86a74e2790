"""Pages and paragraphs are cited in the reader's language: with scripts and without, served and unpacked."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import COPIED, DESK, PHONE, page, wait
from tests.citing import parsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PLACES = {"": "Section 1.c", "ru/": "Раздел 1.c", "kk/": "1.c-бөлім"}
DAYS = {"": "9 March 2027", "ru/": "09.03.2027", "kk/": "09.03.2027"}
PAGE = "report-2022/s1.html"
CLOCK = "Date = class extends Date { constructor() { super(2027, 2, 9, 23, 30); } };"


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def plain(opened: Page) -> str:
    return opened.locator(".cite__plain").inner_text()


def cite(opened: Page, paragraph: str) -> None:
    """Asks for the citation of a paragraph, as a reader does."""
    opened.locator(f"#{paragraph} > a.address").click()
    opened.locator(".actions button").last.click()
    opened.locator(".cite__about a").wait_for()


def saved(opened: Page, name: str, folder: Path) -> tuple[str, str]:
    """The name and the text of a file that is offered."""
    with opened.expect_download() as download:
        opened.locator(f".cite a[download]:text-is('{name}')").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.name, file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("prefix", PLACES)
def test_a_paragraph_is_cited(browser: Browser, address: str, prefix: str, tmp_path: Path) -> None:
    with page(browser, viewport=PHONE, accept_downloads=True) as (opened, faults):
        opened.add_init_script(COPIED + CLOCK)
        opened.goto(f"{address}/{prefix}{PAGE}")
        cite(opened, "s1-c-p2")
        told = plain(opened)
        assert (
            told.index("2022 Country Reports")
            < told.index(PLACES[prefix])
            < told.index(f"{prefix}{PAGE}#s1-c-p2")
        )
        assert DAYS[prefix] in told and "__" not in told
        assert opened.evaluate("document.activeElement.hash") == "#s1-c-p2"
        name, text = saved(opened, "BibTeX", tmp_path)
        assert name.endswith("-s1-c-p2.bib")
        entries = parsers.bibtex(text)
        assert [entries[0]["addendum"], entries[1]["urldate"]] == [PLACES[prefix], "2027-03-09"]
        name, text = saved(opened, "RIS", tmp_path)
        assert parsers.ris(text)[1]["Y2"] == ["2027/03/09/"]
        name, text = saved(opened, "CSL-JSON", tmp_path)
        assert json.loads(text)[1]["accessed"] == {"date-parts": [[2027, 3, 9]]}
        opened.locator(".cite__row button").first.click()
        wait(opened, f"window.copied === {json.dumps(told)}")
        assert opened.locator(".cite [role=status]").inner_text().strip()
        opened.locator(".cite__about button").click()
        assert PLACES[prefix] not in plain(opened)
    assert faults == []


@pytest.mark.parametrize("prefix", PLACES)
def test_the_day_is_put_in_when_the_block_is_opened(browser: Browser, address: str, prefix: str) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.add_init_script(CLOCK)
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(f"{address}/{prefix}{PAGE}", wait_until="networkidle")
        assert not any(url.startswith(f"{address}/cite/") for url in asked), (
            "nobody waits for what they do not ask for"
        )
        before = opened.locator(".cite__plain").evaluate("shown => shown.innerHTML")
        opened.locator(".cite summary").click()
        opened.locator(".cite__row button").first.wait_for()
        after = opened.locator(".cite__plain").evaluate("shown => shown.innerHTML")
        assert DAYS[prefix] in after
        # Titles go on telling their language, addresses go on leading.
        strip = re.compile(r'<span class="cite__day">_+</span>')
        assert after == strip.sub(DAYS[prefix], before)
        assert opened.locator(".cite__hint").is_hidden()
    assert faults == []


@pytest.mark.parametrize("prefix", PLACES)
def test_all_of_it_stands_without_scripts(
    browser: Browser, address: str, prefix: str, tmp_path: Path
) -> None:
    options = {"java_script_enabled": False, "accept_downloads": True}
    with page(browser, viewport=PHONE, **options) as (opened, faults):
        opened.goto(f"{address}/{prefix}{PAGE}")
        opened.locator(".cite summary").click()
        told = plain(opened)
        assert f"{prefix}{PAGE}" in told and "____" in told
        assert opened.locator(".cite__hint").is_visible()
        assert opened.locator(".cite button").count() == 0
        if address.startswith("http"):
            # From a folder the file is on the reader's disk already, and a browser just opens it.
            assert len(parsers.ris(saved(opened, "RIS", tmp_path)[1])) == 2
        opened.locator(".cite a:not([download])").last.click()
        opened.wait_for_url(f"{address}/cite/{prefix}{PAGE}")
        listed = opened.locator("#s1-c-p2 + dd").inner_text()
        assert PLACES[prefix] in listed and f"{prefix}{PAGE}#s1-c-p2" in listed
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        opened.locator("#s1-c-p2 a").click()
        opened.wait_for_url(f"{address}/{prefix}{PAGE}#s1-c-p2")
    assert faults == []
