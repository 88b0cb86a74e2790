"""A book as a reader opens it: what the zip holds, each file as XML."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = "{http://www.idpf.org/2007/ops}type"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


@dataclass(frozen=True)
class Opened:
    """The files of a book by their names in its folder."""

    files: Mapping[str, bytes]

    def xml(self, name: str) -> Element:
        return ElementTree.fromstring(self.files[name])

    @property
    def spine(self) -> list[str]:
        """The files in the order in which they are read."""
        package = self.xml("content.opf")
        files = {item.get("id"): item.attrib["href"] for item in package.iter(f"{OPF}item")}
        return [files[item.get("idref")] for item in package.iter(f"{OPF}itemref")]

    @property
    def chapters(self) -> list[str]:
        return [name for name in self.spine if name.startswith("text/")]

    def chapter(self, ending: str) -> Element:
        """The chapter whose name ends so."""
        return self.xml(next(name for name in self.chapters if name.endswith(f"-{ending}.xhtml")))

    def links(self) -> Iterator[tuple[str, str]]:
        """File and target, from the top of the book, of each link and picture within it."""
        for name in self.files:
            if name.endswith(".xhtml"):
                for one in self.xml(name).iter():
                    target = one.get("href") or one.get("src") or ""
                    if target and not target.startswith(("http:", "https:", "mailto:")):
                        path, _, anchor = target.partition("#")
                        there = (
                            posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                            if path
                            else name
                        )
                        yield name, f"{there}#{anchor}" if anchor else there


def opened(path: Path) -> Opened:
    """A book that was written."""
    with zipfile.ZipFile(path) as book:
        assert book.infolist()[0].filename == "mimetype"
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        return Opened(
            {
                name.removeprefix("EPUB/"): book.read(name)
                for name in book.namelist()
                if name.startswith("EPUB/")
            }
        )


def words(whole: Element) -> str:
    return " ".join("".join(whole.itertext()).split())
