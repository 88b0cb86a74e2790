"""Numbers as data: each stands once, with its unit, date, source and place, and texts draw on it.

docs/data/figures/kazakhstan.yml   recommendations-2025: {value: 300, …}
received almost [=recommendations-2025] recommendations   →   received almost 300 recommendations
"""
