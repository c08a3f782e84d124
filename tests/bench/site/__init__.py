"""Benchmark of the site build against the same pages in stock MkDocs and Material."""
