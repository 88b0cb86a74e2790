"""Offers the archives that `ushtil archive` has made: a page of the site, and the files that it leads to."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from ushtil.archive import downloads, page
from ushtil.problems import Unreadable
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.downloads")


@event_priority(85)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """After other pages are planned (90), and before all are listed (80)."""
    state: State = config.extra["ushtil"]
    is_archived = bool(config.extra["edition"])
    if state.language.default:
        config.extra["offer"] = None if is_archived else _read(state.site.root / downloads.DIST)
    site = page.added(state.site, config.extra["offer"], is_archived)
    config.extra["ushtil"] = replace(state, site=site)
    return config


def _read(dist: Path) -> downloads.Offer | None:
    try:
        outcome = downloads.read(dist)
    except Unreadable as error:
        raise PluginError(str(error)) from error
    for problem in outcome.problems:
        log.warning("%s", problem)
    return outcome.value


def on_post_build(config: MkDocsConfig) -> None:
    """Once for all languages."""
    state: State = config.extra["ushtil"]
    if state.language.default and config.extra["offer"]:
        dist = state.site.root / downloads.DIST
        downloads.place(config.extra["offer"], dist, Path(config.site_dir))
