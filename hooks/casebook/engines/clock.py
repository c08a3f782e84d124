"""The one place that asks what day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def publication_day() -> date:
    """The day in Norway: of ``SOURCE_DATE_EPOCH`` when it is set, else today's.

    See https://reproducible-builds.org/specs/source-date-epoch/ for the variable.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(OSLO).date()
