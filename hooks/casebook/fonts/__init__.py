"""Fonts that the programme draws with; the licence stands beside the copy in assets."""
