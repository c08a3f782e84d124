"""The ledger of addresses: every address that was ever published, one sorted line for each.

A line holds the address, what it leads to, and the versions of its content with their days. Two
branches merge without conflict unless they are about the same address. Pure: the text of the file
comes in and goes out as a value.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.model.publication import AddressChanges, AddressKind, Published, Version

LEDGER = "publisert.txt"
"""Name of the ledger in the content folder."""

_HEAD = """\
# Alle adresser som har vært publisert. «casebook publish-record» skriver filen; rett den aldri.
# Adresse, hva den fører til, dagene innholdet ble publisert (med kontrollsum), filnavn.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An address of the site as it is now."""

    address: str
    kind: AddressKind
    digest: str = ""
    name: str = ""


def text_digest(text: str) -> str:
    """A short hash of a text that does not mind how its lines are broken."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=10).hexdigest()


_NO_TEXT = text_digest("")


def decision_address(case_id: str, anchor: str) -> str:
    """The address of a decision on its case's page."""
    return f"sak/{case_id}/#{anchor}"


def decision_digest(source: str, entries: int) -> str:
    """A decision's hash as the ledger keeps it: of the text, and how many changes were told of."""
    return f"{text_digest(source)}/{entries}"


def same_text(first: str, second: str) -> bool:
    """Whether two digests are of the same decision text."""
    return first.partition("/")[0] == second.partition("/")[0]


def holds_text(digest: str) -> bool:
    """Whether a decision's digest is of words, not of a heading that was still to be filled in."""
    return bool(digest) and not same_text(digest, _NO_TEXT)


def read_ledger(text: str) -> tuple[dict[str, Published], list[Diagnostic]]:
    """The entries by address; a line that cannot be read is a finding."""
    entries: dict[str, Published] = {}
    findings: list[Diagnostic] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line, number)
        if entry is None:
            findings.append(finding("bad-ledger-line", Span(LEDGER, number)))
        else:
            known = entries.get(entry.address)
            entries[entry.address] = _joined(known, entry) if known else entry
    return entries, findings


def _entry(line: str, number: int) -> Published | None:
    parts = line.split(" ", 3)
    if len(parts) < 3:
        return None
    versions = [Version(*version.split("=", 1)) for version in parts[2].split(",")]
    try:
        kind = AddressKind(parts[1])
        for version in versions:
            date.fromisoformat(version.day)
    except ValueError:
        return None
    return Published(parts[0], kind, tuple(versions), "".join(parts[3:]), number)


def _joined(first: Published, second: Published) -> Published:
    """Two lines about one address, as a merge of two branches can leave them."""
    versions = tuple(sorted({*first.versions, *second.versions}))
    return Published(first.address, second.kind, versions, second.name or first.name, first.line)


def write_ledger(entries: Mapping[str, Published]) -> str:
    """The file's text."""
    return _HEAD + "".join(f"{_line(entries[address])}\n" for address in sorted(entries))


def _line(entry: Published) -> str:
    versions = ",".join(f"{v.day}={v.digest}" if v.digest else v.day for v in entry.versions)
    return f"{entry.address} {entry.kind} {versions} {entry.name}".rstrip()


def recorded(
    entries: Mapping[str, Published], standing: Iterable[Standing], day: date
) -> dict[str, Published]:
    """The ledger after a publication: new addresses, and new versions of known ones."""
    after = dict(entries)
    for now in standing:
        known = after.get(now.address)
        version = Version(day.isoformat(), now.digest)
        if known is None:
            after[now.address] = Published(now.address, now.kind, (version,), now.name)
        elif now.digest and not same_text(known.newest.digest, now.digest):
            versions = (*known.versions, version)
            after[now.address] = Published(now.address, now.kind, versions, now.name or known.name)
    return after


def lost(
    entries: Mapping[str, Published],
    standing: Iterable[str],
    changes: AddressChanges,
    gone: Iterable[str] = (),
) -> Iterator[Published]:
    """Every address that no longer answers, and that nothing stands for.

    Args:
        entries: The ledger.
        standing: The addresses of the site as it is now, redirects among them.
        changes: What was moved or withdrawn by hand; moved to nowhere is gone.
        gone: Addresses whose page is a tombstone; nothing below them is missed.
    """
    present = set(standing)
    withdrawn = {entry.address for entry in changes.withdrawn}
    answers = present | withdrawn | {moved.source for moved in changes.moved}
    explained = {m.source for m in changes.moved if m.target.partition("#")[0] in answers}
    covered = _covering((*gone, *withdrawn))
    for address, entry in sorted(entries.items()):
        if address in present or address in explained or address in withdrawn:
            continue
        if covered is None or covered.search(address) is None:
            yield entry


def _covering(pages: Iterable[str]) -> re.Pattern[str] | None:
    """What belongs to pages that are gone: all below them, their feeds, calendars and embeds."""
    names = sorted(re.escape(page[:-1]) for page in pages if page.endswith("/"))
    return re.compile(rf"(?:^|/)(?:{'|'.join(names)})[/.#]") if names else None
