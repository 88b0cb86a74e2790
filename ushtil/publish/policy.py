"""What a page may do in a reader's browser: the one place that states it.

    POLICY        in every page as <meta>, from a folder and from any server
    files()       header files for static hosts, which can say more than a <meta> can:
                  _headers       Netlify, Cloudflare Pages
                  .htaccess      Apache, and another one in assets/
                  .nginx.conf    nginx: `include /srv/site/.nginx.conf;` in the server's block

GitHub Pages sends no headers of one's own; there the <meta> holds.

No file's name changes with its content, so a browser asks each time whether a page is still the same, and
keeps what lies in assets/ for an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    # Our scripts fetch nothing; programs that look a page over ask for /robots.txt from within it.
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    # The search field leads to the page of results.
    ("form-action", "'self'"),
)
POLICY = "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES)
"""The Content-Security-Policy of every page. Typefaces are the system's."""

HEADERS = {
    # Browsers pass over frame-ancestors in a <meta>.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Whom a reader goes on to learns nothing of where from.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
STORED = {
    "ushtil.scheme": "light or dark, where the reader chose other than the system says",
    "ushtil.parallel": "the languages that the reader put side by side, in their order: kk,ru",
}
"""All that a reader's browser keeps (localStorage): choices of the reader's own. No cookie is ever set."""

_ASK, _KEEP = "no-cache", "public, max-age=3600"
_ENDINGS = ".html .css .js .json .xml .svg .txt .csv .ttl .tbx"
_TYPES = (
    "text/css application/javascript text/javascript application/json text/xml application/xml image/svg+xml"
)


def files(site_url: str = "") -> Iterator[tuple[str, str]]:
    """Name and text of each header file of a site that stands at `site_url`, the top of a host if empty."""
    top = urlsplit(site_url).path.rstrip("/") + "/"
    yield "_headers", _netlify()
    yield ".htaccess", _apache(top)
    yield "assets/.htaccess", _apache_assets()
    yield ".nginx.conf", _nginx(top)


def _netlify() -> str:
    # Without a rule of ours these hosts let a browser ask each time; two rules for one file would be joined.
    told = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return f"/*\n{told}\n/assets/*\n  Cache-Control: {_KEEP}\n"


def _apache(top: str) -> str:
    # Only what AllowOverride FileInfo allows: for anything else such a host refuses the whole site.
    told = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return (
        f"ErrorDocument 404 {top}404.html\nAddDefaultCharset utf-8\n"
        f"<IfModule mod_mime.c>\n  AddCharset utf-8 {_ENDINGS}\n</IfModule>\n"
        f'<IfModule mod_headers.c>\n{told}  Header set Cache-Control "{_ASK}"\n</IfModule>\n'
        f"<IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE text/html {_TYPES}\n</IfModule>\n"
    )


def _apache_assets() -> str:
    return f'<IfModule mod_headers.c>\n  Header set Cache-Control "{_KEEP}"\n</IfModule>\n'


def _nginx(top: str) -> str:
    # A block that adds a header of its own forgets those around it, so each has all of them.
    told = "".join(f'  add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return (
        f"error_page 404 {top}404.html;\ncharset utf-8;\ncharset_types {_TYPES} text/plain text/csv;\n"
        f"gzip on;\ngzip_vary on;\ngzip_types {_TYPES};\n\n"
        f'location {top} {{\n{told}  add_header Cache-Control "{_ASK}" always;\n}}\n'
        f'location {top}assets/ {{\n{told}  add_header Cache-Control "{_KEEP}" always;\n}}\n'
        "location ~ /\\.(?!well-known/) {\n  return 404;\n}\n"
    )
