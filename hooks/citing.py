"""Says how each page is cited: a block at its end, files for programs, a page for its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from ushtil.publish import output
from ushtil.publish.citations import Desk
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


@event_priority(-10)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """After all pages of the site are planned (90)."""
    state: State = config.extra["ushtil"]
    config.extra["citing"] = Desk(
        state.site, state.language, config.site_url or "", config.extra["site_name"]
    )
    return config


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """What the block prints."""
    context["citation"] = config.extra["citing"].block(page.file.src_uri)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """In the order of paths; the pages' template is bare, and knows nothing of MkDocs."""
    desk: Desk = config.extra["citing"]
    output.write(config.site_dir, desk.files())
    template, policy = config.theme.get_env().get_template("citations.html"), config.extra["policy"]
    leaves = ((leaf.address, template.render(leaf=leaf, policy=policy)) for leaf in desk.leaves())
    output.write(config.site_dir, leaves)
