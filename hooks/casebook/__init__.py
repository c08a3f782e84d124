"""Casebook publishes the decisions of an inter-municipal council as a static site.

The package is the whole programme: it reads case files, checks them, joins them and turns them into
plain output files. Only ``casebook.engines`` knows which site generator carries those files out.
"""

__version__ = "0.1.0"
