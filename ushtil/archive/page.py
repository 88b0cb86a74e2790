"""The page that offers the downloads: what each edition is, its size, its date, and the device that it suits.

A site has it where its root has archives.  An archive's own copy cannot know sizes: it names the editions,
and leads to the start page, which knows where newer ones are.  A page that someone wrote at its place is
left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from ushtil.archive import manifest
from ushtil.archive.contents import Kind
from ushtil.archive.downloads import FOLDER, Download, Offer
from ushtil.archive.marks import START
from ushtil.archive.strings import Strings, strings
from ushtil.language import formatting
from ushtil.languages import Language
from ushtil.markup.escape import escape_anywhere
from ushtil.publish import addresses
from ushtil.publish.entries import Entry, Version
from ushtil.publish.heads import Head, escape
from ushtil.publish.site import Site

PATH = "download.md"
# The same in every language. Windows before 10 knows certutil only.
SHELL = "sha256sum -c {file}"
MACOS = "shasum -a 256 -c {file}"
POWERSHELL = "(Get-FileHash {name}).Hash -eq (Get-Content {file}).Split()[0]"
CERTUTIL = "certutil -hashfile {name} SHA256"
POWERSHELL_FOLDER = (
    "Get-Content {file} -Encoding UTF8 | ForEach-Object {{ $h, $n = $_ -split '  ', 2;"
    " if ((Get-FileHash -LiteralPath $n).Hash -ne $h) {{ $n }} }}"
)


def added(site: Site, offer: Offer | None, is_archived: bool) -> Site:
    """The site with the page: not where nothing is offered, or a page has its path."""
    if PATH in site.entries or not (offer or is_archived):
        return site
    versions = {
        language.code: Version(
            language.code,
            Head(title=strings(language.code).title),
            text=_archived(site, language) if is_archived or not offer else _offered(site, offer, language),
        )
        for language in site.languages.published
    }
    entry = Entry(PATH, versions, site.languages.default.code)
    return replace(site, entries={**site.entries, PATH: entry})


def _offered(site: Site, offer: Offer, language: Language) -> str:
    told = strings(language.code)
    # What decides stands first: a phone shows no more at once.
    head = (told.edition, told.device, told.size, told.date)
    rows = [_row(site, offer, one, language) for one in offer.downloads]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))
    first = offer.downloads[0].name
    beside = first + manifest.ENDING
    lines = (SHELL.format(file=beside), MACOS.format(file=beside), POWERSHELL.format(name=first, file=beside))
    parts = [
        *_head(told),
        table,
        f"## {escape_anywhere(told.check)} {{#check}}",
        escape_anywhere(told.check_about.format(ending=manifest.ENDING)),
        _code("sh", *lines[:2]),
        _code("powershell", lines[2], CERTUTIL.format(name=first)),
        escape_anywhere(told.check_unpacked.format(list=manifest.beside(""))),
        _code("sh", "sha256sum --quiet -c MANIFEST.sha256"),
        _code("powershell", POWERSHELL_FOLDER.format(file=manifest.NAME)),
    ]
    return "\n\n".join([*parts, ""])


def _archived(site: Site, language: Language) -> str:
    told = strings(language.code)
    way = f'<a href="{_top(language)}{START}">{escape(told.start["title"])}</a>'
    here = escape_anywhere(told.here).replace(escape_anywhere("{start}"), way)
    return "\n\n".join([*_head(told), here, "\n".join(_kinds(told)), ""])


def _head(told: Strings) -> Iterator[str]:
    yield f"# {escape_anywhere(told.title)} {{#download}}"
    yield escape_anywhere(told.about)


def _kinds(told: Strings) -> Iterator[str]:
    """The editions there are, without a language or a title."""
    for kind in Kind:
        name = told.kinds[kind].format(language="…", title="…")
        yield f"- {escape_anywhere(name)}: {escape_anywhere(told.devices[kind])}"


def _row(site: Site, offer: Offer, one: Download, language: Language) -> tuple[str, ...]:
    told, code = strings(language.code), language.code
    name = site.languages.by_code(one.language).name if one.language in site.languages.codes else ""
    what = escape_anywhere(told.kinds[one.kind].format(language="{language}", title="{title}"))
    spoken = f' lang="{one.language}"' if one.language != code else ""
    for key, text in (("{language}", name), ("{title}", one.title)):
        plain = escape_anywhere(text)
        what = what.replace(escape_anywhere(key), f"<span{spoken}>{plain}</span>" if spoken else plain)
    ways = [_way(language, one.name, what), _way(language, one.name + manifest.ENDING, manifest.ENDING)]
    if one.listed:
        # Where a line may break: a phone's screen has little room for four columns.
        shown = manifest.beside("").replace(manifest.ENDING, f"<wbr>{manifest.ENDING}")
        ways.append(_way(language, one.listed, shown))
    others = (told.devices[one.kind], told.amount(one.size, code), formatting.shown(offer.date, code))
    return (" ".join(ways), *map(escape_anywhere, others))


def _way(language: Language, name: str, shown: str) -> str:
    """A link to a file; `shown` is inline Markdown."""
    return f'<a href="{_top(language)}{FOLDER}/{quote(name)}" download>{shown}</a>'


def _top(language: Language) -> str:
    return "../" * addresses.page(PATH, language).count("/")


def _code(kind: str, *lines: str) -> str:
    return "\n".join((f"```{kind}", *lines, "```"))
