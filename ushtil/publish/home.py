"""A home page for trees that have none: a site opens at its index.html."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ushtil.markup.escape import escape_anywhere
from ushtil.publish.navigation import Item


def page(title: str, items: Sequence[Item]) -> str:
    """The Markdown of a page that leads to each of `items`, a folder by its first page."""
    lines = [f"- [{escape_anywhere(item.title)}]({quote(item.first)})" for item in items]
    return "\n".join([f"# {escape_anywhere(title)}", "", *lines, ""])
