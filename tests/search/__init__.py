"""Search: the analysis on both sides, the index, and the page in a browser."""
