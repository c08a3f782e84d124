"""Open licences by the names that region.yml may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its short name, its title, its text, and its name in the EU's list."""

    id: str
    title: str
    url: str
    authority: str = ""


_AUTHORITY = "http://publications.europa.eu/resource/authority/licence/"
_CREATIVE = "https://creativecommons.org"
_KNOWN = (
    Licence(
        "NLOD-2.0",
        "Norsk lisens for offentlige data (NLOD) 2.0",
        "https://data.norge.no/nlod/no/2.0",
        f"{_AUTHORITY}NLOD_2_0",
    ),
    Licence(
        "NLOD-1.0",
        "Norsk lisens for offentlige data (NLOD) 1.0",
        "https://data.norge.no/nlod/no/1.0",
        f"{_AUTHORITY}NLOD_1_0",
    ),
    Licence(
        "CC-BY-4.0",
        "Creative Commons Navngivelse 4.0 Internasjonal",
        f"{_CREATIVE}/licenses/by/4.0/deed.no",
        f"{_AUTHORITY}CC_BY_4_0",
    ),
    Licence(
        "CC0-1.0",
        "Creative Commons Fri bruk 1.0",
        f"{_CREATIVE}/publicdomain/zero/1.0/deed.no",
        f"{_AUTHORITY}CC0",
    ),
)


def licence_of(name: str) -> Licence:
    """A licence by its name; an unknown one stands as it is, with an address as its own link."""
    wanted = name.upper().replace(" ", "-")
    found = next((licence for licence in _KNOWN if licence.id == wanted), None)
    return found or Licence(name, name, name if name.startswith(("https://", "http://")) else "")
