"""From three trees of Markdown to the plan of a site; what the MkDocs hooks and the build command call.

trees ── finds the texts of each language
  └ heads ── reads what stands at the top of one: front matter, title
site ── joins them: one entry a page, whichever languages it exists in; who stands in for whom
  ├ navigation, home ── the way to them
  ├ addresses ── where each page stands, its canonical address, what hreflang may claim
  └ strings ── what the site says itself, in the reader's language
swap ── puts a finished site in the place of the old one
"""
