"""Links of a page's Markdown as they must be on a page that stands elsewhere."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from ushtil.publish import addresses
from ushtil.publish.site import Site


def resolve(href: str, path: str, code: str, site: Site, here: str, page: str) -> str:
    """The way from the page `here` to what `href` means on the page `path` of the language `code`.

    `page` leads to that page itself.  What is no page or file of the site is left as it is.
    """
    split = urlsplit(href)
    if split.scheme or split.netloc or href.startswith("/"):
        return href
    if not split.path:
        return f"{page}{href}"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(split.path)))
    anchor = f"#{split.fragment}" if split.fragment else ""
    if target in site.entries:
        found = addresses.page(target, site.languages.by_code(code))
    elif target in site.files:
        source = site.file(target, code)
        found = addresses.file(target, site.languages.by_code(source.language))
    else:
        return href
    return addresses.relative(found, here) + anchor
