"""The numbered points of a decision, with the numbers that the minutes gave them."""

from casebook.points.parsing import PointText, parse_points

__all__ = ["PointText", "parse_points"]
