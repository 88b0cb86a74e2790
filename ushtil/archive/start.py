"""The start page: one file that says how to unpack where nothing is beside it, and leads on where all is.

Windows shows a zip as a folder, and a page that is opened in it alone, from a temporary place.  So the page
is all in itself: headings, lists and links, no script and no picture.  The one style that it names hides
what is said of unpacking, and is there only when the archive is unpacked (`marks`).
"""

from __future__ import annotations

from html import escape

from ushtil.archive.contents import Contents
from ushtil.archive.marks import START, STYLE, Build
from ushtil.archive.strings import strings
from ushtil.language import formatting
from ushtil.languages import Language
from ushtil.publish import addresses
from ushtil.publish.site import HOME

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def page(contents: Contents, build: Build, pages: int, is_site: bool = True) -> str:
    """The page of an archive with `pages` pages, in all languages of the site, those of the archive first."""
    spoken = sorted(contents.languages, key=lambda language: language.code not in build.languages)
    parts = "\n<hr>\n".join(_part(language, contents, build, pages, is_site) for language in spoken)
    title = " · ".join(escape(strings(language.code).start["title"]) for language in spoken)
    return (
        f'<!doctype html>\n<html lang="{spoken[0].code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta name="ushtil-build" content="{build.id}">\n<title>{title}</title>\n'
        f'<link rel="stylesheet" href="{STYLE}">\n</head>\n<body class="start">\n<main>\n'
        f"{parts}\n</main>\n</body>\n</html>\n"
    )


def _part(language: Language, contents: Contents, build: Build, pages: int, is_site: bool) -> str:
    """What is said in one language."""
    code, told = language.code, strings(language.code).start
    name = contents.names[code] or contents.prefix
    steps = "".join(f"<li>{escape(step.format(start=START))}</li>" for step in told["steps"])
    way = ""
    if is_site and code in build.languages:
        href = addresses.page(HOME, language)
        way = f'<p class="open"><a href="{href}">{escape(told["open"].format(site=name))}</a></p>\n'
    return (
        f'<section lang="{code}">\n<h1>{escape(told["title"])}</h1>\n'
        f'<div class="build-{build.id}">\n<p><strong>{escape(told["packed"])}</strong></p>\n'
        f"<ol>{steps}</ol>\n</div>\n"
        f"{way}<p>{escape(_holds(code, contents, pages, is_site))}</p>\n{_newer(code, contents)}"
        f"<p><small>{escape(told['build'].format(id=build.id))}</small></p>\n</section>"
    )


def _holds(code: str, contents: Contents, pages: int, is_site: bool) -> str:
    told = strings(code).start
    held = told["holds" if is_site else "sources"].format(pages=pages, texts=contents.texts[code])
    date = formatting.shown(contents.date, code)
    return f"{held} {told['day'].format(date=date)}" if date else str(held)


def _newer(code: str, contents: Contents) -> str:
    told, address = strings(code).start, contents.address
    if not address:
        return f"<p>{escape(told['newer_there'])}</p>\n"
    link = f'<a href="{escape(address)}">{escape(address)}</a>'
    return f"<p>{escape(told['newer']).format(address=link)}</p>\n"
