"""What a page tells programs of itself: search engines, messengers that show a card of it, readers of feeds.

    titles ──────────┐
    descriptions ────┤
    opengraph ───────┼─ head    what stands in the <head> of a page (theme/partials/head.html prints it)
    linked ──────────┘
    sitemap, feeds, listing, cards   files that stand once, or once a language
    missing, translating             what is said where a page, or a translation, is not there

Nothing here reads the clock, a built page or git: all is drawn from the Markdown and its front matter. What
must be absolute (hreflang, Open Graph, feeds, the sitemap) is told only where the site knows its own
address.
"""
