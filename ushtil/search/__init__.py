"""Search: an index of sections for each language, made with the site and read in pieces.

documents ── what is searched: the sections of the pages that were built
  └ index ── their words: stems, postings, positions, impacts
      └ shards ── cut into files (layout draws them); reading is the way back
query ── a query taken apart → expansion, what each word may stand for → gathering, which documents
have it → ranking → snippets.  theme/assets/search/ does the same steps in the browser.
"""
