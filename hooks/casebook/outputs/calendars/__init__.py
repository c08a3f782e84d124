"""Calendars (RFC 5545): meetings, and the deadlines of what decisions ask for.

Only dates that name a day can stand in a calendar. One that is assumed says so and is tentative.
"""

from __future__ import annotations

from casebook.outputs.calendars.files import calendar_files

__all__ = ["calendar_files"]
