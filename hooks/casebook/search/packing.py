"""Bytes for the host: gzip without a clock, names from content.

The files are compressed here, so that the size of a search does not depend on what the host does.
"""

from __future__ import annotations

import hashlib
import json
import zlib

_HASH = 10
_GZIP = 16 + 14
"""With gzip's head and tail, and a window of 16 kB: a larger one takes time to make."""
_UNKNOWN_SYSTEM = 255
_SYSTEM_AT = 9


def gzipped(data: bytes) -> bytes:
    """The same bytes in, the same bytes out: no time stamp, no operating system."""
    return _packed(data, zlib.compressobj(6, zlib.DEFLATED, _GZIP))


def _packed(data: bytes, packer: zlib._Compress) -> bytes:
    packed = bytearray(packer.compress(data) + packer.flush())
    packed[_SYSTEM_AT] = _UNKNOWN_SYSTEM
    return bytes(packed)


def gzipped_columns(data: bytes) -> bytes:
    """The same for columns of short codes: they repeat little, and each has its own frequencies."""
    return _packed(data, zlib.compressobj(9, zlib.DEFLATED, _GZIP, 4, zlib.Z_FILTERED))


def content_hash(*parts: bytes) -> str:
    """A short name for some content."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:_HASH]


def as_json(value: object) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
