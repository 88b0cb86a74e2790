"""Pictures drawn at build time from the data of the site, each with the table that it shows.

docs/data/pictures.yml      recommendations: {kind: bars, title: …, rows: [{figures: [received-2010]}]}

/// picture | recommendations   →   <figure> <svg …> <figcaption> <details> table </figure>
///
"""
