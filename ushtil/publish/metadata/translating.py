"""The way to translate what is not translated: the editor of the code host, or the page about contributing.

    https://github.com/o/r/edit/main/        →  …/new/main/docs_kk/upr?filename=course.md
    https://gitlab.com/o/r/-/edit/main/      →  …/-/new/main/docs_kk/upr?file_name=course.md
    https://codeberg.org/o/r/_edit/main/     →  …/_new/main/docs_kk/upr?filename=course.md

Where an edit address is of none of these forms, nothing is guessed.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

from ushtil.languages import Language
from ushtil.markup.elsewhere import Way
from ushtil.publish import addresses
from ushtil.publish.entries import Entry
from ushtil.publish.heads import escape
from ushtil.publish.metadata.strings import strings
from ushtil.publish.site import Site

CONTRIBUTE = "contribute.md"
"""The page about contributing, if a site has one."""

# The more particular form first: "/edit/" stands in GitLab's, too.
_FORMS = (
    ("/-/edit/", "/-/new/", "file_name"),
    ("/_edit/", "/_new/", "filename"),
    ("/edit/", "/new/", "filename"),
)


@dataclass(frozen=True)
class Invitation:
    """Leads to where a translation is written. `how` is HTML, "" where there is nothing to say."""

    text: str
    href: str
    """Absolute, or seen from the site's top (`is_here`)."""
    how: str = ""
    is_here: bool = False


def page(entry: Entry, site: Site, reader: Language, edit_uri: str) -> Invitation | None:
    """To a page that the language `reader` lacks; None where there is no way, or nobody wrote it."""
    if reader.code in entry.versions or not entry.shown(reader.code).source:
        return None
    said = strings(reader.code)
    command = f"<code>ushtil translate {escape(entry.path)} --lang {reader.code}</code>"
    how = escape(said.translate_how).format(command=command)
    there = begun(entry.path, reader, edit_uri)
    if there:
        return Invitation(said.translate, there, how)
    if CONTRIBUTE in site.entries:
        return Invitation(said.contribute, addresses.page(CONTRIBUTE, reader), is_here=True)
    return None


def begun(path: str, language: Language, edit_uri: str) -> str:
    """Where the file of a translation is begun; "" where the form of `edit_uri` is not known."""
    folder, name = posixpath.split(f"{language.tree}/{path}")
    for edit, new, parameter in _FORMS:
        if edit in edit_uri:
            start, _, rest = edit_uri.partition(edit)
            place = posixpath.join(rest, quote(folder))
            return f"{start}{new}{place}?{parameter}={quote(name)}"
    return ""


def section(entry: Entry, site: Site, reader: Language, edit_uri: str) -> Way | None:
    """To the file of a translated page, to put in a section that it lacks; None where there is no way."""
    source = entry.versions[reader.code].source if reader.code in entry.versions else None
    said = strings(reader.code)
    if source and edit_uri:
        return Way(said.translate_section, f"{edit_uri.rstrip('/')}/{quote(source.place)}")
    if source and CONTRIBUTE in site.entries:
        here, there = (addresses.page(path, reader) for path in (entry.path, CONTRIBUTE))
        return Way(said.contribute, addresses.relative(there, here))
    return None
