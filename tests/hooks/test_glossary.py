"""The glossary in a whole site: what is written, what claims to exist, and that it is seen by the preview."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import sites
from tests.glossaries import ROOT
from tests.hooks.test_serve import ours, preview
from tests.sites import Tags

HOME = "https://example.org/texts/"
PAGES = {"en": "glossary.html", "ru": "ru/glossary.html", "kk": "kk/glossary.html"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.plant(tmp_path_factory.mktemp("terms"), ROOT)
    sites.build(root, "--strict", USHTIL_SITE_URL=HOME)
    return root / "site"


def html(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_the_glossary_claims_to_exist_in_each_language_and_does(site: Path) -> None:
    sitemap = html(site, "sitemap.xml")
    for code, name in PAGES.items():
        assert f"<loc>{HOME}{name}</loc>" in sitemap
        tags = Tags(html(site, name))
        assert [tag["lang"] for tag in tags.all("html")] == [code]
        claims = {tag["hreflang"]: tag["href"] for tag in tags.all("link") if tag.get("hreflang")}
        assert claims == {
            **{other: HOME + page for other, page in PAGES.items()},
            "x-default": HOME + PAGES["en"],
        }
        assert not tags.all("meta", content="noindex")


def test_every_link_of_the_glossary_leads_somewhere(site: Path) -> None:
    for name in (*PAGES.values(), *(f"{prefix}glossary/mechanisms.html" for prefix in ("", "ru/", "kk/"))):
        for tag in Tags(html(site, name)).all("a"):
            address, _, anchor = tag.get("href", "").partition("#")
            if "://" in address or not tag.get("href"):
                continue
            target = (site / name).parent / address if address else site / name
            assert target.is_file(), tag
            if anchor and target.suffix == ".html":
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), tag


def test_the_table_of_contents_ends_at_the_letters(site: Path) -> None:
    contents = html(site, "kk/glossary.html").partition('<nav class="contents"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#([^"]+)"', contents) == ["а", "ә", "ж", "ұ", "by-subject", "exports"]


def test_what_is_marked_on_a_page(site: Path) -> None:
    marks = Tags(html(site, "report.html")).all("a", **{"class": "term"})
    assert [mark["href"].partition("#")[2] for mark in marks] == [
        "upr", "torture", "upr", "working-group", "upr",
    ]  # fmt: skip
    kazakh = html(site, "kk/report.html")
    assert '"glossary.html#upr"><abbr title="Әмбебап мерзімді шолу">ӘМШ</abbr>-ның</a>' in kazakh
    borrowed = html(site, "kk/deep/only.html")
    assert '<a class="term" href="../glossary.html#national-report">Национальный доклад</a>' in borrowed


def test_a_page_has_no_script_of_the_glossary_without_a_term(site: Path) -> None:
    assert "glossary.js" in html(site, "report.html") and "glossary.js" not in html(site, "plain.html")
    assert "glossary.css" not in html(site, "plain.html")


def test_without_a_termbase_nothing_is_there(mixed: Path) -> None:
    assert not (mixed / "glossary.html").exists() and not (mixed / "glossary").exists()
    for page in mixed.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert [
            told for told in ("assets/glossary", "glossary.html", 'class="term"') if told in text
        ] == [], page


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    root = sites.plant(tmp_path, ROOT)
    sites.build(root, USHTIL_SITE_URL=HOME)
    assert sites.read(site) == sites.read(root / "site")


def test_a_faulty_termbase_is_told_and_the_site_is_built(tmp_path: Path) -> None:
    root = sites.plant(tmp_path, {**ROOT, "glossary/bad.yml": "id: [bad\n"})
    done = sites.run("build", "--root", str(root))
    assert done.returncode == 1 and "glossary/bad.yml:" in done.stderr
    assert 'id="upr"' in html(root / "site", "glossary.html")


def test_an_edit_of_the_termbase_is_seen(tmp_path: Path) -> None:
    root = sites.plant(tmp_path / "root", ROOT)
    with preview(tmp_path, ours(root)) as site:
        site.wait("kk/glossary.html", "Женевада жиналады.")
        name = "glossary/working-group.yml"
        sites.plant(root, {name: str(ROOT[name]).replace("Женевада жиналады.", "Жылына үш рет жиналады.")})
        site.wait("kk/glossary.html", "Жылына үш рет жиналады.")
        site.wait("glossary/terms-kk.js", "Жылына үш рет жиналады.")
