"""Every page that is built states the policy before it asks for anything, and has nothing that breaks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import sites
from tests.hooks.test_serve import ours, preview
from tests.sites import Tags
from ushtil.publish import policy

ASSETS = sites.REPOSITORY / "theme" / "assets"
META = f'<meta http-equiv="Content-Security-Policy" content="{policy.POLICY}">'


@pytest.fixture(scope="module")
def pages(shipped: Path) -> dict[str, str]:
    """Every page of the site by name."""
    return {
        file.relative_to(shipped).as_posix(): file.read_text(encoding="utf-8")
        for file in shipped.rglob("*.html")
    }


def plain(page: str) -> str:
    """With the quotes as they are: a template may write them as entities."""
    return page.replace("&#39;", "'")


def test_every_page_states_it_before_anything_is_asked_for(pages: dict[str, str]) -> None:
    assert {"404.html", "kk/search.html", "parallel/upr/index.html", "ru/glossary.html"} <= set(pages)
    for name, text in pages.items():
        head = plain(text.partition("</head>")[0])
        assert head.count(META) == 1, name
        before = head.partition(META)[0]
        assert not re.search(r"<(?:link|script|style|base)\b", before), name


def test_no_page_has_what_it_forbids(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        for tag, attributes in Tags(text).tags:
            assert tag not in {"style", "iframe", "object", "embed", "base"}, name
            assert not [key for key in attributes if key == "style" or key.startswith("on")], (name, tag)
            inline = tag == "script" and "src" not in attributes
            assert not inline or attributes.get("type") == "application/ld+json", name
            asked = attributes.get("src") or (attributes.get("href", "") if tag == "link" else "")
            told = attributes.get("rel", "") in {"canonical", "alternate", "license", "author"}
            assert told or not re.match(r"(?:https?:)?//", asked), (name, asked)
            assert not attributes.get("href", "").lower().startswith("javascript:"), name


def test_pictures_and_style_sheets_ask_for_nothing(shipped: Path) -> None:
    for file in (*shipped.rglob("*.svg"), *shipped.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\((?!['\"]?(?:data:|#))|<style|\sstyle=|<script", text), file


def test_the_header_files_stand_at_the_top(shipped: Path) -> None:
    for name, text in policy.files():
        assert (shipped / name).read_text(encoding="utf-8") == text


def test_the_preview_has_none_for_it_has_a_script_of_its_own(tmp_path: Path) -> None:
    root = sites.plant(tmp_path / "root", {"docs/index.md": "# Texts {#home}\n\nWords.\n"})
    with preview(tmp_path, ours(root)) as site:
        site.wait("index.html", "Words.")
        assert "Content-Security-Policy" not in site.page("index.html")
        assert "livereload" in site.page("index.html")


def test_what_scripts_keep_is_what_is_told() -> None:
    scripts = {file.name: file.read_text(encoding="utf-8") for file in ASSETS.rglob("*.js")}
    keeping = {name: text for name, text in scripts.items() if "localStorage" in text}
    keys = {key for text in keeping.values() for key in re.findall(r'\bKEY = "([^"]+)"', text)}
    assert keys == set(policy.STORED)
    assert all(re.search(r"localStorage\.\w+\(KEY", text) for text in keeping.values())
    for name, text in scripts.items():
        for line in text.splitlines():
            assert "localStorage." not in line or "(KEY" in line, (name, line)
            assert not re.search(r"sessionStorage|indexedDB|document\.cookie|caches\.", line), (name, line)
