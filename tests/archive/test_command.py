"""`ushtil archive` and `ushtil verify`, and the page of the site that offers what they made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import sites
from tests.archive.archives import PREFIX, ROOT, dead_links, links, unpack
from tests.sites import Tags
from ushtil.archive import editions, manifest
from ushtil.archive.marks import START, STYLE

LIST = '{"version": "0.1.0", "date": "2026-11-20", "editions": []}'
SITES = {"": "en", "-en": "en", "-ru": "ru", "-kk": "kk"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with its archives."""
    root = sites.plant(tmp_path_factory.mktemp("archived"), ROOT)
    done = sites.run("archive", "--root", str(root), USHTIL_SITE_URL="https://example.org/texts/")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def unpacked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("unpacked")
    return {which: unpack(made / f"dist/{PREFIX}{which}.zip", folder) for which in (*SITES, "-sources")}


def test_every_edition_has_its_digest_and_is_listed(made: Path) -> None:
    dist = made / "dist"
    listed = json.loads((dist / "downloads.json").read_text(encoding="utf-8"))
    names = [one["name"] for one in listed["editions"]]
    zips = [f"{PREFIX}{which}.zip" for which in ("", "-en", "-ru", "-kk", "-sources")]
    assert [name for name in names if name.endswith(".zip")] == zips
    assert {f"{PREFIX}-{code}.epub" for code in ("en", "ru", "kk")} <= set(names)
    for one in listed["editions"]:
        file = dist / one["name"]
        assert (one["size"], one["sha256"]) == (file.stat().st_size, manifest.digest(file))
    beside = {f"{name}.sha256" for name in names} | {f"{name[:-4]}.manifest.sha256" for name in zips}
    assert {file.name for file in dist.iterdir()} == {*names, *beside, "downloads.json"}
    check = ["sha256sum", "--quiet", "-c", *sorted(name for name in beside if "manifest" not in name)]
    assert subprocess.run(check, cwd=dist).returncode == 0
    assert sorted(os.listdir(made / ".ushtil")) == sorted(
        name for name in os.listdir(made / ".ushtil") if name.endswith("lock")
    )


@pytest.mark.parametrize("which", [*SITES, "-sources"])
def test_an_unpacked_archive_is_whole(made: Path, unpacked: dict[str, Path], which: str) -> None:
    folder = unpacked[which]
    check = ["sha256sum", "--quiet", "-c", manifest.NAME]
    assert subprocess.run(check, cwd=folder).returncode == 0
    beside = made / f"dist/{PREFIX}{which}.manifest.sha256"
    assert beside.read_bytes() == (folder / manifest.NAME).read_bytes()
    for path in (folder, made / f"dist/{PREFIX}{which}.zip"):
        done = sites.run("verify", str(path), "--json")
        told = json.loads(done.stdout)
        assert (done.returncode, told["whole"]) == (0, True)


def beside_its_zip(made: Path, place: Path) -> Path:
    """A folder as readers unpack it, where they saved the zip and what stands beside it."""
    for file in (made / "dist").glob(f"{PREFIX}-kk.*"):
        shutil.copy(file, place)
    subprocess.run(["unzip", "-q", "-d", place, place / f"{PREFIX}-kk.zip"], check=True)
    return place / f"{PREFIX}-kk"


def test_a_folder_unpacked_beside_its_zip_is_whole(made: Path, tmp_path: Path) -> None:
    folder = beside_its_zip(made, tmp_path)
    told = json.loads(sites.run("verify", str(folder), "--json").stdout)
    assert (told["whole"], told["vouched"], told["problems"]) == (True, "beside", [])
    digest = manifest.digest(folder / manifest.NAME)
    assert json.loads(sites.run("verify", str(folder), "--sha256", digest, "--json").stdout)["whole"]


def test_a_folder_whose_manifest_hides_a_change_is_not_whole(made: Path, tmp_path: Path) -> None:
    folder = beside_its_zip(made, tmp_path)
    listed = manifest.parse((folder / manifest.NAME).read_text(encoding="utf-8"))
    (folder / "index.html").write_text("forged")
    listed["index.html"] = manifest.digest(folder / "index.html")
    (folder / manifest.NAME).write_text(manifest.text(listed), encoding="utf-8")
    done = sites.run("verify", str(folder), "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, [one["code"] for one in told["problems"]]) == (1, ["V12"])


@pytest.mark.parametrize("which", [*SITES, "-sources"])
def test_no_link_is_dead(unpacked: dict[str, Path], which: str) -> None:
    assert dead_links(unpacked[which]) == set()
    if which in SITES:
        assert sum(1 for _ in links(unpacked[which])) > 50


@pytest.mark.parametrize("which", SITES)
def test_an_archive_holds_what_a_folder_can_use(unpacked: dict[str, Path], which: str) -> None:
    names = set(sites.read(unpacked[which]))
    assert {
        START,
        STYLE,
        "index.html",
        "rights.html",
        "glossary.html",
        "search.html",
        "download.html",
    } <= names
    assert not [name for name in names if name.endswith(".map") or "/." in f"/{name}"]
    assert not names & {*editions.LEFT_OUT, "sitemap.xml"}
    indexed = {name.split("/")[1] for name in names if name.startswith("search/")}
    assert indexed == ({"en", "ru", "kk"} if not which else {SITES[which]})


@pytest.mark.parametrize("which", [*SITES, "-sources"])
def test_the_start_page_speaks_all_languages_without_script(unpacked: dict[str, Path], which: str) -> None:
    page = (unpacked[which] / START).read_text(encoding="utf-8")
    tags = Tags(page)
    told = [one["lang"] for one in tags.all("section")]
    assert set(told) == {"en", "ru", "kk"} and told[0] == SITES.get(which, "en")
    assert not tags.all("script") and not tags.all("style") and "style=" not in page
    ways = [one["href"] for one in tags.all("a") if not one["href"].startswith("https:")]
    home = ["index.html", "ru/index.html", "kk/index.html"] if not which else ["index.html"]
    assert ways == ([] if which == "-sources" else home)
    assert page.count("https://example.org/texts/") == 6
    spaced = " ".join(page.split())
    assert all(day in spaced for day in ("20 November 2026", "20 ноября 2026", "2026 ж. 20 қараша"))


def test_an_edition_shows_what_its_language_lacks_in_the_original(unpacked: dict[str, Path]) -> None:
    only = Tags((unpacked["-kk"] / "deep/only.html").read_text(encoding="utf-8"))
    assert only.all("html")[0]["lang"] == "kk" and only.all("div", lang="ru")
    lacking = (unpacked["-kk"] / "rights.html").read_text(encoding="utf-8")
    assert "Суд защищает человека." in lacking
    for which in ("-en", "-ru", "-kk"):
        pages = [file.read_text(encoding="utf-8") for file in unpacked[which].rglob("*.html")]
        others = {"en", "ru", "kk"} - {SITES[which]}
        found = {one.get("hreflang") for page in pages for one in Tags(page).all("a")}
        assert not found & others


def test_every_page_carries_the_id_of_its_archive(unpacked: dict[str, Path]) -> None:
    ids = {}
    for which, folder in unpacked.items():
        pages = [file.read_text(encoding="utf-8") for file in folder.rglob("*.html")]
        found = [one["content"] for page in pages for one in Tags(page).all("meta", name="ushtil-build")]
        assert len(found) == len(pages) and len(set(found)) == 1
        ids[which] = found[0]
        assert f".build-{ids[which]} " in (folder / STYLE).read_text()
    assert len(set(ids.values())) == len(unpacked)


def test_the_sources_hold_all_to_build_the_site_again(made: Path, unpacked: dict[str, Path]) -> None:
    there = sites.read(unpacked["-sources"])
    for name, content in ROOT.items():
        assert there[name] == (content.encode() if isinstance(content, str) else content)
    assert {name for name in there if name.startswith("exports/")} >= {
        f"exports/glossary/glossary.{ending}" for ending in ("tbx", "ttl", "csv", "json")
    }


def test_the_site_offers_what_is_there(made: Path) -> None:
    sites.build(made, "--strict")
    site = made / "site"
    for page in ("download.html", "ru/download.html", "kk/download.html"):
        ways = [
            one["href"]
            for one in Tags((site / page).read_text(encoding="utf-8")).all("a")
            if "downloads/" in one.get("href", "")
        ]
        names = [one["name"] for one in json.loads((made / "dist/downloads.json").read_text())["editions"]]
        assert len(ways) == 2 * len(names) + sum(name.endswith(".zip") for name in names)
    assert set(os.listdir(site)) >= editions.LEFT_OUT
    # What a server shows for any address has links from the top of a host.
    assert {page for page, _ in dead_links(site)} <= {"404.html"}
    name = f"{PREFIX}.zip"
    assert (site / "downloads" / name).read_bytes() == (made / "dist" / name).read_bytes()
    done = sites.run("verify", str(site / "downloads" / name), "--json")
    assert json.loads(done.stdout)["vouched"] == "beside"
    list_of_files = f"{PREFIX}.manifest.sha256"
    assert (site / "downloads" / list_of_files).read_bytes() == (made / "dist" / list_of_files).read_bytes()


def test_what_is_not_as_listed_is_not_offered(made: Path, tmp_path: Path) -> None:
    root = sites.plant(tmp_path / "root", ROOT)
    shutil.copytree(made / "dist", root / "dist")
    with (root / f"dist/{PREFIX}-kk.zip").open("ab") as file:
        file.write(b"more")
    said = sites.build(root)
    assert f"dist/{PREFIX}-kk.zip Z06" in said and "run ushtil archive again" in said
    assert f"{PREFIX}-kk.zip" not in (root / "site/download.html").read_text()
    (root / "dist/downloads.json").write_text("{}")
    done = sites.run("build", "--root", str(root))
    assert done.returncode and "run ushtil archive again" in done.stderr


def test_a_site_without_archives_has_no_such_page(mixed: Path) -> None:
    assert not (mixed / "download.html").exists() and not (mixed / "downloads").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("docs/aux.md", "docs/aux.md Z02"),
        (f"docs/{'long/' * 18}page.md", f"docs/{'long/' * 18}page.md Z01"),
        ("docs_kk/deep/ONLY.md", "docs_ru/deep/only.md Z03 deep/only.html and deep/ONLY.html are one"),
    ],
)
def test_a_name_that_some_machine_cannot_hold_is_told(tmp_path: Path, name: str, told: str) -> None:
    root = sites.plant(tmp_path, {**sites.MIXED, name: "# A page {#page}\n", "dist/downloads.json": LIST})
    done = sites.run("archive", "--root", str(root))
    assert done.returncode == 1
    assert told in done.stderr and "what was there before is as it was" in done.stderr
    assert (root / "dist/downloads.json").read_text() == LIST


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("archive", "--root", "{there}", "--out", "{there}/docs/dist"), "lies among the texts"),
        (("archive", "--root", "{there}", "--out", "{there}"), "lies among the texts"),
        (("archive", "--root", "{there}", "--out", "{there}/mine"), "holds files that Ushtil has not made"),
        (
            ("archive", "--root", "{there}", "--out", "{there}/kept"),
            "kept/ours.whl: is not one of the archives",
        ),
        (
            ("archive", "--root", "{there}", "--out", "{there}/torn"),
            "torn/downloads.json: no list of downloads",
        ),
        (("archive", "--root", "{there}/nowhere"), "no such folder"),
        (("verify", "{there}/nowhere.zip"), "no such file or folder"),
        (("verify", "{there}/docs"), "no MANIFEST.sha256 in it"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    mine = {"mine/letter.odt": "dear", "kept/ours.whl": "wheel", "kept/downloads.json": LIST}
    mine |= {"torn/downloads.json": "[", "torn/a.zip": "zip"}
    there = sites.plant(tmp_path, {**sites.MIXED, **mine})
    done = sites.run(*(one.format(there=there) for one in arguments))
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert {name: (there / name).read_text() for name in mine} == mine


def test_what_is_no_zip_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("no zip")
    done = sites.run("verify", str(tmp_path / "a.zip"))
    assert done.returncode == 1 and "a.zip V01 is damaged, or no zip" in done.stderr
