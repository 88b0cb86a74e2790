"""What TBX-Basic in DCA style allows: which element may stand where, and which values it may have.

After ISO 30042:2019 and the definition of the dialect, version 1.2.1, as far as we write it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

CORE = "{urn:iso:std:iso:30042:ed-2}"
XML = "{http://www.w3.org/XML/1998/namespace}"
# Element, with its data category → the elements in which it may stand.
PLACES = {
    "tbxHeader": ["tbx"],
    "fileDesc": ["tbxHeader"],
    "sourceDesc": ["fileDesc"],
    "p": ["sourceDesc"],
    "text": ["tbx"],
    "body": ["text"],
    "conceptEntry": ["body"],
    "langSec": ["conceptEntry"],
    "termSec": ["langSec"],
    "term": ["termSec"],
    "note": ["conceptEntry", "langSec", "termSec"],
    "descrip subjectField": ["conceptEntry"],
    "descrip definition": ["conceptEntry", "langSec"],
    "ref crossReference": ["conceptEntry", "termSec"],
    "xref externalCrossReference": ["conceptEntry", "langSec", "termSec"],
    "admin source": ["conceptEntry", "langSec", "termSec"],
    "termNote termType": ["termSec"],
    "termNote administrativeStatus": ["termSec"],
}
VALUES = {
    "termNote termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "termNote administrativeStatus": {
        f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
    },
}
# What must come first, and what must come last, inside an element.
FIRST = {"tbx": "tbxHeader", "termSec": "term"}
LAST = {"tbx": "text", "conceptEntry": "langSec", "langSec": "termSec"}


def faults(root: Element) -> list[str]:
    """What is wrong with a document."""
    found = [] if root.tag == f"{CORE}tbx" else [f"the root is {root.tag}"]
    if (root.get("type"), root.get("style")) != ("TBX-Basic", "dca"):
        found.append("the dialect or its style is another")
    ids = [element.get("id") for element in root.iter(f"{CORE}conceptEntry")]
    if None in ids or len(set(ids)) < len(ids):
        found.append("an id is missing or stands twice")
    return [*found, *_inside(root, set(ids))]


def _inside(parent: Element, ids: set[str | None]) -> Iterator[str]:
    name = parent.tag.removeprefix(CORE)
    children = [child.tag.removeprefix(CORE) for child in parent]
    if name in FIRST and children[:1] != [FIRST[name]]:
        yield f"{name} does not begin with {FIRST[name]}"
    if name in LAST and (
        LAST[name] not in children or set(children[children.index(LAST[name]) :]) != {LAST[name]}
    ):
        yield f"{name} does not end with {LAST[name]}"
    if name == "termSec" and "termNote" in children[1:] and _has_late_note(children[1:]):
        yield "a termNote stands after something else"
    for child in parent:
        kind = " ".join(filter(None, [child.tag.removeprefix(CORE), child.get("type")]))
        if name not in PLACES.get(kind, []):
            yield f"{kind} stands in {name}"
        if kind in VALUES and child.text not in VALUES[kind]:
            yield f"{kind} is {child.text}"
        if kind == "langSec" and not child.get(f"{XML}lang"):
            yield "a langSec has no language"
        if child.tag == f"{CORE}ref" and child.get("target") not in ids:
            yield f"a reference leads to {child.get('target')}"
        yield from _inside(child, ids)


def _has_late_note(children: list[str]) -> bool:
    notes = children.count("termNote")
    return children[:notes] != ["termNote"] * notes
