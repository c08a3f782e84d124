"""Fonts that the programme draws with; the licence stands beside the stylesheet's copy in assets."""
