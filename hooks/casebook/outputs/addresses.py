"""Addresses of everything, relative to the site's root. They never change."""

from __future__ import annotations

from collections.abc import Mapping

from casebook.markdown.slugs import slug


def case(case_id: str, anchor: str = "") -> str:
    """A case's page, or a place on it."""
    return f"sak/{case_id}/{'#' + anchor if anchor else ''}"


def meeting(meeting_id: str, anchor: str = "") -> str:
    """A meeting's page, or a place on it."""
    return f"mote/{meeting_id}/{'#' + anchor if anchor else ''}"


def process(process_id: str) -> str:
    """A process's page."""
    return f"prosess/{process_id}/"


def body(body_id: str) -> str:
    """A body's page."""
    return f"organ/{body_id}/"


def municipality(municipality_id: str) -> str:
    """A municipality's page."""
    return f"kommune/{municipality_id}/"


def topic(topic_id: str) -> str:
    """A topic's page."""
    return f"tema/{topic_id}/"


def year(number: int | None) -> str:
    """The list of a year's cases; None for cases without any year."""
    return f"saker/{number if number is not None else 'uten-ar'}/"


def page_file(address: str) -> str:
    """The file that a page's address is served from."""
    return f"{address}index.html"


def depth(uri: str) -> int:
    """How many folders down a file lies."""
    return uri.count("/")


def attachment_names(files: list[str], fixed: Mapping[str, str] | None = None) -> dict[str, str]:
    """Published names of files in the given order: ASCII slugs, ``-2`` where two would meet.

    Args:
        files: The files beside a record.
        fixed: Names that files had before, by file; they stay, and no other file gets one of them.
    """
    known = fixed or {}
    names: dict[str, str] = {}
    taken: set[str] = set(known.values())
    for file in files:
        if file in known:
            names[file] = known[file]
            continue
        stem, _, extension = file.rpartition(".")
        base = slug(stem or extension) or "fil"
        suffix = f".{slug(extension)}" if stem else ""
        place, name = 1, f"{base}{suffix}"
        while name in taken:
            place += 1
            name = f"{base}-{place}{suffix}"
        taken.add(name)
        names[file] = name
    return names
