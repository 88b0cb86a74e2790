"""What of HTML a book keeps: elements and attributes that every reader of EPUB 3 knows, and none that act.

Of drawings: `drawings`.
"""

from __future__ import annotations

import re


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

PHRASING = _names(
    "a abbr b bdi br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var wbr"
)
"""Parts of a line."""

ONCE = frozenset({"a", "dfn"})
"""Those of them that may not stand in another of their name."""

LINES = HEADINGS | {"p", "pre"}
"""Hold parts of a line alone."""

BLOCKS = frozenset({"blockquote", "div", "figure", "figcaption"})
"""Hold blocks."""

AS_DIV = _names(
    "address article aside center dd details dialog dir dt fieldset footer form header hgroup li main "
    "menu nav search section"
)
"""Become a `div` outside their place: the outline of a book is in its files and headings."""

TABLE = frozenset({"caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"})

VOID = frozenset({"br", "hr", "img", "wbr"})

DEEPEST = 60
"""Elements in elements; below it only the words are kept, for readers and writers of XML recurse."""

DROPPED = _names(
    "applet area audio base basefont bgsound canvas datalist embed frame frameset head iframe input link map "
    "meta noembed noframes noscript object optgroup option param script select source style template "
    "textarea title track video"
)
"""Go with all that they hold: what they show needs a program, a server or another file."""

_NUMBER = re.compile(r"\d{1,5}")
_WORDS = re.compile(r"[^\x00-\x1f]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ROLE = re.compile("note")

ATTRIBUTES = {
    "": {
        "aria-label": _WORDS,
        "class": _WORDS,
        "dir": re.compile("ltr|rtl|auto"),
        "lang": _LANGUAGE,
        "title": _WORDS,
    },
    "a": {"href": _WORDS},
    "div": {"role": _ROLE},
    "img": {"src": _WORDS, "alt": _WORDS, "width": _NUMBER, "height": _NUMBER},
    "li": {"value": _NUMBER},
    "ol": {"start": _NUMBER, "type": re.compile("[1aAiI]")},
    "p": {"role": _ROLE},
    "td": {"colspan": re.compile("[1-9][0-9]?"), "rowspan": re.compile("[1-9][0-9]?")},
    "th": {
        "colspan": re.compile("[1-9][0-9]?"),
        "rowspan": re.compile("[1-9][0-9]?"),
        "scope": re.compile("col|row"),
    },
}
"""Element → attribute → what its whole value is like; those of "" may stand on any. Of ids: `cleaning`."""
