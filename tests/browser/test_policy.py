"""Under the policy everything works and nothing else does: Chromium and Firefox, from server and folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import DESK, REFUSED, Opened, arrive, page, serving, wait
from ushtil.publish.policy import STORED

pytestmark = pytest.mark.browser
TELL = (
    "document.addEventListener('securitypolicyviolation', event => console.error(event.effectiveDirective))"
)


@pytest.fixture(scope="module")
def site(shipped: Path) -> Path:
    return shipped


def search(opened: Any, address: str) -> None:
    opened.goto(f"{address}/ru/upr/index.html")
    wait(opened, "document.querySelector('.search__field')")
    opened.click(".search__field")
    opened.keyboard.type("пытками")
    wait(opened, "document.querySelectorAll('.search__option').length > 1")
    opened.keyboard.press("Enter")
    wait(opened, "location.href.indexOf('/ru/search.html?q=') > 0")
    wait(opened, "document.querySelectorAll('.results__found a').length > 3")


def switch(opened: Any, address: str) -> None:
    opened.goto(f"{address}/upr/index.html#cycle")
    wait(opened, "document.querySelector('.languages a[hreflang=kk]').hash === '#cycle'")
    opened.click(".languages a[hreflang=kk]")
    arrive(opened, "/kk/upr/index.html#cycle")
    wait(opened, "document.querySelector('.languages .beside').hash === '#cycle'")


def stand_beside(opened: Any, address: str) -> None:
    opened.goto(f"{address}/parallel/upr/index.html?l=kk,ru")
    left = "document.querySelector('main .c{}').getBoundingClientRect().left"
    wait(opened, f"{left.format(3)} < {left.format(2)}")
    wait(opened, "getComputedStyle(document.querySelector('main .c1')).display === 'none'")
    opened.click(".boxes label")
    wait(opened, "getComputedStyle(document.querySelector('main .c1')).display === 'block'")


def explain(opened: Any, address: str) -> None:
    opened.goto(f"{address}/upr/index.html")
    opened.hover("a.term")
    wait(opened, "document.querySelector('.term-note')")
    wait(opened, "document.querySelector('.term-note').getBoundingClientRect().left > 0")


def darken(opened: Any, address: str) -> None:
    opened.goto(f"{address}/kk/index.html")
    before = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.click(".scheme")
    wait(opened, f"getComputedStyle(document.body).backgroundColor !== '{before}'")


def narrow(opened: Any, address: str) -> None:
    opened.goto(f"{address}/ru/glossary.html")
    opened.click("#glossary-filter")
    opened.keyboard.type("тройка")
    wait(opened, "document.querySelectorAll('.concept:not([hidden])').length < 9")


WAYS = (search, switch, stand_beside, explain, darken, narrow)


@pytest.mark.parametrize("way", WAYS)
def test_what_a_reader_does_violates_nothing(
    fresh: Opened, address: str, way: Callable[[Any, str], None]
) -> None:
    with fresh() as (opened, faults):
        if hasattr(opened, "add_init_script"):
            opened.add_init_script(TELL)
        way(opened, address)
        kept = opened.evaluate("Object.keys(localStorage)")
        assert set(kept) <= set(STORED)
        assert opened.evaluate("sessionStorage.length") == 0
        assert opened.evaluate("document.cookie") == ""
    assert faults == []


def test_choices_are_kept_and_nothing_else(fresh: Opened, http: str) -> None:
    with fresh() as (opened, _):
        for way in WAYS:
            way(opened, http)
        assert set(opened.evaluate("Object.keys(localStorage)")) == set(STORED)
        cookies = opened.cookies() if hasattr(opened, "cookies") else opened.context.cookies()
        assert cookies == []


@pytest.mark.parametrize("way", WAYS)
def test_where_storage_is_refused_all_works(
    browser: Any, site: Path, way: Callable[[Any, str], None]
) -> None:
    with page(browser, viewport=DESK) as (opened, faults):
        opened.add_init_script(REFUSED)
        way(opened, f"file://{site}")
    assert faults == []


PROBE = """
window.told = [];
document.addEventListener("securitypolicyviolation", function (event) {
  told.push(event.effectiveDirective);
});
try { eval("window.ran = 'eval'"); } catch (refused) { window.refused = refused.name; }
try { new Function("window.ran = 'Function'")(); } catch (refused) { /* as it should be */ }
window.addEventListener("load", function () {
  setTimeout("window.ran = 'timer'", 0);
  function failed() { window.fetched = "refused"; }
  fetch("@/data.json", { mode: "no-cors" }).then(function () { window.fetched = "done"; }, failed);
  new Image().src = "@/image.png";
  var style = document.createElement("style");
  style.textContent = "#made { color: rgb(1, 2, 3) }";
  document.head.appendChild(style);
  var script = document.createElement("script");
  script.textContent = "window.ran = 'made'";
  document.head.appendChild(script);
  document.getElementById("handled").click();
  document.getElementById("linked").click();
});
"""
HOSTILE = """
<script>window.ran = "inline"</script>
<script src="@/script.js"></script>
<link rel="stylesheet" href="@/style.css">
<style>#ruled { color: rgb(1, 2, 3) }</style>
<p id="ruled">a</p><p id="made">b</p><p id="styled" style="color: rgb(1, 2, 3)">c</p>
<p id="handled" onclick="window.ran = 'handler'">d</p>
<a id="linked" href="javascript:void(window.ran = 'link')">e</a>
<img src="@/picture.png" alt=""><iframe src="@/frame.html"></iframe><object data="@/object.svg"></object>
<video src="@/film.webm"></video>
"""
BLOCKED = {
    "script-src", "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr",
    "img-src", "connect-src", "frame-src", "object-src", "media-src",
}  # fmt: skip


@pytest.fixture(scope="module")
def other() -> Iterator[tuple[str, list[str]]]:
    """Another host, and what it was asked for."""
    asked: list[str] = []

    class Host(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            asked.append(self.path)

    with serving(Path("/nonexistent"), Host) as address:
        yield address.replace("127.0.0.1", "localhost"), asked


@pytest.fixture(scope="module")
def hostile(site: Path, other: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site one page of which was tampered with."""
    copy = tmp_path_factory.mktemp("hostile") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("ru", "kk", "parallel", "search"))
    (copy / "probe.js").write_text(PROBE.replace("@", other[0]), encoding="utf-8")
    text = (copy / "about.html").read_text(encoding="utf-8")
    assert text.count("</title>") == text.count("</body>") == 1
    text = text.replace("</title>", '</title><script src="probe.js"></script>')
    (copy / "about.html").write_text(
        text.replace("</body>", f"{HOSTILE.replace('@', other[0])}</body>"), encoding="utf-8"
    )
    return copy


@pytest.mark.parametrize("way", ["file", "http"])
def test_what_is_put_into_a_page_does_nothing(
    fresh: Opened, hostile: Path, other: tuple[str, list[str]], way: str
) -> None:
    with serving(hostile) as http, fresh() as (opened, faults):
        if hasattr(opened, "add_init_script"):
            opened.add_init_script(TELL)
        opened.goto(f"file://{hostile}/about.html" if way == "file" else f"{http}/about.html")
        wait(opened, "window.fetched && window.told.length >= 18")
        opened.wait_for_timeout(200)
        assert set(opened.evaluate("window.told")) >= BLOCKED
        assert opened.evaluate("String(window.ran)") == "undefined"
        assert opened.evaluate("window.refused") == "EvalError"
        assert opened.evaluate("window.fetched") == "refused"
        colours = "['ruled', 'made', 'styled'].map(id => getComputedStyle(document.getElementById(id)).color)"
        assert "rgb(1, 2, 3)" not in opened.evaluate(colours)
        assert opened.evaluate("location.pathname").endswith("/about.html")
    # So that there is nothing to tell means something.
    assert {name for name in BLOCKED if any(name in fault for fault in faults)} == BLOCKED
    assert other[1] == []


def test_without_the_policy_all_of_it_runs(
    browser: Any, hostile: Path, other: tuple[str, list[str]], tmp_path: Path
) -> None:
    """So that the test above can fail."""
    text = (hostile / "about.html").read_text(encoding="utf-8")
    start = text.index("<meta http-equiv")
    (tmp_path / "about.html").write_text(text[:start] + text[text.index(">", start) + 1 :], encoding="utf-8")
    shutil.copy(hostile / "probe.js", tmp_path)
    with serving(tmp_path) as http, page(browser) as (opened, _):
        opened.goto(f"{http}/about.html")
        wait(opened, "window.ran === 'timer' || window.ran === 'link'")
        assert opened.evaluate("window.refused") is None
        wait(opened, "getComputedStyle(document.getElementById('made')).color === 'rgb(1, 2, 3)'")
        wait(opened, "window.fetched === 'done'")
        wanted = {"/image.png", "/script.js", "/picture.png", "/frame.html", "/data.json"}
        for _ in range(200):
            if wanted <= set(other[1]):
                break
            opened.wait_for_timeout(50)
    assert wanted <= set(other[1])
    other[1].clear()
