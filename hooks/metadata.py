"""Tells programs what the pages are: the <head> of each, feeds, the sitemap, the list of pages, a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from ushtil.publish import output
from ushtil.publish.metadata import files, translating
from ushtil.publish.metadata.head import Teller
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


@event_priority(70)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """After all pages are planned (80)."""
    state: State = config.extra["ushtil"]
    name, url = config.extra["site_name"], config.site_url or ""
    config.extra["metadata"] = Teller(state.site, state.language, name, url)
    return config


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What the templates print."""
    state: State = config.extra["ushtil"]
    path = page.file.src_uri
    context["metadata"] = config.extra["metadata"].page(path)
    context["translate"] = translating.page(
        state.site.entries[path], state.site, state.language, config.edit_uri or ""
    )
    return context


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The same on the page "not found"."""
    context["metadata"] = config.extra["metadata"].missing()
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what comes with each language, and with the default one what stands once."""
    output.write(config.site_dir, files.files(config.extra["metadata"]))
