"""Texts in bokmål and nynorsk, one file for each part and language."""
