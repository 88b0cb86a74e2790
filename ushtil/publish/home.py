"""A home page for trees that have none: a site opens at its index.html."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ushtil.markup.escape import escape_anywhere
from ushtil.publish.navigation import Item


def page(title: str, items: Sequence[Item], foreign: Mapping[str, str]) -> str:
    """The Markdown of a page that leads to each of `items`, a folder by its first page.

    `foreign`: path → the language of pages that are shown in another one than the reader's.
    """
    lines = [
        f"- [{escape_anywhere(item.title)}]({quote(item.first)}){_told(item, foreign)}" for item in items
    ]
    return "\n".join([f"# {escape_anywhere(title)}", "", *lines, ""])


def _told(item: Item, foreign: Mapping[str, str]) -> str:
    return f'{{: lang="{foreign[item.first]}" }}' if item.first in foreign else ""
