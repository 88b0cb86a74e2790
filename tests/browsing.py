"""A browser's page as the tests of the site need it: what goes wrong on it is kept."""

from __future__ import annotations

import functools
import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

Opened = Callable[[], AbstractContextManager[tuple[Any, list[str]]]]
"""Opens a page of some browser, and tells what went wrong on it."""
SHIFTS = """
window.shifts = [];
new PerformanceObserver(function (list) {
  list.getEntries().forEach(function (entry) {
    window.shifts.push(entry.value + " " + entry.sources.map(function (one) {
      return one.node && (one.node.className || one.node.nodeName);
    }));
  });
}).observe({ type: "layout-shift", buffered: true });
"""
"""For a page to tell what moved on it, in `shifts`: how much, and which elements."""
COPIED = (
    "Object.defineProperty(navigator, 'clipboard',"
    " {value: {writeText: text => { window.copied = text; return Promise.resolve(); }}});"
)
"""A clipboard that a page may write to, and that a test reads: `window.copied`."""
REFUSED = (
    "for (const name of ['localStorage', 'sessionStorage'])"
    " Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }});"
)
"""For a page to be refused all storage."""
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


class Packing(Quiet):
    """Sends texts as gzip, as every host of static sites does."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        kind = self.guess_type(str(file))
        if not file.is_file() or not kind.startswith(("text/", "application/", "image/svg")):
            super().do_GET()
            return
        packed = gzip.compress(file.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)


class Trickling(Quiet):
    """Sends the first screens of a page in small pieces, as a slow line does: it is painted meanwhile."""

    _PIECE, _SCREENS, _SECONDS = 400, 16_000, 0.012

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        text = file.read_bytes()
        # With the head come the style sheets, without which nothing is painted.
        start = text.index(b"<body")
        end = start + self._SCREENS
        cuts = [0, *range(start, min(end, len(text)), self._PIECE), len(text)]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for one, other in pairwise(cuts):
            self.wfile.write(text[one:other])
            self.wfile.flush()
            time.sleep(self._SECONDS if one else 20 * self._SECONDS)


@contextmanager
def serving(site: Path, host: type[SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """The address of a site over http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def failure(request: Request) -> list[str]:
    """What is wrong with a request that failed; nothing where the browser gave it up to go elsewhere."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url} {request.failure}"]


@contextmanager
def page(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A fresh page, and what went wrong on it: failed and foreign requests, errors of scripts."""
    context, faults = browser.new_context(**options), list[str]()
    try:
        opened = context.new_page()
        opened.on("requestfailed", lambda request: faults.extend(failure(request)))
        opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
        opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        yield opened, faults
    finally:
        context.close()


def wait(opened: Any, expression: str) -> None:
    """Until something is so; a page that is just leaving or arriving has no answer.

    Not by Playwright's own means, which the page's Content-Security-Policy forbids.
    """
    asked = f"(function () {{ try {{ return !!({expression}); }} catch (error) {{ return false; }} }})()"
    for _ in range(200):
        try:
            if opened.evaluate(asked):
                return
        except Exception as error:
            if "context was destroyed" not in str(error):
                raise
        opened.wait_for_timeout(50)
    raise AssertionError(f"never so: {expression}")


def arrive(opened: Any, ending: str) -> None:
    """Until a page with this end of its address has been loaded whole: before, its text is there in part."""
    wait(opened, f"location.href.endsWith({json.dumps(ending)}) && document.readyState === 'complete'")
