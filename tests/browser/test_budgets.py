"""What a first visit weighs and asks for, what waits for what, and that nothing moves.

The figures are Chromium's own, headers included.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browsing import PHONE, SHIFTS, Packing, page, serving
from tests.sites import PREFIXES, Tags

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
BYTES, REQUESTS = 60_000, 10
"""Of a first visit. 120 kB in 12 requests would still do on a slow line."""
LIST_BYTES = 75_000
"""Of the glossary, which is all concepts on one page."""
BEFORE_PAINT = 30_000
"""Of what the first paint waits for, at 50 kB a second more than half a second."""
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
"""A line of the third generation as Chromium's own tools emulate it: bytes a second, milliseconds."""
PAGES = [
    f"{prefix}{name}"
    for prefix in PREFIXES.values()
    for name in ("index.html", "upr/index.html", "glossary.html")
]
PAGES += ["parallel/upr/index.html", "parallel/report-2022/s6.html", "404.html"]
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
BLOCKING = (
    "performance.getEntriesByType('resource').filter(one => one.renderBlockingStatus === 'blocking')"
    ".map(one => [new URL(one.name).pathname, one.encodedBodySize])"
)


@pytest.fixture(scope="module")
def packed(shipped: Path) -> Iterator[str]:
    """The address of the site on a server that packs."""
    with serving(shipped, Packing) as address:
        yield address


def budget(name: str) -> int:
    return LIST_BYTES if name.endswith("glossary.html") else BYTES


def slow(opened: Page) -> Any:
    session = opened.context.new_cdp_session(opened)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return session


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit(browser: Browser, packed: str, name: str) -> None:
    asked: list[str] = []
    sizes: list[float] = []
    with page(browser, viewport=PHONE, is_mobile=True) as (opened, faults):
        session = opened.context.new_cdp_session(opened)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        opened.add_init_script(SHIFTS)
        opened.goto(f"{packed}/{name}", wait_until="networkidle")
        opened.wait_for_timeout(300)
        assert opened.evaluate("window.shifts") == []
    assert faults == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(packed).netloc}
    assert len(asked) <= REQUESTS, asked
    assert 0 < sum(sizes) <= budget(name), sizes


@pytest.mark.parametrize("name", ["kk/upr/index.html", "kk/glossary.html", "parallel/upr/index.html"])
def test_what_the_first_paint_waits_for(browser: Browser, packed: str, name: str) -> None:
    with page(browser, viewport=PHONE, is_mobile=True) as (opened, _):
        opened.goto(f"{packed}/{name}", wait_until="load")
        blocking = opened.evaluate(BLOCKING)
        first = opened.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    assert blocking and all("/assets/" in path for path, _ in blocking)
    assert [path for path, _ in blocking if path.endswith(".js")] == ["/assets/scheme.js"]
    assert sum(size for _, size in blocking) <= 14_000, blocking
    # The glossary is painted while it is still coming.
    assert "glossary" in name or first + sum(size for _, size in blocking) <= BEFORE_PAINT


@pytest.mark.parametrize("name", ["ru/upr/index.html", "ru/glossary.html", "parallel/upr/index.html"])
def test_on_a_slow_line_the_text_stands_before_its_scripts(browser: Browser, packed: str, name: str) -> None:
    """Scripts at the end never come at all, and the text is there to read, and to move through."""
    with page(browser, viewport=PHONE, is_mobile=True) as (opened, _):
        slow(opened)
        opened.route("**/*.js", lambda route: route.continue_() if "scheme" in route.request.url else None)
        opened.goto(f"{packed}/{name}", wait_until="commit")
        for _ in range(200):
            if opened.evaluate(PAINTED):
                break
            opened.wait_for_timeout(50)
        assert opened.evaluate(PAINTED)
        box = opened.locator("main h1").first.bounding_box()
        assert box and box["y"] < PHONE["height"]


def packed_size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def test_no_page_of_the_site_is_heavier(shipped: Path) -> None:
    """Every page with all that its markup asks for; the pages above are examples, measured in full."""
    sizes: dict[Path, int] = {}
    heavy = []
    for file in sorted(shipped.rglob("*.html")):
        tags = Tags(file.read_text(encoding="utf-8"))
        names = [tag["src"] for tag in (*tags.all("script"), *tags.all("img")) if tag.get("src")]
        names += [tag["href"] for tag in tags.all("link") if tag.get("rel") in {"stylesheet", "icon"}]
        needed = {file, *((file.parent / name.lstrip("/")).resolve() for name in names)}
        needed = {one if one.is_file() else shipped / str(one).rpartition("/404/")[2] for one in needed}
        total = sum(sizes.setdefault(one, packed_size(one)) for one in needed if one.is_file())
        name = file.relative_to(shipped).as_posix()
        if total > budget(name) or len(needed) > REQUESTS:
            heavy.append((name, total, len(needed)))
    assert heavy == []
