"""A site in one language, made of the same sources: for an archive that has to be small.

The others stay known.  A page or a section that the language lacks is shown in its original, with the
notice, as on the whole site; terms say what they are called elsewhere, but lead nowhere; there is no
parallel page.  The pages stand at the top, and files that another language lends stand below its code.
"""

from __future__ import annotations

from dataclasses import replace

from ushtil.problems import Unreadable
from ushtil.publish.site import Site

ALL = "all"
"""Asks for the whole site as an archive holds it: it offers no downloads, and tells where it is from."""


def of_one(site: Site, edition: str) -> Site:
    """The site with pages of this language only; the whole for "" and `ALL`. Raises `Unreadable`."""
    if edition in ("", ALL):
        return site
    try:
        languages = site.languages.only(edition)
    except KeyError as error:
        raise Unreadable(f"USHTIL_EDITION={edition}: {error.args[0]}; name one of these") from error
    entries = {path: replace(entry, is_alone=True) for path, entry in site.entries.items()}
    return replace(site, languages=languages, entries=entries)
