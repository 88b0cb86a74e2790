"""Which build a page is of, and how it tells a reader that the files around it are of another.

    <meta name="ushtil-build" content="3f9a…">
    <link rel="stylesheet" href="../assets/edition.css">      .build-3f9a… { display: none }
    …
    <p class="mixed build-3f9a…">This page and the files around it are not of one archive …</p>

Every archive has the one file `assets/edition.css`, which hides the notice of its own build and of no
other. Of a newer archive copied over an older one, the pages that the newer no longer has stay behind: they
find the newer file, and speak.  Where a program kept what was there, the older file is left, and the new
pages speak.  A page that is opened inside the zip has no file beside it at all, and speaks as well.  It
takes no script, so a reader is also told in a browser that runs none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ushtil.archive import manifest
from ushtil.archive.strings import strings

START = "00-START.html"
STYLE = "assets/edition.css"
PARALLEL = "parallel/"
_HEAD, _BODY = re.compile(rb"</head>"), re.compile(rb"<body\b[^>]*>")
_LANG = re.compile(rb'<html\b[^>]*\blang="([^"]*)"')
# The start page has no other style; the notice has to stand out on pages of any.
_LOOKS = """\
.mixed { margin: 0; padding: .75rem 1rem; background: #fff3c4; color: #111; border-bottom: 2px solid #8a5a00;
  font: 1rem/1.5 system-ui, sans-serif }
.mixed a { color: #0b3d91 }
.start { max-width: 42rem; margin: 0 auto; padding: 1rem; background: #fff; color: #111;
  font: 1.0625rem/1.55 system-ui, sans-serif }
.start h1 { font-size: 1.5rem; line-height: 1.25 }
.start hr { border: 0; border-top: 1px solid #bbb; margin: 2rem 0 }
.start a { color: #0b3d91 }
.start .open { font-size: 1.25rem }
"""


@dataclass(frozen=True)
class Build:
    """A set of files that belong together; `languages` are those that its pages speak, the default first."""

    id: str
    languages: tuple[str, ...]


def identity(digests: Mapping[str, str], edition: str) -> str:
    """The id of the files, name → sha256, as they are before they carry it."""
    return hashlib.sha256(f"{edition}\n{manifest.text(digests)}".encode()).hexdigest()[:16]


def style(build: Build) -> str:
    """The file that knows the build; it also gives the start page and the notice their looks."""
    return _LOOKS + f".build-{build.id} {{ display: none !important }}\n"


def marked(page: bytes, name: str, build: Build) -> bytes:
    """A page of the site that carries its build's id and the notice; what is no whole page is left."""
    head, body = _HEAD.search(page), _BODY.search(page)
    if not head or not body or head.start() > body.start():
        return page
    top = "../" * name.count("/")
    told = "".join(_notice(code, top, build) for code in _spoken(page, name, build))
    link = f'<meta name="ushtil-build" content="{build.id}"><link rel="stylesheet" href="{top}{STYLE}">'
    parts = (page[: head.start()], link.encode(), page[head.start() : body.end()], told.encode())
    return b"".join((*parts, page[body.end() :]))


def _spoken(page: bytes, name: str, build: Build) -> tuple[str, ...]:
    """The reader's language; whose it is that reads several side by side, no page knows."""
    found = _LANG.search(page)
    code = found[1].decode(errors="replace") if found else ""
    is_one = code in build.languages and not name.startswith(PARALLEL)
    return (code,) if is_one else build.languages


def _notice(code: str, top: str, build: Build) -> str:
    told = strings(code)
    return (
        f'<p class="mixed build-{build.id}" lang="{escape(code)}">{escape(told.mixed)}'
        f' <a href="{top}{START}">{escape(told.start["how"])}</a></p>'
    )
