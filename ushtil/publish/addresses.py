"""Where pages stand, and what their heads may say of one another.

An address is relative to the site's top, with forward slashes, unquoted: "kk/report-2022/s1.html".
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urljoin

from ushtil.languages import Language, Languages


@dataclass(frozen=True)
class Claim:
    """A line of hreflang: a language, or "x-default", and the absolute address of that version."""

    language: str
    href: str


def file(path: str, language: Language) -> str:
    """Where a file of this language's tree stands."""
    return f"{language.prefix}/{path}" if language.prefix else path


def page(path: str, language: Language) -> str:
    """Where the page `path` stands when read in this language, translated or not."""
    return file(str(PurePosixPath(path).with_suffix(".html")), language)


def parallel(path: str, part: str = "") -> str:
    """Where the versions of the page `path` stand side by side; `part` names all parts but the first."""
    stem = str(PurePosixPath(path).with_suffix(""))
    return f"parallel/{stem}{f'--{part}' if part else ''}.html"


def absolute(address: str, site_url: str) -> str:
    """The full URL of a page of the site that stands at `site_url`."""
    return urljoin(site_url if site_url.endswith("/") else f"{site_url}/", quote(address))


def relative(address: str, here: str) -> str:
    """The way to one page from another, as a link has it."""
    return quote(posixpath.relpath(address, posixpath.dirname(here) or "."))


def claims(path: str, translated: Iterable[str], languages: Languages, site_url: str) -> tuple[Claim, ...]:
    """What hreflang may say of a page that really exists in the languages `translated`.

    Nothing where there is but one version, or where the site does not know its own address: the values
    must be absolute.  x-default is the version in the site's default language, else the first there is.
    """
    there = [language for language in languages if language.code in set(translated)]
    if len(there) < 2 or not site_url:
        return ()
    urls = {language: absolute(page(path, language), site_url) for language in there}
    default = languages.default if languages.default in urls else there[0]
    return (*(Claim(language.code, url) for language, url in urls.items()), Claim("x-default", urls[default]))
