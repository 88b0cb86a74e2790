"""What a page tells of itself at its top: its front matter and its title.

Read by the library and not by MkDocs, which takes a page that opens with "Note: …" for metadata and
swallows the line, and whose themes print a title's text as if it were HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ushtil.markup import frontmatter
from ushtil.problems import Outcome

_HEADING = re.compile(r"^# +(?P<title>.+?)(?: +#+)?(?: *\{[^{}\n]*\})?[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<mark>```+|~~~+).*?^(?P=mark)[ \t]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# Inline Markdown, in the order in which it is taken off a title.
_INLINE = (
    (re.compile(r"(?<!\\)\[([^\[\]^]+)\]\{:? ?lang=[^{}]*\}"), r"\1"),
    (re.compile(r"!?\[([^\]^]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?<!\\)\[\^[^\]]*\]"), ""),
    (re.compile(r"(?<![\\\w])(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|^~$:\"'&=])"), r"\1"),
)


@dataclass(frozen=True)
class Head:
    """The front matter of a page, and its title as plain text (empty where it has none)."""

    metadata: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""

    @property
    def order(self) -> float | None:
        """The page's place among its neighbours, if the author gave one."""
        order = self.metadata.get("order")
        return order if isinstance(order, (int, float)) and not isinstance(order, bool) else None

    @property
    def original(self) -> str:
        """The code of the language that the text was written in, if the front matter tells."""
        return str(self.metadata.get("original") or "")

    @property
    def shown(self) -> dict[str, Any]:
        """What MkDocs and the theme may know of the front matter, texts as HTML.

        Nothing else goes there: MkDocs and its plugins take more of its keys for orders of their own.
        """
        description = escape(str(self.metadata.get("description") or ""))
        orders = {key: self.metadata[key] for key in ("hide", "template") if self.metadata.get(key)}
        return ({"description": description} if description else {}) | orders


def read(text: str, place: str) -> Outcome[Head]:
    """The head of a page. The front matter's title wins over the first `#` heading.

    Of its problems only YAML that cannot be read (F02) is told: the schema is for `ushtil check`, and a
    page without front matter is a page.
    """
    parsed = frontmatter.parse(text, place)
    front = parsed.value
    title = str(front.metadata.get("title") or "").strip() or heading(front.body)
    return Outcome(Head(front.metadata, title), tuple(item for item in parsed.problems if item.code == "F02"))


def body(text: str) -> str:
    """The Markdown of a page without its front matter."""
    return frontmatter.split(text)[1].lstrip("\n")


def heading(body: str) -> str:
    """The first `#` heading outside code and comments, as plain text."""
    found = _HEADING.search(_COMMENT.sub("", _FENCE.sub("", body)))
    return plain(found["title"]) if found else ""


def plain(inline: str) -> str:
    """Inline Markdown without its marks."""
    for pattern, replacement in _INLINE:
        inline = pattern.sub(replacement, inline)
    return inline.strip()


def escape(text: str) -> str:
    """Text as HTML, in an attribute too."""
    return html.escape(text)
