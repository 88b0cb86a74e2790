"""Writes the parallel pages: the versions of a page side by side.

They are made from the Markdown of all languages and stand once, so they come with the default language's
build.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ushtil.publish import parallel
from ushtil.publish.cells import Renderer
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """In the order of paths; the template is bare, and knows nothing of MkDocs."""
    state: State = config.extra["ushtil"]
    if not state.language.default:
        return
    template, renderer = config.theme.get_env().get_template("parallel.html"), Renderer()
    for entry in state.site.entries.values():
        for page in parallel.pages(entry, state.site, renderer, config.site_url or ""):
            file = Path(config.site_dir, page.address)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                template.render(page=page, policy=config.extra["policy"]), encoding="utf-8", newline="\n"
            )
