"""The policy is strict, stands once, and every host's file states it whole."""

from __future__ import annotations

import pytest

from ushtil.publish import policy

FILES = dict(policy.files("https://example.org/texts/"))
DIRECTIVES = dict(part.split(" ", 1) for part in policy.POLICY.split("; "))


def test_nothing_inline_nothing_made_up_and_nobody_else() -> None:
    sources = " ".join(DIRECTIVES.values())
    assert not any(
        word in sources for word in ("unsafe", "http", "*", "blob:", "wasm", "nonce", "hash", "data:")
    )
    assert DIRECTIVES["default-src"] == "'none'" and DIRECTIVES["script-src"] == "'self'"
    assert set(DIRECTIVES.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize("name", ["_headers", ".htaccess", ".nginx.conf"])
def test_every_header_is_in_every_file(name: str) -> None:
    assert [told for told in policy.HEADERS if told not in FILES[name]] == []
    assert f"{policy.POLICY}; frame-ancestors 'none'" in FILES[name]
    assert '"' not in "".join(policy.HEADERS.values())


def test_files_name_the_place_of_the_site() -> None:
    assert "ErrorDocument 404 /texts/404.html" in FILES[".htaccess"]
    assert "error_page 404 /texts/404.html;" in FILES[".nginx.conf"]
    assert "location /texts/assets/ {" in FILES[".nginx.conf"]
    at_the_top = dict(policy.files())
    assert "404 /404.html" in at_the_top[".htaccess"] and "location / {" in at_the_top[".nginx.conf"]


def test_a_block_of_nginx_that_sets_one_header_sets_all() -> None:
    for block in FILES[".nginx.conf"].split("location ")[1:]:
        if "add_header" in block:
            assert [told for told in policy.HEADERS if told not in block] == []
