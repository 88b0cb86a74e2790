"""What a browser makes of addresses: no guess at a reader's language, and help where there is no page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "ru", "kk")


class Server(SimpleHTTPRequestHandler):
    """A static host: what is not there is answered with /404.html."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(shipped: Path) -> Iterator[str]:
    """The address of a host of this repository's site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(shipped))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("locale", ["kk-KZ", "ru-RU", "de-DE"])
def test_a_first_visit_stays_where_it_came(browser: Browser, host: str, locale: str) -> None:
    context = browser.new_context(locale=locale, timezone_id="Asia/Almaty")
    page = context.new_page()
    for address in ("index.html", "upr/course.html", "ru/upr/course.html", "kk/search.html"):
        asked: list[str] = []
        page.on("framenavigated", lambda frame, asked=asked: asked.append(frame.url))
        page.goto(host + address, wait_until="networkidle")
        assert page.url == host + address
        assert asked == [host + address]
        assert page.evaluate("navigator.language") == locale
    context.close()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("kk/UPR/course", "upr/course"),
        ("en/upr/course.html", "upr/course"),
        ("a/b/c/d/principles.htm", "upr/principles"),
        ("report-2022/nowhere/deep.html", "report-2022/index"),
        ("qqq.html", ""),
    ],
)
def test_a_dead_address_leads_on_in_every_language(page: Page, host: str, asked: str, meant: str) -> None:
    response = page.goto(host + asked)
    assert response and response.status == 404
    for code in LANGUAGES:
        section = page.locator(f"section[lang={code}]")
        nearest = section.locator(".missing__nearest")
        assert nearest.is_visible() == bool(meant)
        prefix = "" if code == "en" else f"{code}/"
        links = section.locator("a:visible").evaluate_all("all => all.map(one => one.href)")
        assert links == [
            *([f"{host}{prefix}{meant}.html"] if meant else []),
            *(f"{host}{prefix}{name}.html" for name in ("index", "search", "glossary", "pages")),
        ]
        assert all(page.request.get(link).status == 200 for link in links)


@pytest.mark.parametrize("name", ["upr/course", "search", "glossary", "status", "pages"])
def test_every_kind_of_page_names_languages_in_themselves(page: Page, host: str, name: str) -> None:
    page.goto(f"{host}kk/{name}.html")
    links = page.locator("nav.languages a[hreflang]")
    assert links.evaluate_all("all => all.map(one => [one.lang, one.textContent.trim(), one.href])") == [
        ["en", "English", f"{host}{name}.html"],
        ["ru", "Русский", f"{host}ru/{name}.html"],
        ["kk", "Қазақша", f"{host}kk/{name}.html"],
    ]


def test_the_switcher_says_in_words_what_is_not_translated(page: Page, mixed: Path) -> None:
    page.goto((mixed / "ru/deep/only.html").as_uri())
    names = [
        page.locator(f"nav.languages a[lang={code}]").evaluate("one => one.innerText.replace(/\\s+/g, ' ')")
        for code in LANGUAGES
    ]
    assert names == ["English not translated", "Русский", "Қазақша аудармасы жоқ"]
