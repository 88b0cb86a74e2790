"""The file of a book: a zip whose first entry, not compressed, says what it is (EPUB 3.3, OCF).

The same files make the same bytes: entries stand in the order in which they come, with one date, one set of
rights and one method for all.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.xhtml import element

FOLDER = "EPUB"
PACKAGE = f"{FOLDER}/content.opf"

# The first day that a zip can tell.
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_RIGHTS = 0o644 << 16


def write(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes a book of these files, named from the top of its folder. Raises `OSError`."""
    with zipfile.ZipFile(path, "w") as made:
        _put(made, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _put(made, "META-INF/container.xml", _container())
        for name, data in files:
            _put(made, f"{FOLDER}/{name}", data)


def _put(made: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name, _DAY)
    info.create_system, info.external_attr, info.compress_type = _UNIX, _RIGHTS, method
    made.writestr(info, data, compresslevel=9)


def _container() -> bytes:
    there = Element("rootfile", {"full-path": PACKAGE, "media-type": "application/oebps-package+xml"})
    attributes = {"version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"}
    return xhtml.xml(element("container", attributes, element("rootfiles", None, there)))
