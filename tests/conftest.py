"""What all tests share: a browser where there is one, and sites built once for many tests."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests import sites

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.firefox import Firefox

# Shared machines are slow at times, and a run must be one that can be run again: no deadlines, no chance.
settings.register_profile("ushtil", deadline=None, derandomize=True)
settings.load_profile("ushtil")

CHROMIUM = "/usr/bin/chromium"
GET_IT = f"no Chromium: apt-get install chromium, or CHROMIUM=/path/to/chrome (looked for {CHROMIUM})"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs Chromium, some also Firefox")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the test is skipped, and fails where USHTIL_CI=1 says that it must run."""
    path = shutil.which(os.environ.get("CHROMIUM") or CHROMIUM)
    if not path:
        (pytest.fail if os.environ.get("USHTIL_CI") == "1" else pytest.skip)(GET_IT)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox. Without one, as without Chromium."""
    from tests.firefox import FIREFOX, running

    path = shutil.which(os.environ.get("FIREFOX") or FIREFOX)
    if not path:
        (pytest.fail if os.environ.get("USHTIL_CI") == "1" else pytest.skip)(
            f"no Firefox: apt-get install firefox-esr, or FIREFOX=/path/to/firefox (looked for {FIREFOX})"
        )
    with running(path, tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.fixture(scope="session")
def node() -> Callable[..., Any]:
    """Runs a script with Node, given its flags: JSON to its standard input, JSON from standard output.

    Without Node, as without Chromium.
    """
    path = shutil.which(os.environ.get("NODE") or "node")
    if not path:
        (pytest.fail if os.environ.get("USHTIL_CI") == "1" else pytest.skip)(
            "no Node: apt-get install nodejs"
        )

    def run(script: Path, asked: object, *flags: str) -> Any:
        command = [path, *flags, str(script)]
        done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `sites.MIXED`, which knows its own address."""

    def make(folder: Path) -> None:
        root = sites.plant(folder, sites.MIXED)
        address = "https://example.org/texts/"
        sites.build(root, "--strict", USHTIL_SITE_URL=address, USHTIL_EDIT_URI=sites.EDIT)

    return built_once(tmp_path_factory, "mixed", make)


@pytest.fixture(scope="session")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `sites.GROWING`."""
    return built_once(
        tmp_path_factory,
        "growing",
        lambda folder: sites.build(sites.plant(folder, sites.GROWING), "--strict"),
    )


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own texts, alike whether archives have been made of them or not."""
    return built_once(
        tmp_path_factory, "shipped", lambda folder: sites.build(sites.copied(folder), "--strict")
    )


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A site that the first of the processes which run tests makes, and that all of them only read."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # A build that failed leaves no site.
        if not (base / name / "site").is_dir():
            shutil.rmtree(base / name, ignore_errors=True)
            make(base / name)
    return base / name / "site"
