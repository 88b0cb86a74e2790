"""Sources as data: a bibliography in CSL-JSON, and citations in the texts that become notes.

docs/data/bibliography.json   →  Reference("us-2022", …)
… were reported [@us-2022, s1-c].   →   … were reported[^us-2022-s1-c].
"""
