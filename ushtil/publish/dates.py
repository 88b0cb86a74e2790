"""The dates that the texts tell. Nothing that is published depends on the clock, on git or on file times.

A date is a day, a month or a year, as its author wrote it: "2026-11-22", "2026-11", "2026".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ushtil.language import formatting
from ushtil.publish.site import Site

PUBLISHED, UPDATED = "date", "updated"


def told(metadata: Mapping[str, Any], key: str) -> str:
    """A date of the front matter; "" where there is none, or none of the calendar."""
    text = str(metadata.get(key) or "")
    return text if formatting.parts(text) else ""


def changed(metadata: Mapping[str, Any]) -> str:
    """When a text was last changed, as far as its front matter tells: the later of its two dates."""
    return max(told(metadata, PUBLISHED), told(metadata, UPDATED))


def moment(date: str) -> str:
    """The date as RFC 3339 wants it, to the second: the first that the date covers."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}T00:00:00Z"


def newest(site: Site) -> str:
    """The newest date in any front matter: that of the content as a whole. "" where no text tells one."""
    versions = (version for entry in site.entries.values() for version in entry.versions.values())
    return max((changed(version.head.metadata) for version in versions), default="")
