"""What others may do with published files: a web server, which is another user, has to read them.

A strict ``umask`` (027 or 077, as on hardened servers) is for the caches beside the site; what it
says of writing holds for the site too.
"""

from __future__ import annotations

import os

_MASK = os.umask(0o077)
os.umask(_MASK)
FILE = 0o666 & ~_MASK | 0o444
FOLDER = 0o777 & ~_MASK | 0o555
