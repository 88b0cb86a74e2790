"""The site from a folder and from a server, as the other tests in a browser have it."""

from tests.browser.conftest import address, http

__all__ = ["address", "http"]
