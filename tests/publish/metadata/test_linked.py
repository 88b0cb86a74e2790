"""What a page says of itself as JSON-LD and in its head, hostile titles among them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import sites
from ushtil import languages
from ushtil.publish import editions
from ushtil.publish.metadata import opengraph
from ushtil.publish.metadata.head import Metadata, Teller
from ushtil.publish.metadata.linked import embedded
from ushtil.publish.site import plan

ALL = languages.read(languages.SHIPPED)
URL = "https://example.org/t/"
HOSTILE = "</script><script>alert(1)</script> & \"quoted\" 'text' <!-- ]]>"
BIBLIOGRAPHY = json.dumps(
    [
        {
            "id": "r-1",
            "type": "report",
            "title": "Report",
            "language": "ru",
            "author": [{"literal": "A. Author"}],
            "issued": {"date-parts": [[2023, 4]]},
            "publisher": "Press",
            "number": "A/1",
            "URL": "https://example.org/r",
            "custom": {"titles": {"kk": "Есеп"}, "digest": "r"},
        },
        {"id": "unused", "type": "speech", "title": "Other"},
    ]
)
TREES = {
    "docs/index.md": "# Texts {#home}\n",
    "docs/data/bibliography.json": BIBLIOGRAPHY,
    "docs/sources.md": "# Sources {#sources}\n\n/// bibliography\n///\n",
    "docs/r/index.md": "---\noriginal: ru\n---\n# A report {#r}\n\nSaid [@r-1, p. 4; @none].\n",
    "docs_kk/r/index.md": (
        "---\ntitle: Есеп\noriginal: ru\nauthor: A\ntranslator: [B, C]\n"
        "date: 2025-01-02\nupdated: 2025-03-04\n"
        "source: {title: Есеп, publisher: P, date: 2022, url: 'https://example.org/kk.pdf'}\n---\n"
        "# Есеп {#r}\n\nДеді [@r-1].\n"
    ),
    "docs_ru/r/index.md": "---\noriginal: ru\nstatus: original\n---\n# Доклад {#r}\n\nСказано.\n",
}


def told(root: Path, files: dict[str, str], path: str, code: str, url: str = URL) -> Metadata:
    site = plan(sites.plant(root, files), ALL).value
    return Teller(site, ALL.by_code(code), "Ushtil", url).page(path)


def work(metadata: Metadata) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(metadata.linked)["@graph"][0]
    return value


def test_a_translation_of_an_imported_document(tmp_path: Path) -> None:
    assert work(told(tmp_path, TREES, "r/index.md", "kk")) == {
        "@type": "Report",
        "@id": f"{URL}kk/r/index.html#work",
        "url": f"{URL}kk/r/index.html",
        "headline": "Есеп",
        "description": "Деді.",
        "inLanguage": "kk",
        "author": "A",
        "translator": ["B", "C"],
        "datePublished": "2025-01-02",
        "dateModified": "2025-03-04",
        "isPartOf": {
            "@type": "WebSite",
            "@id": f"{URL}kk/index.html#site",
            "name": "Texts",
            "inLanguage": "kk",
        },
        "translationOfWork": {"@id": f"{URL}ru/r/index.html#work", "inLanguage": "ru"},
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "Есеп",
                "publisher": {"@type": "Organization", "name": "P"},
                "datePublished": "2022",
                "url": "https://example.org/kk.pdf",
            },
            {"@id": f"{URL}kk/sources.html#r-1"},
        ],
        "citation": [
            {
                "@type": "Report",
                "@id": f"{URL}kk/sources.html#r-1",
                "name": "Report",
                "alternateName": "Есеп",
                "inLanguage": "ru",
                "author": "A. Author",
                "publisher": {"@type": "Organization", "name": "Press"},
                "identifier": "A/1",
                "datePublished": "2023-04",
                "url": "https://example.org/r",
            }
        ],
    }


def test_an_original_names_its_translations_and_what_it_is_a_digest_of(tmp_path: Path) -> None:
    value = work(told(tmp_path, TREES, "r/index.md", "ru", url=""))
    assert value["@type"] == "Article"
    assert value["workTranslation"] == [
        {"@id": "../../r/index.html#work", "inLanguage": "en"},
        {"@id": "../../kk/r/index.html#work", "inLanguage": "kk"},
    ]
    assert [(one["@id"], one["name"]) for one in value["isBasedOn"]] == [("../sources.html#r-1", "Report")]
    assert "citation" not in value


def test_the_way_to_a_page(tmp_path: Path) -> None:
    crumbs = json.loads(told(tmp_path, TREES, "r/index.md", "kk").linked)["@graph"][1]
    assert [(item["position"], item["name"], item["item"]) for item in crumbs["itemListElement"]] == [
        (1, "Texts", f"{URL}kk/index.html"),
        (2, "Есеп", f"{URL}kk/r/index.html"),
    ]


def test_a_page_that_stands_in_claims_nothing(tmp_path: Path) -> None:
    two = {"docs/only.md": "# Only {#o}\n", "docs_ru/only.md": "---\noriginal: ru\n---\n# Только {#o}\n"}
    metadata = told(tmp_path, {**TREES, **two}, "only.md", "kk")
    assert (metadata.linked, metadata.claims, metadata.is_indexed) == ("", (), False)
    assert metadata.canonical == f"{URL}ru/only.html"
    assert dict(metadata.properties)["og:locale"] == "ru_RU"


def test_hreflang_claims_all_real_versions_and_the_default(tmp_path: Path) -> None:
    claims = {claim.language: claim.href for claim in told(tmp_path, TREES, "r/index.md", "kk").claims}
    assert claims == {
        "en": f"{URL}r/index.html",
        "ru": f"{URL}ru/r/index.html",
        "kk": f"{URL}kk/r/index.html",
        "x-default": f"{URL}r/index.html",
    }


def test_without_an_address_nothing_is_told_that_must_be_absolute(tmp_path: Path) -> None:
    metadata = told(tmp_path, TREES, "r/index.md", "kk", url="")
    held = (metadata.properties, metadata.claims, metadata.card, metadata.feed, metadata.canonical)
    assert held == ((), (), "", "", "")


@given(st.text(alphabet="</script>!-&\"' \u2028a") | st.just(HOSTILE))
def test_no_text_breaks_out_of_its_script_element(text: str) -> None:
    shown = embedded({"headline": text})
    assert json.loads(shown) == {"headline": text}
    # A parser is more lenient than a browser, which also ends the element at "</script ".
    assert not set("<>&\u2028\u2029") & set(shown)
    found: list[str] = []

    class Parser(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

        def handle_starttag(self, tag: str, attrs: object) -> None:
            assert tag == "script" and len(found) == 0

    Parser().feed(f'<script type="application/ld+json">{shown}</script>')
    assert "".join(found) == shown


def test_a_site_of_one_language_names_no_page_that_it_has_not(tmp_path: Path) -> None:
    site = editions.of_one(plan(sites.plant(tmp_path, TREES), ALL).value, "kk")
    teller = Teller(site, site.languages.by_code("kk"), "Ushtil")
    assert "translationOfWork" not in work(teller.page("r/index.md"))
    assert "kk/r/" not in teller.page("r/index.md").linked


@pytest.mark.parametrize(
    ("code", "locale"), [("en", "en_GB"), ("ru", "ru_RU"), ("kk", "kk_KZ"), ("pt-BR", "pt_BR"), ("xx", "xx")]
)
def test_open_graph_wants_a_country(code: str, locale: str) -> None:
    assert opengraph.locale(code) == locale
