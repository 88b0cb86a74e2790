"""Writes the parallel pages: the versions of a page side by side.

They are made from the Markdown of all languages and stand once, so they come with the default language's
build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ushtil.publish import output, parallel
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
    policy, url, name = config.extra["policy"], config.site_url or "", config.extra["site_name"]
    for entry in state.site.entries.values():
        pages = parallel.pages(entry, state.site, renderer, url, name)
        output.write(
            config.site_dir, ((one.address, template.render(page=one, policy=policy)) for one in pages)
        )
