"""What a page may claim about its translations."""

from __future__ import annotations

from ushtil import languages
from ushtil.publish import addresses

ALL = languages.read(languages.SHIPPED)
URL = "https://example.org/texts"


def claimed(*codes: str, url: str = URL) -> dict[str, str]:
    return {claim.language: claim.href for claim in addresses.claims("a/b.md", codes, ALL, url)}


def test_real_translations_are_claimed_absolutely() -> None:
    assert claimed("kk", "en") == {
        "en": f"{URL}/a/b.html",
        "kk": f"{URL}/kk/a/b.html",
        "x-default": f"{URL}/a/b.html",
    }


def test_without_the_default_language_the_first_there_is_stands_for_all_others() -> None:
    assert claimed("kk", "ru")["x-default"] == f"{URL}/ru/a/b.html"


def test_one_version_or_no_address_claims_nothing() -> None:
    assert claimed("ru") == {}
    assert claimed("en", "ru", url="") == {}


def test_the_way_from_one_page_to_another() -> None:
    assert addresses.relative("ru/a/b.html", "kk/a/b.html") == "../../ru/a/b.html"
    assert addresses.relative("ru/b.html", "b.html") == "ru/b.html"
