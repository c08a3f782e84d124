"""Measurements that are too slow for every run."""
