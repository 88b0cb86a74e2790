"""From three trees of Markdown to the plan of a site; what the MkDocs hooks and the build command call.

trees ── finds the texts of each language
  └ heads ── reads what stands at the top of one: front matter, title
sections ── cuts a page at its headings, and completes a translation with those that it lacks
site ── joins them: one entry a page, whichever languages it exists in; who stands in for whom
  ├ navigation, home ── the way to them
  ├ addresses, links ── where each page stands, its canonical address, what hreflang may claim
  ├ elsewhere ── from each section to the same one in other languages
  ├ parallel ── the versions of a page side by side: units → rows → cells, in parts where it is long
  └ strings ── what the site says itself, in the reader's language
swap ── puts a finished site in the place of the old one
"""
