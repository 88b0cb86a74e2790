"""The title of a page in the list of a browser's tabs: "Page – Site", and no two alike in a language.

Introduction – Report 2022 – Site      where another page is called "Introduction", too
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from ushtil.publish.navigation import INDEX
from ushtil.publish.site import HOME, Site

DASH = " – "


def titles(site: Site, code: str, name: str) -> Mapping[str, str]:
    """Path → title, of all pages as a reader of this language sees them; `name` is that of the site."""
    found = {path: _title(path, site, code) for path in site.entries}
    for more in (_above, _path):
        found = _told_apart(found, more, site, code)
    return {path: name if title == name else f"{title}{DASH}{name}" for path, title in found.items()}


def above(path: str, site: Site) -> Iterator[str]:
    """The pages that lead to a page, the nearest first: the index of its folder, …, the home page."""
    folder = PurePosixPath(path).parent
    for one in (folder, *folder.parents):
        index = str(one / INDEX)
        if index != path and index in site.entries:
            yield index


def _title(path: str, site: Site, code: str) -> str:
    return site.entries[path].title(code)


def _told_apart(
    found: Mapping[str, str], more: Callable[[str, Site, str], str], site: Site, code: str
) -> dict[str, str]:
    """The titles, with more said where two are alike."""
    counts = Counter(found.values())
    return {
        path: f"{title}{DASH}{said}" if counts[title] > 1 and (said := more(path, site, code)) else title
        for path, title in found.items()
    }


def _above(path: str, site: Site, code: str) -> str:
    nearest = next(above(path, site), HOME)
    return "" if nearest == HOME else _title(nearest, site, code)


def _path(path: str, site: Site, code: str) -> str:
    return path.removesuffix(".md")
