"""Says how each page is cited: a block at its end, files for programs, a page for its paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

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
    for address, text in desk.files():
        _write(Path(config.site_dir, address), text)
    template = config.theme.get_env().get_template("citations.html")
    for leaf in desk.leaves():
        _write(Path(config.site_dir, leaf.address), template.render(leaf=leaf, policy=config.extra["policy"]))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Line breaks as they are: RIS has its own.
    file.write_text(text, encoding="utf-8", newline="")
