"""Outputs: pure functions from the graph to plain files that any site engine can carry out."""
