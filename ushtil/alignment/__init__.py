"""Which sections and paragraphs of two texts correspond, and how their ids become the same.

Nothing here is learned from a corpus: order, depth, enumerators, numbers, names and lengths decide,
each pair comes with a confidence, and ids that exist are never changed.
"""
