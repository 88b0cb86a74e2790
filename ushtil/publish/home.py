"""A home page for trees that have none: a site opens at its index.html."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from ushtil.publish.navigation import Item

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def page(title: str, items: Sequence[Item]) -> str:
    """The Markdown of a page that leads to each of `items`, a folder by its first page."""
    lines = [f"- [{escape(item.title)}]({quote(item.first)})" for item in items]
    return "\n".join([f"# {escape(title)}", "", *lines, ""])


def escape(text: str) -> str:
    """Text as inline Markdown that reads the same."""
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return re.sub("[&<>]", lambda found: _ENTITIES[found[0]], escaped)
