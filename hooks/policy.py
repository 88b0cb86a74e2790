"""Gives every page its Content-Security-Policy, and the site the header files that state it to servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import event_priority

from ushtil.publish import output, policy
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_told = {"policy": policy.POLICY}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """None in the preview: MkDocs puts a script of its own into every page there."""
    _told["policy"] = "" if command == "serve" else policy.POLICY


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """For what is rendered outside of MkDocs."""
    config.extra["policy"] = _told["policy"]
    return config


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """`policy` in every template of MkDocs, which partials/top.html prints."""
    env.globals["policy"] = _told["policy"]
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Here, because MkDocs copies no file whose name begins with a dot."""
    state: State = config.extra["ushtil"]
    if state.language.default and _told["policy"]:
        output.write(config.site_dir, policy.files(config.site_url or ""))
