"""A site in one language, made of the same sources: for an archive that has to be small.

The others stay known.  A page or a section that the language lacks is shown in its original, with the notice, as
on the whole site; terms say what they are called elsewhere, but lead nowhere; there is no parallel page.  The
pages stand at the top, and files that another language lends stand below its code.
"""

from __future__ import annotations

from dataclasses import replace

from ushtil.problems import Unreadable
from ushtil.publish.site import Site


def of_one(site: Site, code: str) -> Site:
    """The site with pages of this language only; an empty code asks for all. Raises `Unreadable`."""
    if not code:
        return site
    try:
        languages = site.languages.only(code)
    except KeyError as error:
        raise Unreadable(f"USHTIL_EDITION={code}: {error.args[0]}; name one of these") from error
    entries = {path: replace(entry, is_alone=True) for path, entry in site.entries.items()}
    return replace(site, languages=languages, entries=entries)
