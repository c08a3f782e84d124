"""Data for other programmes: tables, OParl, eInnsyn, DCAT, the change feed, and their schemas."""
