"""The site to take along: archives for a folder, a stick or an old computer, and what checks them.

    dist/ushtil-0.1.0-2026-11-22.zip                  the whole site, in every language
         ushtil-0.1.0-2026-11-22-kk.zip               the pages of one language (`publish.editions`)
         ushtil-0.1.0-2026-11-22-sources.zip          texts, termbase, data, citations, licence
         ushtil-0.1.0-2026-11-22-kk.epub              a book a language, and one a long document
         ‹each›.sha256                                what `verify` and sha256sum compare it with
         ‹each zip›.manifest.sha256                   the manifest inside once more, for the unpacked folder
         downloads.json                               the date of all, name, size and digest of each

Inside a zip all stands in one folder of the zip's name:

    ushtil-0.1.0-2026-11-22/00-START.html       to be opened first, also inside the zip (`start`)
                            MANIFEST.sha256     the digest of every other file (`manifest`)
                            index.html, ru/, …  the built site, each page marked (`marks`)
                            assets/edition.css  which build the folder is of (`marks`)

names ── which names any machine can hold     contents ── what the archives tell of what they hold
packing ── the zip itself, always the same    editions, sources ── what goes into each zip
downloads, page ── what a site offers         verifying, zips, folders ── whether an archive is whole

**One set of files, always the same.**  The name's date is the newest in any front matter, and so is every
time in a zip; entries are sorted, permissions fixed, extra fields none.  The digest of the built files is
the build's id: it needs no clock and no git, and is put into the pages only when they are packed, so that a
site's bytes and what `mkdocs build` makes know nothing of it.

**The download page and the archives need one another**: the page tells sizes, the archives hold the page.
So an archive's copy of it tells no size, only which editions there are and where they come from.  A site's
copy is rendered from `dist/downloads.json`, and the files are linked into `downloads/`: first `ushtil
archive`, then `ushtil build`.  A root without a `dist/` has no such page.
"""
