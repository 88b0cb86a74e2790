"""The picture files of a book: those of its pages that every reader of EPUB 3 can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from justhtml import JustHTML

from ushtil.epub import drawings, links, xhtml
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


def drawing(data: bytes) -> bytes:
    """An SVG file with nothing in it but shapes, words and plain colours.

    b"" for what is none, and for what would look another way so (`drawings`): its words stand better than a
    drawing in black.
    """
    try:
        parsed = JustHTML(data.decode("utf-8-sig"), sanitize=False, fragment=True).root.children or ()
    except UnicodeDecodeError:
        return b""
    parts = [one for one in parsed if not one.name.startswith(("#", "!"))]
    if [one.name for one in parts] != ["svg"]:
        return b""
    made = drawings.drawing(parts[0])
    # What names a drawing in a page is in that page.
    made.shown.attrib.pop("aria-labelledby", None)
    made.shown.set("xmlns", xhtml.SVG)
    return xhtml.xml(made.shown) if made.is_whole else b""


_KINDS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".gif": ("image/gif", _begins(b"GIF87a", b"GIF89a")),
    ".jpeg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    ".jpg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    ".png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    ".svg": ("image/svg+xml", drawing),
}
"""Ending → media type, and what makes the book's bytes of a file's: b"" where a book cannot hold it."""


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
