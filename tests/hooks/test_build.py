"""`ushtil build`: other trees than the mixed ones, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Tags, plant, read, run


def test_trees_without_a_default_language_or_a_home_page(tmp_path: Path) -> None:
    plant(tmp_path, {"docs_kk/doc/index.md": "# Есеп {#r}\n", "docs_kk/doc/s1.md": "# 1\\. Бірінші {#s1}\n"})
    said = sites.build(tmp_path, "--strict")
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert '<a href="doc/index.html" lang="kk">Есеп</a>' in home
    assert "<title>Documents – Ushtil</title>" in home
    assert "1. Бірінші" in (tmp_path / "site/ru/doc/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "site/sitemap.xml").exists()
    assert said == f"built {tmp_path / 'site'}\n"


def test_without_an_address_a_fallback_still_tells_its_original(tmp_path: Path) -> None:
    plant(tmp_path, {"docs_ru/a/b.md": "# Б {#b}\n"})
    sites.build(tmp_path, "--strict")
    page = (tmp_path / "site/kk/a/b.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="../../ru/a/b.html">' in page
    assert "hreflang" not in page.partition("</head>")[0]


def test_a_root_with_languages_of_its_own(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "languages.toml": (
                '[[language]]\ncode = "kk"\nname = "Қазақша"\ntree = "kk"\ndefault = true\n'
                '[[language]]\ncode = "ru"\nname = "Русский"\ntree = "ru"\nprefix = "ru"\n'
            ),
            "kk/index.md": "# Мәтіндер {#home}\n",
            "ru/only.md": "# Только {#only}\n",
        },
    )
    sites.build(tmp_path, "--strict")
    built = {name for name in read(tmp_path / "site") if name.endswith(".html")}
    names = {"index.html", "only.html", "pages.html", "search.html"}
    assert built == {"404.html", *names, *(f"ru/{name}" for name in names)}
    assert '<html lang="kk"' in (tmp_path / "site/only.html").read_text(encoding="utf-8")


def test_a_hostile_title_is_text_wherever_the_theme_prints_it(tmp_path: Path) -> None:
    title = "<script>alert(1)</script> & \"quoted\" 'text'"
    front = f"---\ntitle: {json.dumps(title)}\nicon: ../../x\nauthor: {json.dumps(title)}\n---\n"
    headings = (
        '# \\<script>alert(1)\\</script>\n\n## <b onclick=alert(2)>\n\n## " onfocus=alert(3) x="\n\n### T\n'
    )
    plant(tmp_path, {"docs/index.md": front + headings, "docs/a.md": front, "docs/b/index.md": headings})
    sites.build(tmp_path, "--strict")
    for name, content in read(tmp_path / "site").items():
        if name.endswith(".html"):
            head, _, rest = content.decode().partition("<article")
            chrome = head + rest.partition("</article>")[2]
            assert "alert(1)" in chrome
            assert "<script>alert" not in chrome
            for _, attributes in Tags(chrome).tags:
                assert not {"onclick", "onfocus"} & set(attributes), name


def test_a_page_keeps_a_first_line_that_looks_like_metadata(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/index.md": "Note: this line stays.\n\n# Title {#t}\n"})
    sites.build(tmp_path, "--strict")
    assert "Note: this line stays." in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_the_number_of_a_merged_or_removed_paragraph_is_an_address_in_mkdocs_too(tmp_path: Path) -> None:
    """MkDocs gives up at an <a> without href in what Markdown makes; an empty anchor must be another tag."""
    text = '# T {#t}\n\nText, [see](#t-p2) and [see](#t-p4).\n{: #p1 also="p2" removed="p4" }\n'
    plant(tmp_path, {"docs/index.md": text})
    sites.build(tmp_path, "--strict")
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'id="t-p2"' in page
    assert 'id="t-p4"' in page


def test_a_dead_link_fails_a_strict_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/index.md": "# Old {#t}\n"})
    sites.build(tmp_path, "--strict")
    plant(tmp_path, {"docs/index.md": "# New {#t}\n\n[dead](nowhere.md)\n"})
    done = run("build", "--root", str(tmp_path), "--strict")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "Old" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert run("build", "--root", str(tmp_path)).returncode == 0
    assert "New" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_bad_input_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {"texts/docs/a.md": b"\xff\xfe\x00", "own/languages.toml": "x = 1", "letters/dear.txt": "you"},
    )
    plant(tmp_path, {"good/docs/a.md": "# A\n"})
    for arguments, words in {
        ("--root", str(tmp_path / "nowhere")): "no such folder",
        ("--root", str(tmp_path)): "expected at least one of the folders docs/",
        ("--root", str(tmp_path / "texts")): "docs/a.md: not UTF-8",
        ("--root", str(tmp_path / "own")): "languages.toml: expected at least one [[language]]",
        (
            "--root",
            str(tmp_path / "good"),
            "--site",
            str(tmp_path / "letters"),
        ): "holds files that Ushtil has not made",
        ("--root", str(tmp_path / "good"), "--site", str(tmp_path)): "the site would replace",
        (
            "--root",
            str(tmp_path / "good"),
            "--site",
            str(tmp_path / "good/docs/site"),
        ): "lies among the texts",
    }.items():
        done = run("build", *arguments)
        assert (done.returncode, words in done.stderr) == (2, True), (arguments, done.stderr)
        assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("index.html"))
    assert (tmp_path / "letters/dear.txt").exists()


@pytest.mark.parametrize("wrong", [["--rot", "x"], ["x"]])
def test_wrong_usage(wrong: list[str]) -> None:
    assert run("build", *wrong).returncode == 2
