"""An unpacked archive where there is no network: `test_archive.py` runs it in a namespace of its own.

USHTIL_UNPACKED=FOLDER unshare --map-root-user --net python -m pytest tests/browser/offline.py
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
from pathlib import Path
from typing import Any

import pytest

from tests.archive.archives import PREFIX
from tests.browsing import Opened, arrive, wait

# From linux/sockios.h and if.h.
SET_FLAGS, UP = 0x8914, 0x1
SEEN = "[...document.querySelectorAll('{}')].filter(one => one.getClientRects().length).length"
QUERIES = [
    ("", "", "right"),
    ("", "ru/", "правами"),
    ("", "kk/", "кукык"),
    ("-kk", "", "адам"),
]
"""Edition, folder of the language in it, what is typed there."""


@pytest.fixture(scope="session", autouse=True)
def loopback() -> None:
    """Firefox is driven through the machine's own address, which is all that there is."""
    with socket.socket() as one:
        fcntl.ioctl(one, SET_FLAGS, struct.pack("16sh14x", b"lo", UP))
    assert [name for _, name in socket.if_nameindex()] == ["lo"], (
        "there is a network: run it by unshare --net"
    )


@pytest.fixture(params=["", "-kk"], ids=["whole", "kk"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def top(edition: str) -> str:
    """The address of an unpacked archive."""
    folder = Path(os.environ["USHTIL_UNPACKED"], f"{PREFIX}{edition}")
    assert (folder / "index.html").is_file()
    return f"file://{folder}"


def seen(opened: Any, selector: str) -> int:
    return int(opened.evaluate(SEEN.format(selector)))


def test_there_is_no_network() -> None:
    with pytest.raises(OSError, match="unreachable"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_the_start_page_leads_on(fresh: Opened, top: str, edition: str) -> None:
    home = "kk/index.html" if not edition else "index.html"
    with fresh() as (opened, faults):
        opened.goto(f"{top}/00-START.html")
        assert seen(opened, "[class^=build-]") == 0 and seen(opened, ".open a") == (1 if edition else 3)
        opened.click(f".open a[href='{home}']")
        arrive(opened, f"{top}/{home}")
        assert seen(opened, ".mixed") == 0
    assert faults == []


def test_a_reader_reads_and_changes_the_language(fresh: Opened, top: str, edition: str) -> None:
    if edition:
        place, text = "rights.html", "Барлық адамның құқықтары бар."
    else:
        place, text = "kk/rights.html", "Барлық адамның құқықтары бар."
    with fresh() as (opened, faults):
        if not edition:
            opened.goto(f"{top}/ru/rights.html")
            opened.click(".languages a[hreflang=kk]")
            arrive(opened, f"/{place}")
        else:
            opened.goto(f"{top}/{place}")
        shown = opened.evaluate("document.querySelector('article').innerText")
        # What the translation lacks stands there in the original.
        assert text in shown and "Суд защищает человека." in shown
        assert seen(opened, ".mixed") == 0
    assert faults == []


@pytest.mark.parametrize("edition", [""], ids=["whole"])
def test_languages_stand_side_by_side(fresh: Opened, top: str) -> None:
    with fresh() as (opened, faults):
        opened.goto(f"{top}/ru/rights.html")
        opened.click("a[href*='parallel/rights']")
        arrive(opened, "/parallel/rights.html")
        assert all(seen(opened, f".rows .c[lang={code}]") for code in ("en", "ru", "kk"))
        assert seen(opened, ".mixed") == 0
    assert faults == []


def test_a_term_is_explained(fresh: Opened, top: str, edition: str) -> None:
    with fresh() as (opened, faults):
        opened.goto(f"{top}/{'report' if edition else 'kk/report'}.html")
        opened.hover("a.term[href$='#upr']")
        wait(opened, "document.querySelector('.term-note')")
        told = opened.evaluate("document.querySelector('.term-note').innerText")
        assert "Мемлекеттер бірін-бірі <қарайды>." in told and "Универсальный периодический обзор" in told
    assert faults == []


@pytest.mark.parametrize(
    ("edition", "prefix", "query"), QUERIES, ids=["whole-en", "whole-ru", "whole-kk", "kk"]
)
def test_search_finds(fresh: Opened, top: str, prefix: str, query: str) -> None:
    with fresh() as (opened, faults):
        opened.goto(f"{top}/{prefix}report.html")
        opened.click(".search__field")
        opened.keyboard.type(query)
        wait(opened, "document.querySelector(\".search__hit[href*='rights.html']\")")
        opened.click(".search__hit[href*='rights.html']")
        wait(opened, f"location.pathname.endsWith('/{prefix}rights.html')")
        wait(opened, "document.querySelector('mark.found')")
    assert faults == []
