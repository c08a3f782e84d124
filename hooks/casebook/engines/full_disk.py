"""A disk with no room left: said in words, since whoever builds can mend it alone."""

from __future__ import annotations

import errno

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FULL_DISK = (
    "Det er ikke plass til mer på disken. Det som er publisert, står som før. "
    "Slett noe du ikke trenger, og prøv igjen."
)


def is_full_disk(error: BaseException) -> bool:
    """Whether something failed because there is no room: on the disk, or of what one may use."""
    return isinstance(error, OSError) and error.errno in _FULL
