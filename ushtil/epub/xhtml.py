"""XHTML as books have it, made of elements and never of strings.

Elements carry plain names while they are worked on; `document` puts in what only a finished file has: the
namespaces, `xml:lang` beside `lang`, and `epub:type` for the attribute that is called `epub-type` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ushtil.markup import passages

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
OPS = "http://www.idpf.org/2007/ops"

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_DOCTYPE = "<!DOCTYPE html>\n"
# Readers that take the file for HTML would leave an element open that closes itself.
_EMPTY = re.compile(
    r"<(?!(?:br|col|hr|img|link|meta|wbr)[ />])(?P<name>[a-zA-Z][\w:.-]*)(?P<rest>(?: [^<>]*)?) />"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
"""What a name begins with: XML 1.0, production 4, without the colon."""
_NOT_IN_NAME = re.compile(rf"[^{_START}0-9.\u00b7\u0300-\u036f\u203f-\u2040-]")
_BEGINS = re.compile(f"[{_START}]")


@dataclass(frozen=True)
class Head:
    """What a document tells at its top; `style` is the way to its sheet, `kind` the epub:type of its body."""

    title: str
    language: str
    style: str
    kind: str = ""


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Element | str) -> Element:
    """An element with children; attributes that are empty are left out."""
    made = Element(tag, {key: plain(value) for key, value in (attributes or {}).items() if value})
    for child in children:
        put(made, child)
    return made


def put(parent: Element, child: Element | str) -> None:
    """Adds an element or a text at the end of another."""
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + plain(child)
    else:
        parent.text = (parent.text or "") + plain(child)


def plain(text: str) -> str:
    """The text without signs that XML does not know."""
    return _NOT_XML.sub("", text)


def name(given: str) -> str:
    """An id as XML wants it: "s1-c-p3" as it is, "1.2" and "fn:1" with their other signs written out."""
    inner = _NOT_IN_NAME.sub(lambda sign: f"_{ord(sign[0]):x}_", given)
    return inner if _BEGINS.match(inner) else f"_{inner}"


def free(wanted: str, taken: set[str]) -> str:
    """The id, with hyphens after it where it is taken; from here on it is."""
    while wanted in taken:
        wanted += "-"
    taken.add(wanted)
    return wanted


def ids(whole: Element) -> set[str]:
    """The ids that stand in an element."""
    return {one.attrib["id"] for one in whole.iter() if one.get("id")}


def telling(whole: Element, language: str) -> Element:
    """The same in `language`, passages in other ones told by `lang`."""
    return read(passages.marked(written(whole), language))


def words(whole: Element) -> str:
    """What an element says, in one line."""
    return " ".join("".join(whole.itertext()).split())


def written(whole: Element) -> str:
    """An element as text that `read` reads."""
    return ElementTree.tostring(whole, encoding="unicode")


def read(text: str) -> Element:
    """The element that `written` wrote."""
    return ElementTree.fromstring(text)


def document(head: Head, body: Iterable[Element]) -> bytes:
    """A whole file."""
    told = element(
        "head",
        None,
        element("title", None, head.title),
        Element("link", {"rel": "stylesheet", "type": "text/css", "href": head.style}),
    )
    whole = element("html", {"xmlns": XHTML, "xmlns:epub": OPS, "lang": head.language}, told)
    whole.append(element("body", {"epub-type": head.kind}, *body))
    for one in whole.iter():
        _finish(one)
    return xml(whole, _DOCTYPE)


def _finish(one: Element) -> None:
    if one.tag == "svg":
        one.set("xmlns", SVG)
    if one.get("lang"):
        one.set("xml:lang", one.attrib["lang"])
    if "epub-type" in one.attrib:
        one.set("epub:type", one.attrib.pop("epub-type"))


def xml(whole: Element, doctype: str = "") -> bytes:
    """Any XML file."""
    text = _EMPTY.sub(r"<\g<name>\g<rest>></\g<name>>", ElementTree.tostring(whole, encoding="unicode"))
    return f"{_HEAD}{doctype}{text}\n".encode()
