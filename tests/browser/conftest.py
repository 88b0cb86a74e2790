"""A module's `site`, as it is opened from a folder and from a server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.browsing import DESK, Opened, page, serving


@pytest.fixture(scope="module")
def http(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with serving(site) as address:
        yield address


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, site: Path, http: str) -> str:
    """Where the site begins, each way in turn."""
    return f"file://{site}" if request.param == "file" else http


@pytest.fixture(params=["chromium", "firefox"])
def fresh(request: pytest.FixtureRequest) -> Opened:
    """Opens a page in each browser in turn."""
    if request.param == "firefox":
        return request.getfixturevalue("firefox").page  # type: ignore[no-any-return]
    return partial(page, request.getfixturevalue("browser"), viewport=DESK)
