"""Same input, same bytes: whatever the place, the clock, the locale and the machine are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import sites
from tests.glossaries import CONCEPTS
from tests.sites import MIXED, plant, read
from tests.worlds import ELSEWHERE, HERE, Machine

CHECKOUT = (
    *("docs", "docs_ru", "docs_kk", "glossary", "hooks", "scripts", "theme", "ushtil"),
    *("mkdocs.yml", "pyproject.toml"),
)
URL = "https://example.org/t/"
TEXTS = {
    **MIXED,
    "docs/dated.md": "---\ntitle: News\ndate: 2025-04-30\n---\n# News {#news}\n\nText.\n{: #p1 }\n",
    "docs_kk/dated.md": (
        "---\ntitle: Жаңалық\noriginal: en\nstatus: unofficial\ndate: 2025-04-30\nupdated: 2025-06-07\n---\n"
        "# Жаңалық {#news}\n\nМәтін.\n{: #p1 }\n"
    ),
    "docs/terms.md": "# Terms {#terms}\n\nThe Universal Periodic Review and torture.\n{: #p1 }\n",
    "docs_ru/terms.md": "# Термины {#terms}\n\nПытки и УПО.\n{: #p1 }\n",
    **{f"glossary/{name}.yml": text for name, text in CONCEPTS.items()},
}
COMMAND = ("-c", "from scripts.main import cli; cli()")
TELL = (
    "import os, time;"
    "print(time.localtime().tm_year, os.listdir('docs'), [one.name for one in os.scandir('docs')])"
)
CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {TELL!r}], check=True)"
PLACES = {HERE: "here", ELSEWHERE: "some/where/else/and/a/longer/path"}


def checkout(place: Path) -> Path:
    """A copy of this repository without its history."""
    place.mkdir(parents=True)
    for name in CHECKOUT:
        source = sites.REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, place / name)
    return place


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """Names first: a difference of all bytes is not readable."""
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Machine, Path]:
    """A small site, built by a checkout on each machine: where its root stands."""
    made = {}
    for machine, name in PLACES.items():
        place = tmp_path_factory.mktemp("machine") / name
        code, root = checkout(place / "code"), plant(place / "texts", TEXTS)
        machine.run(code, *COMMAND, "build", "--strict", "--root", str(root), USHTIL_SITE_URL=URL)
        made[machine] = root
    return made


@pytest.mark.parametrize(
    ("machine", "seen"),
    [(HERE, "2026 ['a', 'b'] ['a', 'b']\n"), (ELSEWHERE, "2031 ['b', 'a'] ['b', 'a']\n")],
    ids=["here", "elsewhere"],
)
def test_what_a_command_starts_is_on_its_machine_too(tmp_path: Path, machine: Machine, seen: str) -> None:
    plant(tmp_path, {"docs/a": "", "docs/b": ""})
    assert machine.run(tmp_path, "-c", CHILD) == seen


def test_a_site_is_the_same_on_two_machines(built: dict[Machine, Path]) -> None:
    here, elsewhere = (read(built[machine] / "site") for machine in (HERE, ELSEWHERE))
    same(here, elsewhere)
    assert here.keys() >= {"kk/dated.html", "kk/feed.xml", "feed.xml", "sitemap.xml", "assets/cards/kk.png"}
    assert b"hreflang" in here["kk/dated.html"].partition(b"</head>")[0]


def test_no_page_tells_of_the_machine(built: dict[Machine, Path]) -> None:
    for machine, root in built.items():
        told = [str(root).encode(), machine.clock[:10].encode(), machine.zone.encode()]
        for name, content in read(root / "site").items():
            assert [word for word in told if word in content] == [], name


def test_archives_are_the_same_on_two_machines(built: dict[Machine, Path]) -> None:
    """Zips, books and what tells of them. The zips' own times and permissions are among the bytes."""
    for machine, root in built.items():
        machine.run(root.parent / "code", *COMMAND, "archive", "--root", str(root), USHTIL_SITE_URL=URL)
    here, elsewhere = (read(root / "dist") for root in built.values())
    same(here, elsewhere)
    assert {Path(name).suffix for name in here} >= {".zip", ".epub", ".sha256", ".json"}
    assert [name for name in here if "2025-06-07" not in name] == ["downloads.json"]


def test_the_published_texts_are_the_same_by_mkdocs_itself(shipped: Path, tmp_path: Path) -> None:
    code = checkout(tmp_path / "another/place")
    ELSEWHERE.run(code, "-m", "mkdocs", "build", "--strict", "--quiet")
    same(read(shipped), read(code / "site"))
