"""The picture files of a book: those of its pages that every reader of EPUB 3 can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ushtil.epub import cleaning, links, xhtml
from ushtil.epub.rendering import Rendered
from ushtil.publish.site import Site


@dataclass(frozen=True)
class Picture:
    """A file of the book."""

    file: str
    media: str
    data: bytes


def _begins(*starts: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data if data.startswith(starts) else b""


def _drawing(data: bytes) -> bytes:
    """An SVG file with nothing in it but shapes and words; b"" for what is none."""
    text = data.decode("utf-8", "replace")
    found = cleaning.clean(text[text.find("<svg") :] if "<svg" in text else "").find("svg")
    if found is None:
        return b""
    found.set("xmlns", xhtml.SVG)
    return xhtml.xml(found)


_KINDS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".gif": ("image/gif", _begins(b"GIF87a", b"GIF89a")),
    ".jpeg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    ".jpg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    ".png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    ".svg": ("image/svg+xml", _drawing),
}
"""Ending → media type, and what makes the book's bytes of a file's: b"" where its name is wrong."""


def gather(pages: Iterable[Rendered], site: Site, code: str) -> dict[str, Picture]:
    """Path → picture, for all that the pages show and a book may hold."""
    found: dict[str, Picture] = {}
    for page in pages:
        for source in page.pictures:
            path = links.path_of(source, page.path)
            ending = PurePosixPath(path).suffix.lower()
            if path in found or path not in site.files or ending not in _KINDS:
                continue
            media, read = _KINDS[ending]
            data = read(site.file(path, code).file.read_bytes())
            if data:
                found[path] = Picture(f"pictures/{len(found) + 1}{ending}", media, data)
    return found
