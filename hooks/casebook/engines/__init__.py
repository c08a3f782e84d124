"""Engines: what carries the outputs out. Only this package knows a site generator."""
