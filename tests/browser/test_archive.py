"""The archive alone, unpacked in an empty folder: without network, opened in the zip, mixed with another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import sites
from tests.archive.archives import PREFIX, ROOT, unpack
from tests.browsing import DESK, page
from ushtil.archive.marks import START, STYLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ALONE = ("unshare", "--map-root-user", "--net")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the unpacked archives of all languages and of one."""
    root = sites.plant(tmp_path_factory.mktemp("archived"), ROOT)
    done = sites.run("archive", "--root", str(root))
    assert done.returncode == 0, done.stderr
    folder = tmp_path_factory.mktemp("unpacked")
    for which in ("", "-kk"):
        unpack(root / f"dist/{PREFIX}{which}.zip", folder)
    shutil.rmtree(root)
    return folder


def test_all_of_it_works_without_a_network(unpacked: Path) -> None:
    """In Chromium and Firefox: start page, reading, languages, side by side, terms, three searches."""
    if not shutil.which(ALONE[0]) or subprocess.run([*ALONE, "true"], capture_output=True).returncode:
        pytest.skip("no network namespace of one's own: it needs Linux, unshare, and user namespaces allowed")
    command = [*ALONE, sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "tests/browser/offline.py"],
        cwd=sites.REPOSITORY,
        env={**os.environ, "USHTIL_UNPACKED": str(unpacked)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout or os.environ.get("USHTIL_CI") != "1"


def notices(opened: Page) -> list[str]:
    """The languages in which a page says that it is not among its own files."""
    return [str(one.get_attribute("lang")) for one in opened.locator(".mixed").all() if one.is_visible()]


def test_a_page_that_is_opened_in_the_zip_says_how_to_unpack(
    browser: Browser, unpacked: Path, tmp_path: Path
) -> None:
    """Windows takes the one file out, and puts it where nothing is beside it."""
    with page(browser, viewport=DESK, java_script_enabled=False) as (opened, _):
        for name in (START, "kk/rights.html", "parallel/rights.html"):
            alone = tmp_path / name.replace("/", "-")
            shutil.copy(unpacked / PREFIX / name, alone)
            opened.goto(f"file://{alone}")
            if name == START:
                assert [one.is_visible() for one in opened.locator("main ol").all()] == [True] * 3
            else:
                assert notices(opened) == (["kk"] if name.startswith("kk") else ["en", "ru", "kk"])
        opened.goto(f"file://{unpacked}/{PREFIX}/{START}")
        assert [one.is_visible() for one in opened.locator("main ol").all()] == [False] * 3


@pytest.mark.parametrize("keeps", [False, True], ids=["overwritten", "kept"])
def test_an_archive_copied_over_another_is_told(
    browser: Browser, unpacked: Path, tmp_path: Path, keeps: bool
) -> None:
    """What is of the other speaks, whether files were overwritten or kept; no script is needed."""
    folder = tmp_path / "mixed"
    first, second = (unpacked / PREFIX, unpacked / f"{PREFIX}-kk")[:: -1 if keeps else 1]
    shutil.copytree(first, folder)
    shutil.copytree(second, folder, dirs_exist_ok=True, copy_function=kept if keeps else shutil.copy2)
    style = (folder / STYLE).read_bytes()
    assert style == ((first if keeps else second) / STYLE).read_bytes()
    with page(browser, viewport=DESK, java_script_enabled=False) as (opened, _):
        # Only the whole archive has the Russian page.
        opened.goto(f"file://{folder}/ru/rights.html")
        assert notices(opened) == ["ru"]
        opened.goto(f"file://{folder}/rights.html")
        assert notices(opened) == []


def kept(source: str, target: str) -> None:
    """Copies a file where there is none."""
    if not Path(target).exists():
        shutil.copy2(source, target)
