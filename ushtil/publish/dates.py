"""The dates that the texts tell. Nothing that is published depends on the clock, on git or on file times.

A date is a day, a month or a year, as near as its author tells it: "2026-11-22", "2026-11", "2026".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ushtil.language import formatting
from ushtil.publish.site import Site

PUBLISHED, UPDATED = "date", "updated"


def told(metadata: Mapping[str, Any], key: str) -> str:
    """A date of the front matter; "" where there is none, or none of the calendar.

    It has all its digits, "2026-09-01" for "2026-9-1": so the later of two dates is the greater text.
    """
    year, *others = formatting.parts(metadata.get(key)) or (0,)
    return "-".join((f"{year:04}", *(f"{part:02}" for part in others))) if year else ""


def changed(metadata: Mapping[str, Any]) -> str:
    """When a text was last changed, as far as its front matter tells: the later of its two dates."""
    return max(told(metadata, PUBLISHED), told(metadata, UPDATED))


def moment(date: str) -> str:
    """A date as `told`, to the second, as RFC 3339 wants it: the first that the date covers."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def newest(site: Site) -> str:
    """The newest date in any front matter: that of the content as a whole. "" where no text tells one."""
    versions = (version for entry in site.entries.values() for version in entry.versions.values())
    return max((changed(version.head.metadata) for version in versions), default="")
