"""Drawings as a book may hold them: shapes and words with plain colours, that ask for nothing and do nothing.

    <rect width="9" height="9" style="fill: #c00"/>    →    <rect width="9" height="9" fill="#c00" />

A declaration in `style` becomes the attribute that means the same (SVG 1.1, 6.1).  What cannot be kept so (a
style sheet, a gradient, a filter, a part used twice, a picture in the drawing) is left out, and then the
drawing is not whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from justhtml import Text

from ushtil.epub import allowed, xhtml
from ushtil.epub.xhtml import put


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(text: str) -> re.Pattern[str]:
    return re.compile("|".join(text.split()))


_GEOMETRY = re.compile(r"[-+0-9.,%eE \n\tMmZzLlHhVvCcSsQqTtAa]*|[-+0-9.]+(?:px|em|ex|pt|pc|cm|mm|in)?")
_LENGTH = re.compile(r"normal|inherit|[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?(?:px|em|ex|pt|pc|cm|mm|in|%)?")
_PART = re.compile(r"inherit|[0-9.]+(?:[eE]-?[0-9]+)?%?")
_PAINT = re.compile(r"[A-Za-z]+|#[0-9A-Fa-f]{3,8}|(?:rgb|hsl)a?\([0-9a-z.,%/ +-]*\)")
_WORDS = re.compile(r"[^\x00-\x1f]*")
_BASELINE = _any(
    "auto alphabetic central hanging ideographic inherit mathematical middle text-after-edge text-before-edge"
)

_OWN: Mapping[str, frozenset[str]] = {
    "svg": _names("aria-labelledby height preserveAspectRatio role viewBox width x y"),
    "g": _names("transform"),
    "path": _names("d pathLength transform"),
    "rect": _names("height rx ry transform width x y"),
    "circle": _names("cx cy r transform"),
    "ellipse": _names("cx cy rx ry transform"),
    "line": _names("transform x1 x2 y1 y2"),
    "polyline": _names("points transform"),
    "polygon": _names("points transform"),
    "text": _names("dx dy lengthAdjust rotate textLength transform x y"),
    "tspan": _names("dx dy lengthAdjust rotate textLength x y"),
    "title": frozenset(),
    "desc": frozenset(),
}
"""Element → the attributes that it has beside its looks."""

NAMES = frozenset(_OWN)

_TOLD = _names("title desc")
"""Seen by nobody, and without looks."""

_WITH_WORDS = _TOLD | {"text", "tspan"}

_WITHIN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(NAMES, _TOLD),
    **dict.fromkeys(("svg", "g"), NAMES - {"svg", "tspan"}),
    **dict.fromkeys(("text", "tspan"), _TOLD | {"tspan"}),
    **dict.fromkeys(_TOLD, frozenset()),
}
"""Element → what may stand in it; a shape that stands elsewhere is not seen."""

_SHAPED = {
    "path": _names("d"),
    "rect": _names("height width"),
    "circle": _names("r"),
    "ellipse": _names("rx ry"),
    "polyline": _names("points"),
    "polygon": _names("points"),
}
"""What a shape must have: without it nothing is seen, and the file is not valid."""

_LOOKS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_names("color fill stroke"), _PAINT),
    **dict.fromkeys(_names("fill-opacity opacity stroke-opacity"), _PART),
    **dict.fromkeys(_names("stroke-dashoffset stroke-miterlimit stroke-width"), _LENGTH),
    "display": _any("none inline block inherit"),
    "fill-rule": _any("nonzero evenodd inherit"),
    "stroke-dasharray": re.compile(r"none|inherit|[0-9.,% \n\tpx]+"),
    "stroke-linecap": _any("butt round square inherit"),
    "stroke-linejoin": _any("miter round bevel inherit"),
    "visibility": _any("visible hidden collapse inherit"),
}
"""Properties (SVG 1.1, appendix N) → what their values may be."""

_OF_WORDS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_names("font-size letter-spacing word-spacing"), _LENGTH),
    **dict.fromkeys(_names("alignment-baseline dominant-baseline"), _BASELINE),
    "baseline-shift": re.compile(r"baseline|sub|super|[-+]?[0-9.]+(?:px|em|%)?"),
    "direction": _any("ltr rtl inherit"),
    "font-family": re.compile(r"[\w ,'\"-]+"),
    "font-stretch": _any("normal (?:(?:ultra|extra|semi)-)?(?:condensed|expanded) inherit"),
    "font-style": _any("normal italic oblique inherit"),
    "font-variant": _any("normal small-caps inherit"),
    "font-weight": _any("normal bold bolder lighter [1-9]00 inherit"),
    "text-anchor": _any("start middle end inherit"),
    "text-decoration": _any("none underline overline line-through inherit"),
    "unicode-bidi": _any("normal embed bidi-override inherit"),
}
"""The same, of words: they mean nothing on a shape."""

_RULES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(frozenset[str]().union(*_OWN.values()), _GEOMETRY),
    **_LOOKS,
    **_OF_WORDS,
    "aria-labelledby": re.compile(r"\S+"),
    "class": _WORDS,
    "lengthAdjust": _any("spacing spacingAndGlyphs"),
    "preserveAspectRatio": re.compile("none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?: +(?:meet|slice))?"),
    "role": re.compile("img"),
    "transform": re.compile(r"[a-zA-Z0-9.,() \n\t+-]*"),
    "xml:space": _any("default preserve"),
}
_EVERYWHERE = frozenset(_LOOKS) | {"class", "xml:space"}
_HOLDING = _names("g svg text tspan")
"""What words stand in."""

_UNSEEN = _names(
    "defs linearGradient radialGradient clipPath mask filter pattern marker symbol metadata script view"
)
"""Elements that show nothing by themselves; what would show them is missed where it stands."""

_MUTE = re.compile(
    r"on\w+|.*:.*|(?:data|aria|-inkscape)-.*|xmlns|id|class|role|lang|version|baseProfile|tabindex|focusable"
    "|contentScriptType|contentStyleType|zoomAndPan|pointer-events|cursor|overflow|enable-background|clip-rule"
    "|color-interpolation(?:-filters)?|(?:color|image|shape|text)-rendering|lighting-color"
    "|(?:solid|stop|flood)-(?:color|opacity)|line-height|text-align|text-indent|text-orientation"
    "|block-progression|shape-padding|shape-margin|text-decoration-(?:color|style)"
)
"""Attributes and properties that change nothing in what stays of a drawing."""

_NEUTRAL = _names("none normal auto lr lr-tb horizontal-tb")
"""Values by which a property that is not known changes nothing."""


@dataclass(frozen=True)
class Drawing:
    """What a book shows of a drawing; `is_whole` where it looks as it was drawn."""

    shown: Element
    is_whole: bool


def drawing(node: Any, depth: int = 0) -> Drawing:
    """The drawing of a parsed `svg`, which stands `depth` elements deep."""
    made = _Drawing()
    return Drawing(made.element(node, depth), not made.is_poorer)


class _Drawing:
    """Builds one drawing anew; `is_poorer` as soon as something of it could not be kept."""

    def __init__(self) -> None:
        self.is_poorer = False

    def element(self, node: Any, depth: int) -> Element:
        """An element with those of its attributes and children that are allowed."""
        made = Element(node.name)
        for key, value in _given(node):
            if _is_allowed(node.name, key, value):
                made.set(key, value)
            elif _is_seen(node.name, key, value):
                self.is_poorer = True
        for child in node.children or ():
            self._child(child, made, depth + 1)
        return made

    def _child(self, child: Any, made: Element, depth: int) -> None:
        if isinstance(child, Text):
            if made.tag in _WITH_WORDS:
                put(made, child.data or "")
        elif child.name.startswith(("#", "!")) or child.name in _UNSEEN or ":" in child.name:
            self.is_poorer = self.is_poorer or _has_style(child)
        elif child.name in _WITHIN[made.tag] and child.namespace == "svg" and depth <= allowed.DEEPEST:
            inner = self.element(child, depth)
            if _SHAPED.get(inner.tag, frozenset()) <= set(inner.attrib):
                made.append(inner)
        elif depth > allowed.DEEPEST or child.name not in NAMES - {"svg"}:
            self.is_poorer = self.is_poorer or made.tag not in _TOLD


def _is_allowed(name: str, key: str, value: str) -> bool:
    known = _OWN[name] | (_EVERYWHERE if name not in _TOLD else set())
    known |= _OF_WORDS.keys() if name in _HOLDING else set()
    return key in known and bool(_RULES[key].fullmatch(value))


def _is_seen(name: str, key: str, value: str) -> bool:
    """Whether the drawing looks another way without this attribute."""
    is_idle = name in _TOLD or (key in _OF_WORDS and name not in _HOLDING)
    return not (is_idle or value in _NEUTRAL or _MUTE.fullmatch(key))


def _has_style(node: Any) -> bool:
    """Whether there is a style sheet in the node, which is one for the whole drawing."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.name == "style":
            return True
        waiting += one.children or []
    return False


def _given(node: Any) -> Iterator[tuple[str, str]]:
    """The attributes that say something, and then the declarations of `style`, which overrule them."""
    attributes = {key: xhtml.plain(value or "").strip() for key, value in (node.attrs or {}).items()}
    style = attributes.pop("style", "")
    yield from ((key, value) for key, value in attributes.items() if value)
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, _, value = declaration.partition(":")
        yield name.strip().lower(), re.sub(r"\s*!\s*important$", "", value).strip()
