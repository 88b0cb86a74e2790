"""The search in Chromium beside Material's own: `python -m tests.search.benchmark_browser [--pages N]`.

The shards are those of generated pages of 1,000 words, below a small site that is really built.  A query is
typed letter by letter, each when the letter before has shown what it finds.  "kB" is what was asked for
beyond the page, as gzip: scripts, style, strings, shards.  "ms" is from the last letter to the list with all
that it shows, when its shards are there.  Material's worker gets its index of the same pages; "ready" is
from then until it can be asked, "ms" from the question to the answer.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree, rmtree
from types import SimpleNamespace
from typing import Any

import material
from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Browser, Page, sync_playwright

from tests import sites
from tests.browsing import serving
from tests.conftest import CHROMIUM, QUIET
from tests.search import benchmark, generated
from tests.sites import PREFIXES
from ushtil.search import documents, layout

LARGEST, LONGEST = 150_000, 50.0
SMALL = {f"{tree}/index.md": "# T {#t}\n\ntext\n" for tree in ("docs", "docs_ru", "docs_kk")}

FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}

# Milliseconds from the input to the list that shows all it will.
ASK = """
query => new Promise(done => {
  const field = document.querySelector('.search__field'), list = document.querySelector('.search__list');
  field.value = '';
  field.dispatchEvent(new Event('input'));
  setTimeout(() => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
      if (!list.querySelector('.search__all')) return;
      observer.disconnect();
      done(performance.now() - start);
    }).observe(list, { childList: true });
    field.value = query;
    field.dispatchEvent(new Event('input'));
    setTimeout(() => done(-1), 2000);
  }, 30);
})
"""
# Waits for a result, or for the word that there is none.
SHOWN = """
() => new Promise(done => {
  const isShown = () => document.querySelector('.search__option, .search__ways');
  const wait = () => isShown() ? done() : setTimeout(wait, 2);
  wait();
})
"""
# Material's worker: 0 sets it up, 1 it is ready, 2 asks, 3 answers.
THEIRS = """
async ({ worker, index, queries }) => {
  const data = await (await fetch(index)).json(), made = new Worker(worker);
  const talk = message => new Promise(done => {
    const start = performance.now();
    made.onmessage = answer => done([performance.now() - start, answer.data]);
    made.postMessage(message);
  });
  const [ready] = await talk({ type: 0, data: { ...data, options: { suggest: false } } });
  const times = [];
  let found = 0;
  for (const query of queries) {
    const [taken, answer] = await talk({ type: 2, data: query });
    times.push(taken);
    found += answer.data.items.length > 0;
  }
  return { ready, times, found };
}
"""


def share(values: Sequence[float], part: float) -> float:
    """The value that such a part of all does not pass."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def typed(opened: Page, query: str, site: Path) -> tuple[int, int]:
    """Bytes when the first letters, and when the whole query have shown a result."""
    asked: set[str] = set()
    opened.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    opened.keyboard.press("/")
    first = 0
    for size, letter in enumerate(query, 1):
        # What the letter before has shown is no answer to this one.
        opened.evaluate("(document.querySelector('.search__list') || {}).textContent = ''")
        opened.keyboard.type(letter)
        if size > 1:
            opened.evaluate(SHOWN)
            seen = bool(opened.locator(".search__option").count())
            first = first or (size_of(asked, site) if seen else 0)
    opened.wait_for_timeout(30)
    return first, size_of(asked, site)


def size_of(asked: set[str], site: Path) -> int:
    """Bytes of files as a server sends them."""
    paths = (site / url.split("/", 3)[3] for url in asked if "/search/" in url or "/stem/" in url)
    return sum(benchmark.packed(path.read_bytes()) for path in paths if path.is_file())


def ours(browser: Browser, code: str, queries: Sequence[str], site: Path, http: str) -> Any:
    """Bytes at the first result, bytes at the whole query's, milliseconds."""
    sizes = []
    for query in queries[:: max(1, len(queries) // 25)]:
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(f"{http}/{PREFIXES[code]}index.html")
        opened.wait_for_load_state("networkidle")
        sizes.append(typed(opened, query, site))
        context.close()
    opened = browser.new_page()
    opened.goto(f"{http}/{PREFIXES[code]}index.html")
    opened.keyboard.press("/")
    opened.wait_for_selector("[role=combobox]")
    for query in queries:
        opened.evaluate(ASK, query)
    times = [taken for query in queries if (taken := opened.evaluate(ASK, query)) >= 0]
    opened.close()
    return [first for first, _ in sizes], [whole for _, whole in sizes], times


def theirs(browser: Browser, pages: Sequence[documents.Page], queries: Sequence[str], folder: Path) -> Any:
    """Of Material's: bytes of index and worker, ms until ready, ms of queries, how many find something."""
    scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    copytree(scripts, folder / "javascripts")
    held = SearchIndex(lang=["en"], separator=r"[\s\-]+", pipeline=["stopWordFilter"], fields=FIELDS)
    for page in pages:
        url = page.path.replace(".md", ".html")
        held.add_entry_from_context(
            SimpleNamespace(content=page.html, toc=[], url=url, meta={}, title=page.title)
        )
    (folder / "index.json").write_text(held.generate_search_index(None), encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html>", encoding="utf-8")
    worker = next((folder / "javascripts/workers").glob("search.*.js"))
    size = sum(benchmark.packed(file.read_bytes()) for file in (worker, folder / "index.json"))
    with serving(folder) as http:
        opened = browser.new_page()
        opened.goto(f"{http}/index.html")
        asked = {
            "worker": f"javascripts/workers/{worker.name}",
            "index": "index.json",
            "queries": list(queries),
        }
        found = opened.evaluate(THEIRS, asked)
        opened.close()
    return size, found["ready"], found["times"], found["found"]


def measure(browser: Browser, code: str, count: int, folder: Path) -> bool:
    """Prints a language's figures; whether ours are within the limits."""
    texts = generated.pages(code, count)
    pages = [documents.Page(f"p{n}.md", page[0][0], generated.html(page)) for n, page in enumerate(texts)]
    root = sites.plant(folder / "root", SMALL)
    sites.build(root)
    site = root / "site"
    shards = site / layout.FOLDER / code
    told = (shards / "interface.js").read_bytes()
    rmtree(shards)
    benchmark.build(code, pages, shards)
    (shards / "interface.js").write_bytes(told)
    queries = benchmark.queries(pages)
    with serving(site) as http:
        first, whole, times = ours(browser, code, queries, site, http)
    size, ready, others, answered = theirs(browser, pages, queries, folder)
    print(f"{code}, {count} pages, {len(times)} queries")
    print(f"  kB when the first letters show a result     {share(first, 0.5) / 1000:6.0f}", end="   ")
    print(
        f"95 %: {share(first, 0.95) / 1000:.0f}, most: {max(first) / 1000:.0f}   Material {size / 1000:.0f}"
    )
    print(f"  kB when the whole query, typed so, shows it {share(whole, 0.5) / 1000:6.0f}", end="   ")
    print(f"95 %: {share(whole, 0.95) / 1000:.0f}, most: {max(whole) / 1000:.0f}")
    print(f"  ms of a query                               {share(times, 0.5):6.0f}", end="   ")
    print(f"95 %: {share(times, 0.95):.0f}, most: {max(times):.0f}", end="   ")
    print(
        f"Material {share(others, 0.5):.0f}, 95 %: {share(others, 0.95):.0f}, ready after {ready:.0f};",
        end=" ",
    )
    print(f"it answers {answered} of {len(others)}")
    return max(first) <= LARGEST and share(times, 0.95) <= LONGEST


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--lang", choices=list(generated.SOUNDS), action="append")
    options = parser.parse_args()
    good, start = True, time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for code in options.lang or generated.SOUNDS:
            with tempfile.TemporaryDirectory() as folder:
                good &= measure(browser, code, options.pages, Path(folder))
        browser.close()
    print(f"{time.monotonic() - start:.0f} s", file=sys.stderr)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
