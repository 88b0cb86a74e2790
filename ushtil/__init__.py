"""Ushtil: legal and human-rights texts in several languages, from source document to site.

The library knows nothing of MkDocs, of the command line or of the shell; `hooks/` and `scripts/`
are the edges that call it.
"""

__version__ = "0.1.0"
"""The one place that tells it: pyproject.toml and the names of archives take it from here."""
