"""Where the links of a page lead from within a book.

    another page of the book      →  its file, and the section or paragraph there
    a term                        →  the glossary of the book
    a page that is not in it      →  the site, if its address is known; else plain text
    another site, an address      →  as they are, if a reader can understand them

A link that would lead nowhere becomes the text it is: a book is not mended later.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.rendering import TERM, Rendered
from ushtil.languages import Language
from ushtil.publish import addresses
from ushtil.publish.site import Site

_HOST = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#].*)?", re.DOTALL
)
_MAIL = re.compile(r"mailto:[A-Za-z0-9.!#$&'*+/=?^_{|}~-]+@[A-Za-z0-9.-]+")
_SAFE = "/?:@!$&'()*+,;=-._~"
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Places:
    """Where everything of a book stands: path of a page → its file; path of a picture → its file."""

    site: Site
    language: Language
    site_url: str
    files: Mapping[str, str]
    pages: Mapping[str, frozenset[str]]
    """Path of a page → the ids that it has."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    glossary: str = ""
    """The file of the glossary; "" for a book without one."""
    concepts: frozenset[str] = frozenset()


def follow(page: Rendered, whole: Element, places: Places) -> None:
    """Makes the links and pictures of a page those of its book; `whole` is changed."""
    here = places.files[page.path]
    for one in list(whole.iter()):
        if one.tag == "a" and one.get("epub-type") != "noteref" and one.get("role") != "doc-backlink":
            href = target(one.get("href", ""), page.path, places)
            is_term = one.get("href", "").startswith(TERM)
            _lead(one, _relative(href, here))
            if is_term and href:
                one.attrib.update({"epub-type": "glossref", "role": "doc-glossref"})
        elif one.tag == "img":
            _show(one, places.pictures.get(path_of(one.get("src", ""), page.path), ""), here)


def _lead(link: Element, href: str) -> None:
    if href:
        link.set("href", href)
        return
    link.tag = "span"
    link.attrib.pop("href", None)


def _show(picture: Element, file: str, here: str) -> None:
    """The picture; what it says where the book cannot hold it."""
    if file:
        picture.set("src", _relative(file, here))
        return
    told = picture.get("alt", "")
    picture.tag, picture.text = "span", xhtml.plain(told)
    picture.attrib = {key: picture.attrib[key] for key in ("id", "class", "lang") if key in picture.attrib}


def target(href: str, path: str, places: Places) -> str:
    """What a link of the page `path` leads to, from the top of the book, or a URL; "" for nothing."""
    if href.startswith(TERM):
        concept = href.partition("#")[2]
        return f"{places.glossary}#{xhtml.name(concept)}" if concept in places.concepts else ""
    if _is_elsewhere(href):
        return outside(href)
    there = path_of(href, path) if not href.startswith("#") else path
    anchor = unquote(href.partition("#")[2])
    if there in places.files:
        name = xhtml.name(anchor) if anchor else ""
        return places.files[there] + (f"#{name}" if name in places.pages[there] else "")
    return _on_site(there, anchor, places)


def _is_elsewhere(href: str) -> bool:
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", href))


def path_of(href: str, path: str) -> str:
    """The path within the tree that a relative address on the page `path` means; "" for no such one."""
    if _is_elsewhere(href) or href.startswith("/"):
        return ""
    there = unquote(re.split("[?#]", href, maxsplit=1)[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), there)) if there else ""


def _on_site(path: str, anchor: str, places: Places) -> str:
    """The address on the site of a page or a file that the book has not."""
    site, language = places.site, places.language
    if not places.site_url:
        return ""
    if path in site.entries:
        found = addresses.page(path, language)
    elif path in site.files:
        found = addresses.file(path, site.languages.by_code(site.file(path, language.code).language))
    else:
        return ""
    return outside(addresses.absolute(found, places.site_url) + (f"#{quote(anchor)}" if anchor else ""))


def outside(href: str) -> str:
    """An address outside the book as a URI (RFC 3986); "" where it is none that a reader should follow."""
    if _MAIL.fullmatch(href):
        return href
    if not _HOST.fullmatch(href):
        return ""
    try:
        split = urlsplit(_ESCAPED.sub("%25", href))
        port = split.port
    except ValueError:
        return ""
    ends = [quote(part, safe=f"{_SAFE}%") for part in (split.path, split.query, split.fragment)]
    host = f"{split.hostname}{f':{port}' if port else ''}"
    query, fragment = (f"{sign}{part}" if part else "" for sign, part in zip("?#", ends[1:], strict=True))
    return f"{split.scheme}://{host}{ends[0]}{query}{fragment}"


def _relative(file: str, here: str) -> str:
    """The way from one file of the book to another, or within it."""
    if not file or _is_elsewhere(file):
        return file
    path, _, anchor = file.partition("#")
    way = "" if path == here else posixpath.relpath(path, posixpath.dirname(here) or ".")
    return f"{way}#{anchor}" if anchor else way or posixpath.basename(path)
