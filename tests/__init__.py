"""Tests of Casebook; they never read the real region's case files."""
