"""The line of attributes below a block: `{: #p3 .point data-page="12" also="p4" }`, as attr_list has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Block, Provenance

LINE = re.compile(r"^\{:\s*(?P<held>.*?)\s*\}\s*$")
PART = re.compile(r'#(?P<id>[\w.-]+)|\.(?P<cls>[\w-]+)|(?P<key>[\w-]+)="?(?P<value>(?<=")[^"]*|[^\s"]*)"?')
SAFE = re.compile(r"[^\w.,:/ -]")


@dataclass(frozen=True)
class Attributes:
    """What an attribute line holds."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str:
        """The value of `key`, "" where there is none."""
        return dict(self.values).get(key, "")


def parse(line: str) -> Attributes | None:
    """The attributes of a line, None where it is no such line."""
    match = LINE.match(line.strip())
    if not match:
        return None
    identity, classes, values = "", [], []
    for part in PART.finditer(match["held"]):
        if part["id"]:
            identity = part["id"]
        elif part["cls"]:
            classes.append(part["cls"])
        elif part["key"]:
            values.append((part["key"], part["value"]))
    return Attributes(identity, tuple(classes), tuple(values))


def apply(block: Block, attributes: Attributes) -> Block:
    """The block with what its attribute line says."""
    where = Provenance(attributes.get("data-page"), attributes.get("data-number"), block.provenance.line)
    return Block(
        block.kind,
        block.text,
        attributes.id,
        block.children,
        where,
        attributes.get("lang"),
        tuple(attributes.get("also").split()),
        tuple(attributes.get("removed").split()),
        attributes.classes,
    )


def render(block: Block) -> str:
    """The attribute line of a block, "" where it has nothing to say."""
    values = {
        "lang": block.language,
        "data-page": block.provenance.page,
        "data-number": block.provenance.number,
        "also": " ".join(block.also),
        "removed": " ".join(block.removed),
    }
    parts = [f"#{block.id}"] if block.id else []
    parts += [f".{name}" for name in block.classes]
    parts += [f'{key}="{SAFE.sub("", value)}"' for key, value in values.items() if value]
    return f"{{: {' '.join(parts)} }}" if parts else ""
