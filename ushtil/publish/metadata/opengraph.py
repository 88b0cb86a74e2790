"""The card that messengers and social networks show of a link: the Open Graph protocol (ogp.me).

Its addresses must be absolute, so there is none where the site does not know its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.core import get_global

from ushtil.language import formatting
from ushtil.publish import addresses
from ushtil.publish.metadata.cards import HEIGHT, WIDTH, card_path

Property = tuple[str, str]


def locale(code: str) -> str:
    """The language with a country, as Open Graph wants it: "kk" → "kk_KZ", by CLDR's likely subtags."""
    known = formatting.locale(code)
    if known.language != code.partition("-")[0]:
        return code.replace("-", "_")
    territory = known.territory or get_global("likely_subtags").get(known.language, "").rpartition("_")[2]
    return f"{known.language}_{territory}" if territory else known.language


def properties(
    title: str, description: str, *, url: str, site: str, code: str, others: Iterable[str], is_home: bool
) -> tuple[Property, ...]:
    """Name and content, in the order of the protocol; `others` are the languages it really exists in, too."""
    return (
        ("og:type", "website" if is_home else "article"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", url),
        ("og:site_name", site),
        ("og:locale", locale(code)),
        *(("og:locale:alternate", locale(other)) for other in others),
    )


def picture(code: str, site_url: str, words: str) -> Iterator[Property]:
    """The picture of the site in one language; `words` are what is to be read on it."""
    yield "og:image", addresses.absolute(card_path(code), site_url)
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", words
